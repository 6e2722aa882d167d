"""Figures of indicator tables that are not the row's own, or stand beside it: ranks, shares, sums in brackets, scanned blanks."""

import pytest

from index.spaced_out import close_up

LEAD = "甲县林业发展规划\n\n二、主要目标\n到2025年，林业质量显著提高。\n\n"
AFTER = "\n\n三、重点任务\n（一）建设林场。加快建设林场体系，推动成果转化。\n"
SCANNED = (
    "表 1   主 要 指 标\n序 号   指 标 名 称   2 0 2 0 年   2 0 2 5 年\n1   林 地 面 积 （ 亩 ）   1,200   1,500\n"
    "2   国 有 林 场 （ 个 ）   3   9 左 右\n3   森 林 覆 盖 率 （ % ）   61.5   63"
)


@pytest.fixture
def figures(facts_in):
    """`figures(table)` are name, year, value and unit of the facts of a plan's table."""
    return lambda table: {
        (fact.name.split("（")[0], fact.year, fact.value, fact.unit) for fact in facts_in(LEAD + table + AFTER) if fact.origin == "table"
    }


def test_a_column_of_ranks_or_of_what_is_done_tells_no_figure_of_the_row(figures):
    table = "表1 主要指标\n指标\t2020年\t2025年\t2020年全省排名\t2020年完成率\n林地面积（亩）\t12\t15\t4\t98\n国有林场（个）\t3\t9\t7\t100"
    found = figures(table)
    assert ("林地面积全省排名", 2020, "4", "位") in found and ("国有林场完成率", 2020, "100", "%") in found
    assert {value for name, year, value, _ in found if name == "林地面积" and year == 2020} == {"12"}


def test_an_increase_in_brackets_is_told_of_the_row(figures):
    table = "表1 主要指标\n序号 指标 2020年 2025年\n1 国有林场（个） 3 9 [6]\n2 林地面积（亩） 12 15 [3]\n注：[ ]为五年新增数。"
    assert figures(table) >= {("国有林场", 2025, "9", "个"), ("国有林场五年新增", 2025, "6", "个"), ("林地面积五年新增", 2025, "3", "亩")}


def test_blanks_that_a_scan_left_part_no_characters(figures):
    assert figures(SCANNED) == {
        ("林地面积", 2020, "1200", "亩"),
        ("林地面积", 2025, "1500", "亩"),
        ("国有林场", 2020, "3", "个"),
        ("国有林场", 2025, "9", "个"),
        ("森林覆盖率", 2020, "61.5", "%"),
        ("森林覆盖率", 2025, "63", "%"),
    }


@pytest.mark.parametrize(
    "rows", [["甲   3 4 5 6", "乙   7 8 9 1"], ["张 三   李 四", "第一章 总则"], ["序 号 指 标 单 位", "1 林 地 亩"], []]
)
def test_blanks_between_cells_stay(rows):
    assert close_up(rows) == rows


def test_a_ratio_has_no_unit_where_a_dash_stands_for_it(figures):
    table = "表1 主要指标\n序号 指标 单位 2020年 2025年\n1 林地面积 亩 12 15\n2 城乡收入比 — 1.9:1 1.8:1\n3 国有林场 个 3 9"
    assert ("城乡收入比", 2025, "1.8:1", "") in figures(table)


def test_a_second_line_of_the_header_is_no_part_of_a_name(figures):
    head = "表1 主要指标\n指标 2020年 2025年 2035年\n基础值 目标值 展望值\n"
    table = f"{head}林地面积（亩） 12 15 18\n国有林场（个） 3 9 12\n绿道长度（公里） 4 8 16"
    assert {name for name, *_ in figures(table)} == {"林地面积", "国有林场", "绿道长度"}
