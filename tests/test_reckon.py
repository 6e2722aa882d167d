"""What a rate makes of the amounts that a question tells, when nothing is reckoned, and which questions ask for a sum."""

from datetime import date
from decimal import Decimal

import pytest

from answer.reckon import asks_own_sum, asks_sum, sum_words
from facts.amounts import read_amounts
from facts.judging import Judge
from facts.matched import Match
from facts.measure import Measure
from facts.profile import read_profile
from facts.worth import worth

PAY = "企业引进专家支付的劳务报酬，按30%给予补助，每家企业每年最高30万元"
GROWN = "对企业研发费用较上年增长20%以上的，按增量部分的6%给予补助，最高200万元"
SPENT = "租用入网仪器的，按年度实际支出的20%给予补贴，每家企业每年最高10万元"
PERSON = "聘用外国专家的，按支付报酬的40%给予补贴，每人最高8万元"


def told(text: str, question: str, group: str = "applies") -> str:
    """The line that an answer tells, read from the words of a measure and a question."""
    measure = Measure("doc", "甲市", text[:8], "reward", "奖励", True, text, 0, len(text), "doc#p1", amounts=read_amounts(text))
    paid = worth(measure, Judge(read_profile(question, date(2026, 1, 1)), {}))
    return sum_words(Match(measure, group, (), paid))


@pytest.mark.parametrize(
    ("text", "question", "value", "formula"),
    [
        (PAY, "去年请专家，劳务报酬付了60万，能补多少", 18, "60万元×30%=18万元"),
        (SPENT, "租共享平台的仪器做实验花了40万，补多少", 8, "40万元×20%=8万元"),
        (GROWN, "研发费用从1000万涨到1500万，补多少", 30, "(1500万元-1000万元)×6%=30万元"),
        ("按企业实际支付技术交易额的30%给予补助，最高150万元", "项目总盘子500万，付给大学400万，补多少", 120, "400万元×30%=120万元"),
        ("按企业实际支付技术交易额的25%给予补助", "合同技术费付了800万，补多少", 200, "800万元×25%=200万元"),
        ("按实际支付利息的40%给予贴息，每家企业每年最高20万元", "今年还了30万利息，贴多少", 12, "30万元×40%=12万元"),
    ],
)
def test_a_rate_of_the_amount_told(text, question, value, formula):
    assert told(text, question) == f"按所述情况可得{Decimal(value)}万元（{formula}）"


def test_a_sum_whose_conditions_are_open_is_told_as_such():
    line = told(PAY, "去年请专家，劳务报酬付了60万，能补多少", "conditional")
    assert line == "条件都符合时可得18万元（60万元×30%=18万元）"


def test_the_cap_is_kept_and_told():
    assert told(PAY, "去年请专家，劳务报酬付了200万，能补多少") == "按所述情况可得30万元（200万元×30%=60万元），以上限为准"


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (PAY, "我们营收6000万，能补多少"),  # an amount of another kind
        ("按实际支付利息的40%给予贴息", "租金付了80万，补多少"),  # paid for something else
        ("按实际支付技术交易额的30%给予补助", "付给大学400万，又付给研究院100万，补多少"),  # not plain which
        ("对新认定的给予20万元奖励", "花了60万，奖多少"),  # no rate
        (PERSON, "外国专家报酬付了60万，补多少"),  # for each, and nobody counted
        (GROWN, "研发费用从1000万涨到1100万，补多少"),  # grew by less than is wanted
        (PAY, "请专家能补多少"),  # nothing told
    ],
)
def test_nothing_is_reckoned_where_it_is_not_plain(text, question):
    assert told(text, question) == ""


@pytest.mark.parametrize("group", ["direction", "not_met"])
def test_no_sum_is_told_to_who_does_not_get_it(group):
    assert told(PAY, "去年请专家，劳务报酬付了60万，能补多少", group) == ""


@pytest.mark.parametrize("text", ["评上高企奖多少钱", "能拿多少", "补几成", "How much money can we get?"])
def test_questions_for_a_sum(text):
    assert asks_sum(text)


@pytest.mark.parametrize("text", ["高企有多少家", "给多少家企业发了券", "研发强度目标是多少"])
def test_questions_for_other_figures(text):
    assert not asks_sum(text)


@pytest.mark.parametrize(
    ("text", "question", "value"),
    [
        ("对研发类险种保费补助70%，最高50万元", "去年研发费3000万，保险还没买", ""),  # a premium is no research
        ("购买检验检测服务的，按实际支付服务费的50%给予补助", "去年付云服务费6万", ""),  # of another service
        ("对新认定的省级未来工厂、省级智能工厂、省级数字化车间，分别给予200万元、60万元、30万元奖励", "去年新评上省级数字化车间", "30"),
        (
            "研发费用占营业收入比例达到3%以上且较前一年增长10%以上的，按增量的10%给予补助",
            "营收5个亿，前年研发费1600万，去年研发费2000万",
            "40",
        ),
    ],
)
def test_a_sum_is_of_what_it_is_paid_for(text, question, value):
    measure = Measure("doc", "甲市", text[:8], "reward", "奖励", True, text, 0, len(text), "doc#p1", amounts=read_amounts(text))
    paid = worth(measure, Judge(read_profile(question, date(2026, 1, 1)), {}))
    assert paid is not None and paid.value == value


def test_growth_is_told_of_one_thing():
    told = {item.words for item in read_profile("营收5个亿，前年研发费1600万，去年2000万", date(2026, 1, 1)).told}
    assert "研发费用增长" in told and "营业收入增长" not in told


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("我们公司今年首次评上高企，能拿多少", True),
        ("我们去做检测花了10万，创新券能抵几万？", True),
        ("2025年高企要有多少家", False),
        ("对首次认定的高企奖多少", False),
    ],
)
def test_what_one_gets_oneself_is_told_from_what_a_plan_sets(text, own):
    assert asks_own_sum(text) is own
