"""Answers of other systems become run folders that score like our own."""

import sys

import pytest
from langchain_core.documents import Document
from langchain_core.messages import AIMessage
from langchain_core.runnables import RunnableLambda
from typer.testing import CliRunner

from eval.adapt import app
from eval.adapters.csvtable import read_answers
from eval.adapters.outside import OutsideAnswer, Source, outside_row
from eval.adapters.runnable import ask_runnable, load_runnable
from eval.answers import load_answers
from eval.questions import Question
from eval.score import score_files
from index.errors import InputError

pytest_plugins = ("tests.written",)
QUESTION = Question("1", "强度？", ("你好",))
GOLD = [
    {"id": "1", "question": "强度？", "persona": "official", "type": "target", "history": [], "answerable": True, "answer": "3.8%",
     "must": [["3.8%"]], "must_not": [], "evidence": [{"doc": "plan", "quote": "研发强度达到3.8%"}], "any_evidence": False, "notes": ""},
    {"id": "2", "question": "天气？", "persona": "official", "type": "outofscope", "history": [], "answerable": False, "answer": "未提及",
     "must": [], "must_not": [], "evidence": [], "any_evidence": False, "notes": ""},
]  # fmt: skip

CHAIN = """
class Chain:
    def invoke(self, input):
        if "天气" in input:
            raise ValueError("no")
        return "3.8%"

chain = Chain()
"""


@pytest.fixture
def gold(write):
    return write("gold.jsonl", GOLD)


def command(*args):
    return CliRunner().invoke(app, list(map(str, args)), catch_exceptions=False)


def test_csv_files_become_a_run_that_can_be_scored(gold, write, tmp_path):
    answers = write("a.csv", '\ufeffid,answer,latency_ms\n2,"对不起,资料中没有",7\n1,"达到3.8%[1]\n（两行）",5\n')
    hits = write("h.csv", "id,rank,doc,text\n1,2,plan,研发强度达到3.8%\n1,1,other,别的\n")
    citations = write("c.csv", "id,n,doc,text\n1,1,plan,到2025年研发强度达到3.8%\n")
    result = command("csv", "--gold", gold, "--run", tmp_path / "run", "--answers", answers, "--hits", hits, "--citations", citations)
    assert result.exit_code == 0
    rows = load_answers(tmp_path / "run" / "answers.jsonl")
    assert [row.abstained for row in rows.values()] == [False, True]
    assert [hit.doc for hit in rows["1"].hits] == ["other", "plan"]
    score = score_files(gold, tmp_path / "run", with_misses=True)
    found = {name: estimate.value for name, estimate in score.figures.items()}
    assert (found["right"], found["mrr"], found["citation_recall"], found["latency_p50"]) == (1, 0.5, 1, 6)


def test_a_column_that_says_abstained_comes_before_any_pattern(write):
    found = read_answers(write("a.csv", "id,answer,abstained\n1,没有找到,否\n2,好,是\n"))
    assert [answer.abstained for answer in found.values()] == [False, True]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("id,text\n1,x\n", "answer"),
        ("id,answer\n1,x\n1,y\n", "line 3, id"),
        ("id,answer,abstained\n1,x,maybe\n", "line 2, abstained"),
        ("id,answer,latency_ms\n1,x,fast\n", "line 2, latency_ms"),
        ("id,answer\n1,x,y\n", "line 2"),
        ("id,answer\n1\n", "line 2"),
        ("", "columns"),
    ],
)
def test_a_faulty_csv_is_refused_with_its_line(write, content, words):
    with pytest.raises(InputError, match=words):
        read_answers(write("a.csv", content))


def test_hits_without_an_answer_are_refused(write):
    with pytest.raises(InputError, match="9"):
        read_answers(write("a.csv", "id,answer\n1,x\n"), write("h.csv", "id,rank,doc,text\n9,1,plan,y\n"))


def test_answers_to_other_questions_are_refused(gold, write, tmp_path):
    with pytest.raises(InputError, match="the same questions"):
        command("csv", "--gold", gold, "--run", tmp_path / "run", "--answers", write("a.csv", "id,answer\n1,x\n"))


def test_a_chain_that_takes_and_returns_a_text():
    assert ask_runnable(RunnableLambda(lambda text: f"<{text}>"), QUESTION, None).text == "<你好\n强度？>"
    assert ask_runnable(RunnableLambda(lambda text: AIMessage("好")), QUESTION, None).text == "好"


def test_a_retrieval_chain_gives_its_documents_as_hits():
    seen = []

    def chain(given):
        seen.append(given)
        documents = [Document("甲", metadata={"source": "/data/plan.txt"}), Document("乙", metadata={"doc": "x.y"}), Document("丙")]
        return {"answer": "好", "context": documents}

    answer = ask_runnable(RunnableLambda(chain), QUESTION, "input")
    assert seen == [{"input": "强度？", "chat_history": [("human", "你好")]}]
    assert answer.hits == (Source("plan", "甲"), Source("x.y", "乙"), Source("", "丙"))
    assert answer.latency_ms > 0


@pytest.mark.parametrize("result", [3, {"context": []}, {"answer": "x", "context": ["text"]}])
def test_a_result_without_text_is_refused(result):
    with pytest.raises(InputError, match="expected"):
        ask_runnable(RunnableLambda(lambda given: result), QUESTION, None)


def test_a_runnable_is_named_by_module_and_attribute(gold, tmp_path, monkeypatch):
    (tmp_path / "my_chain.py").write_text(CHAIN, encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    result = command("langchain", "--gold", gold, "--run", tmp_path / "run", "--runnable", "my_chain:chain")
    assert result.exit_code == 0
    rows = load_answers(tmp_path / "run" / "answers.jsonl")
    assert [(row.answer, row.error) for row in rows.values()] == [("3.8%", ""), ("", "ValueError: no")]
    for name in ("my_chain:none", "absent_module:x", "json:loads", "", "json"):
        with pytest.raises(InputError, match="expected"):
            load_runnable(name)
    sys.modules.pop("my_chain")


def test_answers_without_scores_keep_their_order():
    row = outside_row(QUESTION, OutsideAnswer("x", hits=(Source("a", "1", 0.2), Source("b", "2"))), None)
    assert [(hit["rank"], hit["doc"], hit["score"]) for hit in row["hits"]] == [(1, "a", 1.0), (2, "b", 0.5)]
