"""Adding and removing documents, as a person does it in the terminal."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
NOTICE = "象山县科技创新行动计划（2024-2026年）\n\n一、目标\n\n到2026年，全县高新技术企业达到200家，研发投入强度达到3.1%。\n"


def command(module: str, *arguments: str, corpus: Path, index: Path) -> subprocess.CompletedProcess[str]:
    places = ["--corpus", str(corpus), "--index", str(index)]
    return subprocess.run([sys.executable, "-m", module, *arguments, *places], cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.mark.slow
def test_add_ask_and_remove(tmp_path):
    corpus, index = tmp_path / "new" / "corpus", tmp_path / "new" / "index"
    first, second = tmp_path / "计划.txt", tmp_path / "other.md"
    first.write_text(NOTICE, encoding="utf-8")
    second.write_text("# 某市若干措施\n\n## 一、奖励\n\n对首次认定的高新技术企业给予一次性奖励20万元。\n", encoding="utf-8")
    added = command("index.add", str(first), "--id", "xiangshan", corpus=corpus, index=index)
    assert added.returncode == 0, added.stderr
    assert "象山县" in added.stdout and "2024-2026" in added.stdout
    catalog = (corpus / "catalog.toml").read_bytes()
    again = command("index.add", str(first), "--id", "xiangshan", corpus=corpus, index=index)
    assert again.returncode == 0 and (corpus / "catalog.toml").read_bytes() == catalog
    first.write_text(NOTICE.replace("200", "300"), encoding="utf-8")
    other = command("index.add", str(first), "--id", "xiangshan", corpus=corpus, index=index)
    assert other.returncode == 2 and "xiangshan" in other.stderr and (corpus / "catalog.toml").read_bytes() == catalog
    assert command("index.add", str(second), "--region", "某市", corpus=corpus, index=index).returncode == 0
    asked = subprocess.run(
        [sys.executable, "app.py", "ask", "象山2026年高新技术企业目标多少家", "--corpus", str(corpus), "--index", str(index)],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert asked.returncode == 0 and "200家" in asked.stdout
    removed = command("index.remove", "other", corpus=corpus, index=index)
    assert removed.returncode == 0 and sorted(path.stem for path in (index / "documents").iterdir()) == ["xiangshan"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("plan.pdf", b"%PDF-1.7 ...", "PDF"),
        ("plan.docx", b"PK\x03\x04....", "DOCX"),
        ("empty.txt", b"  \n", "empty"),
        ("x.txt", b"a\x00b", "UTF-8"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(tmp_path, name, content, expected):
    (tmp_path / name).write_bytes(content)
    done = command("index.add", str(tmp_path / name), corpus=tmp_path / "c", index=tmp_path / "i")
    assert done.returncode == 2
    assert expected in done.stderr and len(done.stderr.strip().splitlines()) == 1
    assert not (tmp_path / "c").exists()
