"""Sentences of plans that tell figures in less plain ways: the name, year and scope of each."""

import pytest

from answer.figures import figures
from answer.quantity import value_words
from facts.targets import extract_facts
from index.catalog import DocumentInfo
from index.passages import chunk_document
from index.structure import parse_document

REVIEW, GOALS, TASKS = "发展基础", "发展目标", "主要任务"


def told(sentence, heading=TASKS):
    info = DocumentInfo("jia", "jia.txt", "甲市规划", "甲市", "地级市", "", "", "", "", "2026-2030", "final", "", "")
    parsed = parse_document(f"# 甲市规划\n\n## 一、{heading}\n\n{sentence}\n")
    return parsed.text, extract_facts(info, chunk_document(info.id, parsed), parsed.text)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("新展馆2027年开馆，建设实践基地80个。", set()),  # the year of an opening is not that of what is built
        ("离岸中心2026年底前投用，五年孵化项目120个。", {("孵化项目", 2030, "120")}),
        ("五年开放应用场景100个。", {("开放应用场景", 2030, "100")}),
        ("资金池由1亿元扩大到3亿元。", {("资金池", 2025, "1"), ("资金池", 2030, "3")}),
        ("到2028年，到省城时间由110分钟缩短到48分钟。", {("省城时间", 2025, "110"), ("省城时间", 2028, "48")}),
        ("到2030年，领军企业达到15家，上市企业总数翻一番，达到16家。", {("领军企业", 2030, "15"), ("上市企业", 2030, "16")}),
        ("到2030年，毕业生留市就业率提高到四成以上。", {("毕业生留市就业率", 2030, "40")}),
        ("本规划已经市政府第58次会议审议通过，到2030年建成中试平台6个。", {("中试平台", 2030, "6")}),
        ("到2030年，累计选派“科技专员”500名。", {("选派“科技专员”", 2030, "500")}),
        ("到2030年，推行一网审批，将备案平均耗时压减到6个工作日。", {("备案平均耗时", 2030, "6")}),
        ("兑现时间由25个工作日压减至8个工作日以内。", {("兑现时间", 2025, "25"), ("兑现时间", 2030, "8")}),
        ("到2030年，绿色工厂达到40家，海外上市企业实现零的突破，达到2家。", {("绿色工厂", 2030, "40"), ("海外上市企业", 2030, "2")}),
        ("三个专项五年分别支持100名、300名。", set()),
        ("到2030年，跻身全国百城创新榜前40强。", {("全国百城创新榜", 2030, "40")}),
    ],
)
def test_figures_of_a_task(sentence, expected):
    assert {(fact.name, fact.year, fact.value) for fact in told(sentence)[1] if fact.value != "翻一番"} == expected


def test_words_cut_off_at_a_quotation_mark_are_no_name():
    assert not told("70%的科技企业集中在“12”百亿产业集群领域。", REVIEW)[1]


def test_working_days_are_no_count_of_things():
    assert {fact.unit for fact in told("兑现时间由25个工作日压减至8个工作日以内。")[1]} == {"个工作日"}


def test_energy_is_no_power():
    assert [(fact.value, fact.unit) for fact in told("到2030年，储能电池产能达到120吉瓦时。")[1]] == [("120", "吉瓦时")]


def test_enterprises_of_a_size_are_not_all_of_them():
    facts = told("到2030年，全市高新技术企业达到900家，其中营业收入10亿元以上的40家、100亿元以上的6家。")[1]
    assert [fact.value for fact in facts if fact.indicator == "高新技术企业数"] == ["900"]
    assert {fact.value for fact in facts} == {"900", "40", "6"}  # what bounds a size is no figure
    facts = told("年营业收入超百亿元的高新技术企业仅3家。", REVIEW)[1]
    assert [(fact.indicator, fact.value) for fact in facts] == [("营业收入超百亿元的高新技术企业", "3")]
    assert told("主营业务收入5亿元以上的工业企业到2030年研发机构全覆盖。")[1][0].value == "全覆盖"


def test_figures_behind_a_park_that_opens_the_sentence_are_of_it():
    facts = told("青岩高新区坚持特色发展，到2030年营业总收入突破800亿元，研发投入强度达到6%。")[1]
    assert {(fact.value, fact.scope) for fact in facts} == {("800", "青岩高新区"), ("6", "青岩高新区")}
    facts = told("青岩高新区发挥带动作用，到2030年全市研发投入强度达到3.1%。")[1]
    assert {(fact.value, fact.scope) for fact in facts} == {("3.1", "")}


def test_figures_of_what_a_county_builds_are_of_that_and_of_its_own_county_only():
    facts = told("到2030年，甲东区建设光电产业园，产值达到130亿元；白芷县建设竹木与中药产业园，产值达到45亿元。")[1]
    assert {(fact.value, fact.scope) for fact in facts} == {("130", "甲东区光电产业园"), ("45", "白芷县竹木与中药产业园")}


def test_a_level_after_a_rise_in_points_and_a_sum_over_the_years():
    found = {
        (fact.name, fact.value, fact.unit)
        for fact in told("高技术产业增加值占工业比重提高12.5个百分点，达到51.2%。专项资金五年累计安排17.4亿元。", REVIEW)[1]
    }
    assert {("高技术产业增加值占工业比重", "51.2", "%"), ("专项资金", "17.4", "亿元")} <= found


def test_what_two_counties_hold_is_of_each_of_them():
    facts = told("河东区集中了全市54%的高新技术企业，而桐山县仅有23家。", REVIEW)[1]
    assert {(fact.indicator, fact.scope, fact.value) for fact in facts} == {
        ("占高新技术企业比重", "河东区", "54"),
        ("高新技术企业数", "桐山县", "23"),
    }


def test_tenths_are_told_as_written_and_checked_as_shares():
    text, facts = told("到2030年，毕业生留市就业率提高到四成以上。")
    assert value_words(facts[0], text) == "四成以上"
    assert [(int(one.low), one.kind, one.sense) for one in figures("占有率三成四，四成以上")] == [
        (34, "percent", "="),
        (40, "percent", "≥"),
    ]
    assert not figures("建成一成果转化区")


def test_what_a_figure_is_with_or_without_is_noted():
    table = "专栏1 主要指标\n序号\t指标\t单位\t2025年\t2030年\n1\t技术合同成交额①\t亿元\t58.9\t160\n注：①按输出口径统计，不含吸纳技术。"
    facts = told(f"技术合同成交额2025年为63.5亿元（含吸纳技术）。\n\n{table}")[1]
    assert {(fact.indicator, fact.value, fact.note) for fact in facts} == {
        ("技术合同成交额", "63.5", "含吸纳技术"),
        ("技术合同成交额", "58.9", "按输出口径统计，不含吸纳技术"),
        ("技术合同成交额", "160", "按输出口径统计，不含吸纳技术"),
    }
