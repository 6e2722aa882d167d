"""The year that each figure of running text is of."""

import pytest

from facts.targets import extract_facts
from index.catalog import DocumentInfo
from index.passages import chunk_document
from index.structure import parse_document


def facts_in(text, period="2021-2025"):
    info = DocumentInfo("jia", "jia.txt", "甲县规划", "甲县", "县", "", "", "", "", period, "final", "", "")
    parsed = parse_document(text)
    return extract_facts(info, chunk_document(info.id, parsed), parsed.text)


def goals(sentence):
    return {(fact.name, fact.year, fact.value, fact.kind) for fact in facts_in(f"# 甲县规划\n\n## 一、发展目标\n\n{sentence}\n")}


def review(sentence):
    return {(fact.name, fact.year, fact.value) for fact in facts_in(f"# 甲县规划\n\n## 第一节 “十三五”主要成效\n\n{sentence}\n")}


def test_the_year_of_the_earlier_figure_is_not_that_of_what_follows():
    found = goals("到2025年，电瓷产业营业收入由2020年的165亿元提高到300亿元，产品市场占有率达到42%，单位产品能耗下降18%。")
    assert {("电瓷产业营业收入", 2020, "165", "actual"), ("电瓷产业营业收入", 2025, "300", "target")} <= found
    assert {("产品市场占有率", 2025, "42", "target"), ("单位产品能耗", 2025, "18", "target")} <= found


def test_what_a_review_tells_without_a_year_is_of_the_last_year_before_the_plan():
    assert ("在孵企业", 2020, "238") in review("平台提质扩容。孵化面积14.2万平方米，在孵企业238家。")
    assert ("孵化面积", 2020, "142000") in review("平台提质扩容。孵化面积14.2万平方米，在孵企业238家。")


def test_the_year_in_which_a_body_was_founded_is_not_that_of_its_figures():
    found = review("2018年成立的清河陶瓷研究院现有研发人员86人。")
    assert [(year, value) for _, year, value in found] == [(2020, "86")]


def test_a_rise_in_a_review_is_told_of_both_years():
    found = review("财政科技支出由2015年的1.15亿元增加到2.46亿元，占一般公共预算支出的比重达到3.1%。")
    assert {("财政科技支出", 2015, "1.15"), ("财政科技支出", 2020, "2.46")} <= found
    assert [year for _, year, value in found if value == "3.1"] == [2020]


def test_an_earlier_figure_is_of_the_base_told_before_it_or_a_period_of_the_plans_own_length_back():
    told = "研发经费由2019年的4亿元增加到2023年的7亿元，投入强度从1.5%提高到2.1%。孵化面积从3万平方米扩大到5万平方米。"
    text = f"# 甲县计划\n\n## 一、主要成效\n\n{told}\n"
    found = {(fact.value, fact.year) for fact in facts_in(text, "2024-2026")}
    assert {("4", 2019), ("7", 2023), ("1.5", 2019), ("2.1", 2023), ("30000", 2020), ("50000", 2023)} <= found


def test_a_year_that_something_is_three_times_of_and_a_rise_over_years_are_no_figures_of_it():
    found = review("2020年技术交易额9亿元，是2015年的三倍多；每万人有效专利拥有量6.1件，五年增加2.4件。")
    assert ("每万人有效专利拥有量", 2020, "6.1") in found
    text = "# 甲县规划\n\n## 一、主要成效\n\n2020年每万人有效专利拥有量6.1件，五年增加2.4件。\n"
    assert [fact.comparator for fact in facts_in(text) if fact.value == "2.4"] == ["增加"]


def test_where_a_figure_begins_is_no_part_of_its_name():
    assert {name for name, *_ in review("高新技术企业从2015年末的20家增至61家，孵化面积从现有的3万平方米扩大到5万平方米。")} == {
        "高新技术企业",
        "孵化面积",
    }


def test_of_scale_in_full_and_in_short_is_one_indicator():
    facts = facts_in("# 甲县规划\n\n## 一、目标\n\n规模以上陶瓷业产值2020年为30亿元。到2025年，规上陶瓷业产值达到60亿元。\n")
    assert len({fact.indicator for fact in facts}) == 1


def test_an_intensity_is_of_what_the_figure_before_it_is_of():
    facts = facts_in("# 甲县规划\n\n## 一、发展目标\n\n到2025年，全社会研发经费投入达到22亿元，投入强度达到2.9%。\n")
    assert ("研发经费占GDP比重", "2.9") in {(fact.indicator, fact.value) for fact in facts}


@pytest.mark.parametrize(
    ("name", "indicator"),
    [
        ("规模以上工业企业研发经费支出与营业收入之比", "规上工业研发经费占营业收入比重"),
        ("规模以上工业企业中有研发活动企业所占比重", "开展研发活动企业比例"),
        ("高新技术产业增加值占地区生产总值比重", "高新技术产业增加值占GDP比重"),
    ],
)
def test_the_same_share_in_other_words(name, indicator):
    facts = facts_in(f"# 甲县规划\n\n表1 主要指标\n\n| 指标 | 2020年 | 2025年 |\n|---|---|---|\n| {name}（%） | 1.4 | 2.1 |\n")
    assert {fact.indicator for fact in facts} == {indicator}


def test_a_table_with_a_park_a_column():
    table = "| 园区 | 东山产业园 | 西岸智能装备园 |\n|---|---|---|\n"
    table += "| 规划面积（平方公里） | 6.2 | 4.8 |\n| 2025年高新技术企业（家） | 85 | 48 |\n"
    found = {(fact.indicator, fact.scope, fact.year, fact.value) for fact in facts_in(f"# 甲县规划\n\n表1 园区目标\n\n{table}")}
    assert found == {("高新技术企业数", "东山产业园", 2025, "85"), ("高新技术企业数", "西岸智能装备园", 2025, "48")}  # no year, no fact


def test_a_table_with_a_park_a_row():
    table = "| 园区名称 | 主导产业 | 2023年营收（亿元） | 2025年目标（亿元） | 高企目标（家） |\n|---|---|---|---|---|\n"
    table += "| 东山产业园 | 储能 | 412 | 700 | 120 |\n"
    found = {(fact.indicator, fact.scope, fact.year, fact.value, fact.kind) for fact in facts_in(f"# 甲县规划\n\n表1 园区目标\n\n{table}")}
    assert found == {
        ("营收", "东山产业园", 2023, "412", "target"),
        ("营收", "东山产业园", 2025, "700", "target"),
        ("高新技术企业数", "东山产业园", 2025, "120", "target"),
    }


def told(sentence):
    return {(fact.name, fact.year, fact.value) for fact in facts_in(f"# 甲县规划\n\n## 一、发展目标\n\n{sentence}\n", "2026-2030")}


def test_the_year_in_brackets_behind_a_figure_is_its_own():
    assert {("文旅占比", 2020, "4.1"), ("文旅占比", 2025, "5.3")} <= told("2025年，文旅占比由4.1%（2020年）提高到5.3%。")


def test_a_rate_does_not_go_on_with_a_figure_that_is_not_the_one_before_it():
    assert {value for name, _, value in told("2025年，空气优良率达到96.7%，噪声均值降至52分贝，较2020年下降18.5%。") if "空气" in name} == {
        "96.7"
    }
    assert ("自来水普及率", 2025, "97.3") in told("2025年，自来水普及率达到97.3%，单位用水量由2020年的45立方米下降到38立方米。")


def test_a_share_of_what_doubles_is_named_as_a_share():
    found = told("到2030年，海洋经济增加值较2025年翻一番，占地区生产总值的比重达到18%。")
    assert ("海洋经济增加值占地区生产总值比重", 2030, "18") in found


def test_rates_of_several_are_of_none_that_only_compares():
    assert not [name for name, *_ in told("2025年，接待游客860万人次，实现收入42亿元，分别比2020年增长71.3%和88.6%。") if "分别" in name]


def test_the_period_before_the_plan_opens_a_review():
    review = "# 甲县规划\n\n“十四五”期间，新增就业2.6万人。参保率由2020年的93.8%提高到98.1%。\n"
    assert ("参保率", 2025, "98.1") in {(fact.name, fact.year, fact.value) for fact in facts_in(review, "2026-2030")}
