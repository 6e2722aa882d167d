"""Cases in which a rule names two ways of doing something, a stage, kin, or what does not count."""

from datetime import date

import pytest

from facts.amounts import read_amounts
from facts.judging import Judge
from facts.left_out import without_left_out
from facts.measure import Measure
from facts.profile import read_profile
from facts.worth import worth

HOUSE = "企业在境外自建或租用海外仓，单仓面积3000平方米以上的，按年度仓租的15%补助，单仓最高80万元。"
BOXES = "货运企业通过本港完成外贸集装箱年吞吐量5000标箱以上的，每标箱奖励40元。"
WATER = "企业实施废水回用改造的，按改造投资额的20%补助，最高60万元；改造投资不含土建。"
GROUP = "应用首台（套）装备的本市企业，按装备购置额的10%补助，最高100万元。研制企业与应用企业为同一集团的，不予补助。"
PUPILS = "传承人每年带徒3人以上且每人学习满120课时的，每年补助8000元。"


@pytest.mark.parametrize(
    ("rule", "told", "group"),
    [
        (HOUSE, "我们公司在美国租用了一个海外仓，面积5000平方米，年租金480万元", "applies"),
        (HOUSE, "我们公司在美国自建了一个海外仓，面积5000平方米", "applies"),
        (HOUSE, "我们公司在波兰和西班牙各租用了一个海外仓，加起来3300平方米，都用了三年", "conditional"),
        (BOXES, "我们货代公司去年全年走了一万六千标箱的外贸货，全从本港出的", "applies"),
        (BOXES, "我们货代公司去年全年走了三千二百标箱的外贸货，全从本港出的", "not_met"),
        (GROUP, "我们是钢铁公司，买了隔壁设备公司的首台套炼焦设备，两家都是同一个集团控股的", "not_met"),
    ],
)
def test_the_verdict(group_of, rule, told, group) -> None:
    assert group_of(rule, told) == group


@pytest.mark.parametrize(
    ("text", "after", "told", "value"),
    [
        (WATER.partition("；")[0], WATER.partition("；")[2], "设备和安装花了210万，另外土建还花了90万", "42"),
        (BOXES, "", "去年走了一万六千标箱的外贸货", "64"),
        (PUPILS, "", "收了6个学徒，每个人都学了150个课时", "0.8"),
    ],
)
def test_the_sum(text, after, told, value) -> None:
    measure = Measure("d", "甲市", text[:8], "reward", "奖励", True, text, 0, len(text), "d#p1", amounts=read_amounts(text), after=after)
    profile = without_left_out(read_profile(told, date(2026, 11, 20)), measure)
    found = worth(measure, Judge(profile, {}, text))
    assert found is not None
    assert found.value == value
