"""What a sentence says comes of a figure: grown by so many times, every year of a stretch; a figure asked for under another name."""

from datetime import date

import pytest

PLAN = """# 甲县科技规划

## 一、发展目标

到2025年，全县制造业再上台阶。甲醇、炭黑、尼龙产值分别达到90亿元、70亿元和40亿元，现代茶业产值翻一番以上，达到16亿元。
海洋药物产值在2020年25亿元的基础上增长1.2倍。到2025年，雾港码头吞吐量达到40万吨，为2020年的五倍。
全县平台达到30个，茶叶市场日益繁荣，达到160亿元。

## 二、重点任务

县财政2021—2025年每年安排雾港实验室运行经费1.5亿元。高山茶机采率由41%提升到72%。
2020年雾港陶瓷轴承球国内市场占有率达37%。支持陶瓷企业做大做强，国内外市场同步开拓，份额不断提高。
"""


@pytest.fixture(scope="module")
def asked(small_index):
    made = small_index.assistant({small_index.info("jia", "甲县科技规划", region="甲县", period="2021-2025", status="final"): PLAN})

    def ask(question):
        answer = made.ask(question, today=date(2024, 5, 1))
        assert all(check.ok for check in answer.checks), [check for check in answer.checks if not check.ok]
        return answer

    return ask


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("甲县海洋药物2025年产值照规划算下来大约多少亿？", "55亿元（25亿元×(1+1.2)=55亿元）"),
        ("甲县雾港码头吞吐量2020年倒推是多少？", "8万吨（40万吨÷5=8万吨）"),
        ("甲县县财政五年一共给雾港实验室多少运行经费？", "合计7.5亿元（1.5亿元×5=7.5亿元）"),
        ("甲县的陶瓷轴承球在国内占多少份额", "雾港陶瓷轴承球国内市场占有率：2020年37%"),
    ],
)
def test_what_comes_of_a_figure(asked, question, told):
    answer = asked(question)
    assert not answer.abstained and told in answer.answer, answer.answer


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "到2025年，甲醇、炭黑、尼龙产值分别达到90亿元、70亿元和40亿元，现代茶业产值翻一番以上，达到16亿元。",
            {("甲醇产值", "90"), ("炭黑产值", "70"), ("尼龙产值", "40"), ("现代茶业产值", "16")},
        ),
        ("到2025年，全县平台达到30个，茶叶市场日益繁荣，达到160亿元。", {("平台", "30")}),
        ("到2025年，全县平台达到30个，位居全省前列，年均增长12%。", {("平台", "30"), ("平台", "12")}),
    ],
)
def test_a_figure_is_of_what_the_clause_before_it_speaks_of(figures, sentence, expected):
    assert figures(sentence, "name", "value") == expected


@pytest.mark.parametrize("question", ["甲县GDP2020年多少", "甲县给博士多少安家费", "甲县种一亩茶补多少"])
def test_another_thing_is_not_told_for_what_is_not_said(asked, question):
    assert asked(question).abstained
