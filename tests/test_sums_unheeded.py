"""A sum that something ruled or told bears upon, which the reckoning leaves out, is not told."""

from datetime import date
from decimal import Decimal

import pytest

from facts.amounts import read_amounts
from facts.judging import Judge
from facts.measure import Measure
from facts.profile import read_profile
from facts.worth import worth

TODAY = date(2027, 4, 1)


def value_of(text: str, told: str, after: str = "") -> str:
    measure = Measure(
        "doc", "甲市", text[:8], "reward", "奖励", True, text, 0, len(text), "doc#p1", amounts=read_amounts(text), after=after
    )
    found = worth(measure, Judge(read_profile(told, TODAY), {}, text))
    assert found is not None
    return found.value


LOAN = "按贷款实际支付利息的30%给予贴息，贴息贷款本金不超过500万元，最高20万元"
STANDARD = "主导制定国家标准、行业标准的单位，每项分别奖励30万元、15万元；参与制定的，按主导的30%奖励"
RENT = "按每平方米每月30元给予租金补贴，期限最长24个月；实际租金低于补贴标准的，按实际租金补贴"
CHARGER = "按额定功率每千瓦150元给予建设补贴，最高60万元"
PROJECT = "按固定资产投资的2%给予奖励，最高500万元，奖励资金按4:3:3的比例分三年兑付"
CUT = "按设备投资额的8%给予补助，最高100万元"


@pytest.mark.parametrize(
    ("text", "told", "after"),
    [
        ("按实际缴纳保费的50%给予补偿，保险费率不超过3%，最高40万元", "保险费率4%，交了40万元保费", ""),
        (STANDARD, "今年一项行业标准里我们排在第六起草单位", ""),
        (RENT, "租了300平方米办公，租金每平方米每月25元，租了6个月", ""),
        (CHARGER, "新建了20个直流桩，每个120千瓦，对外开放", ""),
        (PROJECT, "固定资产投资1.5亿元，已投产，今年第一年能兑现多少", ""),
        (CUT, "设备投资额1000万元，其中二手设备200万元", "。二手设备不计入设备投资额"),
        ("对首次获得国家质量奖的组织奖励200万元，获得提名奖的按30%奖励", "我们第一次得了国家质量奖提名奖", ""),
        ("按软件投入的20%与研发人员每人1万元两者孰高给予补助，最高30万元", "软件投入40万元，研发人员11人", ""),
    ],
)
def test_a_sum_that_leaves_something_out_is_not_told(text, told, after):
    assert value_of(text, told, after) == ""


@pytest.mark.parametrize(
    ("text", "told", "value"),
    [
        (LOAN, "银行贷款400万元，全年实付利息32万元", Decimal(32) * 30 / 100),
        (STANDARD, "今年主导制定了一项行业标准", Decimal(15)),
        (RENT, "租了300平方米办公，租金每平方米每月45元，租了6个月", Decimal(300 * 30 * 6) / 10000),
        (RENT, "租了300平方米办公，先报6个月", Decimal(300 * 30 * 6) / 10000),
        (PROJECT, "固定资产投资1.5亿元，已投产", Decimal(15000) * 2 / 100),
        (CUT, "设备投资额1000万元", Decimal(1000) * 8 / 100),
    ],
)
def test_a_sum_that_leaves_nothing_out_is_told(text, told, value):
    assert Decimal(value_of(text, told)) == value
