"""The words an answer shows: literal, without numbering, emphasis and table syntax, never half a number."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer.wording import finish, row_words, sentence_words, shorten, with_unit
from index.passages import RowView


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1. 强化创新主体。", "强化创新主体。"),
        ("（一）加快建设科创走廊", "加快建设科创走廊"),
        ("二、发展目标", "发展目标"),
        ("①做强平台", "做强平台"),
        ("（1）做强平台", "做强平台"),
        ("## 标题", "标题"),
        ("第一章 总则", "总则"),
        ("第十二条 对企业给予奖励", "对企业给予奖励"),
        ("附件1：申报表", "附件1：申报表"),
        ("**加粗**：内容", "加粗：内容"),
        ("—— 到2025年", "到2025年"),
        ("• 到2025年", "到2025年"),
        ("甲\t乙\n丙", "甲 乙 丙"),
        ("| 高企 | 600 |", "高企 600"),
        ("", ""),
    ],
)
def test_numbering_and_marks_are_left_out(text, words):
    assert sentence_words(text) == words


@pytest.mark.parametrize("text", ["2025年目标600家", "1.2万家企业", "3个园区", "5G应用", "第三产业增加值", "一是加快建设", "3.8%以上"])
def test_figures_are_no_numbering(text):
    assert sentence_words(text) == text


@given(st.text(alphabet="研发投入，。；：0123456789.%家（）“” ", max_size=60))
def test_words_are_taken_from_the_text(text):
    words = sentence_words(text)
    rest = iter(text)
    assert all(char in rest for char in words if not char.isspace())
    assert words == words.strip()


@pytest.mark.parametrize(
    ("cell", "unit", "shown"),
    [
        ("600", "家", "600家"),
        (">600", "家", ">600家"),
        ("≥3.6", "%", "≥3.6%"),
        ("1,200", "家", "1,200家"),
        ("3.2 (2019)", "亿元", "3.2亿元(2019)"),
        ("[17]", "人", "17人"),
        ("12*", "家", "12家"),
        ("10-20", "家", "10-20家"),
        ("10～20", "家", "10～20家"),
        ("10%", "%", "10%"),
        ("600家", "家", "600家"),
        ("2025年", "家", "2025年"),
        ("增速高于全省", "%", "增速高于全省"),
        ("3.5", "", "3.5"),
        ("", "家", ""),
    ],
)
def test_the_unit_stands_behind_the_figure_once(cell, unit, shown):
    assert with_unit(cell, unit) == shown


def row(label, *cells, note=""):
    return RowView(label, cells, "", note)


def test_a_row_is_its_name_with_every_column():
    assert row_words(row("高企（家）", ("2020 年", "294", "家"), ("2025年", ">600", "家"))) == "高企：2020 年 294家，2025年 >600家"


def test_a_column_of_differences_between_shares_counts_in_percentage_points():
    told = row_words(row("研发强度（%）", ("2020年", "2.85", "%"), ("增量", "0.75", "%")))
    assert told == "研发强度：2020年 2.85%，增量 0.75个百分点"
    assert row_words(row("高企（家）", ("增量", "300", "家"))) == "高企：增量 300家"


def test_empty_cells_and_remarks_are_not_told():
    assert row_words(row("高企（家）", ("2020年", "—", "家"), ("2025年", "600", "家"), ("备注", "预期性", ""))) == "高企：2025年 600家"
    assert row_words(row("高企（家）", ("2020年", "/", "家"), ("2025年", "", "家"))) == "高企"


def test_what_a_note_says_of_a_marked_figure_is_told_with_it():
    starred = row_words(row("研发强度（%）", ("2020年", "2.85*", "%"), ("2025年", "3.6", "%"), note="注：*为2019年数据。"))
    assert starred == "研发强度：2020年 2.85%（2019年数据），2025年 3.6%"
    assert row_words(row("人才（人）", ("2025年", "[17]", "人"), note="[ ]内为五年累计数据")) == "人才：2025年 17人（五年累计）"


def test_a_header_s_own_unit_is_not_repeated():
    assert row_words(row("高企", ("2025年（家）", "600", "家"))) == "高企：2025年 600家"


@pytest.mark.parametrize(
    ("text", "limit", "short"),
    [
        ("甲乙丙丁，戊己庚辛，壬癸", 20, "甲乙丙丁，戊己庚辛，壬癸"),
        ("甲乙丙丁，戊己庚辛，壬癸", 9, "甲乙丙丁……"),
        ("甲乙丙丁，戊己庚辛，壬癸", 11, "甲乙丙丁，戊己庚辛……"),
        ("一句没有停顿的话", 6, "一句没有……"),
        ("高新技术企业达到12345家", 12, "高新技术企业达到……"),
        ("研发强度达3.85%", 8, "研发强度达……"),
    ],
)
def test_sentences_are_cut_at_clause_borders(text, limit, short):
    assert shorten(text, limit) == short


@given(st.text(alphabet="研发投入达到，。；、0123456789.%家", max_size=80), st.integers(8, 60))
def test_a_short_form_fits_and_holds_whole_numbers_of_the_text(text, limit):
    short = shorten(text, limit)
    assert len(short) <= limit
    if short != text:
        kept = short.removesuffix("……")
        assert text.startswith(kept) and short.endswith("……")
        assert not re.match(r"[.]?\d", text[len(kept) :]) or not re.search(r"\d[.]?$", kept)


def test_an_ending_makes_room_for_a_mark():
    assert finish("达到600家。") == finish("达到600家，") == "达到600家"
    assert finish("如下：") == "如下" and finish("。。") == ""
