"""Which tasks a unit leads or takes part in; what a bare word for a kind of body points to; ranks of bodies that nobody gives."""

import pytest

PLAN = """云泽市科技强市实施方案（2026—2030年）

为贯彻省委部署，制定本方案。
一、主要目标
到2030年，全市研发投入强度达到3.9%，高新技术企业达到1200家。
二、重点任务
1.提升城市创新能级。高标准建设云湖科创走廊，推动开发区扩容提质，打造五个区域创新中心。到2030年，云湖科创走廊研发投入强度达到6.5%。（责任单位：市科技局、市发改委、市经信局。列第一位的为牵头单位，下同）
2.壮大企业梯队。实施企业倍增计划，引导企业建立研发机构，培育链主企业。（责任单位：市经信局、市科技局、市财政局）
3.深化医工结合。支持医院与企业共建临床研究平台，推动医疗器械转化。（责任单位：市科技局、市卫生健康委、市医保局）
4.办好科普活动。开展科普进校园、进社区活动，建设科普基地。（牵头单位：市科协、市教育局）
"""


@pytest.fixture(scope="module")
def plan(assistant_of, tmp_path_factory):
    folder = tmp_path_factory.mktemp("tasks")
    (folder / "plan.txt").write_text(PLAN, encoding="utf-8")
    stated = {"region": "云泽市", "level": "地级市", "source": "自拟", "status": "final", "period": "2026-2030"}
    return assistant_of(folder, {"plan.txt": stated | {"title": "云泽市科技强市实施方案（2026—2030年）"}})


@pytest.mark.parametrize(
    ("question", "said", "unsaid"),
    [
        ("云泽市科技局牵头的任务有哪些？", ("由市科技局牵头的任务有2项", "提升城市创新能级", "深化医工结合"), ("科普",)),
        ("云泽方案里经信局牵头几项工作", ("由市经信局牵头的任务有1项", "壮大企业梯队"), ("医工结合",)),
        ("市卫健委在云泽方案里参与哪些任务", ("市卫生健康委参与的任务有1项", "深化医工结合"), ("梯队",)),
        ("云泽市教育局牵头什么工作", ("由市教育局牵头的任务有1项", "办好科普活动"), ("梯队",)),
    ],
)
def test_the_tasks_of_a_unit_are_counted_and_listed(plan, question, said, unsaid) -> None:
    answer = plan.ask(question)
    assert all(words in answer.answer for words in said), answer.answer
    assert not any(words in answer.answer for words in unsaid), answer.answer
    assert all(check.ok for check in answer.checks), answer.checks


def test_a_unit_that_no_bracket_names_has_no_tasks(plan) -> None:
    assert "牵头的任务有" not in plan.ask("云泽市气象局牵头的任务有哪些？").answer


def test_a_bare_word_for_a_kind_points_to_the_body_just_named(plan) -> None:
    told = plan.ask("云泽的开发区和云湖科创走廊是什么关系？走廊2030年研发投入强度要达到多少").answer
    assert "6.5%" in told and "3.9%" not in told, told


def test_the_places_are_not_ranked_for_bodies_without_figures(plan) -> None:
    answer = plan.ask("云泽五个区域创新中心里，2030年研发投入强度最高的是哪个")
    assert answer.abstained and "没有逐个说明" in answer.answer, answer.answer


@pytest.mark.parametrize(
    ("question", "figure"),
    [("云泽企业梯队由谁牵头，2030年高新技术企业要多少家？", "1200家"), ("云湖科创走廊由哪个单位牵头，2030年研发投入强度要求多少", "6.5%")],
)
def test_who_leads_and_what_is_to_be_reached_are_both_told(plan, question, figure) -> None:
    told = plan.ask(question).answer
    assert figure in told and "牵头单位为" in told, told
