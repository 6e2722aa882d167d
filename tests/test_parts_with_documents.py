"""A district whose own document states no figures: those that its city's plan has of it, as of one of its parts, are told."""

from datetime import date

import pytest

from answer.assistant import Assistant
from index.add import add_document
from index.build import build_index
from index.settings import settings_from

DAY = date(2026, 11, 20)
PLAN = """霁川市“十五五”科技创新规划

一、总体要求
到2030年，全社会研发经费超过90亿元，研发投入强度达到3.3%，高新技术企业达到1900家。

二、主要任务
（一）强化市县联动。支持各县（市、区）结合实际确定创新目标。
表1 各县（市、区）创新目标
地区    研发投入强度（%）    高新技术企业数（家）
        2025年  2030年       2025年  2030年
柏溪区  3.2  3.9  410  720
枫桥区  2.7  3.4  305  560
梅屿县  1.6  2.3  90  210

三、保障措施
（一）加强组织领导。完善工作机制，加强部门协同，压实工作责任。
"""
RULES = """柏溪区科技成果转化扶持办法

第一条 为促进科技成果转化，制定本办法。
第二条 对首次认定的技术转移机构，给予一次性奖励。
第三条 本办法自发布之日起施行。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    folder = tmp_path_factory.mktemp("parts")
    settings = settings_from(corpus=folder / "corpus", index=folder / "index")
    for name, text in (("plan", PLAN), ("rules", RULES)):
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    city = {"region": "霁川市", "level": "市", "period": "2026-2030"}
    add_document(folder / "plan.txt", settings.corpus, {"id": "plan", **city, "status": "final"})
    district = {"region": "柏溪区", "level": "区", "parent": "霁川市"}
    add_document(folder / "rules.txt", settings.corpus, {"id": "rules", **district, "status": "final"})
    build_index(settings)
    return Assistant.load(settings)


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("柏溪区2030年高新技术企业要到多少家？", ("720",)),
        ("柏溪2030年的研发强度目标是多少？", ("3.9",)),
        ("柏溪区2030年研发投入强度要到多少？", ("3.9",)),
        ("柏溪和梅屿2030年的研发强度目标差多少？", ("3.9", "2.3", "1.6")),
    ],
)
def test_the_figures_of_the_part_are_told(assistant, question, figures):
    answer = assistant.ask(question, [], DAY)
    assert not answer.abstained and all(figure in answer.answer for figure in figures), answer.answer
    assert "90亿" not in answer.answer and "1900" not in answer.answer


def test_the_part_of_a_follow_up_is_told(assistant):
    answer = assistant.ask("那枫桥区呢？", ["柏溪区2030年研发投入强度要到多少？"], DAY)
    assert not answer.abstained and "3.4" in answer.answer, answer.answer


def test_a_figure_that_the_part_lacks_is_not_the_city_s(assistant):
    answer = assistant.ask("柏溪区2030年全社会研发经费目标是多少？", [], DAY)
    assert answer.abstained or "资料没有说明柏溪区" in answer.answer, answer.answer
