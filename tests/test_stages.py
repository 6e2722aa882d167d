"""Rules that pay for every stage by itself, what enterprises tell, and what is due; nothing where the stage is not plain."""

from datetime import date

import pytest

from facts.amounts import read_amounts
from facts.judging import Judge
from facts.measure import Measure
from facts.profile import read_profile
from facts.worth import worth

LISTING = "对企业上市实行分阶段奖励：完成辅导备案的，奖励80万元；上市申请材料获交易所受理的，再奖励120万元；成功上市的，再奖励300万元"


@pytest.mark.parametrize(
    ("told", "value"),
    [
        ("上个月完成了辅导备案，材料还没往交易所报", "80"),
        ("辅导备案做完了，申请材料也被交易所受理了，奖励一分没领", "200"),
        ("申请材料被交易所受理了，辅导备案那笔奖励早就领过了", "120"),
        ("今年6月成功上市，前两笔奖励都拿到手了", "300"),
        ("还在和券商谈", ""),
    ],
)
def test_the_stages_that_are_due_are_paid(told: str, value: str) -> None:
    measure = Measure("doc", "甲市", "上市奖励", "reward", "奖励", True, LISTING, 0, len(LISTING), "doc#p1", amounts=read_amounts(LISTING))
    found = worth(measure, Judge(read_profile(told, date(2027, 4, 1)), {}, LISTING))
    assert found is not None
    assert found.value == value
