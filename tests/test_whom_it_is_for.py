"""Whom a rule is for: titles, lists, references, tables of classes, and what an applicant says to be or not to be."""

from datetime import date

import pytest

from facts.conditions import read_conditions
from facts.fines import fined
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
DAY = date(2026, 3, 20)
CLASSES = """第一条　人才分为甲乙两等，安家补贴标准如下：
表1　安家补贴标准
| 类别 | 对象 | 补贴标准（万元） |
| --- | --- | --- |
| A类 | 40周岁以下全日制博士研究生；正高级职称人员 | 30 |
| B类 | 30周岁以下全日制本科毕业生；技师 | 5 |

第二条　在本市无自有住房且与本市企业签订3年以上劳动合同的人才，自认定次月起按月发放租房补贴：
表2　租房补贴标准
| 类别 | 补贴标准（元） |
| --- | --- |
| A类 | 2000 |
| B类 | 800 |
"""


def read(body: str) -> list[Measure]:
    parsed = parse_document(f"{TITLE}\n\n{body}\n")
    info = DocumentInfo("made", "made.txt", TITLE, PLACE, "", "", "", "", "", "", "final", "", "")
    return extract_measures(info, chunk_document("made", parsed), parsed.text)


def matched(body: str, told: str, words: str = "") -> Match:
    found = match_profile(read_profile(told, DAY), [one for one in read(body) if words in one.text], [PLACE])
    return found.matches[0]


def group(body: str, told: str, words: str = "") -> str:
    return matched(body, told, words).group


def judged(words: str, told: str) -> str:
    return Judge(read_profile(told, DAY), {}, words).verdict(words)


@pytest.mark.parametrize("title", ["（育林计划）", "【育林计划】", ""])
def test_the_title_of_an_article_in_brackets_is_no_word_of_its_rule(title: str) -> None:
    (one,) = read(f"第三条　{title}对首次获评市级以上绿色工厂的企业，给予10万元奖励。")
    assert one.text.startswith("对首次") and one.conditions[0].reading == "首次获评市级以上绿色工厂的企业"


def test_how_the_first_of_a_list_is_one_holds_for_all_of_it() -> None:
    rule = "第一条　对首次认定的省级专精特新中小企业、国家级专精特新“小巨人”企业，分别给予20万元、60万元奖励。"
    assert group(rule, "禾原市的规上工业企业，2021年就是国家级小巨人了，去年三年期满复核通过。") == "not_met"
    assert group(rule, "禾原市的规上工业企业，2025年首次认定国家级小巨人。") == "applies"


@pytest.mark.parametrize(
    ("ground", "told", "bars"),
    [
        ("上年度因环境违法受到20万元以上罚款的", "去年8月偷排废水，环保局罚了我们25万。", True),
        ("上年度因环境违法受到20万元以上罚款的", "去年8月偷排废水，环保局罚了我们8万。", False),
        ("因安全生产违法被处5万元以上罚款的", "去年车间出事故，应急局罚了6万元。", True),
    ],
)
def test_a_fine_is_held_against_the_sum_that_stands_before_it(ground: str, told: str, bars: bool) -> None:
    assert (fined(read_profile(told, DAY), ground) == "met") == bars


def test_who_asks_for_a_person_gets_nothing_that_enterprises_get() -> None:
    rule = "第一条　对首次纳入统计的规模以上服务业企业，给予8万元奖励。"
    assert group(rule, "我个人打听一下，我在禾原一家物流公司上班六年了，厂子是不是规上不清楚。") == "not_met"


def test_kinds_of_applicants_are_one_condition_and_a_day_is_no_threshold() -> None:
    rule = "冷链运输企业、快递企业年度发货300车以上的，按每车50元给予补助"
    assert [one.reading for one in read_conditions(rule, 0, len(rule), "")] == ["冷链运输企业、快递企业年度发货300车以上"]


def test_what_a_clause_pays_for_another_gain_or_a_loan_is_a_rule_of_its_own() -> None:
    rule = "第一条　取得境外商标注册的，每件补助0.3万元；取得UL、GS等产品认证的，按认证费的30%补助，每项最高2万元。"
    assert [len(one.amounts) for one in read(rule)] == [1, 1]
    rule = (
        "第一条　投资额300万元以上的节水改造项目，按投资额的6%给予补助，最高80万元；"
        "符合本条补助条件的项目利用银行贷款购置设备的，按贷款本金年化1.5%给予贴息。"
    )
    grant, loan = read(rule)
    assert (grant.amounts[0].rate, loan.amounts[0].rate) == ("0.06", "0.015")
    assert grant.conditions[0].reading in [one.reading for one in loan.conditions]


def test_who_meets_the_conditions_of_another_article_is_asked_for_them() -> None:
    rule = (
        "第一条　毕业3年以内的高校毕业生在本市创办小微企业的，一次性补贴1万元。\n"
        "第二条　符合第一条条件的创业者租用场地的，按实际支付租金的40%给予补贴，每年最高2万元。"
    )
    young = "我是2024年6月毕业的本科生，2025年5月登记了自己的公司，小微企业，我是法人，去年付房租3万。"
    assert group(rule, young.replace("2024", "2019"), "租用场地") == "not_met"
    assert group(rule, young, "租用场地") != "not_met"


@pytest.mark.parametrize(
    ("told", "words", "verdict"),
    [
        ("我1990年5月生，全日制硕士，没职称没技能证书。", "30周岁以下全日制本科毕业生，或者技师", "not_met"),
        ("我1999年5月生，全日制本科，没职称没证。", "30周岁以下全日制本科毕业生，或者技师", "met"),
        ("我1999年5月生，全日制本科，去年拿了在职硕士学位。", "35周岁以下全日制硕士研究生", "not_met"),
        ("我1991年5月生，全日制硕士。", "35周岁以下全日制硕士研究生", "met"),
        ("技改2024年6月5日备的案，2025年11月18日验收。", "自备案之日起18个月内竣工的项目", "met"),
        ("技改2023年6月5日备的案，2025年11月18日验收。", "自备案之日起18个月内竣工的项目", "not_met"),
        ("我是2018年6月毕业的博士，公司小微企业。", "毕业5年以内的高校毕业生首次登记创办小微企业或者个体工商户", "not_met"),
    ],
)
def test_ages_degrees_and_days_are_read_as_people_tell_them(told: str, words: str, verdict: str) -> None:
    assert judged(words, told) == verdict


def test_a_class_named_by_its_letter_is_whom_the_table_of_classes_says() -> None:
    told = "我1999年5月生，全日制本科，没职称没技能证书，和禾原市的公司签了3年合同，本人在禾原市没房。"
    (rent,) = [one.text for one in read(CLASSES) if "800" in one.text]
    assert [matched(CLASSES, told, one.text).group for one in read(CLASSES) if "2000" in one.text] == ["not_met"]
    assert matched(CLASSES, told, rent).group == "applies"
    assert matched(CLASSES, told.replace("在禾原市没房", "在禾原市有自有住房"), rent).group == "not_met"


def test_a_definition_ends_where_the_next_one_opens() -> None:
    rule = (
        "第一条　对规模以上工业企业，按研发费用增加额的10%给予奖励。\n"
        "第二条　本措施所称“规模以上工业企业”是指年主营业务收入2000万元以上并已纳入统计平台的工业企业，"
        "“规模以下工业企业”是指未纳入该平台的工业企业。"
    )
    (one,) = read(rule)
    assert dict(one.definitions)["规模以上工业企业"].endswith("统计平台的工业企业")


TERM = (
    "第一条　对科技型企业，给予6万元奖励。\n"
    "第二条　本措施所称科技型企业，是指有效期内的国家高新技术企业，或者已取得入库登记编号的科技型中小企业。"
)


@pytest.mark.parametrize(
    ("told", "expected"), [("自己不是高企，也没有科技型中小企业编号。", "not_met"), ("高企证书在有效期内。", "applies")]
)
def test_who_bears_a_defined_name_is_judged_by_its_meaning_however_general_the_name(told: str, expected: str) -> None:
    assert group(TERM, "禾原市的软件公司，" + told) == expected


HEADED = """一、支持方向
1．支持技术攻关。
对首次获评省级绿色工厂的企业，给予10万元奖励。

2．支持平台建设。
对首次获评市级以上绿色工厂的企业，给予20万元奖励。

二、附则
3．申报时间。
第1至1条2026年度申报期为2026年1月5日至1月31日；第2条2026年度申报期为2026年3月1日至4月10日。
"""


def test_numbered_headings_are_the_articles_that_a_window_names() -> None:
    first, second = read(HEADED)
    assert (first.closes, second.closes) == ("2026-01-31", "2026-04-10")


def test_the_most_for_one_enterprise_stands_in_a_sentence_of_its_own() -> None:
    (one,) = read("第一条　对科技企业，按研发费用的5%给予补助。单家企业每年最高30万元。")
    assert one.text.endswith("最高30万元")


def test_what_is_paid_a_year_later_is_not_added() -> None:
    rule = "第一条　对首次纳入规模以上服务业统计的企业，给予8万元奖励；入库后次年营业收入同比增长10%以上的，再给予5万元奖励。"
    found = matched(rule, "禾原市的软件公司，2025年首次纳入规上服务业，营收2600万，前年2000万。")
    assert found.worth is not None and found.worth.value == "8"


def test_a_promise_is_given_when_applying() -> None:
    rule = (
        "第一条　对首次获评省级绿色工厂的企业，给予10万元奖励。\n"
        "第二条　本措施适用于注册登记地、税务征管关系均在本市，具有独立法人资格且承诺5年内不迁离的企业，以及条款中明确的机构。"
    )
    told = "禾原市的规上工业企业，2025年首次评上省级绿色工厂，技术合同签了几份都没登记。"
    assert group(rule, told) == "applies"


@pytest.mark.parametrize(
    ("words", "told", "verdict"),
    [
        ("2025年首次产生出口实绩", "2024年出口320万美元，2025年出口400万美元。", "not_met"),
        ("2025年首次产生出口实绩", "2023年就有出口了，2025年出口80万美元。", "not_met"),
        ("设备为首次使用", "去年从德国进了一套二手的生产线。", "not_met"),
        ("年度营业收入首次突破5亿元", "2025年营收5.2亿，2024年营收4.7亿，2021年做到过5.6亿。", "not_met"),
        ("年度营业收入首次突破5亿元", "2025年营收5.2亿，2024年营收4.7亿。", "met"),
        ("已按规定报送研发费用统计报表", "研发费用统计报表一次没报过。", "not_met"),
    ],
)
def test_what_was_so_before_is_no_first_time(words: str, told: str, verdict: str) -> None:
    assert judged(words, told) == verdict


def test_a_person_s_pay_is_no_enterprise_s_revenue() -> None:
    meaning = {"规模以上工业企业": "年主营业务收入2000万元以上的工业企业"}
    person = read_profile("我个人问一下，我在一家电机厂上班，去年工资收入53万，厂子是不是规上不清楚。", DAY)
    assert Judge(person, meaning).verdict("在规模以上工业企业工作") == "unknown"


EXPORTER = {"跨境企业": "上年度以9610、9710、9810任一监管代码申报出口额10万美元以上的企业"}


@pytest.mark.parametrize(
    ("words", "told", "verdict"),
    [
        ("跨境企业", "去年全是一般贸易0110报关，出口350万美元。", "not_met"),
        ("跨境企业", "去年通过9710和9810报关出口一共350万美元，打算报出口奖励。", "met"),
        ("上年度利润总额为正", "去年利润1200万。", "met"),
        ("上年度利润总额为正", "产值涨了，不过去年还亏了200万。", "not_met"),
        ("上年度利润总额为正", "去年没亏损，利润90万。", "met"),
        ("从事智能装备、轨道零部件的研发制造，且上述业务收入占主营业务收入50%以上", "做轨道零部件的，轨道件占收入72%。", "met"),
        ("从事智能装备、轨道零部件的研发制造，且上述业务收入占主营业务收入50%以上", "做轨道零部件的，轨道件占收入31%。", "not_met"),
        ("2025年出口额同比增长10%以上", "2024年出口320万美元，2025年出口400万美元。", "met"),
        ("2025年出口额同比增长10%以上", "2024年出口390万美元，2025年出口400万美元。", "not_met"),
    ],
)
def test_codes_profits_and_shares_are_told_in_their_own_ways(words: str, told: str, verdict: str) -> None:
    assert Judge(read_profile(told, DAY), EXPORTER, "").verdict(words) == verdict


def test_a_term_is_defined_by_the_answer_to_what_it_is() -> None:
    rule = (
        "问1：做出口有奖励吗？\n答：跨境企业年度出口50万美元以上的，奖励3万元。\n\n"
        "问2：什么叫跨境企业？\n答：指上年度以9610、9710任一监管代码申报出口的企业。"
    )
    (one,) = [measure for measure in read(rule) if measure.amounts]
    assert dict(one.definitions)["跨境企业"].startswith("上年度以9610")


WINDOWS = """第一条　对参加境外展会的企业，按展位费的50%给予补助。
第二条　对新获评市级工匠的职工，给予个人奖励1万元。
第三条　对首次获评省级绿色工厂的企业，给予奖励10万元。
第四条　第一条应在展会闭幕后6个月内提出申请，逾期不予受理；第二条常年受理；其余事项于认定的次年3月1日至9月30日申报。
"""


def test_the_other_matters_are_those_that_no_window_before_them_names() -> None:
    fair, artisan, factory = (" ".join(item.reading for item in one.conditions if item.kind == "general") for one in read(WINDOWS))
    assert "6个月内" in fair and "上一年度" not in fair + artisan
    assert "上一年度" in factory and "6个月内" not in factory


def test_a_class_by_its_figure_is_a_tier() -> None:
    rule = "第一条　2025年出口额300万美元以下的企业，按实缴保费的80%给予补助；300万美元以上的企业，按实缴保费的40%给予补助。"
    paid = [matched(rule, f"2025年出口额{told}万美元，去年实缴保费20万元。").worth for told in (400, 200)]
    assert [one.value if one else "" for one in paid] == ["8", "16"]


BULLETS = """### 第1条 保费补助

- 条件：企业投保出口信用保险
- 标准：上年出口额200万美元以下的小微企业，按实缴保费的70%补助，最高8万元
- 标准：其他企业按实缴保费的30%补助，最高50万元

### 第2条 成长奖励

- 条件：出口额同比增长30%以上
- 标准：给予10万元奖励
"""


def test_bare_labels_of_bullets_say_what_is_asked_and_what_is_given() -> None:
    asked = {one.text[:8]: [item.reading for item in one.conditions if item.kind == "clause"] for one in read(BULLETS)}
    assert "出口额同比增长30%以上" in asked["给予10万元奖励"]
    assert "企业投保出口信用保险" in asked["上年出口额200"]
    firm = "我们是禾原的小微企业，投了出口信用保险，去年出口900万美元，前年850万美元，缴了20万保费"
    premium = matched(BULLETS, firm, "200万美元")
    assert premium.group == "applies" and premium.worth and premium.worth.value == "6"  # of all others
    assert group(BULLETS, firm, "10万元奖励") == "not_met"


def test_a_market_that_is_denied_is_not_taken_for_another_that_is_told() -> None:
    body = "第一条 企业在全国中小企业股份转让系统挂牌的，给予30万元奖励。"
    assert group(body, "我们是禾原的企业，在省股权交易中心挂了牌，新三板没挂") == "not_met"
    assert group(body, "我们是禾原的企业，今年在新三板挂了牌") != "not_met"
