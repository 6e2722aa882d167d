"""The panel of sources shows what is cited, in its place, and what else was found."""

from dataclasses import replace

import pytest

from answer.answer import Refusal
from ui.message import conversation_html
from ui.plain import plain_answer
from ui.row import row_cells
from ui.sources import sources_html

pytest_plugins = ("tests.markup",)


def test_a_card_says_where_its_words_stand(fake_assistant, last_turn, markup):
    page = markup(sources_html(last_turn("研发投入强度"), fake_assistant.documents))
    first, second = (card for card in page.find(css="cw-card") if "id" in card)
    assert first["id"] == "cw-source-1-1"
    assert "海城市科学技术局 · 2021-10 · 规划期 2021—2025年 · 正式文件" in first["text"]
    assert "征求意见稿" in second["text"]
    assert page.find("blockquote")[0]["text"] == "到2025年，研发投入强度达到3.5%。"
    start, end = 5, 25
    assert fake_assistant.document_text("haicheng-145")[start:end] == "到2025年，研发投入强度达到3.5%。"
    assert page.find(css="cw-open")[0]["href"] == f"/documents/haicheng-145?start={start}&end={end}#cited"


def test_hits_that_are_not_cited_are_folded_and_bear_no_score(fake_assistant, last_turn, markup):
    turns = last_turn("研发投入强度")
    html = sources_html(turns, fake_assistant.documents)
    page = markup(html)
    assert page.find("summary")[0]["text"] == "其他相关段落（4）"
    assert len(page.find("details")[0]["text"].split("在原文中查看")) == 5
    assert not any(str(round(hit.score, 2)) in html for hit in turns[-1].answer.hits if hit.rank > 1)


def test_a_refusal_opens_with_the_nearest_passages(fake_assistant, last_turn, markup):
    page = markup(sources_html(last_turn("电话"), fake_assistant.documents))
    assert page.find(css="cw-near")[0]["text"] == "最接近的段落"
    assert page.find("summary")[0]["text"] == "其他相关段落（3）"


@pytest.mark.parametrize("code", ["off_topic", "unsafe"])
def test_a_question_about_something_else_shows_no_passages(fake_assistant, code, last_turn, markup):
    (turn,) = last_turn("天气")
    turn = replace(turn, answer=replace(turn.answer, refusal=Refusal(code, "与资料无关。")))
    assert markup(sources_html([turn], fake_assistant.documents)).find("blockquote") == []
    assert markup(conversation_html([turn], fake_assistant.documents)).find(css="cw-show") == []
    assert plain_answer(turn.answer, fake_assistant.documents) == "资料库中的文件没有写这一点。"


def test_only_the_newest_answer_is_shown_and_a_failed_one_has_no_sources(fake_assistant, last_turn, markup):
    turns = last_turn("出错", last_turn("600家", last_turn("研发")))
    sections = markup(sources_html(turns, fake_assistant.documents)).find("section")
    assert [(section["id"], section["class"]) for section in sections] == [
        ("cw-sources-1", "cw-sources"),
        ("cw-sources-2", "cw-sources current"),
    ]


@pytest.mark.parametrize(
    ("text", "context", "cells"),
    [
        (
            "1\t高企\t294\t600",
            "图表 2：指标\n序号 | 名称 | 2020年 | 2025年\n单位：家",
            [("序号", "1"), ("名称", "高企"), ("2020年", "294"), ("2025年", "600")],
        ),
        ("| 高企 | 600 |", "名称 | 2025年", [("名称", "高企"), ("2025年", "600")]),
        ("高企\t\t600", "名称 | 单位 | 目标", [("名称", "高企"), ("单位", ""), ("目标", "600")]),
        ("高企\t600", "名称 | 单位 | 目标", []),
        ("高企\t600\n科小\t9", "名称 | 目标", []),
        ("高新技术企业达到600家。", "", []),
    ],
)
def test_a_row_is_read_with_its_headers_where_they_fit(text, context, cells):
    assert row_cells(text, context) == cells


def test_a_cited_row_is_shown_under_its_headers(fake_assistant, last_turn, markup):
    (turn,) = last_turn("600家")
    (cited,) = turn.answer.citations
    row = replace(cited, heading="一、目标 > 图表 2：指标", text="高企\t600", context="图表 2：指标\n名称 | 目标\n单位：家")
    answer = replace(turn.answer, citations=(row,), hits=())
    page = markup(sources_html([replace(turn, answer=answer)], fake_assistant.documents))
    assert [(row["text"]) for row in page.find("tr")] == ["名称高企", "目标600"]
    assert [line["text"] for line in page.find(css="cw-place")] == ["一、目标 > 图表 2：指标", "单位：家"]
