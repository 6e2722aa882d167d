"""Conditions that stand outside a measure's own item: they reach what their place in the document governs, and nothing else."""

from dataclasses import replace
from datetime import date

import pytest

from facts.demands import asks, demanded, speaks_of_applicants
from facts.match import match_profile
from facts.measure import Measure
from facts.measures import extract_measures
from facts.profile import read_profile
from index.catalog import DocumentInfo
from index.passages import chunk_document
from index.structure import parse_document

TODAY = date(2026, 5, 10)


INFO = DocumentInfo(
    id="notice",
    title="notice",
    file="notice",
    region="澄湾市",
    level="",
    parent="",
    issuer="",
    number="",
    date="",
    period="",
    status="final",
    source="",
    sha256="",
)


def measures_of(text: str) -> list[Measure]:
    parsed = parse_document(text)
    return extract_measures(INFO, chunk_document("notice", parsed), parsed.text)


def asked(measures: list[Measure], paid: str) -> str:
    """All that the measure is asked for whose words hold some others."""
    found = next(one for one in measures if paid in "".join(one.text.split()))
    return "；".join("".join(item.text.split()) for item in found.conditions)


@pytest.mark.parametrize(
    "general",
    [
        "四、共同要求\n申报单位的注册地和税务登记地在澄湾市，近三年无骗取补贴记录。\n",
        "四、其他\n（一）享受本政策的，申报单位近三年无骗取补贴记录。\n（二）所需资金由市财政承担。\n",
        "四、其他\n（一）申请兑现的机构，应当成立满两年，近三年无骗取补贴记录，且于每年6月底前提交申请表。\n",
        "四、附则\n凡在澄湾市依法设立、近三年无骗取补贴记录的企业，均可按照本办法申请支持。\n",
        "四、附则\n专项资金用于支持在澄湾市纳统的企业，申请单位近三年无骗取补贴记录。\n",
        "四、附则\n奖励对象为税务登记在澄湾市的企业，近三年无骗取补贴记录。\n",
        "四、附则\n上述各项所涉设备应在2026年1月1日以后购置，且购置主体近三年无骗取补贴记录。\n",
        "四、扶持范围\n近三年无骗取补贴记录的制造业企业。\n",
        "四、附则\n除各项另有规定外，申报单位应为近三年无骗取补贴记录的独立法人企业。\n",
    ],
)
def test_what_is_asked_of_whoever_applies_is_asked_of_all(general: str) -> None:
    text = (
        "澄湾市扶持办法\n\n一、支持研发\n企业研发费用占比3%以上的，给予20万元奖励。\n"
        "二、支持出口\n企业出口额500万元以上的，给予30万元奖励。\n三、办理\n市商务局负责受理，公示5个工作日。\n" + general
    )
    measures = measures_of(text)
    for paid in ("20万元", "30万元"):
        assert "近三年无骗取补贴记录" in asked(measures, paid)
        assert not any(word in asked(measures, paid) for word in ("公示", "财政承担"))


def test_the_lead_of_a_chapter_governs_the_items_below_it_and_no_others() -> None:
    text = (
        "澄湾市产业政策\n\n一、船舶产业\n本章仅面向船舶制造企业，要求上年度营业收入2000万元以上。\n（一）鼓励研发\n"
        "1. 企业取得船级社证书的，给予40万元奖励。\n（二）鼓励认证\n1. 企业取得出口认证的，给予15万元奖励。\n\n"
        "二、乐器产业\n本章仅面向乐器制造企业。\n（一）鼓励参展\n1. 企业参加境外展会的，给予6万元奖励。\n"
    )
    measures = measures_of(text)
    for paid in ("40万元", "15万元"):
        assert "船舶制造企业" in asked(measures, paid)
        assert "2000万元以上" in asked(measures, paid)
        assert "乐器" not in asked(measures, paid)
    assert "船舶" not in asked(measures, "6万元")
    assert "乐器制造企业" in asked(measures, "6万元")


def test_the_conditions_of_an_article_are_asked_of_what_refers_to_it_alone() -> None:
    text = (
        "澄湾市项目管理办法\n\n第一章 申报条件\n第一条 攻关项目应当同时具备：牵头单位为高新技术企业；研发投入不低于300万元。\n"
        "第二条 转化项目应当同时具备：受让方为中小企业；成交额50万元以上。\n第二章 资助标准\n"
        "第三条 攻关项目符合第一条条件的，给予80万元资助。\n第四条 转化项目符合第二条条件的，给予25万元资助。\n"
    )
    measures = measures_of(text)
    assert "牵头单位为高新技术企业" in asked(measures, "80万元")
    assert "研发投入不低于300万元" in asked(measures, "80万元")
    assert "成交额" not in asked(measures, "80万元")
    assert "成交额50万元以上" in asked(measures, "25万元")
    assert "高新技术企业" not in asked(measures, "25万元")


def test_the_conditions_of_an_item_of_an_annex_are_asked_of_what_refers_to_it() -> None:
    text = (
        "澄湾市实施细则\n\n一、支持标准\n（1）上规模。符合附件1第1项的，给予60万元奖励。\n（2）强设计。符合附件1第2项的，给予35万元奖励。\n"
        "二、本细则自2026年1月1日起施行。\n\n附件1\n各项支持的条件\n第1项  年产值首次突破3亿元，且利润总额为正。\n"
        "第2项  省级工业设计中心，专职设计人员12人以上。\n\n附件2\n资料目录\n1. 申请表；\n2. 审计报告。\n"
    )
    measures = measures_of(text)
    assert "年产值首次突破3亿元" in asked(measures, "60万元")
    assert "利润总额为正" in asked(measures, "60万元")
    assert "设计人员" not in asked(measures, "60万元")
    assert "专职设计人员12人以上" in asked(measures, "35万元")
    assert "审计" not in asked(measures, "35万元")


def test_a_list_is_asked_of_the_parts_that_its_lead_names() -> None:
    text = (
        "澄湾市若干措施\n\n第一条 企业设备投资额500万元以上的，给予45万元补助。\n第二条 社会团体开展诊断20家以上的，给予12万元奖励。\n"
        "第三条 除第二条外，申请本措施支持的单位还应当符合下列要求：\n（一）上年度未发生安全事故；\n（二）上年度能耗达到限额标准。\n"
    )
    measures = measures_of(text)
    assert "未发生安全事故" in asked(measures, "45万元")
    assert "能耗" in asked(measures, "45万元")
    assert "安全事故" not in asked(measures, "12万元")


@pytest.mark.parametrize(
    "barred",
    [
        "三、下列企业不予扶持\n1. 拖欠职工工资满3个月\n2. 法定代表人失联\n",
        "三、说明\n拖欠职工工资满3个月的，不列入扶持。\n",
        "三、说明\n拖欠职工工资满3个月的，各项目均不受理。\n",
        "三、说明\n拖欠职工工资满3个月的企业不在支持之列。\n",
        "三、说明\n劳务派遣企业以及申报前一年内拖欠职工工资满3个月的企业不适用本措施。\n",
    ],
)
def test_who_gets_nothing_is_told_in_many_ways(barred: str) -> None:
    measures = measures_of("澄湾市扶持办法\n\n一、支持研发\n企业研发费用占比3%以上的，给予20万元奖励。\n" + barred)
    (found,) = [one for one in measures if "20万元" in one.text]
    assert any(one.kind == "exclusion" and "拖欠职工工资满3个月" in one.text for one in found.conditions)


def test_notes_ask_of_the_items_that_they_number() -> None:
    text = (
        "澄湾市奖补清单\n\n（一）农业类\n1. 农场新建冷库的，奖励8万元。\n2. 农场安装灌溉设备的，奖励3万元。\n"
        "（二）渔业类\n3. 渔场养殖水体5000立方米以上的，奖励25万元。\n\n"
        "说明\n⑴第1—2项只面向已完成产权改革的村。\n⑵第3项须在本县缴纳税收。\n⑶（二）类事项另须养殖尾水达标。\n"
        "⑷第1项由县农业局负责，第2项由县水利局负责。\n"
    )
    measures = measures_of(text)
    assert "产权改革" in asked(measures, "8万元")
    assert "产权改革" in asked(measures, "3万元")
    assert "产权改革" not in asked(measures, "25万元")
    assert all(words in asked(measures, "25万元") for words in ("在本县缴纳税收", "养殖尾水达标"))
    assert not any(words in asked(measures, paid) for words in ("税收", "尾水", "农业局") for paid in ("8万元", "3万元"))


def test_a_rule_spares_a_card() -> None:
    text = (
        "澄湾市惠企卡\n\n说明：除卡片2外，申请主体应未进入破产程序。\n\n卡片1\n事项名称：租金补贴\n适用对象：初创企业\n优惠内容：补贴租金4万元\n\n"
        "卡片2\n事项名称：重整援助\n适用对象：重整中的企业\n优惠内容：补贴费用9万元\n"
    )
    measures = measures_of(text)
    assert "破产" in asked(measures, "4万元")
    assert "破产" not in asked(measures, "9万元")


@pytest.mark.parametrize(
    "words",
    [
        "申报主体应当在每年9月15日前通过平台提交资金申请报告",
        "申报企业迁出本市的，退回资金",
        "市财政局负责拨付资金",
        "各项奖补由市级和企业所在区财政按6:4比例分担",
        "申请单位对材料真实性承担法律责任",
        "各类人才安家补助标准如下：",
        "以上所有指标均为预期性指标",
    ],
)
def test_procedure_duties_and_cases_are_no_conditions(words: str) -> None:
    assert not (speaks_of_applicants(words) and demanded(words))


def test_a_clause_among_conditions_is_one_however_it_is_worded() -> None:
    assert asks("研发人员比例不低于10%") == "研发人员比例不低于10%"
    assert asks("通过质量管理体系认证") == "通过质量管理体系认证"
    assert asks("无逾期贷款") == "无逾期贷款"
    assert asks("奖励比例为10%") == asks("经专家组织评审后拨付") == ""


def test_who_is_in_the_place_is_registered_there_until_the_contrary_is_told() -> None:
    text = "澄湾市办法\n\n一、支持出口\n企业出口额500万元以上的，给予30万元奖励。\n二、共同要求\n申报单位的注册地和税务登记地在澄湾市。\n"
    measures = measures_of(text)
    profile = read_profile("我们是外贸企业，去年出口额800万元。", TODAY)
    judged = match_profile(profile, measures, ("澄湾市",)).matches[0].judged
    assert {item.condition.kind: item.verdict for item in judged}["general"] == "met"


def test_what_the_document_means_by_whom_it_is_for_is_shown_and_judged() -> None:
    text = (
        "澄湾市细则\n\n第一条 本细则所称链主企业，是指实缴资本不低于8000万元，配套企业不少于6家的企业。\n"
        "第二条 链主企业自建仓库的，给予50万元补助。\n第三条 向链主企业供货的小微企业，给予7万元奖励。\n"
    )
    measures = measures_of(text)
    assert "配套企业不少于6家" in asked(measures, "50万元")
    assert "配套企业不少于6家" not in asked(measures, "7万元")
    poor = read_profile("我们是一家公司，实缴资本3000万元，自建仓库，配套企业8家。", TODAY)
    found = match_profile(poor, measures, ("澄湾市",)).matches
    assert next(one.group for one in found if "50万元" in one.measure.text) == "not_met"


def test_classes_told_in_one_article_and_paid_in_another() -> None:
    text = (
        "澄湾市人才办法\n\n第一条 本办法所称英才分为：\nA类：国家级英才计划入选者，年龄不超过52周岁；\n"
        "B类：省级英才计划入选者，年龄不超过46周岁。\n"
        "第二条 A类英才给予安家补贴90万元。\n第三条 B类英才给予安家补贴40万元。\n"
    )
    measures = measures_of(text)
    assert "年龄不超过52周岁" in asked(measures, "90万元")
    assert "52周岁" not in asked(measures, "40万元")
    assert "年龄不超过46周岁" in asked(measures, "40万元")


def test_who_is_meant_is_no_ground_of_an_exclusion() -> None:
    text = "澄湾市政策包\n\n一、扩岗\n企业招用毕业生的，给予3万元奖励。\n二、提醒\n"
    text += "上述各项补贴的申领单位或个人，近两年内有欠缴税款的不予受理。\n"
    found = next(one for one in measures_of(text) if "3万元" in one.text)
    assert [item.reading for item in found.conditions if item.kind == "exclusion"] == ["近2年内有欠缴税款的"]


def test_a_chapter_is_asked_what_it_says_of_itself_whatever_it_pays() -> None:
    text = (
        "澄湾市扶持政策\n\n第一部分  企业\n本部分适用于种业企业，其证书在有效期内。\n① 品种通过审定的，每个奖励9万元。\n\n"
        "第二部分  个人\n本部分适用于个人。\n① 取得高级农艺师职称的，每人补贴4000元。\n"
    )
    measures = measures_of(text)
    assert "种业企业" in asked(measures, "9万元")
    assert "种业" not in asked(measures, "4000元")
    assert "适用于个人" in asked(measures, "4000元")
    assert "适用于个人" not in asked(measures, "9万元")


@pytest.mark.parametrize(
    ("general", "words"),
    [
        ("本办法所支持的企业，须在本市纳税满两年。", "在本市纳税满两年"),
        ("上述奖补仅面向纳税信用A级企业。", "纳税信用A级企业"),
        ("项目应当在本市范围内实施，且已取得备案。", "已取得备案"),
        ("只有在澄湾市经营满一年的企业才能申请。", "在澄湾市经营满一年的企业"),
        ("适用本办法的企业是指在本市登记、税收缴入本市国库的企业。", "在本市登记、税收缴入本市国库的企业"),
        ("申报主体成立时间不少于一年；上年度研发投入不低于50万元；没有失信记录。", "上年度研发投入不低于50万元"),
        ("企业需同时满足以下两个条件：1.在本市缴纳社保人数不少于5人；2.未列入经营异常名录。", "在本市缴纳社保人数不少于5人"),
        ("申报单位不得拖欠应缴还的财政资金。", "不得拖欠应缴还的财政资金"),
    ],
)
def test_a_general_rule_is_read_however_it_names_whoever_applies(general: str, words: str) -> None:
    text = f"澄湾市办法\n\n一、支持研发\n（一）企业研发费用占比3%以上的，给予20万元奖励。\n二、其他规定\n{general}\n"
    found = next(one for one in measures_of(text) if "20万元" in one.text)
    assert words in "；".join(item.reading for item in found.conditions if item.kind == "general")


@pytest.mark.parametrize(
    "general",
    [
        "申报单位应于每年5月底前登录市惠企平台提交材料。",
        "申报企业须对材料真实性负责，弄虚作假的追回资金。",
        "申请单位应指定专人负责，联系电话保持畅通。",
        "项目承担单位应当在项目完成后3个月内申请验收。",
        "享受奖励的企业应于每年1月报送上年度统计数据。",
        "本办法所称规模以上工业企业，是指年主营业务收入2000万元以上的工业企业。",
    ],
)
def test_duties_and_meanings_are_asked_of_nobody(general: str) -> None:
    text = f"澄湾市办法\n\n一、支持研发\n（一）企业研发费用占比3%以上的，给予20万元奖励。\n二、其他规定\n{general}\n"
    found = next(one for one in measures_of(text) if "20万元" in one.text)
    assert [item.reading for item in found.conditions if item.kind == "general"] == []


def test_goals_beside_what_a_plan_supports_are_no_conditions() -> None:
    text = (
        "澄湾市科技创新规划\n\n一、重点任务\n（一）培育企业\n实施领航企业培育工程。到2030年百亿级企业达到2家。对首次认定的高新技术企业给予20万元奖励。"
        "五年累计新认定高新技术企业500家以上。\n"
    )
    parsed = parse_document(text)
    plan = replace(INFO, title="澄湾市科技创新规划（2026-2030年）", period="2026-2030")
    measures = extract_measures(plan, chunk_document("notice", parsed), parsed.text)
    assert not any(words in asked(measures, "20万元") for words in ("百亿级", "500家", "培育工程"))
