"""Indicator tables whose header is broken over lines, its parts one above the other: columns by where they stand."""

import pytest

from index.lines import clean_lines
from index.tables.placed_header import placed_columns
from index.tables.typed import typed_rows
from index.tables.typed_tokens import tokens_of

LEAD = "乙县科技创新规划\n\n二、主要目标\n到2030年，创新能力显著增强。\n\n专栏1  主要指标\n\n"
AFTER = "\n\n注：带*的为2024年数据；〔〕内为五年累计数。\n\n三、重点任务\n（一）建设平台。加快建设实验室体系，推动成果转化。\n"

UNITS = """\
类    序                                计量      2025年    2030年    指标
别    号    指标名称                    单位      基期值    目标值    属性

      1     研发投入强度                %         2.1       2.9       预期性
创新  2     规模以上企业中有研发活动的
企业占比                %         41.5      55        预期性
根基  3     科技特派员数                人        64        120       预期性

— 7 —

类    序                                计量      2025年    2030年    指标
别    号    指标名称                    单位      基期值    目标值    属性

成果  4     技术交易额                  亿元      7.5*      20        预期性
转化  5     新建中试基地                家        〔3〕     〔8〕     约束性
"""
THREE_YEARS = """\
                                  2025年    2027年    2030年    指标
序号    指标名称                  实际值    目标值    目标值    性质

1    研发投入强度（%）  2.1  2.5  2.9  预期性
2    高新技术企业数（家）  130  190  260  预期性
3    规模以上企业中有研发活动的企业
占比（%）  41.5  48  55  预期性
4    技术交易额（亿元）  7.5  12  20  约束性
"""
BARE = """\
                              2025年      2030年
指标名称                单位   现状值      目标值

研发投入强度              %     2.1        2.9
高新技术企业数            家    130        260
技术交易额               亿元   7.5        20
"""


@pytest.fixture
def told(facts_in):
    """`told(table)` are name, year, value and unit of the facts of a plan's table."""

    def facts(table: str) -> set[tuple[object, ...]]:
        found = facts_in(LEAD + table + AFTER)
        return {(fact.name.split("（")[0], fact.year, fact.value, fact.unit) for fact in found if fact.origin == "table"}

    return facts


def test_a_column_of_units_and_names_that_go_on_below(told):
    assert told(UNITS) == {
        ("研发投入强度", 2025, "2.1", "%"),
        ("研发投入强度", 2030, "2.9", "%"),
        ("规模以上企业中有研发活动的企业占比", 2025, "41.5", "%"),
        ("规模以上企业中有研发活动的企业占比", 2030, "55", "%"),
        ("科技特派员数", 2025, "64", "人"),
        ("科技特派员数", 2030, "120", "人"),
        ("技术交易额", 2025, "7.5", "亿元"),  # with the note's year beside it
        ("技术交易额", 2030, "20", "亿元"),
        ("新建中试基地", 2025, "3", "家"),
        ("新建中试基地", 2030, "8", "家"),
    }


def test_three_years_and_no_groups(told):
    rows = (
        ("研发投入强度", "%", "2.1", "2.5", "2.9"),
        ("高新技术企业数", "家", "130", "190", "260"),
        ("规模以上企业中有研发活动的企业占比", "%", "41.5", "48", "55"),
        ("技术交易额", "亿元", "7.5", "12", "20"),
    )
    assert told(THREE_YEARS) == {
        (name, year, value, unit) for name, unit, *values in rows for year, value in zip((2025, 2027, 2030), values, strict=True)
    }


def test_neither_groups_nor_numbers(told):
    rows = (("研发投入强度", "%", "2.1", "2.9"), ("高新技术企业数", "家", "130", "260"), ("技术交易额", "亿元", "7.5", "20"))
    assert told(BARE) == {
        (name, year, value, unit) for name, unit, *values in rows for year, value in zip((2025, 2030), values, strict=True)
    }


def test_what_the_note_says_of_a_mark_stands_beside_its_figure(facts_in):
    assert {fact.note for fact in facts_in(LEAD + UNITS + AFTER) if fact.value == "7.5"} == {"2024年数据"}


def test_the_names_of_a_header_are_put_together_by_place():
    rows, _ = typed_rows(clean_lines(UNITS)[0], captioned=True)
    assert rows[0].cells(7) == ["类别", "序号", "指标名称", "计量单位", "2025年基期值", "2030年目标值", "指标属性"]


def test_a_cell_that_stands_over_two_tells_of_merged_cells():
    lines = clean_lines("指标名称    单位       研发强度\n                 2025年    2030年\n")[0]
    assert placed_columns([tokens_of([line]) for line in lines], [line.text for line in lines]) == []
