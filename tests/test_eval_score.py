"""A run folder becomes score.json and report.md: the figures that planted faults must move do move."""

import json
import re
import subprocess
import sys
from copy import deepcopy

import pytest

from eval.answers import answer_row, load_answers
from eval.gate import judge, load_reference, write_reference
from eval.report import escaped
from eval.score import score_files
from eval.scorefile import load_score
from index.errors import InputError

LINES = [f"第{number}项指标达到{number}.5%以上" for number in range(1, 9)]


def gold_rows():
    shared = {"persona": "official", "history": [], "must_not": [], "any_evidence": False, "notes": ""}
    answerable = [
        {"id": f"A-{n}", "question": f"第{n}项指标？", "type": "target" if n < 5 else "list", "answerable": True, "answer": line,
         "must": [[f"{n}.5%"]], "evidence": [{"doc": "plan", "quote": line}], "region": ["余姚"], "difficulty": "easy", **shared}
        for n, line in enumerate(LINES, 1)
    ]  # fmt: skip
    unanswerable = [
        {"id": f"U-{n}", "question": f"第{n}个没有的？", "type": "unanswerable", "answerable": False, "answer": "未提及",
         "must": [], "evidence": [], **shared}
        for n in (1, 2)
    ]  # fmt: skip
    return answerable + unanswerable


def answer_rows():
    """Return a run with nothing wrong."""
    rows = []
    for number, line in enumerate(LINES, 1):
        others = [other for other in LINES if other != line]
        hits = [
            {"rank": rank, "doc": "plan", "context": "", "text": text, "score": 1 / rank} for rank, text in enumerate([line, *others], 1)
        ]
        citation = {"n": 1, "doc": "plan", "passage_id": "p", "start": number * 50, "end": number * 50 + len(line), "text": line}
        rows.append({"id": f"A-{number}", "question": f"第{number}项指标？", "answer": f"{line}。[1]", "abstained": False, "refusal": None,
                     "citations": [citation], "hits": hits, "latency_ms": 10.0 * number})  # fmt: skip
    refusal = {"code": "not_in_corpus", "text": "未提及"}
    for number in (1, 2):
        rows.append({"id": f"U-{number}", "question": f"第{number}个没有的？", "answer": "未提及", "abstained": True, "refusal": refusal,
                     "citations": [], "hits": [], "latency_ms": 5.0})  # fmt: skip
    return rows


@pytest.fixture
def scored(tmp_path):
    def score(rows, name="gold", **kwargs):
        gold, run = tmp_path / f"{name}.jsonl", tmp_path / "run"
        run.mkdir(exist_ok=True)
        gold.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in gold_rows()), encoding="utf-8")
        (run / "answers.jsonl").write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
        config = {"mode": "offline", "today": "2026-11-20", "index_id": "i", "documents": [{"id": "plan", "region": "余姚市"}]}
        (run / "config.json").write_text(json.dumps(config), encoding="utf-8")
        score_files(gold, run, **{"with_misses": True, **kwargs})
        return json.loads((run / "score.json").read_text(encoding="utf-8"))

    return score


def values(score):
    return {name: found["value"] for name, found in score["metrics"].items()}


def test_a_run_with_nothing_wrong(scored, tmp_path):
    score = scored(answer_rows())
    found = values(score)
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
def test_each_planted_fault_moves_its_figures_and_fails_the_gate(scored, tmp_path, fault, moved):
    rows = answer_rows()
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


def test_an_error_counts_as_wrong_not_as_absent(scored):
    rows = answer_rows()
    rows[0] |= {"answer": "", "citations": [], "hits": [], "error": "RuntimeError: x"}
    score = scored(rows)
    assert values(score)["right"] == 0.9
    assert values(score)["error"] == 0.1
    assert score["metrics"]["latency_p50"]["undefined"] == 1


def test_the_same_files_give_the_same_bytes(scored, tmp_path):
    scored(answer_rows())
    first = [(tmp_path / "run" / name).read_bytes() for name in ("score.json", "report.md")]
    scored(answer_rows())
    assert [(tmp_path / "run" / name).read_bytes() for name in ("score.json", "report.md")] == first


def test_a_locked_set_shows_no_misses(scored, tmp_path):
    rows = answer_rows()
    wrong_number(rows[0])
    score = scored(rows, with_misses=False)
    report = (tmp_path / "run" / "report.md").read_text(encoding="utf-8")
    assert "第1项指标？" not in report
    assert "missing" not in score["questions"][0]
    scored(rows)
    assert "第1项指标？" in (tmp_path / "run" / "report.md").read_text(encoding="utf-8")


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
def test_what_cannot_be_scored_is_refused(scored, change, words):
    rows = deepcopy(answer_rows())
    change(rows)
    with pytest.raises(InputError, match=words):
        scored(rows)


def test_another_systems_row_may_be_bare():
    row = answer_row({"id": "1", "answer": "x"})
    assert (row.hits, row.latency_ms, row.abstained) == ((), None, False)


def test_hits_are_taken_by_rank():
    hits = [{"rank": 2, "doc": "a", "text": "2", "score": 0.1}, {"rank": 1, "doc": "a", "text": "1", "score": 0.9}]
    row = answer_row({"id": "1", "answer": "x", "hits": hits})
    assert [hit.text for hit in row.hits] == ["1", "2"]
    assert row.confidence == 0.9


def test_the_score_file_is_read_back(scored, tmp_path):
    score = scored(answer_rows())
    loaded = load_score(tmp_path / "run" / "score.json")
    assert loaded.metrics == score["metrics"]
    assert loaded.values["A-1"]["right"] == 1
    (tmp_path / "run" / "score.json").write_text("{}")
    with pytest.raises(InputError, match=r"eval\.score"):
        load_score(tmp_path / "run" / "score.json")


def test_a_table_cell_holds_any_text():
    assert escaped("a|b\n<c> [1] `x`") == r"a\|b \<c\> \[1\] \`x\`"


def test_the_command_reads_files_only(scored, tmp_path):
    scored(answer_rows())
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


def test_answers_are_read_in_order(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "2", "answer": "b"}\n\n{"id": "1", "answer": "a"}\n', encoding="utf-8")
    assert list(load_answers(path)) == ["2", "1"]
