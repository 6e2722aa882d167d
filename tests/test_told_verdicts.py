"""What an invented notice asks, pays and rules in its usual wordings, held against what enterprises tell of themselves."""

from datetime import date

import pytest

from facts.amounts import read_amounts
from facts.judging import Judge
from facts.match import match_profile
from facts.matched import Match
from facts.measure import Measure
from facts.measures import extract_measures
from facts.profile import read_profile
from index.catalog import DocumentInfo
from index.passages import chunk_document
from index.structure import parse_document

TITLE, PLACE = "禾原市促进产业发展若干措施", "禾原市"
TODAY = date(2026, 3, 20)
LAST_YEAR = (
    "第一条　对首次获评市级以上绿色工厂的企业，给予10万元奖励。\n"
    "第二条　申报时间为每年3月1日至4月30日。申报事项原则上应发生在上一自然年度。"
)  # fmt: skip
YEARS = (
    "第一条　对首次获评市级以上绿色工厂的企业，给予10万元奖励。\n"
    "第二条　申报按年度进行。2025年度事项的申报时间为2026年4月1日至6月30日；2026年度事项的申报时间为2027年4月1日至6月30日。"
)  # fmt: skip
BLOCK = """二、支持项目

项目1 能力提升奖励
支持对象：市内企业，不限行业。
申报条件：首次获评国家级、省级、市级绿色工厂。
支持标准：分别给予40万元、20万元、8万元奖励。

项目2 单独受理的项目
支持对象：市内企业。
申报条件：首次获评省级绿色工厂。
支持标准：给予15万元奖励。本项目受理时间为2026年1月5日至1月31日。

三、说明
（一）申报时间为2026年3月1日至4月30日。
"""


def read(body: str) -> list[Measure]:
    parsed = parse_document(f"{TITLE}\n\n{body}\n")
    values = dict.fromkeys(("level", "parent", "issuer", "number", "date", "period", "source", "sha256"), "")
    info = DocumentInfo(id="made", title=TITLE, file="made.txt", region=PLACE, status="final", **values)
    return extract_measures(info, chunk_document("made", parsed), parsed.text)


def matched(body: str, told: str, today: date = TODAY, words: str = "") -> Match:
    found = match_profile(read_profile(told, today), [one for one in read(body) if words in one.text], [PLACE])
    return found.matches[0]


def verdict(words: str, told: str, definitions: dict[str, str] | None = None, subject: str = "") -> str:
    return Judge(read_profile(told, TODAY), definitions or {}, words).verdict(words, subject)


@pytest.mark.parametrize(
    ("told", "day", "expected"),
    [
        ("做阀门的企业，去年首次评上市级绿色工厂。", "2026-03-20", "applies"),
        ("做阀门的企业，2024年首次评上市级绿色工厂。", "2026-03-20", "not_met"),
        ("做阀门的企业，2025年首次评上市级绿色工厂。", "2026-09-20", "not_met"),  # the window of that year has closed
        ("做阀门的企业，2026年6月首次评上市级绿色工厂。", "2026-09-20", "applies"),
    ],
)
def test_a_matter_of_the_year_before_goes_by_the_window_in_another_sentence(told: str, day: str, expected: str) -> None:
    assert matched(LAST_YEAR, told, date.fromisoformat(day)).group == expected


def test_a_window_of_every_year_opens_the_document_in_each_of_them() -> None:
    told = "做阀门的企业，去年首次评上市级绿色工厂。"
    days = ("2026-05-06", "2026-12-01", "2027-05-06", "2027-08-01")
    found = [matched(YEARS, told, date.fromisoformat(day)).closed for day in days]
    assert (found[0], found[2]) == ("", "")
    assert found[1] == "申报自2027-04-01开始"
    assert found[3] == "申报已于2027-06-30截止"


def test_sums_of_grades_that_stand_in_the_line_of_conditions() -> None:
    found = matched(BLOCK, "做阀门的企业，去年首次评上省级绿色工厂。", words="40万元")
    assert found.group == "applies"
    assert found.worth and (found.worth.value, found.worth.unit) == ("20", "万元")


def test_a_window_of_its_own_goes_before_that_of_the_others() -> None:
    told = "做阀门的企业，去年首次评上省级绿色工厂。"
    assert matched(BLOCK, told, words="15万元").closed == "申报已于2026-01-31截止"
    assert matched(BLOCK, told, words="40万元").closed == ""


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("对已获得省级技术改造补助的企业，按省级补助金额的20%给予配套。", ["已获得省级技术改造补助的企业"]),
        ("对2025年7月1日以后新发放的流动资金贷款，按年利率1%给予贴息。", ["2025年7月1日以后新发放的流动资金贷款"]),
        (
            "对购买省级首台套装备，且与研制企业不存在关联关系的用户企业，按购置价格的10%给予补助。",
            ["购买省级首台套装备", "与研制企业不存在关联关系的用户企业"],
        ),
        ("对新开设首店的企业，签订2年以上租赁合同的，分别给予9万元、3万元奖励。", ["新开设首店的企业", "签订2年以上租赁合同"]),
    ],
)
def test_words_that_only_look_like_payments_do_not_cut_who_is_meant(rule: str, expected: list[str]) -> None:
    assert [item.reading for item in read(f"第一条　{rule}")[0].conditions] == expected


def test_a_first_recognition_in_a_cell_is_of_what_the_row_names() -> None:
    table = "表1　奖励标准\n\n| 序号 | 奖励事项 | 具体条件 | 奖励标准 |\n|---|---|---|---|\n| 1 | 国家高新技术企业 | 首次认定 | 7万元 |\n"
    table += "| 2 | 市级企业技术中心 | 新认定，且上年度研发费用不低于100万元 | 6万元 |\n"
    readings = [one.conditions[0].reading for one in read(f"第一条　按下表给予奖励。\n\n{table}")]
    assert readings == ["首次认定的国家高新技术企业", "新认定的市级企业技术中心，且上年度研发费用不低于100万元"]


def test_a_heading_said_again_is_no_condition() -> None:
    body = "一、总则\n（一）基本条件。申报单位应在禾原市登记注册，财务制度健全。\n二、措施\n对首次认定的高新技术企业，给予7万元奖励。"
    general = [item.reading for item in read(body)[-1].conditions if item.kind == "general"]
    assert "基本条件" not in general


@pytest.mark.parametrize(
    ("words", "told", "expected"),
    [
        ("年度承办促进活动2场以上的市级行业协会", "我们是办活动的公司，去年办了4场。", "not_met"),
        ("已获得省级技术改造补助的企业", "省里的技改补助今年2月拨给我们80万。", "met"),
        ("已获得省级技术改造补助的企业", "技改做完了，省里的技改补助还没申报。", "not_met"),
        ("改造后经测评数字化水平达到二级以上", "数字化水平测评过了三级。", "met"),
        ("改造后经测评数字化水平达到二级以上", "数字化水平测评过了一级。", "not_met"),
        ("装备制造业企业", "我们是禾原的糕点厂，做糕点的，买了一台国产装备。", "not_met"),
        ("装备制造业企业", "我们做数控机床。", "met"),
        ("期限在一年以上的固定资产贷款", "贷了三年期的固定资产贷款900万。", "met"),
        ("与研制企业不存在关联关系", "买了一台首台套，研制那家跟我们同一个母公司。", "not_met"),
        ("与研制企业不存在关联关系", "买了一台首台套，跟研制那家没有任何关系。", "met"),
        ("2025年7月1日以后新发放的流动资金贷款", "去年第一次进限上，去年5月放了60万流动资金贷款。", "not_met"),
    ],
)
def test_what_is_told_decides(words: str, told: str, expected: str) -> None:
    assert verdict(words, told, subject="限额以上企业" + words) == expected


def test_that_all_of_a_definition_must_hold_is_no_part_of_it() -> None:
    body = "第一条　本措施所称小微企业，是指上年度营业收入在2000万元以下且从业人员不超过100人的企业，两项条件须同时满足。\n"
    body += "第二条　对通过担保取得贷款的小微企业，按担保费的50%给予补贴。"
    told = "做阀门的企业，去年营收1.8亿，210个人，通过担保贷了400万，担保费4万。"
    assert matched(body, told).group == "not_met"


def test_who_may_be_registered_anywhere() -> None:
    body = "第一条　对组织游客来禾原的旅行社，每人次奖励15元；旅行社不限注册地。\n第二条　申报主体应当在禾原市登记注册并依法纳税。"
    (one,) = read(body)
    assert one.anywhere
    assert not any("登记注册" in item.reading for item in one.conditions)


def test_who_gets_half_by_the_words_of_the_rule() -> None:
    rule = "第一条　对首次纳入限额以上统计的零售企业，一次性奖励6万元，个体工商户纳统的减半执行。"
    shop = matched(rule, "我们是个体工商户，开超市做零售，去年首次纳入限额以上统计。").worth
    firm = matched(rule, "我们是零售公司，开超市，去年首次纳入限额以上统计。").worth
    assert shop and firm and (shop.value, firm.value) == ("3", "6")


def test_parts_in_which_a_sum_is_paid_out_are_no_rates() -> None:
    found = read_amounts("按有效投资的3%给予奖励，最高600万元，分三年按40%、30%、30%的比例拨付")
    assert [one.rate for one in found] == ["0.03"]
    assert [one.rate for one in read_amounts("按合同金额的40%兑付")] == ["0.4"]


@pytest.mark.parametrize(
    ("rule", "told", "expected"),
    [
        ("项目实际投资额不含税500万元以上的企业，按设备投资额的8%给予补助。", "设备投资额含税2260万，不含税2000万。", "160"),
        ("对通过评估的企业，按实际支付合同金额的30%给予补助。", "通过了评估，合同金额130万，已经付了110万，剩下20万没付。", "33"),
        ("按有效投资的3%给予奖励，土地费用不计入有效投资。", "有效投资一共4000万，其中买地花了1000万。", ""),
        (
            "对通过评估的企业，按实际支付利息的50%给予贴息，纳入贴息的贷款本金不超过1000万元。",
            "通过了评估，贷款2000万，去年实际支付利息60万。",
            "15",
        ),
    ],
)
def test_what_is_told_in_two_sums_counts_as_the_rule_says(rule: str, told: str, expected: str) -> None:
    paid = matched(f"第一条　{rule}", f"做阀门的企业，{told}").worth
    assert paid and paid.value == expected


def test_of_two_levels_that_paid_before_the_measures_own_counts() -> None:
    rule = "第一条　对首次认定的国家级、省级绿色工厂，分别给予50万元、20万元奖励，已获低级别奖励的按差额奖励。"
    told = "做阀门的企业，之前按市里、区里政策分别领过省级绿色工厂20万和15万，去年首次认定国家级绿色工厂。"
    paid = matched(rule, told).worth
    assert paid and paid.value == "30"
    other = "做阀门的企业，之前按区里、市里政策分别领过省级绿色工厂15万和20万，去年首次认定国家级绿色工厂。"
    swapped = matched(rule, other).worth
    assert swapped and swapped.value == "30"
