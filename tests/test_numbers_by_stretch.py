"""Changes over several stretches of years, one place against the sum of others, and names that people put together themselves."""

from datetime import date

import pytest

from retriever.operations import operations_in

CITY = """临湖市科技创新“十四五”规划

一、发展基础

全社会研发经费支出占地区生产总值比重从2015年的2.1%提升到2020年的2.6%。2020年，高新技术企业达到900家。

二、发展目标

到2025年，科技型中小企业达到2000家，全社会研发经费支出占地区生产总值比重达到3.5%，高新技术企业达到2000家。到2025年，每万名就业人员中研发人员达到160人年。

三、主要任务

到2025年，科技型中小企业达到2500家。
"""
COUNTIES = {
    "安河县": "安河县科技创新“十四五”规划\n\n一、发展目标\n\n到2025年，高新技术企业达到120家。\n",
    "西岭县": "西岭县科技创新“十四五”规划\n\n一、发展目标\n\n到2025年，高新技术企业达到80家。\n",
}


@pytest.fixture(scope="module")
def told(small_index):
    plans = {small_index.info("lin", "临湖市科技创新“十四五”规划", region="临湖市", period="2021-2025", level="city"): CITY}
    for region, text in COUNTIES.items():
        info = small_index.info(region[:1], text.split("\n")[0], region=region, period="2021-2025", level="county", parent="临湖市")
        plans[info] = text
    assistant = small_index.assistant(plans)

    def ask(question):
        answer = assistant.ask(question, today=date(2026, 11, 20))
        assert not answer.abstained and all(check.ok for check in answer.checks)
        return answer.answer

    return ask


@pytest.mark.parametrize(
    "question", ["临湖的研发强度十三五涨了几个百分点，十四五还要涨几个", "临湖研发强度2015到2020年涨了多少，2020到2025年涨了多少"]
)
def test_every_stretch_of_years_has_its_own_change(told, question):
    answer = told(question)
    assert f"{2.6 - 2.1:.1f}个百分点" in answer and f"{3.5 - 2.6:.1f}个百分点" in answer


def test_a_place_is_set_against_the_sum_of_others(told):
    assert f"{2000 / (120 + 80):g}倍" in told("临湖2025年的高企数是安河和西岭加起来的几倍")


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("临湖研发人员密度2025年要到多少", "160人年"),
        ("临湖R&D和GDP的比例2025年是多少", "3.5%"),
        ("临湖研发经费跟地区生产总值的比值怎么变", "2.6%"),
    ],
)
def test_an_indicator_is_known_by_words_of_ones_own(told, question, figure):
    assert figure in told(question)


def test_why_there_are_two_figures_is_answered_with_both(told):
    answer = told("为什么临湖2025年科技型中小企业有两个目标数")
    assert "2000" in answer and "2500" in answer
    assert operations_in("Why are there two different numbers?") == {"conflict"}
