"""Which documents still hold; whether the asker's own figure meets a stated limit; what somebody only plans to do."""

import re
from datetime import date

import pytest

from facts.profile import read_profile

PLAN = """清岚市科技发展规划（2026—2030年）

一、总体要求
到2030年，研发投入强度达到4%，高新技术企业达到900家。
二、支持企业创新
对研发费用占营业收入比重高于5%的企业，优先纳入科技计划支持清单。
"""
OLD = """清岚市科技发展规划（2021—2025年）

一、总体要求
到2025年，研发投入强度达到3.2%，高新技术企业达到600家。
"""


@pytest.fixture(scope="module")
def plans(assistant_of, tmp_path_factory):
    folder = tmp_path_factory.mktemp("in_force")
    (folder / "new.txt").write_text(PLAN, encoding="utf-8")
    (folder / "old.txt").write_text(OLD, encoding="utf-8")
    common = {"region": "清岚市", "level": "地级市", "source": "自拟", "status": "final"}
    stated = {
        "new.txt": common | {"title": "清岚市科技发展规划（2026—2030年）", "period": "2026-2030"},
        "old.txt": common | {"title": "清岚市科技发展规划（2021—2025年）", "period": "2021-2025"},
    }
    return assistant_of(folder, stated)


@pytest.mark.parametrize("question", ["清岚现行有效的科技规划是哪个", "2026年哪份规划还在有效期内？", "清岚还在执行的规划是哪一份"])
def test_the_plan_that_covers_the_year_is_named(plans, question) -> None:
    told = plans.ask(question).answer
    assert re.search(r"《清岚市科技发展规划（2026—2030年）》：规划期2026-2030年[^。]*涵盖2026年", told), told
    assert "已经期满的：《清岚市科技发展规划（2021—2025年）》" in told


def test_where_none_covers_the_year_that_is_said(plans) -> None:
    assert "没有清岚市规划期涵盖2035年的文件" in plans.ask("清岚2035年还有效的规划是哪个").answer


def test_when_a_plan_ends_and_whether_it_still_holds_is_one_answer(plans) -> None:
    answer = plans.ask("清岚2026年那份规划什么时候到期？现在还有效吗？")
    told = answer.answer
    assert "2026年仍在期内，到2030年结束" in told
    assert all(check.ok for check in answer.checks), answer.checks
    assert "优先纳入" not in told


@pytest.mark.parametrize("question", ["现在该看清岚哪个文件", "清岚哪份规划对2027年有目标"])
def test_which_document_to_go_by(plans, question) -> None:
    answer = plans.ask(question)
    assert answer.answer.startswith("《清岚市科技发展规划（2026—2030年）》")
    assert all(check.ok for check in answer.checks), answer.checks


def test_that_none_covers_a_year_is_verified(plans) -> None:
    answer = plans.ask("清岚2035年还有效的规划是哪个")
    assert all(check.ok for check in answer.checks), answer.checks


def test_which_figure_of_which_document_to_quote(plans) -> None:
    answer = plans.ask("要引用清岚2030年的高企目标，该用哪份文件的哪个数？这文件算定稿吗？")
    assert "2030年目标900家" in answer.answer and "正式文件" in answer.answer
    assert all(check.ok for check in answer.checks), answer.checks


def test_why_a_plan_is_over_is_told_by_its_period(plans) -> None:
    answer = plans.ask("清岚2021—2025年那本规划还在规划期里吗？为什么？")
    assert not answer.abstained
    assert "规划期2021-2025年，已经期满" in answer.answer


@pytest.mark.parametrize(
    ("question", "figures"),
    [("清岚规划里能找到2028年的高企目标吗？", ("600家", "900家")), ("清岚对2040年的研发投入强度有没有说法？", ("3.2%", "4%"))],
)
def test_that_a_year_has_no_target_answers_whether_it_has_one(plans, question, figures) -> None:
    answer = plans.ask(question)
    assert not answer.abstained
    assert "没有说明" in answer.answer and all(figure in answer.answer for figure in figures), answer.answer


@pytest.mark.parametrize(("share", "verdict"), [("4.8%", "不符合其中的条件"), ("6.2%", "按所述情况符合其中的条件")])
def test_the_askers_figure_is_held_against_the_limit(plans, share, verdict) -> None:
    told = plans.ask(f"我们清岚的企业研发费用占营业收入{share}，能不能优先纳入科技计划支持清单？").answer
    assert verdict in told
    assert "高于5%" in told


@pytest.mark.parametrize(
    ("told", "holds"),
    [
        ("我们高新技术企业准备冲科创板", True),
        ("高新技术企业打算扩产", True),
        ("高新技术企业打算今年申报", False),
        ("高新技术企业还在准备", False),
        ("准备申报高新技术企业", False),
    ],
)
def test_a_plan_for_something_else_leaves_what_one_is(told, holds) -> None:
    said = [one for one in read_profile(told, date(2026, 11, 20)).traits if one.id == "high_tech"]
    assert [one.holds for one in said] == [holds]
