"""What is asked only of some, what leaves out no one, growth told in sums, and sums of two things or of all others."""

from datetime import date

import pytest

from facts.amounts import read_amounts
from facts.benefits import benefit_of
from facts.conditions import read_conditions
from facts.joint_bases import of_both
from facts.judging import Judge
from facts.match import match_profile
from facts.matched import Match
from facts.measure import Measure
from facts.measures import extract_measures
from facts.payments import read_payments
from facts.profile import read_profile
from index.catalog import DocumentInfo
from index.passages import chunk_document
from index.structure import parse_document

TITLE, PLACE = "禾原市扶持企业若干政策", "禾原市"
DAY = date(2027, 3, 20)


def read(body: str) -> list[Measure]:
    parsed = parse_document(f"{TITLE}\n\n{body}\n")
    info = DocumentInfo("made", "made.txt", TITLE, PLACE, "", "", "", "", "", "", "final", "", "")
    return extract_measures(info, chunk_document("made", parsed), parsed.text)


def matched(body: str, told: str, words: str = "") -> Match:
    found = match_profile(read_profile(told, DAY), [one for one in read(body) if words in one.text], [PLACE])
    return found.matches[0]


def judged(words: str, told: str, about: str = "") -> str:
    return Judge(read_profile(told, DAY), {}, about or words).verdict(words)


BOLD = """## 一、通用条款

- **不予支持**：被列入失信名单的；主要生产“三高”产品的。
- **不重复享受**：同一笔费用已获得中央、省级外经贸资金支持的，市级不再支持。

## 二、支持措施

### 第1条 参展补助

- 条件：企业参加境外展会
- 标准：按展位费的50%补助，最高5万元，每家企业只补助一次；开票手续费用不予补助
"""


def test_labels_in_bold_are_no_words_of_what_they_exclude() -> None:
    (one,) = read(BOLD)
    barred = [item.reading for item in one.conditions if item.kind == "exclusion"]
    assert "被列入失信名单的" in barred and "同一笔费用已获得中央、省级外经贸资金支持" in barred
    assert not any("*" in reading for reading in barred)
    assert not any("最高" in item.reading for item in one.conditions)  # a cap asks for nothing


def test_what_is_named_in_quotation_marks_bars_only_who_speaks_of_it() -> None:
    assert matched(BOLD, "我们是禾原生产灯具的，产品都出口，去年参加了境外展会，展位费8万，开票手续费用300元").group == "applies"


def test_public_money_for_one_cost_bars_no_other() -> None:
    had = "我们是禾原的企业，去年参加了境外展会，展位费8万，已经全额拿省里外经贸资金补过了"
    assert matched(BOLD, had).group == "not_met"
    other = "我们是禾原的企业，去年参加了境外展会，展位费8万。商标注册费已经全额拿省里外经贸资金补过了"
    assert matched(BOLD, other).group == "applies"


RISE = """第一条　成长奖励
支持条件：上年度出口额达到200万美元以上；出口额同比增长30%以上；上年度为首个出口年度的，不作增速要求。
支持标准：给予10万元奖励。
"""


def test_growth_is_not_asked_of_whom_a_clause_spares_it() -> None:
    assert matched(RISE, "我们是禾原的企业，2026年出口260万美元，2025年是250万").group == "not_met"
    assert matched(RISE, "我们是禾原的企业，上年度是首个出口年度，2026年出口260万美元").group != "not_met"


def test_a_first_loan_is_one_before_which_there_was_none() -> None:
    assert judged("首次获得银行贷款的企业", "以前没从银行贷过钱，今年1月头一回贷了300万") == "met"


def test_never_to_have_exported_is_what_is_asked() -> None:
    asked = "此前任何年度均无自营出口记录"
    assert judged(asked, "自己名下从没有过出口记录，今年5月才有第一票自营出口") == "met"
    assert judged(asked, "出口好多年了，去年出口500万美元") == "not_met"


@pytest.mark.parametrize(("told", "verdict"), [("2026年零售额2.4亿，2025年2亿", "met"), ("2026年零售额2.1亿，2025年2亿", "not_met")])
def test_growth_of_any_noun_follows_from_two_years(told: str, verdict: str) -> None:
    about = "对上年度零售额1亿元以上且同比增长15%以上的零售企业，给予奖励"
    assert judged("同比增长15%以上", told, about) == verdict


def test_a_mark_that_is_passed_is_the_sum_of_no_year() -> None:
    told = "2026年产值52亿，第一次破50亿，2025年是49亿"
    assert judged("上年度产值增速不低于8%", told) == "not_met"


def test_what_did_not_fall_may_have_risen() -> None:
    assert judged("出口额同比不下降", "2026年出口900万美元，2025年800万美元") == "met"
    assert judged("出口额同比不下降", "2026年出口700万美元，2025年800万美元") == "not_met"


def test_an_age_is_taken_on_the_day_that_is_stated() -> None:
    asked = "成立时间不超过三年（计算至2027年11月30日）"
    assert judged(asked, "我们是2024年9月注册的公司") == "not_met"
    assert judged(asked, "我们是2025年2月注册的公司") == "met"


def test_marks_to_be_passed_are_not_paid() -> None:
    rule = "软件收入首次突破3000万元、8000万元，分别奖励10万元、30万元"
    assert [one.fixed for one in read_amounts(rule, cell=True)] == ["10", "30"]
    assert [str(one.fixed) for one in read_payments(rule).payments] == ["10", "30"]


def test_a_standard_that_is_still_to_come_gives_nothing() -> None:
    found = benefit_of("鼓励企业数据资产入表，对典型案例研究给予适当奖励，具体标准另行公布")
    assert found is None or not found.granted


def test_two_things_of_one_base_are_added() -> None:
    told = of_both(read_profile("建站花了20万、推广75万", DAY), "建站和推广费用")
    assert told and told.value == 95
    assert of_both(read_profile("推广花了75万", DAY), "建站和推广费用") is False
    assert of_both(read_profile("建站和推广一共花了75万", DAY), "建站和推广费用") is None


def test_all_others_have_the_tier_of_whom_none_before_it_names() -> None:
    rule = "第一条　对小微企业，按实缴保费的80%给予补助，最高10万元；其他企业按实缴保费的40%给予补助，最高60万元。"
    paid = [matched(rule, f"我们是禾原的{size}，去年实缴保费10万元").worth for size in ("中型企业", "小微企业")]
    assert [one.value if one else "" for one in paid] == ["4", "8"]


def test_a_kitchen_serves_no_producers() -> None:
    assert judged("生产性服务业企业", "我们是做火锅的，今年又开了新店") == "not_met"
    assert judged("生产性服务业企业", "我们是做检验检测的，给工厂做测试") == "met"


def test_a_place_where_it_was_not_done_is_denied() -> None:
    assert judged("经禾原陆港中欧班列出口的企业", "去年班列走的是邻市的站，没在禾原陆港发，出口一直有") == "not_met"


def test_who_is_left_out_of_a_list_is_no_condition_of_all() -> None:
    body = "第一条　投资奖励\n支持对象：新设的企业；房地产类项目除外。\n支持标准：给予10万元奖励。"
    (one,) = read(body)
    assert [item.reading for item in one.conditions if item.kind == "exclusion"]


def test_conditions_under_a_label_hold_for_every_tier() -> None:
    body = (
        "第一条　装备奖励\n支持条件：产品于2027年1月1日以后被认定为国内首台套或者省内首台套装备。\n"
        "支持标准：国内首台套奖励100万元；在省内首台套名单的，奖励50万元。"
    )
    assert matched(body, "我们是禾原的制造企业，新机型2025年11月认定成省内首台套").group != "applies"


def test_caps_are_no_conditions() -> None:
    rule = "按建站费用的30%补助，最高30万元，每家企业只补助一次"
    assert not any("最高" in item.reading for item in read_conditions(rule, 0, len(rule), PLACE))


PLANT = "第一条　对上年度新获评国家级、省级、市级智能工厂的企业，分别给予200万元、80万元、20万元奖励；由低等级升为高等级的，给予差额。"


def test_a_grade_of_another_year_is_not_paid() -> None:
    told = "我们是禾原的制造企业，厂子去年被评为市级智能工厂，还没领奖，今年2月又评上省级智能工厂"
    found = matched(PLANT, told)
    assert found.worth and found.worth.value == "20"


def test_the_difference_is_paid_for_the_grade_of_the_year() -> None:
    told = "我们是禾原的制造企业，2025年评上省级智能工厂，80万当时领了，2026年10月又评上国家级智能工厂"
    found = matched(PLANT, told)
    assert found.worth and found.worth.value == "120"


LOAN = "第一条　对取得银行流动资金贷款的企业，按贷款本金年化1%给予贴息，计算贴息的贷款本金最高2000万元，贴息期限最长6个月。"


@pytest.mark.parametrize(("span", "value"), [("8个月，已经按时还清", "10"), ("3个月，已经还清", "5"), ("24个月，刚放款", "20")])
def test_interest_is_paid_for_the_months_that_a_loan_was_held(span: str, value: str) -> None:
    found = matched(LOAN, f"我们是禾原的企业，去年在银行贷了2500万流动资金贷款，{span}")
    assert found.worth and found.worth.value == value and ("/年" in found.worth.unit) == (value == "20")


def test_what_is_counted_by_number_is_named() -> None:
    rule = "第一条　对为制造企业改造的服务商，按通过验收的企业数，每家给予1万元奖励，每年最高40万元。"
    found = matched(rule, "我们是禾原的服务商，给31家制造企业做了改造，其中22家通过验收了，剩下9家还在扫尾")
    assert found.worth and found.worth.value == "22"


SHARES = (
    "第一条　对首次通过高新技术企业认定的企业，给予30万元奖励；对有效期满重新通过认定的，给予10万元奖励。"
    "高新技术企业整体从市外迁入的，按首次认定标准的80%给予奖励。"
)


def test_a_share_of_another_sum_is_taken_of_it() -> None:
    found = matched(SHARES, "我们是禾原的高新技术企业，今年2月整体从邻省迁入，证书2025年发的", "迁入")
    assert found.worth and found.worth.value == "24"


def test_what_is_got_again_is_a_tier_of_the_same_rule() -> None:
    first = matched(SHARES, "我们是禾原的软件公司，今年1月第一次认定上高新技术企业", "首次通过")
    assert first.group == "applies" and first.worth and first.worth.value == "30"


ITEMS = """第一条　培育奖励
（一）支持条件：2027年1月1日以后新认定为省级专精特新中小企业的。
（二）支持标准：给予20万元奖励。
（三）国家级“小巨人”企业三年有效期满并通过复核的，另行给予10万元奖励，不受本条第（一）项新认定时间的限制。
"""


def test_an_item_is_freed_of_another_of_its_article() -> None:
    (again,) = [one for one in read(ITEMS) if "复核" in one.text]
    asked = [item.reading for item in again.conditions if item.kind == "clause"]
    assert again.text.startswith("国家级") and asked and not any("2027年" in reading for reading in asked)


def test_papers_that_can_be_handed_in_decide_nothing() -> None:
    body = "一、基本条件\n申报单位应当财务管理制度健全，能够提供2026年度审计报告。\n二、措施\n第一条　对首次升规的企业，给予10万元奖励。"
    assert matched(body, "我们是禾原的企业，今年1月第一次升规").group == "applies"


def test_what_was_done_elsewhere_was_not_done_here() -> None:
    assert judged("影片在禾原市备案立项", "出品了一部电影，备案立项是在省会做的") == "not_met"
    assert judged("影片在禾原市备案立项", "出品了一部电影，备案立项都做好了") == "met"


def test_a_line_of_work_that_is_denied_is_not_had() -> None:
    assert judged("首次纳入规上企业的工业企业", "我们是开超市的，我们不是做工业的") == "not_met"


def test_who_was_a_sole_trader_has_what_is_added() -> None:
    body = "第一条　对首次纳入统计的餐饮业法人企业，给予8万元奖励。其中由个体工商户转型升级为企业后入库的，再增加3万元。"
    found = matched(body, "我们在禾原开火锅店，原来是个体户，去年升级成有限公司，2026年5月第一次进餐饮的统计库")
    assert found.worth and found.worth.value == "11"
