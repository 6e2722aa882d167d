"""What a rate makes of the amounts that a question tells, and when nothing is reckoned."""

from datetime import date
from decimal import Decimal

import pytest

from answer.reckon import asks_sum, reckon
from facts.measure import Amount, Measure
from facts.profile import read_profile


def measure(text: str, *amounts: Amount) -> Measure:
    return Measure("doc", "甲市", text[:8], "reward", "奖励", True, text, 0, len(text), "doc#p1", amounts=amounts)


def reckoned(text: str, amount: Amount, question: str):
    return reckon(measure(text, amount), read_profile(question, date(2026, 1, 1)))


PAY = "企业引进专家支付的劳务报酬，按30%给予补助，每家企业每年最高30万元"


def test_a_rate_of_the_amount_told():
    found = reckoned(PAY, Amount(rate="0.3", base="劳务报酬", cap="30"), "去年请专家，劳务报酬付了60万，能补多少")
    assert found and found.value == Decimal(18) and not found.capped
    assert found.words == "按所述情况可得18万元（60万元×30%=18万元）"


def test_the_cap_is_kept_and_told():
    found = reckoned(PAY, Amount(rate="0.3", base="劳务报酬", cap="30"), "去年请专家，劳务报酬付了200万，能补多少")
    assert found and found.value == Decimal(30) and found.capped and found.words.endswith("，以上限为准")


@pytest.mark.parametrize(
    ("text", "amount", "question"),
    [
        (PAY, Amount(rate="0.3", base="劳务报酬"), "我们营收6000万，能补多少"),  # an amount of another kind
        ("按技术交易额的30%给予补助", Amount(rate="0.3", base="技术交易额"), "项目总盘子500万，付给大学400万，补多少"),  # not plain which
        ("给予20万元奖励", Amount(fixed="20"), "花了60万，奖多少"),  # no rate
        (PAY, Amount(rate="0.3", base="劳务报酬", per="人"), "劳务报酬付了60万，补多少"),  # for each, and nobody counted
        (
            "报酬10万元以上的，按40%补贴",
            Amount(rate="0.4", base="报酬", when="报酬10万元以上"),
            "报酬付了5万，补多少",
        ),  # below what is wanted
        (PAY, Amount(rate="0.3", base="劳务报酬"), "请专家能补多少"),  # nothing told
    ],
)
def test_nothing_is_reckoned_where_it_is_not_plain(text, amount, question):
    assert reckoned(text, amount, question) is None


@pytest.mark.parametrize("text", ["评上高企奖多少钱", "能拿多少", "补几成", "How much money can we get?"])
def test_questions_for_a_sum(text):
    assert asks_sum(text)


@pytest.mark.parametrize("text", ["高企有多少家", "给多少家企业发了券", "研发强度目标是多少"])
def test_questions_for_other_figures(text):
    assert not asks_sum(text)


def test_each_person_has_a_cap_of_their_own():
    text = "聘期满1年的，按报酬的40%补贴，每人最高8万元"
    found = reckoned(text, Amount(rate="0.4", base="报酬", cap="8", per="人"), "聘了两位，一位报酬15万，一位报酬30万，补多少")
    assert found and found.value == Decimal(14) and found.capped
    assert found.words == "按所述情况可得6万元（15万元×40%=6万元），每人最高8万元（30万元×40%=12万元），合计14万元（6万元+8万元=14万元）"


def test_a_rate_of_what_came_on_top():
    text = "对研发费用较上年增长20%以上的，按增量部分的6%给予补助"
    amount = Amount(rate="0.06", base="增量部分", when="研发费用较上年增长20%以上")
    found = reckoned(text, amount, "研发费用从1000万涨到1500万，补多少")
    assert found and found.value == Decimal(30)
    assert reckoned(text, amount, "研发费用从1000万涨到1100万，补多少") is None  # grew by less than is wanted
