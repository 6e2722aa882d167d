"""What stands in one provision of a notice holds there alone; terms, labelled entries and the words above a table are read as such."""

from datetime import date

import pytest

from facts.match import match_profile
from facts.matched import Match
from facts.measure import Measure
from facts.measures import extract_measures
from facts.parts import items_in, meant
from facts.profile import read_profile
from facts.reaches import Reaches
from facts.sentences import sentences_of
from index.catalog import DocumentInfo
from index.passages import chunk_document
from index.structure import parse_document
from index.wrapping import starts_block

TODAY = date(2026, 5, 20)
RULES = """岚屿市渔业装备资金管理办法

第一章 对象
第一条 除本办法另有规定外，资金支持对象应当同时符合下列条件：
（一）在本市登记注册的制造业企业；
（二）财务管理制度健全。
第二条 从业人员300人以上且年营业收入2亿元以上的为大型企业。
第三条 申请第五条第（一）项支持的项目，未在市经信局备案的，不予支持。

第二章 标准
第四条 支持租赁：
（一）以直接租赁方式租入冷冻设备的企业，按实际支付租息的20%给予补贴。售后回租业务不予补贴。
（二）对首次取得渔船安全证书的企业，奖励5万元；第二次及以后取得的，每次奖励1万元。仅取得预审意见的，不享受本款。
第五条 支持改造：
（一）企业新建冷库并竣工的，按投入的10%给予补助，最高80万元。
（二）大型企业建成碳管理系统的，奖励12万元。
（三）建设或者租用海外冷库的企业，奖励9万元。
第六条 支持服务商。上一年度为本市20家以上企业完成设备诊断的服务机构，奖励15万元。本条的支持对象不受第一条第（一）项行业条件的限制。
第七条 存在虚假贸易、骗取出口退税行为的，不予支持。
第八条 申请补贴的企业应当提供租赁合同、付款凭证和专项报告。
"""
ENTRIES = """岚屿市惠企政策清单

【1】
政策名称：冷库用电补贴
享受主体：水产加工企业
政策内容：年用电100万千瓦时以上的企业，给予3万元补贴。小水电企业不享受。
申报时间：2026年3月1日至3月20日
责任部门：市商务局
【2】
政策名称：一次性出海奖励
享受主体：渔业企业
政策内容：年捕捞量首次达到500吨、1000吨的，分别奖励2万元、5万元。
申报时间：常年受理
责任部门：市农业农村局
"""
BREEDERS = """岚屿市养殖奖补办法

第一条 申报企业应当同时符合下列条件：
（一）在本市登记注册；
（二）建立健全养殖档案。
第二条 取得绿色食品证书的企业，奖励3万元。
"""
TABLE = """# 岚屿市荣誉奖励措施

## 一、荣誉奖励

对2025年1月1日以后首次获得下列称号的企业，按下表给予一次性奖励。

| 称号 | 奖励标准 | 说明 |
| --- | --- | --- |
| 省级绿色工厂 | 20万元 | 由省级部门发文认定 |
| 国家级绿色工厂 | 60万元 | 已领取省级奖励的，补足差额 |
"""
RANKED = """岚屿市标准奖励办法

第一条 企业主导制定并已发布国家标准的，每项奖励20万元。所称主导制定，是指企业在起草单位中排名前三位。
"""


def measures_of(text: str) -> list[Measure]:
    values = {"level": "", "parent": "", "issuer": "", "number": "", "date": "", "period": "", "status": "final", "source": ""}
    info = DocumentInfo(id="made", title=text.splitlines()[0], file="made.txt", region="岚屿市", sha256="", **values)
    parsed = parse_document(text)
    return extract_measures(info, chunk_document("made", parsed), parsed.text)


def matched(text: str, words: str, told: str, today: date = TODAY) -> Match:
    found = match_profile(read_profile(told, today), measures_of(text), ("岚屿市",)).matches
    return min((item for item in found if words in item.measure.name + item.measure.text), key=lambda item: len(item.measure.text))


@pytest.mark.parametrize(
    ("text", "words", "told", "group"),
    [
        # an exclusion behind a sum bars from its own provision alone
        (RULES, "碳管理", "制造业企业，500人，去年营收5亿，碳管理系统建成了，另外做了售后回租业务", "applies"),
        (RULES, "渔船安全", "制造业企业，去年首次取得渔船安全证书，另外做了售后回租业务", "applies"),
        # what names an item of an article is said of that item
        (RULES, "碳管理", "制造业企业，500人，去年营收5亿，碳管理系统建成了，没去备案", "applies"),
        # a term is no condition of all, and means what the sentence says
        (RULES, "碳管理", "制造业企业，80人，去年营收3000万，碳管理系统建成了", "not_met"),
        (RULES, "渔船安全", "制造业企业，80人，去年营收3000万，去年首次取得渔船安全证书", "applies"),
        # who has done the whole has not done the lesser thing alone
        (RULES, "渔船安全", "制造业企业，去年首次取得渔船安全证书，另一条船只拿到预审意见", "applies"),
        # of two ways either will do, an offence is no act, a waiver names the item that it waives
        (RULES, "海外冷库", "制造业企业，出口水产，自建了海外冷库", "applies"),
        (RULES, "设备诊断", "我们是服务机构，不是制造业，去年为本市26家企业完成设备诊断", "applies"),
        # entries of a list with windows of their own
        (ENTRIES, "用电", "水产加工企业，去年用电150万千瓦时", "not_met"),
        (ENTRIES, "捕捞量", "渔业企业，去年捕捞量1200吨，第一次过1000吨", "applies"),
        # the words above a table hold for its rows
        (TABLE, "省级绿色工厂", "制造业企业，省级绿色工厂是2022年评的", "not_met"),
        (TABLE, "省级绿色工厂", "制造业企业，2025年9月首次评上省级绿色工厂", "applies"),
        (TABLE, "国家级绿色工厂", "制造业企业，2025年9月首次评上国家级绿色工厂", "applies"),
        # what a general article asks for without a number or a standing is confirmed when applying; a number is not
        (BREEDERS, "绿色食品", "养殖企业，去年取得绿色食品证书", "applies"),
        (BREEDERS.replace("建立健全养殖档案", "养殖收入占比60%以上"), "绿色食品", "养殖企业，去年取得绿色食品证书", "conditional"),
        # a term that means a rank
        (RANKED, "国家标准", "企业，去年发布的国家标准我们起草单位排第二", "applies"),
        (RANKED, "国家标准", "企业，去年发布的国家标准我们起草单位排第六", "not_met"),
    ],
)
def test_a_provision_decides_for_itself(text: str, words: str, told: str, group: str) -> None:
    assert matched(text, words, told).group == group


def test_entries_of_a_list_are_measures_with_their_names_and_windows() -> None:
    found = [(one.name, one.opens, one.closes) for one in measures_of(ENTRIES)]
    assert found == [("冷库用电补贴", "2026-03-01", "2026-03-20"), ("一次性出海奖励", "", "")]


def test_the_lines_of_an_entry_stay_apart() -> None:
    assert starts_block("享受主体：水产加工企业")
    assert starts_block("【3】")
    assert not starts_block("【渔港】是一个名称")


def test_duties_and_announcements_are_no_conditions() -> None:
    asked = {item.reading for one in measures_of(RULES) for item in one.conditions}
    assert not any("下列条件" in words or "付款凭证" in words for words in asked)


def test_a_sum_for_the_first_time_is_not_added_to_that_for_later_ones() -> None:
    first = matched(RULES, "渔船安全", "制造业企业，去年首次取得渔船安全证书").worth
    later = matched(RULES, "渔船安全", "制造业企业，渔船安全证书第二次取得了").worth
    assert first is not None and first.value == "5"
    assert later is not None and later.value == "1"


def test_a_share_of_the_rate_of_a_loan_is_no_share_of_the_loan() -> None:
    rule = "第一条 企业为改造项目取得银行贷款的，按贷款年利率的50%且不超过2个百分点给予贴息，贴息期不超过12个月。"
    paid = matched(f"岚屿市贴息办法\n\n{rule}\n", "贴息", "企业，改造项目取得银行贷款1000万，年利率3%，付了12个月利息").worth
    assert paid is not None and paid.value == "15"
    open_ = matched(f"岚屿市贴息办法\n\n{rule}\n", "贴息", "企业，改造项目取得银行贷款1000万").worth
    assert open_ is not None and open_.value == ""


def test_by_how_much_a_sum_rose_is_the_sum_of_no_year() -> None:
    told = read_profile("去年研发费用900万，比前年多了200万", TODAY).told
    assert {item.value for item in told if item.words == "研发费用增加额"} == {200}


def test_a_share_follows_from_two_sums_of_one_year() -> None:
    rule = "第一条 上年度软件业务收入占营业收入50%以上的企业，奖励6万元。"
    text = f"岚屿市软件办法\n\n{rule}\n"
    assert matched(text, "软件业务", "2025年总营收8000万，其中软件业务收入6000万").group == "applies"
    assert matched(text, "软件业务", "2025年总营收8000万，其中软件业务收入2000万").group == "not_met"


@pytest.mark.parametrize(
    ("told", "group"), [("制造业企业，冷库项目今年3月并网", "applies"), ("制造业企业，冷库项目7月5日刚并网", "not_met")]
)
def test_a_deadline_decides(told: str, group: str) -> None:
    rule = "第一条 对冷库项目于2026年6月30日前并网的企业，奖励6万元。"
    assert matched(f"岚屿市并网办法\n\n{rule}\n", "并网", told, date(2026, 7, 20)).group == group


def test_an_obligation_by_law_is_told_by_its_word() -> None:
    rule = "第一条 对通过清洁生产审核的企业，奖励6万元。依法应当实施强制性清洁生产审核的企业除外。"
    text = f"岚屿市清洁生产办法\n\n{rule}\n"
    assert matched(text, "清洁生产", "制造业企业，去年通过清洁生产审核，不在强制名单里").group == "applies"
    assert matched(text, "清洁生产", "制造业企业，去年通过清洁生产审核，本来就在强制审核名单里").group == "not_met"


def test_a_benefit_that_one_has_had_bars_from_another_by_its_name() -> None:
    rule = "第一条 企业为改造项目取得银行贷款的，按实际支付利息的50%给予贴息。同一项目已享受设备补助的，不再享受贷款贴息。"
    text = f"岚屿市贴息办法\n\n{rule}\n"
    assert matched(text, "贴息", "企业，改造项目取得银行贷款800万，付利息30万，去年拿到了设备补助").group == "not_met"
    assert matched(text, "贴息", "企业，改造项目取得银行贷款800万，付利息30万，设备补助没拿过").group == "applies"


def test_what_has_been_done_for_years_is_not_done_the_first_time() -> None:
    text = "岚屿市外贸办法\n\n第一条 去年首次产生出口实绩的企业，奖励2万元。\n"
    assert matched(text, "出口", "制造业企业，2012年起出口，去年出口280万美元").group == "not_met"
    text = "岚屿市统计办法\n\n第一条 首次纳入规上工业企业统计的企业，奖励2万元。\n"
    assert matched(text, "规上", "制造业企业，2018年进过规上，2021年掉出来了，2025年又重新进了库").group == "not_met"


def test_items_of_an_article_are_told_apart() -> None:
    assert {article: sorted(items) for article, items in items_in("第五条第（一）项").items()} == {"条5": [1]}
    assert meant("第五条第（一）项不适用", "第五条第（一）项")
    assert not meant("第五条第（一）项不适用", "第五条第（二）项")


def test_a_sentence_reaches_as_far_as_its_provision() -> None:
    parsed = parse_document(RULES)
    sentences = list(sentences_of(chunk_document("made", parsed), parsed.text))
    reaches = Reaches(sentences)
    back = next(one for one in sentences if one.text.startswith("售后回租"))
    reach = reaches.of(back.start)
    assert reach is not None and reach[0] < back.start < reach[1] < parsed.text.index("第五条 支持改造")
    fraud = next(one for one in sentences if "骗取" in one.text)
    assert reaches.of(fraud.start) is None
