"""Calls by 方向, articles that refer to others, and rated tables: what governs which measure, and when its matter must have happened."""

from datetime import date

import pytest

from facts.amounts import read_amounts
from facts.funded import funded
from facts.judging import Judge
from facts.match import match_profile
from facts.matters import limits_of
from facts.measure import Measure
from facts.measures import extract_measures
from facts.parts import meant, parts_in
from facts.profile import read_profile
from facts.worth import worth
from index.catalog import DocumentInfo
from index.passages import chunk_document
from index.structure import parse_document

CALL = """柳汀区商务局关于组织申报2026年商贸发展资金的通知

一、基本条件
（一）注册地在柳汀区，具有独立法人资格，主营业务为服务业的企业。
（二）申报事项应当发生在2025年7月1日至2026年6月30日期间（以下简称申报期）。

二、支持方向

方向一：夜间经济
申报条件：申报期内新开业，营业面积200平方米以上。
支持标准：
1.一次性给予开业补助5万元。
2.新评定为国家5A级、4A级景区的，分别奖励50万元、20万元，晋级的补足差额。
受理部门：区商务局

方向二：品牌培育
申报条件：本方向不限于服务业企业，区内各类企业均可申报。
支持标准：
1.新认定的中华老字号、省级老字号，分别奖励30万元、10万元。
2.商场每引进一家品牌门店奖励2万元。
受理部门：区商务局

三、申报时间
（一）方向一：2026年9月1日9:00至10月15日17:00。
（二）方向二：2026年11月2日9:00至12月4日17:00。
"""
ARTICLES = """桐湾市支持新材料产业若干政策

第一条　奖励认定。首次认定的高新技术企业奖励20万元。
第二条　奖励平台。新获批省级企业技术中心的，奖励50万元。

第三条　本政策所称企业，是指在桐湾市登记注册满一年、从事新材料研发、生产的企业。新材料包括碳纤维、特种陶瓷和稀土材料。
第四条　上一年度未填报研发统计报表的，不享受第一条的奖励。
第五条　2026年1月1日至本政策施行前发生的符合条件的事项，适用本政策。每年4月1日至5月31日集中申报上一年度事项，逾期不再补报。
第六条　本政策自2026年3月1日起施行，有效期至2028年12月31日。
"""
TABLE = """# 榆岭县企业奖补办法

1.1　奖补与绩效评价挂钩：评价结果为A、B类的企业全额兑现；C类企业按表1所列标准的50%兑现；D类企业不享受表1奖补。

### 表1　技术改造

| 编号 | 事项 | 对象和条件 | 奖补标准 |
|---|---|---|---|
| 1-1 | 绿色制造 | 新认定的国家级、省级绿色工厂 | 分别奖励50万元、20万元 |

### 表2　要素保障

| 编号 | 事项 | 对象和条件 | 奖补标准 |
|---|---|---|---|
| 2-1 | 用能 | 规上企业 | 逐步建立用能指标优先配置机制 |

5.1　本办法自2026年1月1日起施行，有效期至2027年12月31日，适用于2026年1月1日以后发生的事项。
"""


def read(text: str, region: str) -> list[Measure]:
    values = {"level": "", "parent": "", "issuer": "", "number": "", "date": "", "period": "", "status": "final", "source": ""}
    parsed = parse_document(text)
    info = DocumentInfo(id="made", title=text.split("\n")[0], file="made.txt", region=region, sha256="", **values)
    return extract_measures(info, chunk_document("made", parsed), parsed.text)


def group(measures: list[Measure], region: str, words: str, told: str, day: str) -> str:
    found = match_profile(read_profile(told, date.fromisoformat(day)), measures, [region])
    return next(item.group for item in found.matches if words in item.measure.text)


def test_each_direction_is_a_block_with_its_own_window() -> None:
    call = read(CALL, "柳汀区")
    assert [measure.text.split("，")[0] for measure in call] == [
        "一次性给予开业补助5万元",
        "新评定为国家5A级、4A级景区的",
        "新认定的中华老字号、省级老字号",
        "商场每引进一家品牌门店奖励2万元",
    ]
    assert all(measure.granted for measure in call)
    assert [measure.closes for measure in call] == ["2026-10-15", "2026-10-15", "2026-12-04", "2026-12-04"]
    assert not any("夜间" in measure.name for measure in call[2:])


def test_a_direction_can_waive_the_line_of_business() -> None:
    general = [item.reading for item in read(CALL, "柳汀区")[2].conditions if item.kind == "general"]
    assert any("注册地在柳汀区" in reading for reading in general)
    assert not any("服务业" in reading for reading in general)


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("柳汀做糕点的企业，今年1月认定成省级老字号", "applies"),
        ("柳汀做糕点的企业，2024年认定成省级老字号", "not_met"),  # before the period
        ("柳汀做糕点的企业，省级老字号有，哪年评的不记得了", "conditional"),
    ],
)
def test_the_matter_must_fall_in_the_period(told: str, expected: str) -> None:
    assert group(read(CALL, "柳汀区"), "柳汀区", "老字号", told, "2026-11-21") == expected


def test_a_window_that_opens_later_is_told_and_fails_nothing() -> None:
    told = "柳汀做糕点的企业，今年1月认定成省级老字号"
    found = match_profile(read_profile(told, date(2026, 10, 20)), read(CALL, "柳汀区"), ["柳汀区"]).matches
    early = next(item for item in found if "老字号" in item.measure.text)
    assert early.group == "applies"
    assert early.closed.startswith("申报自2026-11-")
    assert group(read(CALL, "柳汀区"), "柳汀区", "老字号", told, "2026-12-05") == "not_met"


@pytest.mark.parametrize(
    ("told", "day", "expected"),
    [
        ("我们做碳纤维，2015年成立，今年首次认定高企", "2026-11-21", "applies"),
        ("我们做瓦楞纸箱，2015年成立，今年首次认定高企", "2026-11-21", "not_met"),  # another line
        ("我们做碳纤维，今年3月成立，今年首次认定高企", "2026-11-21", "not_met"),  # not a year yet
        ("我们做碳纤维，2015年成立，去年首次认定高企", "2027-05-20", "applies"),
        ("我们做碳纤维，2015年成立，去年首次认定高企", "2027-06-20", "not_met"),  # the window for it is over
    ],
)
def test_who_an_enterprise_is_holds_for_every_article(told: str, day: str, expected: str) -> None:
    assert group(read(ARTICLES, "桐湾市"), "桐湾市", "高新技术企业", told, day) == expected


def test_an_exclusion_holds_for_the_articles_it_names() -> None:
    first, second = read(ARTICLES, "桐湾市")[:2]
    assert any("未填报研发统计报表" in item.reading for item in first.conditions)
    assert not any("未填报研发统计报表" in item.reading for item in second.conditions)


@pytest.mark.parametrize(
    ("told", "expected", "paid"),
    [
        ("榆岭的规上企业，绩效B类，今年新认定省级绿色工厂", "applies", "20"),
        ("榆岭的规上企业，今年新认定国家级绿色工厂", "applies", "50"),
    ],
)
def test_a_table_cell_lists_what_the_cell_beside_pays(told: str, expected: str, paid: str) -> None:
    found = match_profile(read_profile(told, date(2026, 11, 21)), read(TABLE, "榆岭县"), ["榆岭县"]).matches
    green = next(item for item in found if "绿色工厂" in item.measure.text)
    assert green.group == expected and green.worth is not None and green.worth.value == paid


def test_ratings_are_no_measures_and_intentions_are_not_granted() -> None:
    measures = read(TABLE, "榆岭县")
    assert [measure.granted for measure in measures] == [True, False]
    assert measures[0].scales == (("绩效C类企业", "50"),)
    assert measures[1].scales == ()
    assert measures[0].valid_to == "2027-12-31"


def test_parts_and_ranges() -> None:
    assert parts_in("方向一至方向三") == {"方向1", "方向2", "方向3"}
    assert meant("表1、表2各项应当在一年内申报", "表2　技术改造")
    assert not meant("第八条、第九条除外", "第九条")


def test_limits_of_a_yearly_window_and_of_months_back() -> None:
    assert limits_of("事项在上一年度，每年5月31日截止", date(2027, 5, 31))[0] == date(2026, 1, 1)
    assert limits_of("事项在12个月内", date(2027, 9, 12))[0] == date(2026, 9, 12)


def test_only_the_matter_that_was_funded_is_excluded() -> None:
    profile = read_profile("我们评上省级老字号。发明走PCT拿到授权，市里已经补了2万", date(2026, 11, 21))
    ruling = "同一事项已获得市级以上财政资金支持的"
    assert funded(profile, ruling, "发明专利通过PCT途径获得国外授权的")
    assert not funded(profile, ruling, "新认定的中华老字号、省级老字号")


@pytest.mark.parametrize(
    ("condition", "told", "expected"),
    [
        ("单个项目并网容量300千瓦以上", "装了280千瓦光伏", "not_met"),
        ("改造后容积率达到2.0以上", "容积率2.4", "met"),
        ("研发费用较前一年度增长", "去年研发400万，前年300万", "met"),
        ("研发费用较前一年度增长", "去年研发费用300万，前年320万", "not_met"),
        ("租期两年以上", "设备租期18个月", "not_met"),
        ("新购10辆以上新能源货车", "新能源货车一辆没买", "not_met"),
        ("建设期不超过18个月", "去年1月开工，9月完工", "met"),
        ("开票收入合计200万元以上", "开票310万，其中区里企业的只有150万", "unknown"),
        ("商场运营企业", "我们是咖啡品牌运营公司", "not_met"),
        ("利用自有厂房建设", "厂房是租的", "not_met"),
        ("获得中国专利金奖、银奖", "我们代理的客户拿了中国专利金奖", "not_met"),
        ("企业申请境内证券交易所上市", "今年完成辅导备案，还没上市", "met"),
        ("新评定为国家5A级、4A级物流企业", "去年升成4A级物流企业", "met"),
    ],
)
def test_conditions_that_these_notices_ask(condition: str, told: str, expected: str) -> None:
    assert Judge(read_profile(told, date(2026, 11, 21)), {}).verdict(condition) == expected


def test_growth_is_paid_at_the_rate_of_the_tier_reached() -> None:
    text = "研发费用较前一年度增长的，按增长额的10%给予补助，最高100万元；其中有效期内的高新技术企业，按增长额的12%给予补助，最高150万元"
    amounts = read_amounts(text)
    assert [(amount.base, amount.rate, amount.cap, amount.when) for amount in amounts] == [
        ("研发费用增加额", "0.1", "100", ""),
        ("研发费用增加额", "0.12", "150", "有效期内的高新技术企业"),
    ]


def test_stages_are_added_and_caps_go_with_their_rates() -> None:
    stages = read_amounts("完成辅导备案奖励50万元，首发申请获受理再奖励100万元，成功上市后再奖励250万元")
    assert [amount.when for amount in stages[1:]] == ["首发申请获受理", "成功上市"]
    rates = read_amounts("国家级、省级平台，分别按设备投入的30%、20%给予补助，最高分别为100万元、50万元")
    assert [(amount.rate, amount.cap) for amount in rates] == [("0.3", "100"), ("0.2", "50")]


@pytest.mark.parametrize(
    ("rule", "told", "value"),
    [
        ("设备投资额1000万元以下的部分补助6%，超过1000万元的部分补助8%，合计最高200万元", "设备投资1500万", "100"),
        ("设备投资额1000万元以下的部分补助6%，超过1000万元的部分补助8%，合计最高90万元", "设备投资1500万", "90"),
        ("每辆补贴6000元，单个企业不超过50万元", "买了22辆新能源货车", "13.2"),
        ("每辆补贴6000元，单个企业不超过50万元", "买了22辆新能源货车，12辆在本地上牌", ""),  # which count is not told
        ("按实际发电量每千瓦时补贴0.08元，每年最高20万元", "用电100万度", ""),  # used, not made
    ],
)
def test_sums_of_parts_and_units(rule: str, told: str, value: str) -> None:
    measure = Measure("made", "甲市", "", "other", "", True, rule, 0, len(rule), "p", amounts=read_amounts(rule, cell=True))
    paid = worth(measure, Judge(read_profile(told, date(2026, 11, 21)), {}))
    assert paid is not None and paid.value == value
