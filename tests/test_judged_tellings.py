"""Words of invented rules held against how people tell the same: days, single sums, deeds, lists, things said over two clauses."""

from datetime import date

import pytest

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
TODAY = date(2026, 11, 20)


def read(body: str) -> list[Measure]:
    parsed = parse_document(f"{TITLE}\n\n{body}\n")
    values = dict.fromkeys(("level", "parent", "issuer", "number", "date", "period", "source", "sha256"), "")
    info = DocumentInfo(id="made", title=TITLE, file="made.txt", region=PLACE, status="final", **values)
    return extract_measures(info, chunk_document("made", parsed), parsed.text)


def matched(body: str, told: str) -> Match:
    return match_profile(read_profile(told, TODAY), read(body), [PLACE]).matches[0]


def verdict(words: str, told: str, about: str = "") -> str:
    return Judge(read_profile(told, TODAY), {}, about or words).verdict(words)


@pytest.mark.parametrize(
    ("words", "told", "so"),
    [
        ("夜间开放不少于100天的书店", "我们书店去年夜里开了130天。", "met"),
        ("夜间开放不少于100天的书店", "我们书店去年夜里只开了60天。", "not_met"),
        ("培训期限不少于6个月", "学员班办了8个月。", "met"),
        ("缴纳社会保险满6个月", "2024年4月进的厂,社保一天没断过,交了两年多。", "met"),
        ("发放单户300万元以下的贷款", "我们银行给一家五金厂放了250万贷款。", "met"),
        ("发放单户300万元以下的贷款", "我们银行全年一共放了90万贷款。", "met"),
        ("单笔投资400万元以上", "一笔200万投给了本地公司。", "not_met"),
        ("自有展厅面积100平方米以上", "展厅两百多平。", "met"),
    ],
)
def test_lengths_in_days_and_figures_of_one_are_compared(words: str, told: str, so: str) -> None:
    assert verdict(words, told) == so


@pytest.mark.parametrize(
    ("words", "told", "so"),
    [
        ("2025年1月1日以后全职引进到我市企业工作", "去年三月进的我们厂,今年五月结的婚。", "met"),
        ("2025年1月1日以后全职引进到我市企业工作", "他2024年10月入职,今年买了车。", "not_met"),
        ("2025年1月1日以后发布的团体标准", "我们的团体标准今年六月发布了。", "met"),
        ("2023年1月1日以后首次纳入规模以上服务业统计库的企业", "2024年4月首次进规上服务业库。", "met"),
        ("首次认定的省级绿色工厂", "我们是省级绿色工厂,今年认定的。", "met"),
        ("首次评定为国家甲级、乙级、丙级的旅游民宿", "我家民宿在山脚下,今年头一回评,评上了国家丙级。", "met"),
        ("2025年1月1日至2026年12月31日期间建成并网", "屋顶光伏去年3月并网。", "met"),
    ],
)
def test_deeds_are_dated_by_the_clause_that_tells_them(words: str, told: str, so: str) -> None:
    assert verdict(words, told) == so


@pytest.mark.parametrize(
    ("words", "told", "so"),
    [
        ("取得道路客运经营许可的平台企业", "道路客运平台,许可证有,车都新。", "met"),
        ("取得道路客运经营许可的平台企业", "道路客运平台,证照齐全。", "met"),
        ("取得道路客运经营许可的平台企业", "货运平台,司机都有驾照。", "unknown"),
        ("新获得绿色食品认证", "豆腐厂今年过了食品安全管理体系认证。", "unknown"),
        ("企业作为第一申请人", "专利我们排第一。", "met"),
        ("企业作为第一申请人", "专利的第二申请人是我们。", "not_met"),
        ("投保短期出口信用保险", "去年给仓库买了财产险,信保一直没买。", "not_met"),
        ("在本区企业就业", "毕业就来了区里这家软件公司。", "met"),
        ("向社会公众开放的停车场", "停车场对外开放。", "met"),
        ("向社会公众开放的停车场", "停车场自己用的,不对外。", "not_met"),
    ],
)
def test_what_two_clauses_say_together_or_in_short_is_understood(words: str, told: str, so: str) -> None:
    assert verdict(words, told) == so


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("省级、市级示范茶园", "今年新评了个示范茶园,是市里的还是县里的没看清文件。"),
        ("跨境外包执行额达到100万美元以上", "合同一共执行了260万美元,跨境境内各多少没分开算。"),
        ("新建连片10亩以上的苗圃", "新盖了15亩苗圃,是连片的还是分成几块,包工头最清楚。"),
    ],
)
def test_an_open_question_about_what_is_asked_leaves_it_open(words: str, told: str) -> None:
    assert verdict(words, told) == "unknown"


HOUSED = "孵化器内在孵企业首次通过高新技术企业认定的，每认定1家奖励孵化器运营机构3万元。"
EXCLUDED = "对获得国内发明专利授权的企业，每件资助0.5万元。受让取得的专利和实用新型、外观设计专利不予资助。"
CATALOGUE = (
    "企业参加列入市贸促会年度境外展会目录的展会，按每个展位1万元给予补贴，每家企业年度累计补贴不超过6万元。境内展会及目录外展会不予补贴。"
)
TIERS = "对新设立的持牌法人金融机构，实缴资本8亿元以上的，奖励800万元；实缴资本4亿元以上、不足8亿元的，奖励400万元。"
FARMS = "对市级以上示范社，给予3万元奖励。农业企业不适用本办法。"
SOME = (
    "影视企业上一年度满足下列三项条件中任意两项的，给予一次性奖励8万元：（一）营业收入1000万元以上；"
    "（二）研发费用占营业收入比重5%以上；（三）新增软件著作权6件以上。"
)
RATED = "国家级众创空间年度绩效评价结果为优秀、良好的，分别奖励20万元、10万元。评价结果为合格及以下的不奖励。"


@pytest.mark.parametrize(
    ("body", "told", "group"),
    [
        (HOUSED, "孵化器运营方,去年在孵的4家过了高企,全是到期重新认定的。", "not_met"),
        (HOUSED, "孵化器运营公司,在孵企业里有5家拿了高企证,都是头一回还是换证,没来得及一家家问。", "conditional"),
        (HOUSED, "孵化器运营公司,去年在孵企业里6家首次过了高企。", "applies"),
        (EXCLUDED, "去年自己申请的国内发明专利授权6件,另有实用新型3件。", "applies"),
        (EXCLUDED, "去年从研究所买了5件国内发明专利。", "not_met"),
        (CATALOGUE, "今年去了一趟波兰的展,在市里目录里,订了2个展位。", "applies"),
        (CATALOGUE, "今年去越南参了个展,那展在不在市贸促会目录里,没人查过。", "conditional"),
        (TIERS, "持牌法人理财公司,今年新设立的,实缴5亿。", "applies"),
        (TIERS, "持牌法人理财公司,今年新设立的,实缴2亿。", "not_met"),
        (SOME, "做影视的影视企业,去年营收1500万,研发占比6%,软著只新增了2件。", "applies"),
        (SOME, "影视企业,去年营收800万,研发占比6%,软著只新增了2件。", "not_met"),
        (RATED, "我们运营国家级众创空间,去年绩效评价是优秀。", "applies"),
        (RATED, "运营一家国家级众创空间,评价下来只是合格。", "not_met"),
    ],
)
def test_lists_tiers_and_what_is_left_out_are_judged_together(body: str, told: str, group: str) -> None:
    assert matched(body, told).group == group


def test_a_direction_towards_others_is_no_grant() -> None:
    body = "（四）引导企业对接资本市场。积极对接省级基金对我县优质项目给予倾斜。"
    assert [one.granted for one in read(body)] == [False]


def test_what_is_paid_by_the_month_is_no_condition() -> None:
    body = "博士每月1500元，硕士每月900元，本科每月500元，补贴期限最长24个月。"
    assert [item.reading for one in read(body) for item in one.conditions] == []


@pytest.mark.parametrize(("told", "group"), [("跟对方没有关联,", "applies"), ("双方是关联企业,", "not_met")])
def test_kin_that_is_denied_does_not_exclude(told: str, group: str) -> None:
    body = "企业并购市外企业，取得被并购企业50%以上股权的，给予50万元奖励。关联企业之间的并购除外。"
    assert matched(body, f"我们收购外省一家药企,{told}拿了60%的股权。").group == group


@pytest.mark.parametrize(
    ("words", "told", "so"),
    [
        ("法人金融机构在本区新设省级分行", "持牌法人理财公司,今年成立。", "unknown"),
        ("上年度网络零售额300万元以上", "去年一共卖了900万,线下门店700万,网上零售200万。", "not_met"),
        ("用于购置生产设备的贷款", "去年贷了600万,全拿去给供应商结货款了。", "not_met"),
        ("企业通过直接融资租赁方式新增生产设备", "我们走直租上了条喷涂线,装好了。", "met"),
        ("在境内成功发行绿色债券", "今年在交易所发了3亿绿色债券。", "met"),
        ("在境内成功发行绿色债券", "今年发了3亿普通公司债。", "unknown"),
        ("在本市购买首套商品住房", "今年五月在湖滨路买了商品房,名下头一套。", "met"),
        ("我市企业并购市外企业", "我们去年拿下外省一家水泵厂60%的股权。", "met"),
        ("农业企业", "蔬菜专业合作社,社员90户。", "not_met"),
    ],
)
def test_what_is_beside_a_body_is_asked_too(words: str, told: str, so: str) -> None:
    assert verdict(words, told) == so


GRADED = "国家级众创空间年度绩效评价结果为优秀、良好的，分别奖励20万元、10万元；省级众创空间评价为优秀、良好的，分别奖励8万元、4万元。"


@pytest.mark.parametrize(
    ("told", "group"),
    [
        ("省级众创空间运营方,绩效评价是良好。", "applies"),
        ("市级众创空间,绩效评价是优秀。", "not_met"),
        ("我们运营国家级众创空间,评价等次还没公布。", "conditional"),
    ],
)
def test_a_body_of_another_grade_is_not_the_one_that_is_paid(told: str, group: str) -> None:
    assert matched(GRADED, told).group == group
