"""Two figures for the same thing: what is a contradiction, what only rounding or another base, and what is none."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.conflicts import REASONS, agree, conflicts, different_base, grows, number, rounded_alike
from facts.fact import Fact, Span


def fact(value, name="高新技术企业数", at=0, **other):
    said = {"region": "甲县", "indicator": "高新技术企业数", "year": 2025, "unit": "家", "comparator": "", "kind": "target", "scope": ""}
    said |= {"doc": "jia", "note": "", "value_high": None, "origin": "text"}
    return Fact(name=name, value=value, spans=(Span(at, at + 1),), **{**said, **other})


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("3.4", "3.38", True),
        ("3.38", "3.4", True),
        ("14300", "14354", True),  # 1.43万, cut rather than rounded
        ("3", "3.2", True),
        ("3.4", "3.31", False),
        ("3.4", "3.5", False),
        ("260", "264", True),
        ("600", "640", False),  # a whole number is no rounded one
        ("600", "900", False),
        ("25", "150", False),
        ("3.38", "3.38", False),
    ],
)
def test_a_figure_of_fewer_digits_may_be_the_same_one(one, other, alike):
    assert rounded_alike(fact(one), fact(other)) is alike


@given(st.integers(100, 9899), st.integers(1, 2))
def test_a_figure_and_itself_rounded_are_alike(thousandths, places):
    fine = Decimal(thousandths) / 1000
    coarse = round(fine, places)
    assert rounded_alike(fact(f"{coarse:f}"), fact(f"{fine:f}")) is (coarse != fine)


def test_kinds_and_their_reasons():
    (found,) = conflicts([fact("600", at=3), fact("900", name="有效高企", at=9)])
    assert (found.kind, found.reason) == ("contradiction", REASONS["contradiction"])
    assert [one.value for one in found.facts] == ["600", "900"]
    (found,) = conflicts([fact("41", unit="%", kind="actual"), fact("81", name="规上工业企业占比", unit="%", kind="actual", at=5)])
    assert found.kind == "definition"
    (found,) = conflicts([fact("3.4", unit="%"), fact("3.38", unit="%", at=5)])
    assert found.kind == "rounding"


@pytest.mark.parametrize(
    "other",
    [
        {"doc": "yi"},
        {"year": 2020},
        {"scope": "东湖小镇"},
        {"kind": "actual"},
        {"unit": "%"},
        {"indicator": "人才总量"},
        {"cumulative": True},
    ],
    ids=lambda other: next(iter(other)),
)
def test_figures_of_other_things_do_not_conflict(other):
    assert conflicts([fact("600"), fact("900", at=5, **other)]) == []
    assert len(conflicts([fact("600"), fact("900", at=5)])) == 1


def test_the_table_s_figure_is_told_first_and_conflicts_by_place():
    other = {"indicator": "人才总量", "name": "人才总量", "unit": "人"}
    facts = [fact("900", at=1), fact("600", at=9, origin="table"), fact("30", at=5, **other), fact("40", at=6, **other)]
    found = conflicts(facts)
    assert [[one.value for one in item.facts] for item in found] == [["30", "40"], ["600", "900"]]


def test_growth_and_words_are_no_levels():
    assert conflicts([fact("600"), fact("15", comparator="年均增长", at=5), fact("翻一番", at=7), fact("700", year=None, at=9)]) == []


def test_each_pair_of_values_is_told_once_and_equal_ones_never():
    found = conflicts([fact("600", at=1), fact("900", at=2), fact("600", at=3), fact("900", at=4)])
    assert [[one.value for one in item.facts] for item in found] == [["600", "900"]]


def test_a_range_and_its_low_end_disagree():
    assert len(conflicts([fact("2", value_high="3"), fact("2", at=5)])) == 1


@pytest.mark.parametrize(
    ("floor", "reached", "same"),
    [("1000", "1000", True), ("1000", "1020", True), ("1000", "1100", True), ("1000", "1101", False), ("1000", "900", False)],
)
def test_a_floor_that_was_met_is_no_conflict(floor, reached, same):
    assert agree(fact(floor, comparator="超过", kind="actual"), fact(reached, kind="actual")) is same


def test_two_targets_disagree_even_where_one_is_a_floor():
    assert not agree(fact("600", comparator="超过"), fact("620"))


def test_conflicts_come_by_document_and_place():
    facts = [fact("3", doc="yi", region="乙县", at=8), fact("7", doc="yi", region="乙县", at=9), fact("600", at=7), fact("900", at=6)]
    found = conflicts(facts)
    assert [item.facts[0].doc for item in found] == ["jia", "yi"]
    assert found[0].as_dict()["facts"][0]["value"] == "900"  # the earlier one comes first


def test_bases_that_only_one_name_states():
    assert different_base("规上工业企业研发投入", "企业研发投入")
    assert not different_base("省级研发机构数", "省级企业研发机构数")


def test_numbers_and_growth():
    assert number(fact("3.80")) == Decimal("3.8") and number(fact("翻一番")) is None
    assert grows(fact("3", comparator="提高")) and not grows(fact("3", comparator="超过"))
