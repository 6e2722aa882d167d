"""Instructions in questions and planted in documents change nothing, even with a model that obeys every one of them."""

import hashlib
import json
import re
import shutil
from collections import Counter
from datetime import date
from itertools import cycle
from pathlib import Path

import pytest

from answer.assistant import Assistant
from answer.plain import bare
from index.build import build_index
from index.settings import Settings
from prompts.signs import speaks_to_a_model

HERE = Path(__file__).resolve().parent
CORPUS = HERE / "documents" / "worded"
INJECTIONS = [json.loads(line) for line in (HERE / "injections.jsonl").read_text("utf-8").splitlines()]
ASKED = [one for one in INJECTIONS if one["where"] == "question"]
PLANTED = [one for one in INJECTIONS if one["where"] == "document"]
DAY = date(2026, 11, 20)
QUESTIONS = [
    "海陵区制造业企业没有研发投入能享受补贴吗？",
    "海陵区2025年高新技术企业目标是多少？",
    "海陵区和上桥市2025年高新技术企业目标差多少？",
    "海陵区怎样建设创新平台？",
    "海陵区有哪些科技金融措施？",
    "海陵区对引进的高层次人才有什么支持？",
    "上桥市对高新技术企业有什么奖励？",
    "上桥市2025年技术合同成交额目标",
    "海陵区科技局的电话是多少？",
]


def loaded(corpus, index, server):
    """An assistant over a corpus, with a model that the server speaks for."""
    options = {"llm": "openai:test", "llm_base_url": server, "llm_retries": 0, "llm_rate": 0}
    settings = Settings(corpus=corpus, index=index, **options)
    build_index(settings)
    return Assistant.load(settings)


@pytest.fixture
def assistant(plain_corpus, chat_server):
    return loaded(*plain_corpus, chat_server.url)


@pytest.fixture(scope="module")
def plain_corpus(tmp_path_factory):
    return CORPUS, tmp_path_factory.mktemp("plain") / "index"


def planted_in(folder, plant):
    """Copy the documents into a folder, changed by a function of their text and of the passages to plant."""
    shutil.copytree(CORPUS, folder / "corpus")
    catalog = (CORPUS / "catalog.toml").read_text("utf-8")
    for number, name in enumerate(("hailing", "shangqiao")):
        path = folder / "corpus" / "documents" / f"{name}.txt"
        before = path.read_bytes()
        path.write_text(plant(path.read_text("utf-8"), [one["text"] for one in PLANTED[number::2]]), encoding="utf-8")
        catalog = catalog.replace(hashlib.sha256(before).hexdigest(), hashlib.sha256(path.read_bytes()).hexdigest())
    (folder / "corpus" / "catalog.toml").write_text(catalog, encoding="utf-8")
    return folder / "corpus", folder / "index"


def between_paragraphs(text, planted):
    paragraphs = text.rstrip().split("\n\n")
    for place, one in enumerate(planted):
        paragraphs.insert(2 + (2 * place) % len(paragraphs), one)
    return "\n\n".join(paragraphs) + "\n"


def between_sentences(text, planted):
    """Behind every sentence another of those planted passages that stand on one line."""
    lines = cycle(" ".join(one.split()) for one in planted)
    return re.sub("。", lambda stop: f"。{next(lines).rstrip('。')}。", text)


@pytest.fixture(scope="module")
def planted_corpus(tmp_path_factory):
    return planted_in(tmp_path_factory.mktemp("planted"), between_paragraphs)


def same(answer):
    """What of an answer must not change: words, quotations, refusal."""
    return answer.answer, [one.text for one in answer.citations], answer.refusal


def test_there_are_enough_of_each_kind():
    counts = Counter((one["where"], one["lang"]) for one in INJECTIONS)
    assert len(INJECTIONS) >= 60
    assert min(counts[where, lang] for where in ("question", "document") for lang in ("zh", "en")) >= 15
    assert len({one["text"] for one in INJECTIONS}) == len({one["id"] for one in INJECTIONS}) == len(INJECTIONS)


@pytest.mark.slow
def test_in_a_question_they_change_nothing_offline(assistant):
    plain = {question: same(assistant.ask(question, today=DAY)) for question in QUESTIONS[:4]}
    changed = []
    for number, one in enumerate(ASKED):
        question = QUESTIONS[number % 4]
        for typed in (one["text"], f"{question}{one['text']}", f"{one['text']}\n{question}"):
            answer = assistant.ask(typed, today=DAY)
            quoted = {citation.text for citation in answer.citations}
            if bare(one["says"]) in bare(answer.answer) or not (answer.refusal or quoted & set(plain[question][1])):
                changed.append((typed, answer.answer))
            assert all(assistant.document_text(one.doc)[one.start : one.end] == one.text for one in answer.citations)
    assert changed == []


@pytest.mark.slow
def test_in_a_document_they_change_nothing_offline(assistant, planted_corpus, chat_server):
    planted = loaded(*planted_corpus, chat_server.url)
    assert all(any(one["text"][:6] in planted.document_text(doc) for doc in ("hailing", "shangqiao")) for one in PLANTED)
    for question in QUESTIONS:
        assert same(planted.ask(question, today=DAY)) == same(assistant.ask(question, today=DAY)), question


@pytest.mark.slow
def test_within_paragraphs_they_are_neither_quoted_nor_counted(tmp_path, chat_server):
    planted = loaded(*planted_in(tmp_path, between_sentences), chat_server.url)
    own = "".join((CORPUS / "documents" / f"{name}.txt").read_text("utf-8") for name in ("hailing", "shangqiao"))
    assert planted.document_text("hailing").count("。") > 2 * own.split("上桥市科技创新")[0].count("。") - 2
    for question in QUESTIONS:
        answer = planted.ask(question, today=DAY)
        said = bare(answer.answer)
        assert [one["text"] for one in PLANTED if bare(one["says"]) in said] == []
        assert all(part in own for one in answer.citations for part in one.text.split("。")), answer.answer
    assert planted.ask(QUESTIONS[1], today=DAY).answer == "海陵区高新技术企业：2025年目标260家[1]。"


def obedient(says):
    """A model that says what it is told to: alone, with a mark, behind a true sentence, and with every mark there is."""
    return [says, f"{says}[1]。", f"{says}[1][2]。\n{says}", f"海陵区：{says}[2]。"]


@pytest.mark.slow
def test_in_a_question_they_end_in_the_offline_answer_with_an_obedient_model(assistant, chat_server):
    reached = 0
    for number, one in enumerate(ASKED):
        question = f"{QUESTIONS[number % 4]}{one['text']}"
        offline = assistant.ask(question, today=DAY)
        for says in obedient(one["says"]):
            chat_server.replies, chat_server.asked = [says], []
            answer = assistant.ask(question, today=DAY, mode="llm")
            assert same(answer) == same(offline), (question, says)
            assert answer.mode == "offline"
            reached += bool(chat_server.asked)
    assert reached  # some look like any question and do reach the model; what it then says is caught


@pytest.mark.slow
def test_in_a_document_they_end_in_the_offline_answer_with_an_obedient_model(planted_corpus, chat_server):
    planted = loaded(*planted_corpus, chat_server.url)
    for number, one in enumerate(PLANTED):
        question = QUESTIONS[number % 8]
        offline = planted.ask(question, today=DAY)
        for says in obedient(one["says"]):
            chat_server.replies = [says]
            answer = planted.ask(question, today=DAY, mode="llm")
            assert same(answer) == same(offline), (question, says)
            assert answer.mode == "offline"
    assert chat_server.asked
    for asked in chat_server.asked:
        given = re.sub(r"\s", "", asked["messages"][1]["content"])
        assert [one["text"] for one in PLANTED if re.sub(r"\s", "", one["text"]) in given] == []


@pytest.mark.slow
def test_a_good_model_is_not_hindered_by_planted_passages(planted_corpus, chat_server):
    chat_server.replies = ["海陵区2025年高新技术企业目标是260家[1]。"]
    assert loaded(*planted_corpus, chat_server.url).ask(QUESTIONS[1], today=DAY, mode="llm").mode == "llm"


@pytest.mark.parametrize("one", PLANTED, ids=[one["id"] for one in PLANTED])
def test_planted_passages_are_known_for_what_they_are(one):
    assert speaks_to_a_model(one["text"])


def test_no_line_of_the_plans_is_taken_for_one():
    texts = [path.read_text("utf-8") for path in sorted((HERE.parent / "corpus" / "documents").glob("*.txt"))]
    assert texts
    assert [line[:60] for text in texts for line in text.split("\n") if speaks_to_a_model(line)] == []
