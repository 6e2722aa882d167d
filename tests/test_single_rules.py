"""One rule, one enterprise in its own words, one verdict: the table tests/notices/single/rules.tsv, learnt from since it was written."""

from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from facts.acts import asked
from facts.doubts import doubted
from facts.firsts import firsts
from facts.grades import named
from facts.profile import read_profile
from facts.scales import scales
from facts.states import state

TABLE = Path(__file__).resolve().parent / "notices" / "single" / "rules.tsv"
TODAY = date(2026, 11, 21)
Row = tuple[str, str, str]  # the rule, what is told, the verdict


@pytest.fixture(scope="module")
def judged(group_of: Callable[[str, str], str]) -> list[tuple[Row, str]]:
    rows = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines()]
    return [((rule, told, verdict), group_of(rule, told)) for rule, told, verdict in rows]


def test_nearly_all_rules_come_to_the_right_verdict(judged: list[tuple[Row, str]]) -> None:
    wrong = [(*row, got) for row, got in judged if got != row[2]]
    assert len(judged) > 300
    assert len(wrong) <= 24, wrong


def test_no_rule_applies_whose_condition_fails_or_is_open(judged: list[tuple[Row, str]]) -> None:
    assert [row for row, got in judged if got == "applies" and row[2] != "applies"] == []


def test_what_applies_is_seldom_withheld(judged: list[tuple[Row, str]]) -> None:
    got = Counter(group for row, group in judged if row[2] == "applies")
    assert got["not_met"] == 0
    assert got["applies"] >= 0.9 * got.total()


@pytest.mark.parametrize(
    ("told", "word", "verdict"),
    [
        ("项目去年备案", "备案", "met"),
        ("项目没去备案", "备案", "not_met"),
        ("备案还在办", "备案", "not_met"),
        ("打算明年备案", "备案", "not_met"),
        ("备案交上去了,还没批下来", "备案", "not_met"),
        ("有没有备案得问经办人", "备案", "unknown"),
        ("备案的事,要翻合同", "备案", "unknown"),
    ],
)
def test_what_is_told_is_so_or_not_or_not_known(told: str, word: str, verdict: str) -> None:
    at = told.index(word)
    assert state(told, at, at + len(word)) == verdict


def test_words_ask_for_acts_and_for_their_contrary() -> None:
    assert [(act.id, so) for act, so in asked("项目经备案并竣工验收")] == [("filed", True), ("accepted", True), ("completed", True)]
    assert asked("规上工业企业") == ()


@pytest.mark.parametrize(
    ("told", "asked_for", "verdicts"),
    [
        ("参与了一项团体标准", "主导制定国家标准、行业标准", ["not_met", "not_met"]),
        ("主导的一项行业标准发布了", "主导制定国家标准、行业标准", ["met", "met"]),
        ("施工总承包二级资质", "施工总承包一级资质", ["not_met"]),
        ("施工总承包特级资质", "施工总承包一级以上资质", ["met"]),
        ("我们做阀门", "施工总承包一级资质", []),
    ],
)
def test_one_kind_told_rules_the_others_out(told: str, asked_for: str, verdicts: list[str]) -> None:
    assert list(scales(read_profile(told, TODAY), asked_for, "")) == verdicts


@pytest.mark.parametrize(
    ("told", "verdicts"),
    [
        ("今年评上国家级工业设计中心", ["met"]),
        ("今年评上市级工业设计中心", ["not_met"]),
        ("省级工业设计中心还在评审", ["not_met"]),
        ("我们做阀门", []),
    ],
)
def test_a_recognition_is_held_in_a_grade_by_its_name(told: str, verdicts: list[str]) -> None:
    assert list(named(read_profile(told, TODAY), "新认定的省级以上工业设计中心")) == verdicts


def test_long_use_is_no_first_time() -> None:
    assert list(firsts(read_profile("每年都向银行贷款", TODAY), "首次获得银行贷款", "")) == ["not_met"]
    assert list(firsts(read_profile("今年头一回向银行贷款", TODAY), "首次获得银行贷款", "")) == []


def test_a_doubt_leaves_open_what_it_shares_words_with() -> None:
    told = "参加了五金展,是不是在推荐目录里我们不太清楚。去年营收3000万元"
    assert doubted(told, "列入推荐目录的展会", "参加列入推荐目录的展会")
    assert not doubted(told, "营业收入2000万元以上", "营业收入2000万元以上")
