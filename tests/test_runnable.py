"""The assistant as a LangChain runnable: what it takes, what it gives, and that it composes with others."""

import pytest
from langchain_core.documents import Document
from langchain_core.messages import AIMessage, HumanMessage
from langchain_core.runnables import Runnable, RunnableLambda

from answer.runnable import AnswerRunnable
from eval.adapters.runnable import ask_runnable
from eval.questions import Question
from index.errors import InputError


@pytest.fixture
def runnable(fake_assistant):
    return AnswerRunnable(fake_assistant)


@pytest.mark.parametrize("asked", ["600家", {"question": "600家"}, {"input": "600家"}, {"query": "600家", "history": []}])
def test_a_question_is_answered_however_it_comes(runnable, fake_assistant, asked):
    answer = runnable.invoke(asked)
    assert answer["answer"] == fake_assistant.ask("600家").answer == "高新技术企业达到600家。[1]"
    assert answer["citations"][0]["doc"] == "haicheng-145"
    assert answer["mode"] == "offline"


def test_hits_come_as_documents(runnable):
    context = runnable.invoke("600家")["context"]
    assert all(isinstance(document, Document) for document in context)
    assert context[0].metadata["doc"] == "haicheng-145"
    assert {"start", "end", "title", "heading"} <= set(context[0].metadata)


@pytest.mark.parametrize(
    ("key", "turns"),
    [
        ("history", ["甲", "乙"]),
        ("chat_history", [("human", "甲"), ("ai", "答"), ("user", "乙")]),
        ("chat_history", [HumanMessage("甲"), AIMessage("答"), HumanMessage("乙")]),
    ],
)
def test_the_persons_turns_are_the_history(runnable, key, turns):
    assert runnable.invoke({"question": "600家", key: turns})["notices"] == ["此前的提问：甲、乙"]


def test_an_answer_grows(runnable):
    pieces = [piece["answer"] for piece in runnable.stream("600家")]
    assert len(pieces) == 2
    assert pieces[1].startswith(pieces[0])
    assert pieces[1] == runnable.invoke("600家")["answer"]


def test_it_composes_with_others(runnable):
    chain = RunnableLambda(lambda text: {"question": text.strip()}) | runnable | RunnableLambda(lambda answer: answer["answer"])
    assert isinstance(chain, Runnable)
    assert chain.invoke(" 600家 ") == "高新技术企业达到600家。[1]"
    assert chain.batch(["600家", "3.5%"])[1] == "到2025年，研发投入强度达到3.5%。[1]"


def test_the_mode_is_handed_on(fake_assistant):
    assert AnswerRunnable(fake_assistant, "llm").invoke("600家")["mode"] == "llm"


@pytest.mark.parametrize("asked", [None, 7, {}, {"question": 7}, ["600家"]])
def test_anything_else_is_bad_input(runnable, asked):
    with pytest.raises(InputError, match="expected a question"):
        runnable.invoke(asked)


def test_the_evaluation_takes_it_like_any_other_chain(runnable):
    answer = ask_runnable(runnable, Question("1", "600家"), "question")
    assert answer.text == "高新技术企业达到600家。[1]"
    assert answer.hits[0].doc == "haicheng-145"
