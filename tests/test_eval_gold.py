"""Gold files: what is read, and that every fault is told with its line and field."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from eval.faults import gold_faults
from eval.gold import Evidence, load_gold
from eval.sources import load_sources, source_text
from index.errors import CatalogError, InputError

pytest_plugins = ("tests.written",)
DOCUMENT = "一、目标\n到2025年，全社会研发投入\n- 12 -\n占生产总值比重达到3.8%。\n"
CATALOG = '[[document]]\nid = "plan"\nfile = "{file}"\ntitle = "规划"\nsha256 = "0"\n'
GOOD = {
    "id": "A-1", "question": "研发强度？", "persona": "official", "type": "target", "history": [], "answerable": True,
    "answer": "到2025年达到3.8%。", "must": [["3.8%", "3.8个百分点"]], "must_not": ["2.9%"],
    "evidence": [{"doc": "plan", "quote": "研发投入占生产总值比重达到3.8%"}], "any_evidence": False, "notes": "",
}  # fmt: skip


@pytest.fixture
def sources():
    return {"plan": source_text(DOCUMENT)}


@pytest.fixture
def gold_file(write):
    return lambda *rows: write("gold.jsonl", rows)


def test_a_good_line_has_no_faults_and_is_read(gold_file, sources):
    path = gold_file({**GOOD, "region": ["余姚"], "difficulty": "easy"})
    assert gold_faults(path, sources) == (1, [])
    (question,) = load_gold(path)
    assert question.must == (("3.8%", "3.8个百分点"),)
    assert question.evidence == (Evidence("plan", "研发投入占生产总值比重达到3.8%"),)
    assert (question.region, question.difficulty) == (("余姚",), "easy")


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"id": 7}, "id"),
        ({"id": " "}, "id"),
        ({"question": "\u3000"}, "question"),
        ({"persona": "mayor"}, "persona"),
        ({"type": "riddle"}, "type"),
        ({"history": ["那慈溪呢？"]}, "history"),
        ({"type": "followup"}, "history"),
        ({"history": [3]}, "history"),
        ({"answerable": "yes"}, "answerable"),
        ({"answerable": False, "must": []}, "answerable"),
        ({"type": "unanswerable"}, "answerable"),
        ({"answer": "不知道"}, "answer"),
        ({"answer": "达到13.8%"}, "answer"),
        ({"must": []}, "must"),
        ({"must": ["3.8%"]}, "must"),
        ({"must": [[]]}, "must"),
        ({"must": [["3.8%", ""]]}, "must"),
        ({"must": [["3.8%", "[1]"]]}, "must"),
        ({"must_not": ["3.8%"]}, "must_not"),
        ({"must_not": "3.8%"}, "must_not"),
        ({"evidence": []}, "evidence"),
        ({"evidence": [{"doc": "plan"}]}, "evidence"),
        ({"evidence": [{"doc": "plan", "quote": "达到3.8%"}]}, "evidence"),  # 6 characters
        ({"evidence": [{"doc": "plan", "quote": "达" * 121}]}, "evidence"),
        ({"evidence": [{"doc": "other", "quote": "占生产总值比重达到3.8%"}]}, "evidence"),
        ({"evidence": [{"doc": "plan", "quote": "占生产总值比重达到3.9%"}]}, "evidence"),
        ({"any_evidence": 1}, "any_evidence"),
        ({"notes": None}, "notes"),
        ({"region": "余姚"}, "region"),
        ({"difficulty": "fiendish"}, "difficulty"),
        ({"difficulty": 3}, "difficulty"),
    ],
)
def test_each_fault_is_told_with_line_and_field(gold_file, sources, change, field):
    count, faults = gold_faults(gold_file(GOOD, {**GOOD, "id": "A-2", **change}), sources)
    assert count == 2
    assert {(fault.line, fault.field) for fault in faults} == {(2, field)}


def test_a_missing_field_is_told(gold_file, sources):
    row = {name: value for name, value in GOOD.items() if name != "any_evidence"}
    ((fault,),) = (gold_faults(gold_file(row), sources)[1],)
    assert (fault.line, fault.field) == (1, "any_evidence")


def test_a_repeated_id_names_the_first_line(gold_file, sources):
    ((fault,),) = (gold_faults(gold_file(GOOD, GOOD), sources)[1],)
    assert (fault.line, fault.field) == (2, "id")
    assert "line 1" in fault.message


@pytest.mark.parametrize("quote", ["全社会研发投入\n- 12 -\n占生产总值", "全社会研发投入占生产总值", "全社会 研发\u3000投入占生产总值"])
def test_a_quote_may_run_over_a_page_break(sources, quote):
    assert sources["plan"].holds(quote)


def test_what_cannot_be_read_is_refused(gold_file, tmp_path):
    for content, words in (("", "at least one question"), ("{}\n{", "line 2"), ("[1]", "line 1"), ("\n\n", "at least one")):
        path = tmp_path / "bad.jsonl"
        path.write_text(content if content != "{}\n{" else json.dumps(GOOD) + "\n{", encoding="utf-8")
        with pytest.raises(InputError, match=words):
            load_gold(path)
    with pytest.raises(InputError, match="absent"):
        load_gold(tmp_path / "absent.jsonl")
    with pytest.raises(InputError, match="line 1, must"):
        load_gold(gold_file({**GOOD, "must": 3}))
    with pytest.raises(InputError, match="line 2, id"):
        load_gold(gold_file(GOOD, GOOD))


def test_sources_come_from_the_catalog(tmp_path):
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "p.txt").write_text(DOCUMENT, encoding="utf-8")
    (tmp_path / "catalog.toml").write_text(CATALOG.format(file="documents/p.txt"), encoding="utf-8")
    assert load_sources(tmp_path) == {"plan": source_text(DOCUMENT)}
    with pytest.raises(CatalogError, match="catalog"):
        load_sources(tmp_path / "documents")


def test_the_command_tells_faults_and_fails(gold_file, tmp_path):
    def run(*args):
        return subprocess.run([sys.executable, "-m", "eval.validate", *map(str, args)], capture_output=True, text=True, check=False)

    (tmp_path / "p.txt").write_text(DOCUMENT, encoding="utf-8")
    (tmp_path / "catalog.toml").write_text(CATALOG.format(file="p.txt"), encoding="utf-8")
    good = gold_file(GOOD)
    assert run(good, "--corpus", tmp_path).returncode == 0
    assert run(good).returncode == 1  # the project's own corpus has no document "plan"
    absent = run(tmp_path / "absent.jsonl", "--corpus", tmp_path)
    assert (absent.returncode, absent.stderr.count("\n")) == (2, 1)


@pytest.mark.parametrize("name", ["broad", "dev", "fresh", "hard", "natural", "test"])
def test_the_gold_files_have_no_faults(name):
    root = Path(__file__).parent.parent
    count, faults = gold_faults(root / "eval" / "gold" / f"{name}.jsonl", load_sources(root / "corpus"))
    assert count >= 100
    assert faults == []
