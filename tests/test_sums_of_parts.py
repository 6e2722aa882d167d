"""Rules that pay several parts, what enterprises tell, and the whole sum by hand; a gap where a part is not told."""

from datetime import date
from decimal import Decimal

import pytest

from facts.amounts import read_amounts
from facts.classes import classes_in
from facts.judging import Judge
from facts.limits import read_limits
from facts.measure import Measure
from facts.payments import read_payments
from facts.premiums import premiums
from facts.profile import read_profile
from facts.spans_told import months_told
from facts.worth import Worth, worth

TODAY = date(2027, 4, 1)


def paid(text: str, told: str) -> Worth:
    measure = Measure("doc", "甲市", text[:8], "reward", "奖励", True, text, 0, len(text), "doc#p1", amounts=read_amounts(text))
    found = worth(measure, Judge(read_profile(told, TODAY), {}, text))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "told", "value", "unit"),
    [
        ("企业引进的博士每人补助5万元，硕士每人补助1万元，最高30万元", "去年引进2名博士、3名硕士", Decimal(2 * 5 + 3 * 1), "万元"),
        ("企业引进的博士每人补助5万元，硕士每人补助1万元，最高30万元", "去年引进8名博士", Decimal(30), "万元"),  # 40, capped
        (
            "设备投资2000万元（含）以下部分按8%给予补助，超过2000万元部分按5%给予补助，最高500万元",
            "设备投资3200万元",
            Decimal(2000) * 8 / 100 + Decimal(1200) * 5 / 100,
            "万元",
        ),
        ("按软件投入的30%和硬件投入的10%给予补助，最高100万元", "软件投入120万元，硬件投入200万元", Decimal(36 + 20), "万元"),
        ("按每平方米每月5元给予租金补贴，最多补贴3000平方米，补贴24个月", "租了标准厂房3600平方米", Decimal("1.5"), "万元/月"),
        ("按每平方米每月5元给予租金补贴，补贴期限24个月", "租了标准厂房600平方米，签了五年", Decimal(600 * 5 * 24) / 10000, "万元"),
        ("按每平方米每月5元给予租金补贴，补贴期限24个月", "租了标准厂房600平方米，租了8个月就退租了", Decimal(600 * 5 * 8) / 10000, "万元"),
        ("对服务平台按服务企业数每家800元给予补助，单个平台最高20万元", "去年服务了150家中小企业", Decimal(150 * 800) / 10000, "万元"),
        ("对服务平台按服务企业数每家800元给予补助，单个平台最高20万元", "去年服务了350家中小企业", Decimal(20), "万元"),
        (
            "对年度零售额达到2000万元、1亿元的企业，分别给予5万元、20万元奖励，其中销售本县农产品占比50%以上的，再给予3万元奖励",
            "去年零售额1.4亿元",
            Decimal(20),
            "万元",
        ),
        (
            "按贷款利息的40%给予贴息。贴息本金不超过500万元，贴息期限不超过12个月，贷款利率高于5%的部分不予贴息",
            "质押贷了800万元，年利率6%，期限18个月",
            Decimal(500) * 5 / 100 * 40 / 100,
            "万元",
        ),
        (
            "按实际贷款金额年利率2%给予贴息，贴息贷款金额不超过400万元，最长12个月",
            "贷了300万，半年就还了",
            Decimal(300) * 2 / 100 / 2,
            "万元",
        ),
        ("每招用1名毕业生，按每人每月500元给予补贴，最长12个月", "招用6名毕业生，社保交了8个月", Decimal(6 * 500 * 8) / 10000, "万元"),
        (
            "新设立博士后工作站的，补助30万元；工作站每新进站1名博士后，再补助10万元",
            "去年新设立博士后工作站，进站2名博士后",
            Decimal(30 + 2 * 10),
            "万元",
        ),
        ("100标箱以上部分每标箱补助300元，最高30万元", "去年出口480个标箱", Decimal(380 * 300) / 10000, "万元"),
        ("从第3家起，每新开1家直营店奖励2万元，最高20万元", "去年新开了6家直营店", Decimal((6 - 2) * 2), "万元"),
        (
            "参加境外展会的，按展位费的70%补助，每个展会最高4万元",
            "参加了两个境外展会，展位费分别是5万元和8万元",
            Decimal("3.5") + 4,
            "万元",
        ),
        ("按每立方米150元补助，补助额不超过项目总投资的20%，且不超过40万元", "新建冷库1200立方米，总投资60万元", Decimal(12), "万元"),
        (
            "按贷款本金年利率1.5%给予贴息，贴息本金不超过500万元，贴息不超过12个月",
            "专利质押贷款600万元，用了10个月",
            Decimal(500) * Decimal("1.5") / 100 * 10 / 12,
            "万元",
        ),
        (
            "按实际支付利息的40%补贴，最高20万元；支付的评估费按50%补贴，最高5万元",
            "付利息22万元，付评估费12万元",
            Decimal("8.8") + 5,
            "万元",
        ),
    ],
)
def test_a_whole_sum_is_that_by_hand(text: str, told: str, value: Decimal, unit: str) -> None:
    found = paid(text, told)
    assert (Decimal(found.value), found.unit) == (value, unit)
    assert found.formula


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("按软件投入的30%和硬件投入的10%给予补助，最高100万元", "软件投入90万元，硬件还没结算"),
        ("按每平方米每月5元给予租金补贴", "租了标准厂房"),
        ("参加境外展会的，按展位费的70%补助，每个展会最高4万元", "参加了3个境外展会，展位费一共20万元"),
        ("每引进1名博士补助5万元", "引进3名博士，其中1名还没签合同"),
        ("按每立方米150元补助，补助额不超过项目总投资的20%", "新建冷库1200立方米"),
    ],
)
def test_a_part_that_is_not_told_leaves_a_gap_and_no_sum(text: str, told: str) -> None:
    found = paid(text, told)
    assert found.value == ""
    assert found.formula == "" or "未说明" in found.formula


def test_a_premium_is_paid_to_those_it_is_for() -> None:
    text = "按设备投资额的10%给予补助，最高500万元。山区企业补助标准上浮20%"
    assert paid(text, "我们是山区企业，设备投资1000万元").value == "120"
    judge = Judge(read_profile("设备投资1000万元", TODAY), {}, text)
    assert [(one.share, one.points) for one in premiums(text, judge)] == [(Decimal("0.2"), False)]


def test_limits_are_read_apart() -> None:
    limits = read_limits("按展位费的50%补助，单个展会最高3万元，单个企业每年最高10万元，最长不超过24个月")
    assert (limits.each, limits.whole, limits.months) == (3, 10, 24)


def test_half_a_chain_of_units_goes_on() -> None:
    found = read_payments("每个产品分别给予国家级100万元、省级40万元奖励").payments
    assert [(one.fixed, one.per) for one in found] == [(100, ("个",)), (40, ("个",))]


def test_classes_are_those_that_are_named() -> None:
    assert classes_in("主导1项国家标准") == {"国家标准"}
    assert classes_in("去年去德国参展", places=True) == {"境外"}


def test_the_term_of_a_contract_is_no_time_that_something_has_gone_on() -> None:
    assert months_told(read_profile("租了厂房，租期5年", TODAY), "租用厂房给予租金补贴") is None
    assert months_told(read_profile("租了厂房，租满12个月", TODAY), "租用厂房给予租金补贴") == 12


def test_points_on_top_of_points_add_up_in_value_and_formula():
    text = (
        "规模以上工业企业的技改项目，按设备投资额的8%给予补助。高新技术企业实施的，补助比例提高2个百分点；"
        "通过市级数字化车间或智能工厂验收的，补助比例再提高2个百分点。单个项目最高500万元。"
    )
    both = paid(text, "我们是规上工业企业，高新技术企业，技改项目设备投资额2000万元，数字化车间去年通过市级验收了。")
    assert both.formula == "2000万元×12%=240万元" and both.value == "240"
    one = paid(text, "我们是规上工业企业，高新技术企业，技改项目设备投资额2000万元，智能工厂、数字化车间市里都没验收过。")
    assert one.formula == "2000万元×10%=200万元" and one.value == "200"
