"""Figures on from one year to the next, a park's beside its region's, rates of growth, and what a sum leaves out."""

from datetime import date

import pytest

CITY = """临湖市科技创新“十四五”规划

一、发展基础

全社会研发经费支出占地区生产总值比重从2015年的2.1%提升到2020年的2.6%。

2020年，220家企业享受研发费加计抵扣12.5亿元，90家高新技术企业享受所得税减免3.4亿元。

二、发展目标

到2025年，全社会研发经费支出占地区生产总值比重达到3.5%，高新技术企业达到2000家，有效发明专利拥有量达到900件。

到2025年，望海科创走廊研发经费支出占地区生产总值比重达到4.3%。

三、主要任务

望海研究院建设4个研究中心和若干个博士后工作站，引进人才30名。
"""
COUNTIES = {
    "安河县": """安河县科技创新“十四五”规划

一、发展基础

2020年，科技型中小企业达到500家。

二、发展目标

到2025年，高新技术企业达到120家，科技型中小企业达到800家，有效发明专利拥有量达到300件。
""",
    "西岭县": """西岭县科技创新“十四五”规划

一、发展基础

表1 西岭县“十三五”指标完成情况

| 指标 | 2020年目标 | 2020年完成 |
|---|---|---|
| 高新技术企业（家） | 60 | 58 |
| 科技型中小企业（家） | 200 | 230 |

二、发展目标

到2025年，高新技术企业达到80家。到2025年，规上工业企业研发机构、发明专利实现全覆盖。

表2 西岭县“十四五”主要指标

| 指标 | 2020年 | 2025年 |
|---|---|---|
| 高新技术企业（家） | 58 | 80 |
| 科技型中小企业（家） | 230 | 400 |
| 技术交易额（亿元） | 3 | 6 |
""",
}
DAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def assistant(small_index):
    plans = {small_index.info("lin", "临湖市科技创新“十四五”规划", region="临湖市", period="2021-2025", level="city"): CITY}
    for region, text in COUNTIES.items():
        info = small_index.info(region[:1], text.split("\n")[0], region=region, period="2021-2025", level="county", parent="临湖市")
        plans[info] = text
    return small_index.assistant(plans)


@pytest.fixture
def ask(assistant):
    return lambda question, *history: assistant.ask(question, history, DAY)


def test_a_rise_is_told_step_by_step_where_the_second_goes_on_from_the_first(ask):
    told = ask("临湖研发强度从2015年到2020年提高了几个百分点，到2025年还要再提高多少？").answer
    assert "2.6%-2.1%=0.5个百分点" in told
    assert "3.5%-2.6%=0.9个百分点" in told
    assert "3.5%-2.1%" not in told


def test_a_later_turn_goes_on_from_where_the_one_before_ended(ask):
    told = ask("那到2025年还要再提高多少", "临湖研发强度从2015年到2020年提高了几个百分点？").answer
    assert "3.5%-2.6%=0.9个百分点" in told


def test_a_rate_of_growth_is_reckoned_from_both_years(ask):
    assert "(800家÷500家)^(1/5)-1" in ask("安河科技型中小企业年均增长率是多少？").answer
    assert "(800家÷500家)^(1/5)-1" in ask("年均增长率是多少？", "安河科技型中小企业2025年要达到多少家？").answer


def test_the_figure_of_a_part_is_set_against_that_of_its_region(ask):
    answer = ask("望海科创走廊到2025年研发强度是多少，比全市高多少？")
    assert "4.3%-3.5%=0.8个百分点" in answer.answer
    assert all(check.ok for check in answer.checks)


def test_a_sum_says_which_figure_it_leaves_out(ask):
    answer = ask("各地2025年高新技术企业目标加起来有多少家？")
    assert "合计200家" in answer.answer
    assert "临湖市2025年目标2000家，已包含所辖各地，没有计入合计" in answer.answer
    assert all(check.ok for check in answer.checks)


def test_what_is_only_said_to_be_some_is_not_counted(ask):
    assert ask("临湖有几家博士后工作站？").abstained


def test_a_target_that_was_missed_is_told_and_stands_its_check(ask):
    answer = ask("西岭2020年高企完成了多少，达到当初的目标了吗")
    assert "2020年目标60家，完成58家，相差2家（60家-58家=2家），没有达到目标" in answer.answer
    assert all(check.ok for check in answer.checks)


def test_the_indicators_of_a_table_are_listed_and_counted_under_its_caption(ask):
    answer = ask("西岭规划设了哪些指标")
    assert "“西岭县‘十四五’主要指标”设有3项2025年目标" in answer.answer
    assert all(check.ok for check in answer.checks)


def test_covering_all_is_no_amount_of_the_thing_covered(assistant):
    covered = {fact["name"]: fact["indicator"] for fact in assistant.facts if fact["value"] == "全覆盖"}
    assert covered == {"规上工业企业研发机构": "规上工业企业研发机构覆盖率", "发明专利": "发明专利覆盖率"}


def test_amounts_of_one_sentence_are_added_only_where_each_is_asked_for(ask):
    answer = ask("临湖2020年有多少企业享受了研发费加计抵扣，总共抵扣多少？").answer
    assert "12.5" in answer
    assert "合计15.9" not in answer


def test_both_ends_of_a_rise_are_what_was_reached_and_the_target(ask):
    told = ask("西岭高企要从几家增加到几家").answer
    assert "2020年58家" in told
    assert "2025年目标80家" in told
    assert "60家" not in told


def test_both_ends_of_a_period_that_is_over_are_what_was_reached(ask):
    told = ask("临湖研发强度十三五期间从多少到多少").answer
    assert "2015年2.1%，2020年2.6%" in told
    assert "3.5%" not in told


def test_what_will_be_is_asked_beside_what_is(ask):
    told = ask("西岭高企现在多少家，以后呢").answer
    assert "2020年58家" in told
    assert "2025年目标80家" in told


def test_a_figure_told_twice_in_its_document_is_cited_in_both_places(ask):
    answer = ask("西岭和安河2025年高新技术企业目标谁多？")
    line = next(line for line in answer.answer.split("\n") if line.startswith("西岭县"))
    shown = [citation.text for citation in answer.citations if f"[{citation.n}]" in line]
    assert [any(words in text for text in shown) for words in ("| 58 | 80 |", "高新技术企业达到80家")] == [True, True]
    assert [citation.n for citation in answer.citations] == list(range(1, len(answer.citations) + 1))
    assert all(check.ok for check in answer.checks)
