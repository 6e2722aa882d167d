"""A fault planted in a run moves the figures that it must move, and what cannot be scored is refused."""

from copy import deepcopy

import pytest

from eval.gate import judge, load_reference, write_reference
from eval.scorefile import load_score
from index.errors import InputError

pytest_plugins = ("tests.scored_run",)


def always_refusing(row):
    row |= {"abstained": True, "citations": [], "answer": "无法回答"}


def never_refusing(row):
    row |= {"abstained": False, "refusal": None}


def dropped_document(row):
    row |= {"hits": [], "citations": []}


def swapped_units(row):
    row["answer"] = row["answer"].replace("%", "‰")


def broken_ranking(row):
    hits = [*row["hits"][1:], *row["hits"][:1]]
    row["hits"] = [{**hit, "rank": rank} for rank, hit in enumerate(hits, 1)]


def wrong_number(row):
    row["answer"] = row["answer"].replace(".5%", ".7%")


def long_answer(row):
    row["answer"] += "长" * 300


def values(score):
    return {name: found["value"] for name, found in score["metrics"].items()}


@pytest.mark.parametrize(
    ("fault", "moved"),
    [
        (always_refusing, {"wrong_refusal": 1, "answer_right": 0, "refusal_precision": 0.2, "right": 0.2}),
        (never_refusing, {"refusal_recall": 0, "refusal_precision": None, "right": 0.8, "answer_right": 1}),
        (dropped_document, {"evidence_recall@10": 0, "mrr": 0, "ndcg@10": 0, "citation_recall": 0, "citation_precision": None}),
        (swapped_units, {"answer_right": 0, "numeric_recall": 0, "citation_recall": 1}),
        (broken_ranking, {"evidence_recall@1": 0, "evidence_recall@5": 0, "evidence_recall@10": 1, "mrr": 1 / 8, "answer_right": 1}),
        (wrong_number, {"answer_right": 0, "figure_support": 0.5}),  # the number of the item still stands, the value does not
        (long_answer, {"too_long": 0.4, "answer_right": 1}),  # four questions for a single fact
    ],
)
def test_each_planted_fault_moves_its_figures_and_fails_the_gate(scored, tmp_path, fault, moved, answer_rows):
    rows = answer_rows
    scored(rows)
    reference = tmp_path / "reference.toml"
    write_reference(reference, load_score(tmp_path / "run" / "score.json"))
    assert not any(item.failed for item in judge(load_score(tmp_path / "run" / "score.json"), load_reference(reference)))
    for row in rows:
        fault(row)
    found = values(scored(rows))
    assert {name: found[name] for name in moved} == pytest.approx(moved, abs=1e-6)
    verdicts = judge(load_score(tmp_path / "run" / "score.json"), load_reference(reference))
    assert {item.expected.name for item in verdicts if item.failed} & set(moved)


def test_an_error_counts_as_wrong_not_as_absent(scored, answer_rows):
    rows = answer_rows
    rows[0] |= {"answer": "", "citations": [], "hits": [], "error": "RuntimeError: x"}
    score = scored(rows)
    assert values(score)["right"] == 0.9
    assert values(score)["error"] == 0.1
    assert score["metrics"]["latency_p50"]["undefined"] == 1


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda rows: rows.pop(), "U-2"),
        (lambda rows: rows.append({**rows[0], "id": "X"}), "X"),
        (lambda rows: rows.append(rows[0]), "line 11, id"),
        (lambda rows: rows[3].update(question="另一问"), "A-4"),
        (lambda rows: rows[3].update(answer=None), "line 4, answer"),
        (lambda rows: rows[3].update(abstained="no"), "line 4, abstained"),
        (lambda rows: rows[3].update(latency_ms=True), "line 4, latency_ms"),
        (lambda rows: rows[3].update(hits=["text"]), "line 4, hits"),
        (lambda rows: rows[3].update(citations=[{"doc": "plan"}]), "line 4, citations"),
    ],
)
def test_what_cannot_be_scored_is_refused(scored, change, words, answer_rows):
    rows = deepcopy(answer_rows)
    change(rows)
    with pytest.raises(InputError, match=words):
        scored(rows)
