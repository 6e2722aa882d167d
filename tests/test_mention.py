"""Whether documents mention a word: where it stands, or that it stands nowhere."""

from datetime import date

import pytest

from answer.assistant import Assistant
from answer.mention import asked_term
from answer.presence import presence_stated

DAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def assistant(two_plans, small_index):
    return Assistant(two_plans, small_index.embedder)


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("临湖规划有没有提到元宇宙？", "元宇宙"),
        ("规划里提到了“科创走廊”吗", "科创走廊"),
        ("安河是否涉及创新券方面的内容", "创新券"),
        ("哪份文件提到了人才公寓？", "人才公寓"),
        ("元宇宙在规划里有没有提到", "元宇宙"),
        ("规划提到的三个中心是哪些", ""),
        ("有没有提到给多少钱", ""),
        ("高企目标提到多少家", ""),
    ],
)
def test_the_word_whose_mention_is_asked_for(text, term):
    assert asked_term(text) == term


def test_a_word_that_stands_is_quoted_and_the_statement_checked(assistant):
    answer = assistant.ask("安河规划有没有提到创新券？", today=DAY)
    assert not answer.abstained
    assert "《安河县科技创新规划》提到了“创新券”：" in answer.answer and "推广创新券" in answer.answer
    assert answer.citations and all(check.ok for check in answer.checks)


def test_a_word_that_stands_elsewhere_only_is_said_to_be_missing_and_where_it_is(assistant):
    answer = assistant.ask("安河规划有没有提到人才公寓？", today=DAY)
    assert answer.abstained and answer.answer.startswith("《安河县科技创新规划》没有提到“人才公寓”。")
    assert "《临湖市科技创新规划》提到了“人才公寓”：" in answer.answer
    assert all(check.ok for check in answer.checks)


@pytest.mark.parametrize("question", ["哪个地方提出要建产业技术研究院？", "哪些地方打算打造产业技术研究院"])
def test_where_a_thing_is_to_be_built_is_told_by_who_writes_of_it(assistant, question):
    answer = assistant.ask(question, today=DAY)
    assert answer.answer.startswith("《安河县科技创新规划》提到了“产业技术研究院”："), answer.answer
    assert "《临湖市科技创新规划》没有提到“产业技术研究院”" in answer.answer
    assert all(check.ok for check in answer.checks)


def test_a_word_of_no_document_is_missing_and_nothing_is_quoted(assistant):
    answer = assistant.ask("临湖规划提到了元宇宙吗", today=DAY)
    assert answer.abstained and "没有提到“元宇宙”" in answer.answer and not answer.citations


def test_which_documents_mention_a_word_and_which_do_not(assistant):
    answer = assistant.ask("哪份文件提到了创新券？", today=DAY)
    assert "《安河县科技创新规划》提到了“创新券”" in answer.answer
    assert "《临湖市科技创新规划》没有提到“创新券”。" in answer.answer


@pytest.mark.parametrize(
    ("sentence", "true"),
    [
        ("《临湖市科技创新规划》提到了“人才公寓”：", True),
        ("《安河县科技创新规划》提到了“人才公寓”：", False),
        ("《安河县科技创新规划》没有提到“人才公寓”。", True),
        ("《临湖市科技创新规划》没有提到“人才公寓”。", False),
        ("《无此规划》没有提到“人才公寓”。", False),
        ("安河没有提到“人才公寓”。", False),
    ],
)
def test_presence_is_held_against_the_texts(two_plans, sentence, true):
    assert presence_stated(sentence, two_plans) is true


def test_a_place_that_is_looked_for_is_not_the_place_asked_about(assistant):
    answer = assistant.ask("临湖规划有没有提到安河？", today=DAY).answer
    assert "支持安河打造企业集聚区" in answer
    assert "《安河县科技创新规划》" not in answer


def test_a_place_that_is_not_mentioned_is_not_looked_for_in_its_own_plan(assistant):
    answer = assistant.ask("安河规划提到临湖了吗", today=DAY)
    assert answer.abstained
    assert answer.answer == "《安河县科技创新规划》没有提到“临湖”。"
