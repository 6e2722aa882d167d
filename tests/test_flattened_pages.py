"""Pages of a PDF copied as text: bare page numbers, headings that run on, headers of two lines, boxes cell by cell."""

import pytest

from facts.targets import extract_facts
from index.catalog import DocumentInfo
from index.lines import Line, clean_lines
from index.nodes import ParsedDocument
from index.outlines import outline_document
from index.passages import chunk_document
from index.structure import parse_document
from index.tables.folded import folded_rows
from index.tables.spaced import spaced_rows
from index.tables.tiered import tiered_rows

FULL = "坚持创新驱动发展战略，加快建设高水平创新型城市，推动产"  # 28 characters
OTHER = "业基础高级化和产业链现代化，打造具有重要影响力的科创高"

PARKS = """表1 各园区主要指标
园区 研发投入强度（%） 高新技术企业数（家）
2025年 2030年 2025年 2030年
青岩高新区 3.1 4.0 120 260
白溪县 1.2 1.9 45 90
"""

BOX = """专栏1 重点平台建设目标
平台名称
依托单位
2030年目标
青岩光电实验室
青岩大学、青岩光电集团
研发人员260人，攻克关键
技术40项
白溪竹木研究院
白溪林业集团
研发人员90人，
孵化企业12家
南坪水利中试基地
南坪水务公司
中试线5条
"""

INDICATORS = """序号 指标 单位 2025年 2030年 属性
1 研发投入强度 % 2.1 3.0 预期性
2 省级以上创新平台 家 46 80 预期性
其中：国家级 家 3 8 预期性
3 高新技术企业数 家 320 600 预期性
"""


def lines(text: str) -> list[Line]:
    return clean_lines(text)[0]


def rows_of(document: ParsedDocument) -> list[tuple[str, ...]]:
    return [
        tuple(cell.text for cell in row.cells)
        for place in document.places()
        if place.table and place.leaf.kind == "row"
        for row in place.table.rows[place.leaf.row :][:1]
    ]


def pages(numbers: list[str], length: int = 24) -> str:
    return "\n".join("\n".join([*(f"第{page}页的正文{row}" for row in range(length)), number]) for page, number in enumerate(numbers))


def test_every_second_page_has_a_bare_number() -> None:
    dropped = [item.text for item in clean_lines(pages(["— 1 —", "2", "— 3 —", "4", "— 5 —", "6"]))[1]]
    assert dropped == ["— 1 —", "2", "— 3 —", "4", "— 5 —", "6"]


def test_a_bare_figure_near_a_page_number_or_where_a_page_has_none_is_kept() -> None:
    assert [item.text for item in clean_lines(pages(["— 1 —", "5", "— 3 —", "4", "— 5 —"]))[1]] == ["— 1 —", "— 3 —", "— 5 —"]


def test_bare_numbers_a_page_apart_and_rows_that_count_up() -> None:
    assert [item.text for item in clean_lines(pages(["1", "2", "3", "4"]))[1]] == ["1", "2", "3", "4"]
    assert clean_lines(pages(["1", "2", "3", "4"], length=5))[1] == []  # running numbers of a table


def lone(numbers: list[str], text: str = "区里建设创新平台。" * 40) -> list[str]:
    source = "".join(f"第{place}段。{text}\n\n{number}\n\n" for place, number in enumerate(numbers))
    return [item.text for item in clean_lines(source)[1]]


def test_bare_numbers_between_blank_rows_count_pages_though_some_are_left_out() -> None:
    assert lone(["1", "3", "4", "7", "8"]) == ["1", "3", "4", "7", "8"]
    assert lone(["1", "3", "2", "7", "8"]) == []  # they do not count up
    assert lone(["1", "3", "4", "60", "61"]) == []  # too little text between for so many pages
    assert lone(["1", "2", "3", "4"], text="短") == []  # running numbers of a list


def test_a_table_of_one_cell_a_line_goes_on_behind_a_page_number() -> None:
    cells = ["序号", "指标", "单位", "2025年", "2030年"]
    rows = [["1", "研发投入", "亿元", "3", "5"], ["2", "孵化器", "家", "4", "9"], ["3", "专利", "件", "20", "35"]]
    more = [["4", "技术合同", "亿元", "6", "12"], ["5", "领军人才", "人", "40", "80"]]
    text = "区里建设创新平台。" * 40
    table = "\n".join(["表1  主要指标", "", *cells, *sum(rows, [])]), "\n".join(sum(more, []))
    source = f"{text}\n\n1\n\n{text}\n\n2\n\n{text}{table[0]}\n\n4\n\n{table[1]}\n\n{text}\n\n5\n\n{text}"
    source = source.replace(f"{text}表1", f"{text}\n\n表1")
    assert rows_of(parse_document(source)) == [tuple(row) for row in [*rows, *more]]


def test_a_heading_of_the_contents_is_parted_from_the_text_in_its_line() -> None:
    contents = "目录\n一、发展基础......1\n（一）主要成效......1\n（二）存在短板......2\n"
    source = f"{contents}一、发展基础\n（一）主要成效{FULL}\n{OTHER}\n{FULL}\n业。\n（二）存在短板。{FULL}\n{OTHER}\n业。"
    found = parse_document(source)
    assert [found.text[place.leaf.start : place.leaf.end] for place in found.places() if place.leaf.kind == "heading"] == [
        "一、发展基础",
        "（一）主要成效",
    ]
    assert FULL + OTHER + FULL + "业。" in found.text.split("\n")


def test_no_heading_is_parted_that_has_a_line_of_its_own() -> None:
    contents = "目录\n一、储能......1\n二、材料......1\n三、医药......2\n"
    source = f"{contents}一、储能\n一、储能产业链的规模到期末达到一千亿元。\n二、材料\n{FULL}。\n三、医药\n{FULL}。"
    assert "一、储能产业链的规模到期末达到一千亿元。" in parse_document(source).text.split("\n")


def test_a_field_of_a_form_inside_open_brackets_goes_on() -> None:
    text = f"{FULL}\n{OTHER}\n{FULL[:16]}（牵头单位：市科技局；\n配合单位：市财政局、市教育局）\n（二）下一条，{OTHER[:18]}"
    assert f"{FULL[:16]}（牵头单位：市科技局；配合单位：市财政局、市教育局）" in parse_document(text).text


def test_an_article_that_a_line_refers_to_begins_no_article() -> None:
    found = parse_document("第一条 申报。第三条由市科技局审核，第十九条至\n第二十一条由市委金融办审核。\n第二条 本措施自5月1日起施行。")
    assert [found.text[place.leaf.start : place.leaf.end] for place in found.places()] == [
        "第一条 申报。第三条由市科技局审核，第十九条至第二十一条由市委金融办审核。",
        "第二条 本措施自5月1日起施行。",
    ]


def test_a_quoted_caption_is_parted_from_the_text_in_its_line_and_what_a_paragraph_counts_is_listed() -> None:
    counted = "1. 长寿命钠电；2. 高功率激光；3. 竹基纤维。前两项由甲实验室组织。"
    parsed = parse_document(f"一、攻关\n专栏 2 “三大专项”为集中力量突破卡点，实施三大专项，实行双牵头制：\n{counted}\n二、人才\n{FULL}。")
    (outline,) = [outline for outline in outline_document("a", parsed) if "三大专项" in outline.title]
    assert [item.name for item in outline.items] == ["长寿命钠电", "高功率激光", "竹基纤维"]
    assert all(parsed.text[item.start : item.end] == item.name for item in outline.items)


def test_no_chapter_stands_below_a_preface() -> None:
    found = parse_document(f"序言\n{FULL}。\n一、基础\n{FULL}。\n二、目标\n{OTHER}。")
    assert [place.headings for place in found.places() if place.leaf.kind == "paragraph"] == [("序言",), ("一、基础",), ("二、目标",)]


def test_a_header_of_things_above_and_of_years_below() -> None:
    rows = tiered_rows(lines(PARKS)[1:])
    assert [row.cells(5) for row in rows] == [
        ["园区", "研发投入强度（%）", "", "高新技术企业数（家）", ""],
        ["", "2025年", "2030年", "2025年", "2030年"],
        ["青岩高新区", "3.1", "4.0", "120", "260"],
        ["白溪县", "1.2", "1.9", "45", "90"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        "园区 强度 企业\n2025年 2030年 2025年\n甲区 1 2 3\n乙区 4 5 6",  # things of unlike years
        "园区 强度\n2025年 2030年\n甲区 1 2\n乙区 4",  # a row that lacks a cell
        "园区 强度 企业\n甲区 1 2\n乙区 4 5",
    ],
)
def test_lines_that_are_no_header_of_two(text: str) -> None:
    assert tiered_rows(lines(text)) == []


def test_figures_below_a_header_of_two_lines_have_their_year_unit_and_place() -> None:
    info = DocumentInfo("a", "a.txt", "青岩市规划", "青岩市", "地级市", "", "", "", "", "2026-2030", "final", "", "")
    parsed = parse_document(f"# 青岩市规划\n\n## 一、布局\n\n{PARKS}")
    facts = extract_facts(info, chunk_document(info.id, parsed), parsed.text)
    assert {(fact.scope, fact.name, fact.year, fact.value, fact.unit) for fact in facts} == {
        ("青岩高新区", "研发投入强度", 2025, "3.1", "%"),
        ("青岩高新区", "研发投入强度", 2030, "4", "%"),
        ("青岩高新区", "高新技术企业数", 2025, "120", "家"),
        ("青岩高新区", "高新技术企业数", 2030, "260", "家"),
        ("白溪县", "研发投入强度", 2025, "1.2", "%"),
        ("白溪县", "研发投入强度", 2030, "1.9", "%"),
        ("白溪县", "高新技术企业数", 2025, "45", "家"),
        ("白溪县", "高新技术企业数", 2030, "90", "家"),
    }


def test_a_box_cell_by_cell_with_cells_broken_over_lines() -> None:
    rows, taken = folded_rows(lines(BOX)[1:])
    assert [row.cells(3) for row in rows] == [
        ["平台名称", "依托单位", "2030年目标"],
        ["青岩光电实验室", "青岩大学、青岩光电集团", "研发人员260人，攻克关键技术40项"],
        ["白溪竹木研究院", "白溪林业集团", "研发人员90人，孵化企业12家"],
        ["南坪水利中试基地", "南坪水务公司", "中试线5条"],
    ]
    assert taken == 14
    assert ("白溪竹木研究院", "白溪林业集团", "研发人员90人，孵化企业12家") in rows_of(parse_document(BOX))


def test_a_box_cell_by_cell_whose_figures_have_their_units() -> None:
    heads = ["园区名称", "规划面积", "主导产业", "2030年产值目标", "责任单位"]
    rows = [["青岩园", "32平方公里", "光电", "380亿元", "青岩管委会"], ["白溪园", "4.2平方公里", "竹木、家居", "210亿元", "白溪镇"]]
    more = [["南坪带", "14平方公里", "水产", "约95亿元", "县农业局"]]
    source = "\n".join(["专栏1  重点园区一览", "", *heads, *sum(rows + more, [])])
    assert rows_of(parse_document(source)) == [tuple(row) for row in [*rows, *more]]


def test_a_box_cell_by_cell_whose_header_is_broken_above_its_figures() -> None:
    heads = ["园区名称", "面积", "（平方公里）", "2025年", "产值（亿元）", "2030年", "产值（亿元）", "主导产业"]
    rows = [["青岩园", "32", "80", "210", "光电"], ["白溪园", "4.2", "35", "95", "竹木、家居"], ["南坪带", "14", "20", "60", "水产"]]
    text = "\n".join(["专栏1  重点园区一览", *heads, *sum(rows, [])])
    assert rows_of(parse_document(text)) == [tuple(row) for row in rows]
    view = next(passage.row for passage in chunk_document("a", parse_document(text)) if passage.row)
    assert [header for header, _, _ in view.cells] == ["面积（平方公里）", "2025年产值（亿元）", "2030年产值（亿元）", "主导产业"]


def test_a_box_cell_by_cell_with_a_name_broken_below_a_header_come_again() -> None:
    heads = ["项目名称", "建设地点", "总投资（亿元）", "建设年限", "责任单位"]
    rows = [["光电基地", "青岩镇", "12", "2026—2028", "县工信局"], ["竹木小镇", "白溪镇", "3.5", "2026—2027", "县林业局"]]
    broken = ["南坪水库抽水蓄能", "示范电站", "南坪镇", "11.8", "2027—2029", "县水利局"]
    text = "\n".join(["表2  重大项目", "", *heads, *sum(rows, []), "", "— 7 —", "", *heads, *broken])
    whole = ("南坪水库抽水蓄能示范电站", *broken[2:])
    assert rows_of(parse_document(text)) == [*map(tuple, rows), whole]


def test_a_header_of_unusual_words_heads_rows_that_have_a_line_a_cell() -> None:
    heads = ["基地名称", "运营主体", "所在地", "投用时间"]
    rows = [
        ["光电基地", "青岩大学", "青岩镇", "2026年12月"],
        ["竹木基地", "白溪林业", "白溪镇", "2027年6月"],
        ["水产基地", "南坪渔业", "南坪镇", "2028年3月"],
    ]
    assert rows_of(parse_document("\n".join(["专栏3  中试基地", *heads, *sum(rows, [])]))) == [tuple(row) for row in rows]
    assert folded_rows(lines("\n".join([*heads, *sum(rows[:2], [])]))) == ([], 0)


@pytest.mark.parametrize(
    "text",
    [
        "平台名称\n依托单位\n主攻方向\n甲实验室\n乙大学\n光电\n丙中心\n丁大学\n储能",  # no column of figures tells the rows apart
        "甲实验室\n研发人员20人\n乙实验室\n研发人员30人",  # no header
        "平台名称\n依托单位\n2030年目标\n甲实验室\n乙大学\n研发人员20人",  # one row
        "平台名称\n依托单位\n2030年目标\n甲实验室\n研发人员20人\n乙实验室\n丙实验室\n丁实验室\n戊大学\n研发人员30人\n己大学",
    ],
)
def test_lines_that_do_not_part_into_cells_in_one_way(text: str) -> None:
    assert folded_rows(lines(text)) == ([], 0)


def test_a_row_without_a_number_is_a_part_of_the_one_above_it() -> None:
    rows, _ = spaced_rows(lines(INDICATORS))
    assert [row.cells(6)[1:5] for row in rows][2:4] == [["省级以上创新平台", "家", "46", "80"], ["其中：国家级", "家", "3", "8"]]
    views = [passage.row for passage in chunk_document("a", parse_document(f"表1 主要指标\n{INDICATORS}")) if passage.row]
    assert [(view.label, view.cells[1][1]) for view in views][1:3] == [("省级以上创新平台", "80"), ("国家级创新平台", "8")]


SECTIONED = """表2 主要指标
序号 指标名称 单位 2025年 2030年 属性
一、科技创新
1 研发投入强度 % 2.1 2.8 预期性
2 每万人口高价值发明专利
拥有量 件 3.4 7.5 预期性
二、教育发展
3 公办园在园幼儿占比 % 54 62 约束性

— 4 —

表2（续）
序号 指标名称 单位 2025年 2030年 属性
三、人才支撑
4 人才资源总量 万人 36.5 48 预期性
5 高技能人才 万人 6.2 8.5 约束性
注：以上指标除约束性外均为预期性。

第三章  重点任务

加快建设高水平创新平台。
"""


def test_titles_between_the_rows_of_a_table_end_no_table():
    parsed = parse_document(SECTIONED)
    rows = [passage.row for passage in chunk_document("made", parsed) if passage.kind == "row"]
    told = {row.label: [(header, cell, unit) for header, cell, unit in row.cells][:2] for row in rows if row}
    assert len(told) == 5
    assert told["每万人口高价值发明专利拥有量"] == [("2025年", "3.4", "件"), ("2030年", "7.5", "件")]
    assert told["人才资源总量"] == [("2025年", "36.5", "万人"), ("2030年", "48", "万人")]
    assert all(title in parsed.text for title in ("一、科技创新", "二、教育发展", "三、人才支撑"))
