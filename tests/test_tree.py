"""Headings, clauses, boxes, signatures and attachments nest as their numbering says."""

import pytest

from index.nodes import ParsedDocument
from index.structure import parse_document

SENTENCE = "坚持创新驱动，推动高质量发展。"


def paths(source: str) -> list[tuple[str, str]]:
    """(headings above, text) of every leaf that is a paragraph, note or title."""
    document = parse_document(source)
    leaves = [place for place in document.places() if place.leaf.kind in ("paragraph", "note", "title")]
    return [(" > ".join(place.headings), document.text[place.leaf.start : place.leaf.end]) for place in leaves]


def kinds(document: ParsedDocument) -> list[str]:
    return [place.leaf.kind for place in document.places()]


def test_styles_nest_in_their_order() -> None:
    found = paths(
        f"第一章 甲\n第一节 乙\n一、丙\n（一）丁\n1. 戊\n{SENTENCE}\n（二）己\n{SENTENCE}\n第二节 庚\n{SENTENCE}\n第二章 辛\n{SENTENCE}"
    )
    assert [path for path, _ in found] == [
        "第一章 甲 > 第一节 乙 > 一、丙 > （一）丁 > 1. 戊",
        "第一章 甲 > 第一节 乙 > 一、丙 > （二）己",
        "第一章 甲 > 第二节 庚",
        "第二章 辛",
    ]


def test_articles_stand_below_the_headings_above_the_first_one() -> None:
    found = paths(f"一、甲\n第一条 {SENTENCE}\n1. 甲一，{SENTENCE}\n二、乙\n第二条 {SENTENCE}\n")
    assert [path for path, _ in found] == ["一、甲", "一、甲", "二、乙"]
    found = paths(f"第一条 支持甲。{SENTENCE}\n一、甲一，{SENTENCE}\n第二条 支持乙。{SENTENCE}")
    assert [path for path, _ in found] == ["支持甲", "支持甲", "支持乙"]


def test_articles_stand_below_bare_headings_too() -> None:
    found = paths(f"某市办法\n总则\n第一条 {SENTENCE}\n附则事项\n第二条 {SENTENCE}")
    assert [path for path, _ in found[1:]] == ["总则", "附则事项"]


def test_bare_headings_of_an_attachment_stay_in_it() -> None:
    found = paths(f"某局通知\n{SENTENCE}\n附件1\n某市办法\n{SENTENCE}\n保障措施\n{SENTENCE}\n空间布局安排\n1. 甲：乙。")
    assert [path for path, _ in found[2:]] == ["附件1 > 某市办法", "附件1 > 某市办法 > 保障措施", "附件1 > 某市办法 > 空间布局安排 > 甲"]


def test_markdown_headings_nest_by_level_and_those_with_a_number_by_that() -> None:
    found = paths(f"# 甲\n## 乙\n{SENTENCE}\n### 丙\n{SENTENCE}\n## 一、丁\n{SENTENCE}")
    assert found[0] == ("", "# 甲")
    assert [path for path, _ in found[1:]] == ["乙", "乙 > 丙", "乙 > 丙 > 一、丁"]


def test_a_lost_heading_leaves_a_section_without_title() -> None:
    source = f"一、甲\n1. 乙。{SENTENCE}\n2. 丙。{SENTENCE}\n引言一句。\n1. 丁。{SENTENCE}\n2. 戊。{SENTENCE}"
    assert [path for path, _ in paths(source)] == ["一、甲 > 乙", "一、甲 > 丙", "一、甲", "一、甲 > 丁", "一、甲 > 戊"]
    places = list(parse_document(source).places())
    assert places[2].sections != places[4].sections and any(
        section.kind == "section" and not section.title for section in places[4].sections
    )


def test_items_of_a_list_are_no_headings() -> None:
    found = paths(
        "一、条件\n材料包括：\n1. 申报表；\n2. 承诺书；\n3. 发票。\n二、程序\n（一）申报\n（二）受理\n（三）公示\n三、附则\n自印发起施行。"
    )
    assert [text for _, text in found] == [
        "材料包括：",
        "1. 申报表；",
        "2. 承诺书；",
        "3. 发票。",
        "（一）申报",
        "（二）受理",
        "（三）公示",
        "自印发起施行。",
    ]
    assert {path for path, _ in found} == {"一、条件", "二、程序", "三、附则"}


def test_bare_headings() -> None:
    document = parse_document(f"某市规划\n前言\n{SENTENCE}\n空间布局\n{SENTENCE}\n短句\n更短\n")
    assert kinds(document) == ["title", "heading", "paragraph", "heading", "paragraph", "paragraph", "paragraph"]


@pytest.mark.parametrize("text", ["2025年目标", "（征求意见稿）", "GDP", "到时候，再说", "某"])
def test_no_bare_heading(text: str) -> None:
    assert kinds(parse_document(f"{SENTENCE}\n{text}\n{SENTENCE}")) == ["paragraph"] * 3


def test_signature_and_what_is_issued() -> None:
    found = paths(f"某局通知\n一、甲\n{SENTENCE}\n某市科技局\n2024年3月18日\n（此件公开发布）\n某市办法\n第一条 {SENTENCE}\n")
    assert found == [
        ("", "某局通知"),
        ("一、甲", SENTENCE),
        ("", "某市科技局"),
        ("", "2024年3月18日"),
        ("", "（此件公开发布）"),
        ("某市办法", f"第一条 {SENTENCE}"),
    ]


def test_attachments_leave_all_sections() -> None:
    found = paths(
        f"某局通知\n一、甲\n附件：1. 清单\n2. 表格\n某局\n2024年3月\n附件1\n申报清单\n第一章 乙\n{SENTENCE}\n附件2：表格\n{SENTENCE}"
    )
    assert found[1:4] == [("", "附件：1. 清单 2. 表格"), ("", "某局"), ("", "2024年3月")]
    assert [path for path, _ in found[4:]] == ["附件1 > 申报清单 > 第一章 乙", "附件2：表格"]


def test_boxes_hold_labelled_paragraphs_and_end_with_outer_numbering() -> None:
    box = f"专栏 1 工程\n1. 乙。{SENTENCE}\n2. 丙。{SENTENCE}\n"
    other = f"专栏 2 专项\n戊：{SENTENCE}\n己：{SENTENCE}\n{SENTENCE}"
    source = f"（一）甲。{SENTENCE}\n{box}（二）丁。{SENTENCE}\n{other}"
    assert [path for path, _ in paths(source)] == [
        "甲",
        "甲 > 专栏 1 工程",
        "甲 > 专栏 1 工程",
        "丁",
        "丁 > 专栏 2 专项",
        "丁 > 专栏 2 专项",
        "丁",
    ]


def test_what_stands_in_brackets_makes_no_label_too_long() -> None:
    long = "戊园（一类很长的说明、二类很长的说明、三类很长的说明和四类很长的说明）"
    source = f"（一）甲。{SENTENCE}\n专栏 1 专项\n丁园：{SENTENCE}\n{long}：{SENTENCE}\n己园：{SENTENCE}"
    assert [path for path, _ in paths(source)] == ["甲", *["甲 > 专栏 1 专项"] * 3]


def test_notes_belong_to_the_table_just_above() -> None:
    document = parse_document(f"表 1 甲\n指标\t2020年\n乙\t3\n注：丙。\n*为丁。\n{SENTENCE}\n注：戊。")
    assert kinds(document) == ["caption", "header", "row", "note", "note", "paragraph", "paragraph"]
    table = next(place.table for place in document.places() if place.table)
    assert table.note == "注：丙。\n*为丁。"


def test_a_bare_title_above_a_table_is_its_caption() -> None:
    document = parse_document(f"{SENTENCE}\n主要指标\n指标\n2020年\n甲\n3\n乙\n4\n{SENTENCE}")
    assert kinds(document) == ["paragraph", "caption", "header", "row", "row", "paragraph"]


def test_an_attached_table_leaves_all_sections() -> None:
    document = parse_document(f"一、甲\n{SENTENCE}\n附表1 乙\n类别\t金额\n丙\t3\n")
    assert [place.headings for place in document.places() if place.leaf.kind == "row"] == [("附表1 乙",)]


def test_a_bare_heading_can_stand_above_a_box() -> None:
    document = parse_document(f"{SENTENCE}\n重点工程\n专栏 1 甲\n{SENTENCE}")
    assert kinds(document) == ["paragraph", "heading", "caption", "paragraph"]


def test_title_page_ends_where_the_text_starts() -> None:
    long = SENTENCE * 5
    assert kinds(parse_document(f"某市规划\n某市科技局\n2024年3月\n空间布局\n{long}"))[:4] == ["title", "title", "title", "heading"]
    assert kinds(parse_document(f"某市规划\n某市科技局\n{long}")) == ["title", "title", "paragraph"]
    assert kinds(parse_document(f"某市通知\n各单位：\n{long}")) == ["title", "paragraph", "paragraph"]
    assert kinds(parse_document("")) == []
