"""Indicator tables flattened in many ways, all of one content: every figure under its name, unit and year, or none at all."""

from pathlib import Path

import pytest

from index.lines import clean_lines
from index.tables.paired import one_below_the_other
from index.tables.tabbed import tabbed_row
from index.tables.typed import typed_rows

DOCUMENTS = Path(__file__).parent / "documents"
ROWS = (
    ("研发投入强度", "%", "2.1", "2.9"),
    ("高新技术企业数", "家", "130", "260"),
    ("技术交易额", "亿元", "7.5", "20"),
    ("公民具备科学素质比例", "%", "11", "17"),
)
WANTED = {(name, year, value, unit) for name, unit, base, aim in ROWS for year, value in ((2020, base), (2025, aim))}
LEAD = "甲县科技创新规划\n\n二、主要目标\n到2025年，创新能力显著增强。\n\n表1 主要指标\n"
AFTER = "\n\n三、重点任务\n（一）建设平台。加快建设实验室体系，推动成果转化。\n"
PARTED = [part.partition("\n") for part in (DOCUMENTS / "flattened_tables.txt").read_text(encoding="utf-8").split("=== ")[1:]]
TABLES = {name: table.rstrip("\n") for name, _, table in PARTED if not name.startswith("other: ")}
OTHERS = {name.removeprefix("other: "): table.rstrip("\n") for name, _, table in PARTED if name.startswith("other: ")}


@pytest.fixture
def told(facts_in):
    """`told(table)` are name, year, value and unit of the facts of a plan's table."""

    def facts(table: str) -> set[tuple[object, ...]]:
        found = facts_in(LEAD + table + AFTER)
        return {(fact.name.split("（")[0], fact.year, fact.value, fact.unit) for fact in found if fact.origin == "table"}

    return facts


@pytest.mark.parametrize("layout", TABLES)
def test_every_layout_tells_the_same_figures(layout, told):
    assert told(TABLES[layout]) == WANTED


def test_a_row_that_lacks_a_figure_tells_none_and_stays_to_be_found(told):
    table = OTHERS["a figure lacks"]
    assert told(table) == WANTED
    rows, taken = typed_rows(clean_lines(table)[0], captioned=True)
    assert taken == 6 and any(piece.text == "数据企业数" for row in rows for piece in row.pieces)


def test_a_table_without_header_or_base_year_tells_nothing_of_them(told):
    assert told("1 研发投入强度 % 2.1 2.9 预期性\n2 高新技术企业数 家 130 260 预期性\n3 技术交易额 亿元 7.5 20 预期性") == set()
    bare = "指标\t单位\t现状值\t目标值\n研发投入强度\t%\t2.1\t2.9\n高新技术企业数\t家\t130\t260\n技术交易额\t亿元\t7.5\t20"
    assert {year for _, year, _, _ in told(bare)} == {2025}


def test_sums_over_years_and_figures_in_brackets_are_told_apart(facts_in):
    table = OTHERS["sums and brackets"]
    found = {(fact.name, fact.year, fact.value, fact.cumulative) for fact in facts_in(LEAD + table + AFTER) if fact.origin == "table"}
    assert ("国家级平台数", 2025, "5", None) in found and ("研发平台", 2025, "30", None) in found
    assert ("新建园区", 2025, "4", True) in found and ("绿道长度", 2025, "20", True) in found


def test_a_part_with_a_noun_of_its_own_is_named_by_it(told):
    table = "指标\t单位\t2020年\t2025年\n外贸总额\t亿元\t10\t20\n其中：出口额\t亿元\t6\t12\n研发平台\t家\t3\t9\n其中：国家级\t家\t1\t2"
    assert {name for name, *_ in told(table)} == {"外贸总额", "出口额", "研发平台", "国家级研发平台"}


def test_the_right_half_may_lack_its_last_row():
    rows = [tabbed_row(line) for line in clean_lines("指标\t2025年\t指标\t2025年\n甲\t1\t乙\t2\n丙\t3\t\t")[0]]
    assert [row.cells(2) for row in one_below_the_other(rows)][2:] == [["甲", "1"], ["乙", "2"], ["丙", "3"]]


def test_a_row_that_cannot_be_read_ends_no_numbered_table(told):
    table = (
        "序号 指标 单位 2020年 2025年\n1 研发投入强度 % 2.1 2.9\n2 高新技术企业数 家 130 260\n"
        "3 算力规模 EFLOPS 3 8\n4 数据企业 家 12家左右，其中上市2家，另有5家在辅导期内的企业 30\n5 技术交易额 亿元 7.5 20\n"
        "6 公民具备科学素质比例 % 11 17"
    )
    assert told(table) >= WANTED | {("算力规模", 2020, "3", "EFLOPS"), ("算力规模", 2025, "8", "EFLOPS")}


def test_a_caption_says_in_brackets_which_years_its_columns_are_of(facts_in):
    table = "表2 主要指标（基期为2020年，目标为2025年）\n| 指标 | 基期 | 目标 |\n| 林地面积（亩） | 12 | 15 |\n| 绿道长度（公里） | 3 | 9 |"
    found = facts_in(LEAD.replace("表1 主要指标\n", "") + table + AFTER)
    assert {(fact.year, fact.value) for fact in found if fact.origin == "table"} == {(2020, "12"), (2025, "15"), (2020, "3"), (2025, "9")}


def test_a_cell_of_words_that_goes_on_below_its_row_is_whole(facts_in):
    table = "序号 指标 2020年 2025年\n1 研发投入（亿元） 5 9\n2 产业投资增速（%） 8.1\n高于固定资产\n投资增速\n3 技术交易额（亿元） 7 20"
    found = facts_in(LEAD + table + AFTER)
    assert [fact.value for fact in found if "增速" in fact.name] == ["8.1", "高于固定资产投资增速"]


def test_what_the_note_says_of_marks_is_told_with_their_figures(facts_in):
    table = (
        "指标 2020年 2025年\n研发投入强度（%） 2.1# 2.9\n国际专利申请量（件）* 300 500\n技术交易额（亿元）△ 7 20\n"
        "注：带*为五年累计数；带#为2019年数据；带△为约束性指标。"
    )
    found = {(fact.name, fact.value, fact.unit): fact for fact in facts_in(LEAD + table + AFTER) if fact.origin == "table"}
    assert found["研发投入强度（%）", "2.1", "%"].note == "2019年数据" and not found["研发投入强度（%）", "2.9", "%"].note
    assert found["国际专利申请量（件）", "300", "件"].cumulative and found["国际专利申请量（件）", "500", "件"].note == "五年累计数"
    assert not found["技术交易额（亿元）", "20", "亿元"].note


def test_a_header_comes_again_without_the_name_of_its_groups(told):
    heads = ["类别", "序号", "指标名称", "单位", "2020年", "2025年", "属性"]
    rows = [
        ["创新", "投入", "1", *ROWS[0], "预期性"],
        ["2", *ROWS[1], "预期性"],
        ["创新", "产出", "3", *ROWS[2], "预期性"],
        ["4", *ROWS[3], "约束性"],
    ]
    lines = [*heads, *rows[0], *rows[1], "", "— 3 —", "", *heads[1:], *rows[2], *rows[3]]
    assert told("\n".join(lines)) == WANTED
