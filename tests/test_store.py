"""The index folder: saved, loaded, refused when damaged or stale, and never half written."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from index.assemble import assemble
from index.catalog import DocumentInfo, digest, read_catalog
from index.embedder import SentenceEmbedder
from index.errors import IndexDamagedError, IndexMismatchError, IndexMissingError, IndexStaleError, InputError
from index.publish import publish
from index.settings import Settings
from index.store import PassageIndex, load_index

ROOT = Path(__file__).resolve().parent.parent
KILLS = 20


def corpus_of(folder: Path, texts: dict[str, str]) -> tuple[DocumentInfo, ...]:
    (folder / "documents").mkdir(parents=True)
    entries = []
    for doc, text in texts.items():
        (folder / "documents" / f"{doc}.txt").write_text(text, encoding="utf-8")
        entries.append(
            f'[[document]]\nid = "{doc}"\nfile = "documents/{doc}.txt"\ntitle = "{doc}规划"\nregion = "{doc}市"\nperiod = "2021-2025"\n'
            f'status = "final"\nsha256 = "{digest(text.encode())}"\n'
        )
    (folder / "catalog.toml").write_text("\n".join(entries), encoding="utf-8")
    return read_catalog(folder)


@pytest.fixture
def built(tmp_path: Path, small_index) -> tuple[Path, tuple[DocumentInfo, ...]]:
    documents = corpus_of(
        tmp_path / "corpus",
        {"a": "一、目标\n到2025年，研发投入强度达到３.８％，😀高新技术企业达到600家。\n", "b": "二、任务\n支持企业申请贷款。\n"},
    )
    content = assemble(tmp_path / "corpus", documents, small_index.embedder, None, lambda step: None)
    publish(tmp_path / "var" / "index", content, small_index.embedder)
    return tmp_path / "var" / "index", documents


def same(one: PassageIndex, other: PassageIndex) -> bool:
    return (one.manifest, one.passages, one.texts, one.outlines) == (other.manifest, other.passages, other.texts, other.outlines)


def test_what_was_saved_is_loaded(built):
    folder, documents = built
    loaded = load_index(folder, documents, "count-64")
    assert [passage.doc for passage in loaded.passages] == ["a", "b"]
    for passage in loaded.passages:
        assert loaded.texts[passage.doc][passage.start : passage.end] == passage.text
        assert loaded.passage_at(passage.doc, passage.start) == passage
    assert loaded.passage_at("a", 0) is None  # the heading
    assert loaded.lexical.scores({"高新技术企业": 1.0})[0] > loaded.lexical.scores({"高新技术企业": 1.0})[1] == 0
    assert np.allclose(loaded.dense.scores(loaded.dense.embeddings()).diagonal(), 1.0, atol=1e-5)
    assert not list(folder.resolve().rglob("*.pkl"))


def test_the_same_corpus_gives_the_same_index(built, tmp_path, small_index):
    folder, documents = built
    before = load_index(folder, documents, "count-64")
    publish(folder, assemble(tmp_path / "corpus", documents, small_index.embedder, before, lambda step: None), small_index.embedder)
    assert same(before, load_index(folder, documents, "count-64"))


def test_nothing_there(tmp_path):
    with pytest.raises(IndexMissingError, match=r"index\.build"):
        load_index(tmp_path / "nothing", None, "count-64")


def test_every_damaged_file_is_noticed(built):
    folder, documents = built
    real = folder.resolve()
    for path in sorted(path for path in real.rglob("*") if path.is_file()):
        content = path.read_bytes()
        for damaged in (content[: len(content) // 2], content + b" " if path.suffix != ".json" or path.name != "manifest.json" else b"[]"):
            if damaged == content:
                continue  # an empty file has no half
            path.write_bytes(damaged)
            with pytest.raises((IndexDamagedError, IndexStaleError)):
                load_index(folder, documents, "count-64")
        path.unlink()
        with pytest.raises((IndexDamagedError, IndexMissingError)):
            load_index(folder, documents, "count-64")
        path.write_bytes(content)
    assert load_index(folder, documents, "count-64")


def test_an_index_of_another_state_is_stale(built):
    folder, documents = built
    with pytest.raises(IndexStaleError, match="corpus"):
        load_index(folder, documents[:1], "count-64")
    with pytest.raises(IndexStaleError, match="other-model"):
        load_index(folder, documents, "other-model")
    manifest = folder.resolve() / "manifest.json"
    values = json.loads(manifest.read_text("utf-8"))
    manifest.write_text(json.dumps({**values, "format": 0}), encoding="utf-8")
    with pytest.raises(IndexStaleError, match="format"):
        load_index(folder, documents, "count-64")


def test_embeddings_of_another_width_are_refused(built):
    folder, documents = built
    with pytest.raises(IndexMismatchError, match="dim 64.*gives 4"):
        load_index(folder, documents, "count-64").dense.scores(np.ones((1, 4), dtype=np.float32))


def test_something_else_is_never_replaced(built, tmp_path, small_index):
    content = assemble(tmp_path / "corpus", built[1], small_index.embedder, None, lambda step: None)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("keep me")
    with pytest.raises(InputError, match="something else"):
        publish(tmp_path / "mine", content, small_index.embedder)
    assert (tmp_path / "mine" / "letter.txt").read_text() == "keep me"


@pytest.mark.slow
def test_a_build_killed_at_any_moment_leaves_a_whole_index(tmp_path):
    """`kill -9` at 20 random moments of real builds: the index is the old or the new one, whole, each time."""
    shutil.copytree(ROOT / "corpus", tmp_path / "corpus")
    folder = tmp_path / "index"
    command = [sys.executable, "-m", "index.build", "--corpus", str(tmp_path / "corpus"), "--index", str(folder), "--fresh"]
    started = time.monotonic()
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    duration = time.monotonic() - started
    documents = read_catalog(tmp_path / "corpus")
    model = SentenceEmbedder(Settings().model_path).model_id
    whole = load_index(folder, documents, model)
    moments = random.Random(20).choices(range(1000), k=KILLS)
    for moment in moments:
        build = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        time.sleep(duration * moment / 1000)
        os.killpg(build.pid, signal.SIGKILL) if build.poll() is None else None
        build.wait()
        assert same(whole, load_index(folder, documents, model)), f"after a kill at {moment / 10:.0f} % of the build"
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    assert same(whole, load_index(folder, documents, model))
    left = [path.name for path in tmp_path.iterdir() if path.name.startswith(".index-")]
    assert len(left) <= 2, left
