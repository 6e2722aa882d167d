"""Sums limited by the rent really paid, or by what all levels together may pay; grades in one list."""

from datetime import date

import pytest

from facts.amounts import read_amounts
from facts.judging import Judge
from facts.limits import limits_only
from facts.measure import Measure
from facts.profile import read_profile
from facts.worth import worth

TODAY = date(2026, 11, 20)
RENT = "无自有住房的人才可申请租房补贴：本科每月400元，硕士每月600元，博士每月1000元"
DRYER = "购置谷物烘干机的，按机具销售价格的20%补助，单台最高5万元"
ALL = "中央与县级补助之和不得超过机具销售价格的50%，超出部分从县级补助中核减。"


def paid(text: str, after: str, told: str) -> tuple[str, str]:
    measure = Measure("d", "甲市", text[:8], "reward", "奖励", True, text, 0, len(text), "d#p1", amounts=read_amounts(text), after=after)
    found = worth(measure, Judge(read_profile(told, TODAY), {}, text))
    return (found.value, found.unit) if found else ("", "")


@pytest.mark.parametrize(
    ("told", "value"),
    [("我本科，租了个单间一个月350", "0.035"), ("我本科，租了套房子每月900元", "0.04"), ("我硕士，租的房每月550块", "0.055")],
)
def test_no_more_than_the_rent(told, value) -> None:
    assert paid(RENT, "租房补贴不超过实际租金。", told) == (value, "万元/月")


def test_without_that_limit_the_rent_does_not_matter() -> None:
    assert paid(RENT, "", "我本科，租了个单间一个月350") == ("0.04", "万元/月")


@pytest.mark.parametrize(
    ("told", "value"),
    [
        ("买了一台谷物烘干机，售价30万，国家农机补贴已经给了12万", "3"),
        ("买了一台谷物烘干机，售价30万，国家农机补贴已经给了5万", "5"),
        ("买了一台谷物烘干机，售价30万", "5"),
        ("买了一台谷物烘干机，售价30万，中央补贴给了16万", "0"),
    ],
)
def test_what_all_levels_together_leave(told, value) -> None:
    assert paid(DRYER, ALL, told)[0] == value


def test_a_limit_of_all_levels_is_no_measure_and_pays_nothing() -> None:
    assert limits_only(ALL)
    assert len(read_amounts(f"{DRYER}。{ALL}")) == 1


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        (
            "按博士研究生每月3000元、硕士研究生每月1500元、重点高校本科生每月800元、其他本科生每月500元的标准发放补贴",
            [3000, 1500, 800, 500],
        ),
        ("取得证书的，按初级工1000元、中级工1500元、高级工2000元、技师3000元、高级技师5000元给予补贴", [1000, 1500, 2000, 3000, 5000]),
    ],
)
def test_every_grade_of_a_list_is_read(text, sums) -> None:
    assert [int(one.fixed) for one in read_amounts(text)] == sums
