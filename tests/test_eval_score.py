"""A run folder becomes score.json and report.md, the same bytes for the same files."""

import re
import subprocess
import sys

import pytest

from eval.report import escaped
from eval.scorefile import load_score
from index.errors import InputError

pytest_plugins = ("tests.scored_run",)


def test_a_run_with_nothing_wrong(scored, tmp_path, answer_rows):
    score = scored(answer_rows)
    found = {name: figure["value"] for name, figure in score["metrics"].items()}
    for name in ("evidence_recall@1", "mrr", "ndcg@10", "right", "answer_right", "point_recall", "citation_recall", "citation_precision",
                 "figure_support", "refusal_precision", "refusal_recall"):  # fmt: skip
        assert found[name] == 1, name
    for name in ("wrong_refusal", "wrong_jurisdiction", "too_long", "error"):
        assert found[name] == 0, name
    assert found["forbidden"] is None
    assert score["metrics"]["forbidden"] == {"value": None, "low": None, "high": None, "n": 0, "undefined": 10}
    assert found["latency_p50"] == 35  # 5 5 10 20 30 40 50 60 70 80: between 30 and 40
    assert score["groups"]["type"]["target"]["right"]["n"] == 4
    assert score["groups"]["answerable"]["false"]["refusal_recall"]["value"] == 1
    assert score["groups"]["region"]["余姚"]["right"]["n"] == 8
    report = (tmp_path / "run" / "report.md").read_text(encoding="utf-8")
    assert "全部证据召回@5" in report
    assert "## 有误的题（0）" in report
    assert not re.search(r"\bnan\b", report, re.IGNORECASE)


def test_the_same_files_give_the_same_bytes(scored, tmp_path, answer_rows):
    scored(answer_rows)
    first = [(tmp_path / "run" / name).read_bytes() for name in ("score.json", "report.md")]
    scored(answer_rows)
    assert [(tmp_path / "run" / name).read_bytes() for name in ("score.json", "report.md")] == first


def test_a_locked_set_shows_no_misses(scored, tmp_path, answer_rows):
    rows = answer_rows
    rows[0]["answer"] = "第1项指标达到1.7%以上。[1]"
    score = scored(rows, with_misses=False)
    report = (tmp_path / "run" / "report.md").read_text(encoding="utf-8")
    assert "第1项指标？" not in report
    assert "missing" not in score["questions"][0]
    scored(rows)
    assert "第1项指标？" in (tmp_path / "run" / "report.md").read_text(encoding="utf-8")


def test_the_score_file_is_read_back(scored, tmp_path, answer_rows):
    score = scored(answer_rows)
    loaded = load_score(tmp_path / "run" / "score.json")
    assert loaded.metrics == score["metrics"]
    assert loaded.values["A-1"]["right"] == 1
    (tmp_path / "run" / "score.json").write_text("{}")
    with pytest.raises(InputError, match=r"eval\.score"):
        load_score(tmp_path / "run" / "score.json")


def test_a_table_cell_holds_any_text():
    assert escaped("a|b\n<c> [1] `x`") == r"a\|b \<c\> \[1\] \`x\`"


def test_the_command_reads_files_only(scored, tmp_path, answer_rows):
    scored(answer_rows)
    command = [sys.executable, "-m", "eval.score", "--gold", tmp_path / "gold.jsonl", "--run", tmp_path / "run"]
    probe = "import sys; sys.argv = sys.argv[1:]; import eval.score, runpy; from index.errors import InputError"
    loaded = subprocess.run([sys.executable, "-c", f"{probe}; print(sorted(sys.modules))"], capture_output=True, text=True, check=True)
    assert "answer.assistant" not in loaded.stdout
    assert "torch" not in loaded.stdout
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "right\t1.000\tn=10" in done.stdout
    missing = subprocess.run([*command[:-1], tmp_path / "nowhere"], capture_output=True, text=True, check=False)
    assert (missing.returncode, missing.stderr.count("\n")) == (2, 1)
