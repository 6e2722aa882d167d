"""What a condition asks for, thing by thing, and whether an enterprise's own words meet it."""

from datetime import date

import pytest

from facts.atoms import alternatives
from facts.conditions import read_conditions
from facts.judging import Judge
from facts.likeness import likeness
from facts.profile import read_profile
from facts.spoken import written
from facts.traits import said_in

TODAY = date(2026, 11, 21)


def readings(text: str, *, plan: bool = False) -> list[str]:
    return [item.reading for item in read_conditions(text, 0, len(text), "某市", plan=plan)]


@pytest.mark.parametrize(
    ("words", "told", "verdict"),
    [
        ("从事制造业生产经营的企业", "我们公司做注塑件，有限公司", "met"),
        ("从事制造业生产经营的企业", "我们是软件开发公司，给工厂做管理系统，自己不生产", "not_met"),
        ("登记注册的企业", "技术合同没有去做认定登记", "unknown"),  # of the contract, not of the enterprise
        ("研发费用占营业收入比重不低于3%", "研发费用去年400万，前年330万，营收还没审计", "unknown"),  # its growth is no share
        ("列入市级智能化改造项目库", "没有列入市级智能化改造项目库", "not_met"),
        ("贷款本金200万元以上", "为买设备向银行贷了1500万，去年付利息65万", "met"),
        ("贷款本金200万元以上", "买设备向银行贷了180万，去年付利息6万", "not_met"),
        ("实际投入30万元以上", "去年上了一套生产管理系统，花了45万", "met"),
        ("已经备案、竣工投产", "技改项目备过案，还在安装，没有投产", "not_met"),
        ("科技型中小企业", "科技型中小企业当时填过表，入没入库不知道", "unknown"),
        ("科技型中小企业", "我们在不在科技型中小企业库里要问一下财务", "unknown"),
        ("首次纳入规模以上工业企业统计", "升规奖励以前没领过", "unknown"),  # speaks of the support only
        ("期满重新通过认定的高新技术企业", "高新技术企业去年到期，12月重新通过了认定", "met"),
        ("年度研发费用在100万元（含）至500万元", "去年研发费用620万", "not_met"),
        ("规上工业企业、高新技术企业年度研发费用在500万元（含）至1000万元", "高新技术企业，去年研发费用620万", "met"),
        ("缴纳社会保险满6个月", "今年2月新招了3名大学生，合同三年，社保一直在交", "met"),
        ("企业、科研机构和社会组织", "我们是做轴承的公司", "unknown"),  # any enterprise: nothing is asked
        ("上年度主营业务收入2000万元以上的工业企业", "我们是做模具的，去年营收1500万", "not_met"),
        ("上年度主营业务收入2000万元以上的工业企业", "做模具的，去年卖了3500万", "met"),
        ("从业人员300人以下的企业", "我们厂里120号人", "met"),
        ("当年新增规上工业企业", "今年刚上规", "met"),
        ("首次认定为国家高新技术企业", "高企2022年首次认定，今年复审又过了", "not_met"),
        ("新认定的省级企业技术中心", "今年6月评上省级企业技术中心", "met"),
        ("新认定的省级企业技术中心", "市级企业技术中心前几年就有了", "not_met"),
        ("年度研发投入占主营业务收入比重不低于3%", "营收5000万，研发200万", "met"),
        ("年度研发投入占主营业务收入比重不低于3%", "营收5000万，研发100万", "not_met"),
        ("连续两年营业收入增长15%以上", "去年营收比前年涨了20%", "unknown"),
        ("企业当年获得发明专利授权3件以上", "今年拿了5件发明专利", "met"),
        ("企业当年获得发明专利授权3件以上", "今年只有1件发明专利授权", "not_met"),
        ("租用办公用房面积500平方米以上", "租了800平办公室", "met"),
        ("租用办公用房面积500平方米以上", "租了300平办公室", "not_met"),
        ("当年度纳税总额500万元以上", "去年缴税620万", "met"),
        ("当年度纳税总额500万元以上", "去年交税才80万", "not_met"),
        ("固定资产投资1000万元以上的技术改造项目", "今年技改投了1500万", "met"),
        ("固定资产投资1000万元以上的技术改造项目", "今年技改投了600万", "not_met"),
        ("年进出口总额1000万美元以上的外贸企业", "外贸公司，去年进出口800万美元", "not_met"),
        ("年进出口总额1000万美元以上的外贸企业", "我们是做软件开发的，没有进出口", "not_met"),
        ("在新三板挂牌的企业", "今年3月在新三板挂牌了", "met"),
        ("在新三板挂牌的企业", "还没挂牌", "not_met"),
        ("完成股份制改造并报证监局辅导备案的企业", "股改做完了，辅导备案也报了", "met"),
        ("全职引进的硕士研究生，与企业签订3年以上劳动合同", "我硕士，今年入职，签了5年", "met"),
        ("全职引进的硕士研究生，与企业签订3年以上劳动合同", "我本科，今年入职，签了5年", "not_met"),
        ("年龄在35周岁以下的青年人才", "我今年38", "not_met"),
        ("年龄在35周岁以下的青年人才", "我29岁", "met"),
        ("成立不满3年的小微企业", "公司2025年4月成立，8个人", "met"),
        ("成立不满3年的小微企业", "公司2010年成立，8个人", "not_met"),
        ("经认定的市级以上众创空间运营机构", "我们是做五金的", "not_met"),
        ("经认定的市级以上众创空间运营机构", "我们运营一家市级众创空间", "met"),
        ("对采购本地工业互联网平台服务的中小企业", "去年买了本地工业互联网平台的服务，中小企业", "met"),
        ("获得国家科学技术进步奖的单位", "去年拿了国家科技进步二等奖", "met"),
        ("牵头制定国际标准的企业", "我们牵头制定了一项国际标准", "met"),
        ("通过两化融合管理体系贯标的企业", "去年通过两化融合贯标", "met"),
        ("首次获得绿色食品认证的农业企业", "我们种蔬菜的，今年头一次拿到绿色食品认证", "met"),
        ("物流企业购置新能源货车", "我们是物流公司，今年买了10台新能源货车", "met"),
        ("物流企业购置新能源货车", "我们做轴承", "not_met"),
        ("餐饮企业首次入库纳统", "我们开饭店的，今年首次入库纳统", "met"),
        ("建筑业企业首次晋升特级资质", "我们是做服装的", "not_met"),
        ("新入选省级专精特新中小企业", "今年评上了省专精特新", "met"),
        ("新入选省级专精特新中小企业", "打算明年报省专精特新", "not_met"),
        ("国家级专精特新“小巨人”企业", "我们是省级专精特新", "not_met"),
        ("吸纳高校毕业生就业并缴纳社保满12个月", "招了6个大学毕业生，社保交了一年多", "met"),
        ("吸纳高校毕业生就业并缴纳社保满12个月", "招了6个大学毕业生，社保才交了4个月", "not_met"),
        ("贷款用于生产经营且已按期还本付息", "贷款还没到期", "not_met"),
        ("上年度亩均税收20万元以上", "亩均税收26万", "met"),
        ("企业参加境外展会", "今年去法兰克福参展，展位费6万", "met"),
        ("企业参加境外展会", "只参加过国内的展会", "not_met"),
        ("信用评级A级以上", "信用评级B级", "not_met"),
        ("注册资本1000万元以上", "注册资本500万", "not_met"),
        ("注册资本实缴1000万元以上", "实缴注册资本3000万", "met"),
        ("近三年无重大安全事故", "三年没出过安全事故", "met"),
        ("近三年无重大安全事故", "前年出过一次安全事故", "not_met"),
        ("非上市企业", "我们是上市公司", "not_met"),
        ("未享受过同类补贴的企业", "以前没拿过补贴", "met"),
        ("年用电量100万千瓦时以上", "一年用电250万度", "met"),
        ("技术合同成交额100万元以上", "签了技术合同80万", "not_met"),
        ("获评省级以上智能工厂", "今年评上国家级智能工厂", "met"),
        ("获评省级以上智能工厂", "只有市级数字化车间", "not_met"),
        ("具有独立法人资格的企业", "我们是个体工商户", "not_met"),
    ],
)
def test_words_that_people_write_are_held_against_those_of_a_rule(words: str, told: str, verdict: str) -> None:
    assert Judge(read_profile(told, TODAY), {}).verdict(words, words) == verdict


def test_what_a_condition_asks_for_is_cut_into_single_things() -> None:
    assert alternatives("软件投入(不含税,下同)100万元以上且列入名录库的企业") == [["软件投入100万元以上", "列入名录库"]]
    assert alternatives("首次认定的高新技术企业") == [["首次认定的高新技术企业"]]
    assert alternatives("中小企业采购目录内的数字化产品") == [["中小企业", "采购目录内的数字化产品"]]
    assert alternatives("企业、个体工商户") == []


@pytest.mark.parametrize(
    ("text", "conditions"),
    [
        ("新认定的省级专精特新中小企业奖励20万元", ["新认定的省级专精特新中小企业"]),
        ("科技型中小企业可以申领创新券，最高10万元", ["科技型中小企业"]),
        ("企业研发费用100万元以上且占营业收入3%以上的，对增加额按10%补助", ["企业研发费用100万元以上", "企业研发费用占营业收入3%以上"]),
        ("支持夜间经济发展，对年交易额1亿元以上的街区，给予50万元奖励", ["年交易额1亿元以上的街区"]),
        ("获得天使投资、风险投资且到账500万元以上的企业，按3%奖励", ["获得天使投资、风险投资", "到账500万元以上"]),
    ],
)
def test_conditions_stand_before_the_sum(text: str, conditions: list[str]) -> None:
    assert readings(text) == conditions


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("探索贷款贴息，破解科技型中小企业融资难题", ["科技型中小企业"]),
        ("支持建设专业化科技企业孵化器", ["孵化器"]),
        ("健全农村工作指导员制度", ["农村"]),
    ],
)
def test_a_direction_is_for_those_whom_its_aim_names(text: str, whom: list[str]) -> None:
    assert readings(text, plan=True) == whom


def test_good_standing_is_what_an_applicant_has_as_a_rule() -> None:
    judge = Judge(read_profile("做轴承的规上企业", TODAY), {})
    assert judge.standing("在本市依法设立、诚信经营，近2年内无重大违法违规行为")
    assert judge.standing("在本区注册、纳税，具有独立法人资格")
    assert not judge.standing("在本县注册登记满六个月")
    assert not judge.standing("上年度研发费用100万元以上")


def test_a_definition_leaves_out_whom_it_excepts() -> None:
    definitions = {"青年人才": "未满40周岁，签订两年以上劳动合同的人员，公务员除外"}
    assert Judge(read_profile("我28岁，签了三年合同", TODAY), definitions).verdict("青年人才") == "met"
    assert Judge(read_profile("我43岁，签了三年合同", TODAY), definitions).verdict("青年人才") == "not_met"


def test_figures_are_written_out() -> None:
    assert written("一百多号人，涨了三成，620万美金") == "100人,涨了30%,620万美元"


def test_words_in_the_same_order_are_alike() -> None:
    assert likeness("首次取得有机产品认证", "今年头一次做有机认证") < likeness("有机产品认证", "今年头一次做有机认证")
    assert likeness("", "有机认证") == 0
    assert likeness("🙂", "🙂") == 0


@pytest.mark.parametrize(
    ("words", "holds"),
    [
        ("近两年未受到税务、网信等主管部门的行政处罚", False),
        ("去年因为发票问题被税务局罚过款", True),
        ("没受过处罚", False),
        ("未发生一般及以上的安全生产事故", False),
    ],
)
def test_a_denial_reaches_over_those_who_punish(words, holds):
    assert [said.holds for said in said_in(words, contraries=True)] == [holds]
