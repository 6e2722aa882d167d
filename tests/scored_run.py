"""A run with nothing wrong, and what it scores with any of its rows changed."""

import json

import pytest

from eval.score import score_files

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


@pytest.fixture
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
