"""What was reached in a year that the plans only set targets for is not known: the target is told as the nearest, no result."""

from datetime import date

import pytest

from answer.unreached import asks_result


@pytest.mark.parametrize(
    "question",
    [
        "安河高新技术企业去年有多少家？",
        "安河2025年高企真正做到了几家",
        "安河高企2025年达标了吗",
        "十四五收官了，安河高企最后是多少",
        "安河去年有效高企有300家吗",
    ],
)
def test_a_result_after_the_last_figure_reached_is_not_told(told_of, question):
    answer = told_of(question)
    assert answer.abstained
    assert answer.answer.startswith("资料没有说明安河县2025年的实际完成数，只有目标。")
    assert "2025年目标300家" in answer.answer


def test_of_a_year_without_a_target_what_was_reached_last_is_told_as_well(told_of):
    answer = told_of("安河现在高企实际有多少家")
    assert answer.abstained
    assert "2026年的实际完成数" in answer.answer
    assert "2020年130家，2025年目标300家" in answer.answer


def test_last_year_is_read_by_the_day_and_a_figure_reached_then_is_told(told_of):
    answer = told_of("安河高新技术企业去年有多少家？", date(2021, 5, 1))
    assert not answer.abstained


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("安河2025年高企要做到多少家", "2025年目标300家"),
        ("安河高企现在多少家", "2020年130家"),
        ("安河今年高企目标多少家", "目标300家"),
        ("安河高企再添多少家才达标", "300家-130家=170家"),
        ("安河2020年高企实际有多少家", "2020年130家"),
        ("安河高企2025年目标是多少，能完成吗", "2025年目标300家"),
        ("安河现有多少家高企", "2020年130家"),
    ],
)
def test_targets_and_figures_reached_are_told_where_they_are_asked_for(told_of, question, told):
    answer = told_of(question)
    assert not answer.abstained
    assert told in answer.answer


def test_what_an_enterprise_tells_of_last_year_asks_for_no_result(told_of):
    assert "实际完成数" not in told_of("我公司去年研发费占营收6%，在安河，能算高新技术企业吗").answer
    assert not asks_result("我们2025年研发投入实际500万元，能补多少")


def test_a_figure_only_expected_is_no_final_one(told_of):
    told = told_of("西岭2020年开展R&D活动的企业比例33%是最终数吗").answer
    assert told.startswith("不是：西岭县")
    assert "2020年预计33%，是预计数" in told
