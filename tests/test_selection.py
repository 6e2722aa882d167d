"""Choosing facts by what people say, and setting regions side by side."""

import pytest

from facts.fact import Fact, Span
from facts.selection import Filters, compare, compared_row, select


def fact(value, region="甲县", doc="jia", **other):
    said = {"indicator": "高新技术企业数", "name": "高新技术企业数（家）", "year": 2025, "unit": "家", "comparator": "", "kind": "target"}
    said |= {"scope": "", "note": "", "value_high": None, "origin": "table"}
    return Fact(doc, region, value=value, spans=(Span(0, 1),), **{**said, **other})


FACTS = [
    fact("600"),
    fact("294", year=2020, kind="actual"),
    fact("760", "乙县", "yi"),
    fact("3.6", indicator="研发经费占GDP比重", name="R&D 经费支出占 GDP 比重（%）", unit="%"),
]


@pytest.mark.parametrize(
    ("filters", "values"),
    [
        (Filters(), ["600", "294", "760", "3.6"]),
        (Filters(regions=("乙",)), ["760"]),
        (Filters(regions=("甲县", "乙县"), years=(2025,)), ["600", "760", "3.6"]),
        (Filters(indicators=("高企",)), ["600", "294", "760"]),
        (Filters(indicators=("研发强度",)), ["3.6"]),
        (Filters(indicators=("R&D经费支出",)), ["3.6"]),  # as the document writes it, white space aside
        (Filters(docs=("yi",), years=(2020,)), []),
        (Filters(indicators=("没有的指标",)), []),
    ],
)
def test_a_fact_has_to_pass_every_filter(filters, values):
    assert [one.value for one in select(FACTS, filters)] == values


def test_regions_are_ranked_highest_first_with_their_distance():
    lines = compare([fact("600"), fact("760", "乙县", "yi"), fact("700", "丙县", "bing")])
    assert [(line.rank, line.fact.region, line.behind) for line in lines] == [(1, "乙县", ""), (2, "丙县", "60家"), (3, "甲县", "160家")]


def test_shares_differ_by_percentage_points():
    lines = compare([fact("3.6", unit="%"), fact("2.85", "乙县", "yi", unit="%")])
    assert [line.behind for line in lines] == ["", "0.75个百分点"]


def test_numbers_are_compared_not_their_digits():
    lines = compare([fact("9"), fact("10", "乙县", "yi")])
    assert [line.fact.value for line in lines] == ["10", "9"]


def test_nothing_stands_beside_a_region_alone():
    assert compare([fact("600")]) == []
    assert compare([fact("600"), fact("900", origin="text")]) == []  # a plan at odds with itself is no comparison


def test_two_plans_of_one_region_are_compared():
    assert [line.fact.doc for line in compare([fact("600"), fact("900", doc="jia-315")])] == ["jia-315", "jia"]


@pytest.mark.parametrize(
    "other",
    [
        {"year": 2027},
        {"kind": "actual"},
        {"unit": "%"},
        {"scope": "东湖小镇"},
        {"comparator": "年均增长"},
        {"value": "翻一番"},
        {"year": None},
    ],
    ids=["year", "kind", "unit", "part", "growth", "words", "undated"],
)
def test_what_is_not_alike_is_not_compared(other):
    assert compare([fact("600"), fact(**{"value": "760", "region": "乙县", "doc": "yi", **other})]) == []


def test_a_figure_told_twice_counts_once_and_the_table_first():
    lines = compare([fact("600", origin="text"), fact("600"), fact("760", "乙县", "yi")])
    assert [(line.fact.value, line.fact.origin) for line in lines] == [("760", "table"), ("600", "table")]


def test_ties_stand_in_the_order_of_regions():
    assert [line.fact.region for line in compare([fact("5", "乙县", "yi"), fact("5")])] == sorted(["乙县", "甲县"])


def test_a_line_is_plain_json():
    row = compared_row(compare([fact("600"), fact("760", "乙县", "yi")])[1])
    assert (row["rank"], row["behind"], row["value"], row["spans"]) == (2, "160家", "600", [{"start": 0, "end": 1}])
