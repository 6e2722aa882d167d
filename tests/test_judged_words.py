"""Words of invented rules held against what enterprises tell: what befell them, how long, how large, how much, where, what for."""

from datetime import date

import pytest

from facts.grounds import SPLIT
from facts.judging import Judge
from facts.match import match_profile
from facts.matched import Match
from facts.measures import extract_measures
from facts.profile import read_profile
from facts.states import doubts
from index.catalog import DocumentInfo
from index.passages import chunk_document
from index.structure import parse_document

TITLE, PLACE = "禾原市促进产业发展若干措施", "禾原市"
TODAY = date(2026, 11, 20)


def matched(body: str, told: str) -> Match:
    parsed = parse_document(f"{TITLE}\n\n{body}\n")
    values = dict.fromkeys(("level", "parent", "issuer", "number", "date", "period", "source", "sha256"), "")
    info = DocumentInfo(id="made", title=TITLE, file="made.txt", region=PLACE, status="final", **values)
    measures = extract_measures(info, chunk_document("made", parsed), parsed.text)
    return match_profile(read_profile(told, TODAY), measures, [PLACE]).matches[0]


def verdict(words: str, told: str) -> str:
    return Judge(read_profile(told, TODAY), {}, words).verdict(words)


ACCIDENTS = "对获得省级绿色工厂称号的企业，给予20万元奖励。近三年内发生较大以上生产安全事故的企业不予奖励。"
FINES = "对获得省级绿色工厂称号的企业，给予20万元奖励。近两年受到环保部门罚款处罚的，不予奖励。"


@pytest.mark.parametrize(
    ("body", "told", "group"),
    [
        (ACCIDENTS, "我们是省级绿色工厂,前年车间出过一起较大事故。", "not_met"),
        (ACCIDENTS, "我们是省级绿色工厂,2019年出过一起较大事故。", "applies"),
        (ACCIDENTS, "我们是省级绿色工厂,去年出过一次一般事故。", "applies"),
        (ACCIDENTS, "我们是省级绿色工厂,以前出过较大事故,哪年记不清了。", "conditional"),
        (ACCIDENTS, "我们是省级绿色工厂,从没出过事故。", "applies"),
        (FINES, "我们是省级绿色工厂,去年排污口超标被生态环境局罚了3万。", "not_met"),
        (FINES, "我们是省级绿色工厂,去年消防罚了我们3万。", "applies"),
        (FINES, "我们是省级绿色工厂,没挨过环保罚。", "applies"),
    ],
)
def test_what_has_befallen_counts_by_its_kind_weight_and_time(body: str, told: str, group: str) -> None:
    assert matched(body, told).group == group


def test_grounds_joined_in_one_clause_are_two() -> None:
    assert SPLIT.split("劳务派遣企业以及申报前一年内发生较大事故的企业") == ["劳务派遣企业", "申报前一年内发生较大事故的企业"]
    assert SPLIT.split("以次充好或者弄虚作假的企业") == ["以次充好或者弄虚作假的企业"]


@pytest.mark.parametrize(
    "clause", ["在孵多少家还没点清", "哪天迁来的没问到", "几级没细看", "数控化率没统计过", "属于什么类型没搞清楚", "贡献多少分不清"]
)
def test_a_question_word_with_a_denied_verb_is_a_doubt(clause: str) -> None:
    assert doubts(clause) == [clause]


@pytest.mark.parametrize("clause", ["好几年没出过事", "哪一级示范都不是", "开了几年了"])
def test_what_is_denied_or_told_roundly_is_no_doubt(clause: str) -> None:
    assert doubts(clause) == []


def test_a_doubt_that_only_asks_goes_on_with_the_clause_before_it() -> None:
    body = "对完成股份制改造的企业，给予50万元奖励。注册地迁入本市不满一年的企业不予奖励。"
    assert matched(body, "股份制改造完成了,注册地是外地迁来的,哪天迁的没问到。").group == "conditional"
    assert matched(body, "股份制改造完成了,今年2月才把注册地迁进来。").group == "not_met"
    assert matched(body, "股份制改造完成了,本地老企业。").group == "applies"


@pytest.mark.parametrize(
    ("words", "told", "outcome"),
    [
        ("运营满2年", "我们的加速器开了4年", "met"),
        ("运营满2年", "加速器去年年底才开张", "not_met"),
        ("运营满2年", "加速器在老城区", "unknown"),
        ("在本市登记满5年", "登记8年了", "met"),
        ("在本市登记满5年", "我们2023年注册的", "not_met"),
        ("在孵企业不少于30家", "我们是孵化器,在孵43家", "met"),
        ("小型、微型工业企业", "做电缆的工厂,算下来是中型企业", "not_met"),
        ("小型、微型工业企业", "小型电缆厂", "met"),
        ("小型、微型工业企业", "做电缆的工厂,划成什么类型还没搞清楚", "unknown"),
        ("实缴资本5000万元以上", "注册资本1亿,实缴到位3000万", "not_met"),
        ("实缴资本5000万元以上", "注册资本1亿", "unknown"),
        ("区级税收贡献300万元以上", "去年总共交税2500万", "unknown"),
        ("民营控股的企业", "市国资委控股的轮胎厂", "not_met"),
        ("具有硕士以上学位", "33岁博士", "met"),
        ("本人及配偶在本市无自有住房", "我自己没房,老婆名下有一套", "not_met"),
        ("通过能力成熟度评估二级、三级", "成熟度评估过了一级", "not_met"),
        ("通过能力成熟度评估二级、三级", "成熟度评估过了三级", "met"),
        ("购买标准厂房三层以上", "买了标准厂房二楼", "not_met"),
        ("购买标准厂房三层以上", "买了标准厂房五楼", "met"),
        ("市级以上创业服务示范平台", "县级创业服务示范平台", "not_met"),
        ("市级以上创业服务示范平台", "省级示范平台(创业服务)", "met"),
        ("租用本市超算中心算力", "租的是外省的超算中心算力", "not_met"),
        ("购买工业互联网平台等云服务", "买了5台服务器", "unknown"),
    ],
)
def test_words_are_judged(words: str, told: str, outcome: str) -> None:
    assert verdict(words, told) == outcome


@pytest.mark.parametrize(
    ("body", "told", "group"),
    [
        (
            "对上年度研发费用较前一年度增长的企业，按增量部分的10%给予补助；增量低于50万元的不予补助。",
            "前年研发费用300万,去年研发费用340万。",
            "not_met",
        ),
        ("对上年度营业收入1亿元以上的企业，给予20万元奖励。上年度亏损的企业不予奖励。", "去年营收2亿,算总账亏了300万。", "not_met"),
        ("对上年度营业收入1亿元以上的企业，给予20万元奖励。上年度亏损的企业不予奖励。", "去年营收2亿,赚了钱。", "applies"),
        (
            "对年节能量500吨标准煤以上的项目，给予20万元奖励。以扩大产能为主要目的的项目除外。",
            "年节能量800吨标煤,主要为了把产能翻一番。",
            "not_met",
        ),
        (
            "对年节能量500吨标准煤以上的项目，给予20万元奖励。以扩大产能为主要目的的项目除外。",
            "年节能量800吨标煤,纯为省电不扩产。",
            "applies",
        ),
        ("对购买标准厂房的企业，给予20万元奖励。购买后转租的不予奖励。", "买了标准厂房,自己没用,转手租给别家了。", "not_met"),
        ("对被认定为省级首台（套）装备的产品，按销售价格的10%奖励研制企业。", "我们是买家,买了别人研制的省级首台套,花了400万。", "not_met"),
    ],
)
def test_measures_are_judged(body: str, told: str, group: str) -> None:
    assert matched(body, told).group == group


DATED = "对2025年1月1日以后入驻软件园、租用办公用房的企业，按每平方米20元给予补贴。"
MOVED = "对2025年7月1日以后从市外整体迁入或者在本区新设立的企业，给予30万元奖励。"
RAISED = "对2025年以来新获评的省级绿色工厂奖励30万元，国家级绿色工厂奖励60万元；企业同时为重点用能单位的，奖励金额上浮20%。"
KIN = "企业与无关联关系的单位签订技术转让合同，年度实际到账技术交易额100万元以上的，按到账额的1%给予奖励。"
SECOND_HAND = "技术改造项目设备投资额（二手设备不计入）500万元以上的，按设备投资额的8%给予补助。"
SMALL = "工业企业首次升为规模以上的，奖励10万元。退规后再次升规的，不享受首次升规奖励。"
FAIR = "会员企业50家以上的行业协会，每年举办行业展会，参会企业超过100家的，给予20万元补助。"
PATENTS = "国内发明专利获得授权的，每件资助3000元。实用新型和外观设计不予资助。"


@pytest.mark.parametrize(
    ("body", "told", "group"),
    [
        (DATED, "2025年2月新进软件园,租了800平办公。", "applies"),
        (DATED, "2024年8月就进了软件园,租了800平办公。", "not_met"),
        (MOVED, "我们2025年8月在区里新设的。", "applies"),
        (MOVED, "我们2025年3月在区里新设的。", "not_met"),
        (RAISED, "今年新评上省级绿色工厂。", "applies"),
        (RAISED, "国家级绿色工厂,去年10月评的。", "applies"),
        (RAISED, "国家级绿色工厂,2023年就评了。", "not_met"),
        (KIN, "技术转让给自己的子公司,合同签了,到账1500万。", "not_met"),
        (KIN, "技术转让合同签了,买方没关联,到账900万。", "applies"),
        (SECOND_HAND, "技改设备投资700万,里头有250万是买的二手机器。", "not_met"),
        (SECOND_HAND, "技改设备投资900万,里头有250万是买的二手机器。", "applies"),
        (SMALL, "做包装的工厂,今年第一次升规。", "applies"),
        (SMALL, "做包装的工厂,今年升规了,早些年好像也进过规。", "conditional"),
        (SMALL, "做包装的工厂,2021年升过规,后来掉下来了,今年又升上去。", "not_met"),
        (FAIR, "行业协会,会员82家,今年办了行业展会,来了160家企业。", "applies"),
        (FAIR, "行业协会,会员82家,今年办了行业展会,正好来了100家企业。", "not_met"),
        (PATENTS, "今年国内发明专利授权8件,还有20件实用新型。", "applies"),
        (PATENTS, "今年实用新型授权20件。", "not_met"),
    ],
)
def test_measures_of_deeds_are_judged(body: str, told: str, group: str) -> None:
    assert matched(body, told).group == group


@pytest.mark.parametrize(
    ("words", "told", "outcome"),
    [
        ("从事装备制造、新材料、电子信息的企业", "做糕点的食品厂", "not_met"),
        ("从事装备制造、新材料、电子信息的企业", "搞电子信息的", "met"),
        ("软件企业", "做奶茶加盟的,在软件园里,不搞软件", "not_met"),
        (
            "制造业企业将物流剥离，在本市新设立具有独立法人资格的服务业企业",
            "做钢管的制造企业,物流剥离了,在本市新设了一家独立法人的物流公司",
            "met",
        ),
        ("制造业企业将物流、检测等业务剥离", "做冰箱的制造企业,把物流拆出来了", "met"),
        ("依法缴纳社会保险满3个月", "社保交了半年", "met"),
        ("职工50人以上", "有600职工", "met"),
        ("专职设计人员10人以上", "专职的只有8个", "not_met"),
        ("研发人员占职工总数的比例不低于10%", "全厂500人,研发的30人", "not_met"),
        ("年产值首次突破1亿元", "2025年产值头一次过亿,做到1.1亿", "met"),
        ("上年度营业收入首次超过20亿元", "去年营收23亿,以前最高18亿", "met"),
        ("上年度营业收入首次超过20亿元", "去年营收23亿,以前最高26亿", "not_met"),
        ("规模以上工业企业年产值首次突破1亿元", "规上工业企业,2024年产值0.9亿,2025年1.2亿", "met"),
        ("县级以上示范农民专业合作社", "普通合作社,哪一级示范都不是", "not_met"),
        ("新建冷藏保鲜设施", "新建冷库800方", "met"),
        ("年采购额200万元以上", "今年买了500万", "met"),
    ],
)
def test_further_words_are_judged(words: str, told: str, outcome: str) -> None:
    assert verdict(words, told) == outcome
