"""Rows of answers are read, our own and those of other systems."""

from eval.answers import answer_row, load_answers


def test_another_systems_row_may_be_bare():
    row = answer_row({"id": "1", "answer": "x"})
    assert (row.hits, row.latency_ms, row.abstained) == ((), None, False)


def test_hits_are_taken_by_rank():
    hits = [{"rank": 2, "doc": "a", "text": "2", "score": 0.1}, {"rank": 1, "doc": "a", "text": "1", "score": 0.9}]
    row = answer_row({"id": "1", "answer": "x", "hits": hits})
    assert [hit.text for hit in row.hits] == ["1", "2"]
    assert row.confidence == 0.9


def test_answers_are_read_in_order(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "2", "answer": "b"}\n\n{"id": "1", "answer": "a"}\n', encoding="utf-8")
    assert list(load_answers(path)) == ["2", "1"]
