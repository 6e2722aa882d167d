"""What is offered to an enterprise tells which stated conditions it meets, and which are still to be confirmed."""

import pytest

PLAN = """云泽市科技创新规划（2026—2030年）

一、强化政策支持
对研发费用占营业收入比重高于5%的企业，优先安排用地、用能等要素保障。
全面落实高新技术企业所得税优惠、企业研发费用加计扣除等政策。
推广应用科技创新券，为企业购买检验检测服务提供支持。
健全创新奖励机制，每年奖励一批重大科技成果获得者和创新企业。
"""


@pytest.fixture(scope="module")
def plan(assistant_of, tmp_path_factory):
    folder = tmp_path_factory.mktemp("offered")
    (folder / "plan.txt").write_text(PLAN, encoding="utf-8")
    stated = {"region": "云泽市", "level": "地级市", "source": "自拟", "status": "final", "period": "2026-2030"}
    return assistant_of(folder, {"plan.txt": stated | {"title": "云泽市科技创新规划（2026—2030年）"}})


def test_the_conditions_met_are_told_as_the_reason(plan) -> None:
    told = plan.ask("我们是云泽做阀门的制造企业，有高企证，研发费用占营业收入6%，能拿到什么支持？").answer
    assert "符合：研发费用占营业收入比重高于5%" in told, told
    assert "待确认" not in told, told


def test_what_is_not_known_of_the_enterprise_is_to_be_confirmed(plan) -> None:
    told = plan.ask("我们是云泽做阀门的制造企业，员工80人，能拿到什么支持？").answer
    assert "待确认：研发费用占营业收入比重高于5%" in told, told
    assert "符合：" not in told, told
