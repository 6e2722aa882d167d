"""A conversation grows by questions; an answer is shown with its marks, its refusal and what was checked."""

import re
from dataclasses import replace

import pytest

from answer.answer import Answer, Check, Citation, Refusal
from ui.conversation import FULL, MAX_TURNS, converse
from ui.marks import marked_html
from ui.message import conversation_html
from ui.turn import Turn

pytest_plugins = ("tests.markup",)


def test_an_answer_grows_and_ends_done(fake_assistant):
    stages = list(converse(fake_assistant, " 600家 ", [], "offline"))
    turns = [stage[-1] for stage in stages]
    assert [turn.question for turn in turns] == ["600家"] * 4
    final = "高新技术企业达到600家。[1]"
    assert [turn.answer and turn.answer.answer for turn in turns] == [None, "高新技术企业达到", final, final]
    assert [turn.done for turn in turns] == [False, False, False, True]


def test_earlier_questions_go_along_but_failed_ones_do_not(last_turn):
    turns = last_turn("研发")
    turns = last_turn("出错", turns)
    assert turns[-1].error == "没能回答这个问题：expected a question, came 出错"
    turns = last_turn("600家", turns)
    assert turns[-1].answer.notices == ("此前的提问：研发",)
    assert [turn.number for turn in turns] == [1, 2, 3]


def test_a_blank_question_does_nothing(fake_assistant):
    assert list(converse(fake_assistant, " \n", [], "offline")) == []


def test_a_full_chat_asks_for_a_new_one(last_turn):
    full = [Turn(number, "问", done=True) for number in range(1, MAX_TURNS + 1)]
    turns = last_turn("600家", full)
    assert turns[-1].error == FULL
    assert len(last_turn("600家", turns)) == MAX_TURNS + 1


def test_marks_are_links_to_their_source_and_other_brackets_stay(fake_assistant, last_turn, markup):
    (turn,) = last_turn("研发投入强度")
    turn = replace(turn, answer=replace(turn.answer, answer=f"{turn.answer.answer}见[17]"))
    page = markup(conversation_html([turn], fake_assistant.documents))
    assert [(cite["href"], cite["text"]) for cite in page.find(css="cw-cite")] == [("#cw-source-1-1", "[1]"), ("#cw-source-1-2", "[2]")]
    assert page.find(css="cw-text")[0]["text"] == turn.answer.answer
    assert [notice["text"] for notice in page.find("li")] == ["《临河区科技创新实施方案》为征求意见稿。"]


def test_a_growing_answer_is_busy_and_cannot_be_copied(fake_assistant, markup):
    waiting, part, *_ = converse(fake_assistant, "600家", [], "offline")
    for stage in (waiting, part):
        page = markup(conversation_html(stage, fake_assistant.documents))
        assert page.find("article")[0]["aria-busy"] == "true"
        assert page.find("button") == []
    assert markup(conversation_html(waiting, fake_assistant.documents)).find(css="cw-wait")


def test_an_empty_conversation_names_the_documents(fake_assistant, markup):
    page = markup(conversation_html([], fake_assistant.documents))
    assert [item["text"] for item in page.find("li")] == ["海城市科技创新“十四五”规划", "临河区科技创新实施方案"]


@pytest.mark.parametrize(
    ("code", "label"),
    [
        ("not_in_corpus", "资料库中没有答案"),
        ("other_jurisdiction", "资料库中没有该地区的规定"),
        ("off_topic", "不属于资料库的范围"),
        ("unsafe", "无法处理这个请求"),
    ],
)
def test_a_refusal_is_shown_as_one(fake_assistant, code, label, last_turn, markup):
    (turn,) = last_turn("电话")
    turn = replace(turn, answer=replace(turn.answer, refusal=Refusal(code, "理由在此")))
    page = markup(conversation_html([turn], fake_assistant.documents))
    assert page.find(css="cw-refusal")[0]["text"] == label
    assert page.find(css="cw-reason")[0]["text"] == "理由在此"


def test_numbers_show_what_they_were_held_against() -> None:
    citation = Citation(1, "plan", "规划", "", None, "p1", 0, 10, '研发强度"达"到3.8%')
    answer = Answer(
        question="目标？",
        answer="目标3.8%，高<0.3个百分点[1]。",
        abstained=False,
        refusal=None,
        citations=(citation,),
        hits=(),
        notices=(),
        mode="offline",
        latency_ms=1.0,
        index_id="x",
        checks=(Check("目标3.8%，高<0.3个百分点", True, 1), Check("3.8%", True, 1), Check("0.3个百分点", False, None)),
    )
    html = marked_html(7, answer)
    assert '<span class="cw-ok" title="原文[1]：研发强度&quot;达&quot;到3.8%">3.8%</span>' in html
    assert '<span class="cw-doubt" title="未能在所引原文中核对到">0.3个百分点</span>' in html
    assert 'href="#cw-source-7-1"' in html
    assert "&lt;" in html


def test_every_number_checked_bears_a_mark_however_it_is_spaced() -> None:
    first = "到 2025 年，每万人中研发人员达 220 人，产值 1,680 万元，比 2020 年多 30 家（50家-20家=30家）"
    second = "到 2025 年，每万人中病床 60 张"
    told = (first, "50家-20家=30家", "万人", "220人", "1680万元", "30家", "2025年", "2020年", second, "万人", "60张", "2025年")
    answer = Answer(
        question="多少？",
        answer=f"{first}[1]。\n{second}[1]。",
        abstained=False,
        refusal=None,
        citations=(),
        hits=(),
        notices=(),
        mode="offline",
        latency_ms=1.0,
        index_id="x",
        checks=tuple(Check(words, True, 1) for words in told),
    )
    marked = re.findall(r'<span class="cw-ok"[^>]*>([^<]+)</span>', marked_html(1, answer))
    assert marked == ["2025 年", "220 人", "1,680 万元", "2020 年", "30 家", "2025 年", "60 张"]
