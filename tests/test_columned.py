"""Tables of a page that is copied column after column, or line by line with words torn from their cells."""

import pytest

from facts.targets import extract_facts
from index.catalog import DocumentInfo
from index.nodes import ParsedDocument
from index.passages import chunk_document
from index.structure import parse_document

COLUMNS = """柳岸县科技创新三年行动计划（2024—2026年）

一、目标

表1 主要指标
序号
1
2
3
4
指标名称（单位）
全社会研发投入强度（%）
高新技术企业数（家）
技术合同成交额（亿元）
万元产值能耗下降率（%）
2023年
2.10
95
11.2
〔3.1〕
2026年
2.90
180
24
〔4.2〕
属性
预期性
预期性
预期性
约束性
注：〔〕内为累计数。

二、任务
"""
UNNUMBERED = COLUMNS.replace("序号\n1\n2\n3\n4\n", "")
ROWS = """表2 重大项目
序号 项目名称 建设内容 建设年限 总投资（亿元） 责任单位
1 柳岸科创园 研发楼、中试厂房，建筑面积12万平方米
2024—2027 8.5 县科创公司
2 智能水泵工厂
年产水泵3万台 2024—2025 4.2 柳岸镇人民政府
3 县域算力中心 机架600个 2025—2026 3.0 县大数据局
"""


def grid(document: ParsedDocument) -> list[list[str]]:
    table = next(section.table for place in document.places() for section in place.sections if section.table)
    return [list(table.header), *([cell.text for cell in row.cells] for row in table.rows)]


@pytest.mark.parametrize("text", [COLUMNS, UNNUMBERED], ids=["counted", "by years"])
def test_columns_one_after_the_other_become_rows(text):
    rows = grid(parse_document(text))
    assert [row[-4:] for row in rows] == [
        ["指标名称（单位）", "2023年", "2026年", "属性"],
        ["全社会研发投入强度（%）", "2.10", "2.90", "预期性"],
        ["高新技术企业数（家）", "95", "180", "预期性"],
        ["技术合同成交额（亿元）", "11.2", "24", "预期性"],
        ["万元产值能耗下降率（%）", "〔3.1〕", "〔4.2〕", "约束性"],
    ]


def test_rows_of_such_columns_are_literal_and_lose_nothing():
    document = parse_document(COLUMNS)
    assert sorted("".join(document.text.split())) == sorted("".join(COLUMNS.split()))
    for passage in chunk_document("plan", document):
        assert document.text[passage.start : passage.end] == passage.text


def test_their_figures_have_year_unit_and_name():
    info = DocumentInfo("plan", "计划", "f", "柳岸县", "县", "", "", "", "", "2024-2026", "final", "", "")
    document = parse_document(COLUMNS)
    found = {
        (fact.name, fact.year, fact.value, fact.unit, fact.kind)
        for fact in extract_facts(info, chunk_document("plan", document), document.text)
    }
    assert ("高新技术企业数（家）", 2026, "180", "家", "target") in found
    assert ("技术合同成交额（亿元）", 2023, "11.2", "亿元", "baseline") in found
    assert len(found) == 8


def test_columns_of_unlike_height_or_rows_of_years_are_none():
    assert "表1" not in {
        section.title
        for place in parse_document(COLUMNS.replace("24\n〔4.2〕", "24")).places()
        for section in place.sections
        if section.table
    }
    rows = grid(parse_document("表1 产值\n年份\n总产值\n高企数\n占比\n2023年\n300\n20\n3.1\n2024年\n320\n25\n3.3\n2025年\n350\n31\n3.5\n"))
    assert rows[1] == ["2023年", "300", "20", "3.1"]


def test_words_torn_at_a_line_end_are_cells_of_their_own_where_a_row_lacks_them():
    assert grid(parse_document(ROWS))[1:] == [
        ["1", "柳岸科创园", "研发楼、中试厂房，建筑面积12万平方米", "2024—2027", "8.5", "县科创公司"],
        ["2", "智能水泵工厂", "年产水泵3万台", "2024—2025", "4.2", "柳岸镇人民政府"],
        ["3", "县域算力中心", "机架600个", "2025—2026", "3.0", "县大数据局"],
    ]
