"""Rules whose sum depends on what is counted, what exceeds a figure, which of two is more, or what was had before."""

from datetime import date
from decimal import Decimal

import pytest

from facts.amounts import read_amounts
from facts.judging import Judge
from facts.measure import Measure
from facts.payments import read_payments
from facts.profile import read_profile
from facts.rule_groups import CAP_ALONE
from facts.worth import Worth, worth

TODAY = date(2027, 4, 1)


def paid(text: str, told: str) -> Worth:
    measure = Measure("doc", "甲市", text[:8], "reward", "奖励", True, text, 0, len(text), "doc#p1", amounts=read_amounts(text))
    found = worth(measure, Judge(read_profile(told, TODAY), {}, text))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("text", "told", "value"),
    [
        # the most for each project, where what is counted is no project
        ("按每吨标准煤250元给予补助，单个项目最高40万元", "节能改造一年省了800吨标煤", Decimal(800 * 250) / 10000),
        ("按每吨标准煤250元给予补助，单个项目最高40万元", "节能改造一年省了4000吨标煤", Decimal(40)),
        # counts told after the year, or under the short name of what is counted
        ("组织会员企业参加市外展销会的，每次补助2万元，最高12万元", "今年4次带会员去外地参加展销会", Decimal(4 * 2)),
        ("企业孵化的，每新培育1家高新技术企业奖励运营机构3万元，最高24万元", "在孵30家，今年孵出5家高企", Decimal(5 * 3)),
        ("按离岸执行额每1美元补助0.2元，最高80万元", "去年离岸执行额正好100万美元", Decimal(20)),
        # a part of a whole that the rest of it is denied
        ("取得焊工证书的，每人补助400元", "报了50人，38人拿到焊工证书，剩下12人没考过", Decimal(38 * 400) / 10000),
        # what a rule leaves out of what it counts
        (
            "茶园首次通过生态认证的，每认定1家奖励合作社2万元。到期重新认定的不计入",
            "去年5家首次过了生态认证，2家是到期重新认定的",
            Decimal(5 * 2),
        ),
        # whichever is more
        ("按上年度检测投入的10%或者固定给予20万元补助，两者就高，最高60万元", "去年检测投入150万元", Decimal(20)),
        ("按上年度检测投入的10%或者固定给予20万元补助，两者就高，最高60万元", "去年检测投入350万元", Decimal(35)),
        # only what exceeds a figure
        ("年度地方贡献超过300万元的，对超过部分按20%给予奖励，最高200万元", "去年地方贡献800万元", Decimal((800 - 300) * 20) / 100),
        # the wider figure is not what a narrower word asks for
        ("按实缴资本的1%给予奖励，最高50万元", "注册资本5000万元，实缴到位了2000万元", Decimal(20)),
        # the most of what a sum is raised to
        (
            "按设备投入的6%给予补助；列入省级计划的，在上述补助额基础上再上浮20%。上浮后单个项目补助最高不超过150万元",
            "设备投入2400万元，列入省级计划",
            Decimal(150),
        ),
        # steps of a rise
        ("出口额每增长50万美元（不足50万美元的部分不计）奖励1万元，最高30万元", "前年出口600万美元，去年780万美元", Decimal(3)),
        # the portion that is asked for
        ("按实缴资本的2%给予奖励，最高300万元，分三年按5:3:2比例拨付", "实缴资本1亿元，第一年能拿多少", Decimal(200) / 2),
        ("按实缴资本的2%给予奖励，最高300万元，分三年按5:3:2比例拨付", "实缴资本1亿元，总共能拿多少", Decimal(200)),
        # each stage by itself
        (
            "分阶段给予奖励：完成股份制改造的奖励20万元，完成辅导备案的奖励60万元，成功上市的奖励200万元",
            "股份制改造完成了，辅导备案也完成了",
            Decimal(20 + 60),
        ),
        # the first sum was had
        (
            "申请获受理的，给予80万元奖励；在上述交易所成功上市的，再给予120万元奖励",
            "去年上市申请获受理，受理那笔80万去年就领走了，今年9月敲钟上市了",
            Decimal(120),
        ),
        # a share on top of a sum told as 补助额
        ("按检测费的30%给予补助，高新技术企业的，补助额上浮10%，最高50万元", "我们是高新技术企业，检测费40万元", Decimal("13.2")),
        # what a rate is of is told by the act
        ("按采购额的5%给予奖励，最高60万元", "今年买了400万的检测仪器", Decimal(20)),
        ("并购市外企业的，按实际交易额的2%给予补助，最高500万元", "花1.5亿收购了外地一家公司", Decimal(300)),
        ("按年度新增担保额的1%给予补助，最高200万元", "全年给小微企业新增担保1.2亿", Decimal(120)),
        (
            "国家级、省级首台（套）装备，分别按单台销售价格的20%、10%奖励，最高分别为200万元、100万元",
            "评上省级首台套，1台卖了500万",
            Decimal(50),
        ),
        # of two ways of having it, the one that is told
        ("自建的按建设投入的10%补助，最高80万元；租赁的按年租金的20%补助，最高30万元", "租了个仓库，年租金100万元", Decimal(20)),
        # caps by the grade of what is paid for
        ("公共服务平台按服务支出的20%补助，其中国家级最高50万元，省级最高30万元", "省级公共服务平台，服务支出120万元", Decimal(24)),
        # as many caps for each item as rates
        (
            "国家级、省级首台（套）装备，分别按单台售价的20%、10%奖励，单个产品最高分别为150万元、60万元，每家最高200万元",
            "两个产品评上省级首台套，单台售价分别是480万和900万",
            Decimal(48 + 60),
        ),
        # classes told apart by their words, and machines of so many kilowatts
        ("新引进全国首店、省内首店的，在开业的前提下，每引进一家分别奖励20万元、8万元", "新引进1家全国首店、2家省内首店", Decimal(36)),
        ("直流充电桩每千瓦200元、交流充电桩每千瓦100元给予补助", "建了10台60千瓦的直流桩", Decimal(10 * 60 * 200) / 10000),
        ("新获得绿色食品认证的，每个产品奖励2万元；绿色食品续展的，每个产品奖励1万元", "新拿了3个绿色食品认证", Decimal(6)),
        # so many of each event
        ("按每个标准展位1万元给予补助，每次展会最多补助3个展位", "去了2趟境外展，一趟5个标准展位，一趟1个", Decimal(3 + 1)),
        ("按每个标准展位1万元给予补助，每次展会最多补助3个展位", "参加了4次境外展，每次都是2个标准展位", Decimal(4 * 2)),
        ("办展的，按实际支出的40%补助，每场最高20万元，全年不超过2场", "今年办了3场展会，每场花了60万", Decimal(40)),
        # the months of what is agreed on, where all of it is asked for
        (
            "租用厂房的，按每平方米每月10元给予补贴，补贴期限最长24个月",
            "租厂房1000平方米，租期36个月，整个租期总共能补多少",
            Decimal(24),
        ),
        ("按硕士每月800元、博士每月1500元给予租房补贴，最长36个月", "我是硕士，租房租了10个月", Decimal("0.8")),
        # what is left out is told beside the base with a sum of its own
        ("按设备投资额的10%给予补助，土建不计入设备投资额，最高300万元", "设备投资额900万，土建花了200万", Decimal(90)),
    ],
)
def test_sum_is_reckoned(text, told, value):
    found = paid(text, told)
    assert (found.value, found.unit) == (f"{value.normalize():f}", "万元")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        # a part of what is told may not count
        ("按网络零售额的1%给予奖励，最高20万元", "去年网络零售额1500万，其中本地货600万"),
        ("按采购额的5%给予奖励，最高60万元", "买了400万的仪器，另买了300万的软件"),
        # how many of each event is not told
        ("按每个标准展位1万元给予补助，每次展会最多补助3个展位", "参加了4次境外展，订了9个标准展位"),
        # whether a part of a step counts is not said
        ("出口额每增长50万美元奖励1万元，最高30万元", "前年出口600万美元，去年780万美元"),
        # some of the whole may not count, and that is told in a sentence of its own
        ("每引进1人给予机构3万元奖励，最高30万元", "全职引进8人，社保都缴了；其中3个是外地参保"),
        # by how much it rose is not told
        ("出口额每增加1美元奖励0.03元人民币，最高100万元", "去年出口额500万美元"),
        # which of the two is more is not known
        ("按上年度检测投入的10%或者固定给予20万元补助，两者就高，最高60万元", "做阀门的，检测做过"),
        # the first sum was had, and whether the second is due is not told
        ("首次升规的，奖励10万元；升规后次年产值增长20%以上的，再奖励5万元", "前年首次升规，那10万早就领了"),
        # the price of one of several, and what is spent on another thing
        ("按采购额的5%给予奖励，最高30万元", "每台买了40万元，买了好几台"),
        ("按设备投资额的10%给予补助，最高300万元", "做了技改，厂房装修花了300万元"),
    ],
)
def test_sum_that_is_not_known_is_not_told(text, told):
    assert paid(text, told).value == ""


def test_words_that_deny_name_no_sum():
    """What is below a figure gets nothing: 增量低于50万元的不予补助 pays no 50万元."""
    found = read_amounts("按研发费用增量的10%给予补助，最高100万元；增量低于50万元的不予补助")
    assert [one.rate for one in found] == ["0.1"]


def test_sentence_with_the_cap_alone():
    """It goes on with the rule before it, and its cap is that of the tiers."""
    assert CAP_ALONE.match("单个主体年度奖励总额不超过10万元。") and not CAP_ALONE.match("单个主体新认定的，每件奖励10万元。")
    found = read_amounts("按设备投资额的8%给予补助。单个项目补助总额最高300万元")
    assert [(one.rate, one.cap) for one in found] == [("0.08", "300")]


def test_what_exceeds_a_figure_has_its_base():
    one = read_payments("年度地方贡献超过300万元的，对超过部分按20%给予奖励").payments[0]
    assert (one.base, one.low) == ("年度地方贡献", Decimal(300))
