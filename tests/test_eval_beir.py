"""Judged documents in the form of BEIR become a corpus and questions, and runs are scored on documents."""

from math import log2

import pytest
from typer.testing import CliRunner

from eval.answers import AnswerRow, Excerpt
from eval.convert import app
from eval.external.beir import read_beir, read_qrels
from eval.qrels import score_documents
from eval.questions import load_questions
from eval.sources import load_sources
from index.errors import InputError

pytest_plugins = ("tests.written",)


@pytest.fixture
def beir(write):
    write("beir/corpus.jsonl", [{"_id": f"D/{n}", "title": f"题{n}", "text": f"第{n}篇文章的内容。"} for n in range(1, 5)])
    write("beir/queries.jsonl", [{"_id": "q1", "text": "甲？"}, {"_id": "q2", "text": "乙？"}, {"_id": "q3", "text": "丙？"}])
    qrels = "query-id\tcorpus-id\tscore\nq1\tD/1\t2\nq1\tD/2\t1\nq2\tD/3\t1\nq3\tD/4\t0\n"
    return write("beir/qrels/test.tsv", qrels).parent.parent


def test_beir_is_converted_and_scored_on_documents(beir, tmp_path):
    found, qrels = read_beir(beir)
    assert found.left_out == {"the query has no relevant document": ["q3"]}
    assert qrels == {"q1": {"beir-000001": 2, "beir-000002": 1}, "q2": {"beir-000003": 1}}
    assert CliRunner().invoke(app, ["beir", str(beir), "--out", str(tmp_path / "out")]).exit_code == 0
    assert read_qrels(tmp_path / "out" / "qrels.tsv") == qrels
    assert [question.id for question in load_questions(tmp_path / "out" / "questions.jsonl")] == ["q1", "q2"]
    assert set(load_sources(tmp_path / "out" / "corpus")) == {f"beir-00000{n}" for n in range(1, 5)}
    hits = [Excerpt("beir-000004", "x"), Excerpt("beir-000002", "x"), Excerpt("beir-000002", "y"), Excerpt("beir-000001", "x")]
    rows = {"q1": AnswerRow("q1", "", "", False, hits=tuple(hits)), "q2": AnswerRow("q2", "", "", False)}
    figures = {name: estimate.value for name, estimate in score_documents(qrels, rows).items()}
    # q1: gains 0 1 2 at ranks 1 2 3, for a document counts once; ideal 2 1. q2 has no hits
    ndcg = (1 / log2(3) + 2 / log2(4)) / (2 + 1 / log2(3))
    assert figures == pytest.approx({"mrr": 1 / 4, "ndcg@10": ndcg / 2, "recall@5": 1 / 2, "recall@10": 1 / 2})


def test_other_questions_than_judged_are_refused(beir):
    _, qrels = read_beir(beir)
    with pytest.raises(InputError, match="q2"):
        score_documents(qrels, {"q1": AnswerRow("q1", "", "", False)})


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("qrels/test.tsv", "query-id\tcorpus-id\tscore\n"),
        ("qrels/test.tsv", "q\td\n1\t2\n"),
        ("qrels/test.tsv", "query-id\tcorpus-id\tscore\nq1\tunknown\t1\n"),
        ("corpus.jsonl", '{"_id": "D/1"}\n'),
        ("queries.jsonl", '{"_id": 3, "text": "x"}\n'),
    ],
)
def test_another_form_than_beir_is_refused(beir, write, name, content):
    write(f"beir/{name}", content)
    with pytest.raises(InputError, match="expected"):
        read_beir(beir)
