"""A rule that pays in several stretches, each for a case of its own: the one that is told of is reckoned, or none."""

from datetime import date

import pytest

from facts.amounts import read_amounts
from facts.judging import Judge
from facts.measure import Measure
from facts.profile import read_profile
from facts.worth import worth

TODAY = date(2027, 4, 1)


def paid(text: str, told: str) -> str:
    measure = Measure("doc", "甲市", text[:8], "reward", "奖励", True, text, 0, len(text), "doc#p1", amounts=read_amounts(text))
    found = worth(measure, Judge(read_profile(told, TODAY), {}, text))
    return found.value if found else ""


@pytest.mark.parametrize(
    ("text", "told", "value"),
    [
        # by the words that open it
        ("春马铃薯每亩补贴80元，秋马铃薯每亩补贴60元", "我家种了200亩秋马铃薯", 200 * 60 / 10000),
        ("新建冰库50立方米以上的，每立方米补助200元，最高20万元；新购冷链车，每辆补助2万元", "建了个300立方的冰库", 300 * 200 / 10000),
        ("利用旧粮仓改造成客栈的，每间补助6000元；新开办客栈的，每间补助3000元", "把旧粮仓改了5间客房", 5 * 6000 / 10000),
        # by what it counts by
        ("报废旧渔机的，按功率每千瓦补助300元；机手参加培训的，每人补助500元", "把一台60千瓦的旧渔机报废了", 60 * 300 / 10000),
        # by its bounds, in whatever unit
        ("接待团队住宿1晚的，每人奖励10元；住宿2晚及以上的，每人奖励30元", "旅行社带了一个50人的外地团队来住两晚", 50 * 30 / 10000),
        ("新建直径40米以上网箱的，每口补助5万元；直径70米以上的，每口补助9万元", "新建6口直径45米的网箱", 6 * 5),
        ("新建直径40米以上网箱的，每口补助5万元；直径70米以上的，每口补助9万元", "新建6口直径70米的网箱", 6 * 9),
    ],
)
def test_the_stretch_that_is_told_of(text, told, value):
    assert float(paid(text, told)) == pytest.approx(value)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("春马铃薯每亩补贴80元，秋马铃薯每亩补贴60元", "我家种了200亩马铃薯"),
        ("报废旧渔机的，按功率每千瓦补助300元；机手参加培训的，每人补助500元", "我们合作社有60人"),
        ("项目设备投入100万元以上的，按投入额的10%资助；投入1000万元以上的，资助比例为12%", "设备投入2000万，软件500万"),
    ],
)
def test_no_stretch_is_taken_where_none_is_plain(text, told):
    assert paid(text, told) == ""
