"""Faults planted in the real assistant move the figures that should move, and the gate fails; without one, it passes."""

import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from answer.answer import Refusal
from answer.assistant import Assistant
from eval.gate import judge, load_reference, write_reference
from eval.generate import generate
from eval.questions import load_questions
from eval.score import score_files
from eval.scorefile import load_score
from eval.system import System
from index.build import build_index
from index.catalog import read_catalog
from index.lexical import _tokenizer
from index.remove import remove_document
from index.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
DAY = date(2026, 11, 20)
EVERY = 5  # of the development questions, to keep this short

pytestmark = pytest.mark.slow


class Planted:
    """The assistant with its answers changed on the way out."""

    def __init__(self, assistant, change):
        self._assistant, self._change = assistant, change
        self.index_id, self.documents = assistant.index_id, assistant.documents
        self.facts, self.measures = assistant.facts, assistant.measures

    def document_text(self, doc_id):
        return self._assistant.document_text(doc_id)

    def ask(self, question, history=(), today=None, mode="offline"):
        return self._change(self._assistant.ask(question, history, today, mode))


class OneWord:
    """A tokenizer that cuts nothing, and knows the dictionary of another."""

    def __init__(self, whole):
        self.FREQ = whole.FREQ

    def cut_for_search(self, piece, HMM=False):
        return [piece]

    def tokenize(self, text, HMM=True):
        return [(text, 0, len(text))]


def always_refusing(answer):
    refusal = Refusal("not_in_corpus", "资料中没有。")
    return replace(answer, answer=refusal.text, abstained=True, refusal=refusal, citations=(), facts=(), computed=(), checks=())


def never_refusing(answer):
    return replace(answer, abstained=False, refusal=None)


def swapped_units(answer):
    return replace(answer, answer=answer.answer.translate(str.maketrans({"%": "‰", "亿": "万", "万": "亿", "家": "个"})))


@pytest.fixture(scope="module")
def gold(tmp_path_factory):
    path = tmp_path_factory.mktemp("gold") / "some.jsonl"
    lines = (ROOT / "eval" / "gold" / "dev.jsonl").read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(lines[::EVERY]), encoding="utf-8")
    for name in ("facts.csv", "measures.jsonl"):
        shutil.copy(ROOT / "eval" / "gold" / name, path.parent)
    return path


def load(corpus, folder):
    settings = Settings(corpus=corpus, index=folder)
    build_index(settings)
    return Assistant.load(settings)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    return load(ROOT / "corpus", tmp_path_factory.mktemp("whole") / "index")


@pytest.fixture(scope="module")
def scored(gold, tmp_path_factory):
    """Ask an answerer everything and return what score.json says."""

    def score(answerer):
        run = tmp_path_factory.mktemp("run")
        generate(System(answerer, {}), load_questions(gold), run, "offline", DAY)
        score_files(gold, run, with_misses=False)
        return load_score(run / "score.json")

    return score


@pytest.fixture(scope="module")
def healthy(assistant, scored):
    return scored(assistant)


@pytest.fixture(scope="module")
def reference(healthy, tmp_path_factory):
    path = tmp_path_factory.mktemp("reference") / "some.toml"
    write_reference(path, healthy)
    return load_reference(path)


def failed(score, reference):
    return {item.expected.name for item in judge(score, reference) if item.failed}


def timeless(figures):
    return {name: figure for name, figure in figures.items() if not name.startswith("latency")}


def test_the_same_assistant_has_the_same_figures_and_passes(assistant, scored, healthy, reference):
    again = scored(assistant)
    assert timeless(again.metrics) == timeless(healthy.metrics)
    assert failed(again, reference) == set()


@pytest.mark.parametrize(
    ("change", "moved", "still"),
    [
        (
            always_refusing,
            {"wrong_refusal", "answer_right", "point_recall", "refusal_precision", "citation_recall"},
            {"mrr", "refusal_recall"},
        ),
        (never_refusing, {"refusal_recall", "refusal_precision", "right"}, {"mrr", "point_recall", "citation_recall"}),
        (swapped_units, {"numeric_recall", "answer_right", "right"}, {"mrr", "citation_recall", "wrong_refusal", "refusal_recall"}),
    ],
)
def test_a_fault_of_the_answers_fails_the_gate(assistant, scored, reference, change, moved, still):
    found = failed(scored(Planted(assistant, change)), reference)
    assert moved <= found
    assert not still & found


def test_facts_with_swapped_units_fail_the_gate(assistant, scored, reference):
    planted = Planted(assistant, lambda answer: answer)
    swapped = {"%": "‰", "亿元": "万元", "万元": "亿元"}
    planted.facts = tuple({**fact, "unit": swapped.get(fact["unit"], fact["unit"])} for fact in assistant.facts)
    found = failed(scored(planted), reference)
    assert {"facts_recall", "facts_precision"} <= found
    assert not {"right", "mrr", "numeric_recall", "measures_recall"} & found


def test_a_tokenizer_that_cuts_nothing_fails_the_gate(assistant, scored, reference, monkeypatch):
    broken = OneWord(_tokenizer())
    monkeypatch.setattr("index.lexical._tokenizer", lambda: broken)
    found = failed(scored(assistant), reference)
    assert {"answer_right", "point_recall", "citation_recall", "wrong_refusal"} <= found  # embedding and characters still find the place
    assert "error" not in found


def test_a_dropped_document_fails_the_gate(scored, reference, healthy, gold, tmp_path):
    asked = [json.loads(line) for line in gold.read_text("utf-8").splitlines()]
    counts = {info.id: sum(info.id in {item["doc"] for item in row["evidence"]} for row in asked) for info in read_catalog(ROOT / "corpus")}
    dropped = max(counts, key=lambda doc: counts[doc])
    corpus = Path(shutil.copytree(ROOT / "corpus", tmp_path / "corpus"))
    remove_document(dropped, Settings(corpus=corpus))
    score = scored(load(corpus, tmp_path / "index"))
    moved = {"evidence_recall@10", "evidence_share@10", "mrr", "citation_recall", "answer_right", "facts_recall", "measures_recall"}
    assert moved <= failed(score, reference)
    only = [row["id"] for row in asked if row["answerable"] and {item["doc"] for item in row["evidence"]} == {dropped}]
    assert only and all(score.values[name]["evidence_share@10"] == 0 for name in only)
    assert sum(healthy.values[name]["evidence_share@10"] for name in only) > len(only) / 2
