"""Figures are told where they are asked for: ranks that moved, shares of a sum, gaps in one sentence; none where none is asked for."""

from datetime import date

import pytest

from answer.asks_figure import asks_amount
from answer.completing import Completing
from answer.figure_kinds import kind_sought
from answer.matter_bodies import bodies_of_kind
from answer.matters import kinds_of
from facts.regions import Gazetteer
from index.catalog import DocumentInfo
from retriever.following import with_body
from retriever.operations import operations_in
from retriever.slots import WANTS_TARGET

PLAN = """澄江市科技创新“十四五”规划

一、发展基础

2020年，澄江科技创新指数排名从全省的第38位上升到第21位。

2020年，高新技术苗子企业35家，高新技术企业达到120家。全市规上高新技术企业占全部规上工业企业的21.5%，低于宁江30.0%的平均水平。

2020年，引进建设63家产业技术研究院，占全市产业技术研究院数量的70%。

二、发展目标

到2025年，新材料产业实现产值600亿元，高端装备产业实现产值300亿元，工业互联网产业实现产值100亿元。

| 园区 | 目标 |
|---|---|
| 苍林产业园 | 积极谋划打造占地300亩的科教综合体建设，引进一批机构。到2025年，园区高新技术企业达到30家 |
| 西山产业园 | 建设一批平台，引进一批机构。到2025年，园区高新技术企业达到20家 |

到2025年，省级、澄江市级研发机构数量力争达到60家、150家。每万人发明专利拥有量达到80件。

三、前沿技术登峰计划

（一）新材料专项

推进攻关。

（二）机器人专项

推进研制。

（三）种业专项

推进育种。
"""
OTHER = """宁江市科技创新“十四五”规划

一、发展目标

到2025年，高新技术企业达到900家。每万人高价值发明专利拥有量达到20件。
"""
DAY = date(2026, 11, 20)
NAMES = ("file", "level", "parent", "issuer", "number", "date", "status", "source", "sha256")


@pytest.fixture(scope="module")
def assistant(small_index):
    first = small_index.info("cheng", "澄江市科技创新“十四五”规划", region="澄江市", period="2021-2025", level="city")
    second = small_index.info("ning", "宁江市科技创新“十四五”规划", region="宁江市", period="2021-2025", level="city")
    return small_index.assistant({first: PLAN, second: OTHER})


def gazetteer():
    regions = ("澄江市", "宁江市")
    return Gazetteer([DocumentInfo(one, title="", region=one, period="2021-2025", **dict.fromkeys(NAMES, "")) for one in regions])


@pytest.mark.parametrize(
    ("question", "history", "told"),
    [
        ("澄江三大产业2025年产值合计多少？新材料占几成？", [], ["1000亿元", "60%"]),
        ("澄江三大产业2025年产值合计多少？其中高端装备占百分之几？", [], ["1000亿元", "30%"]),
        ("之前是第几？往前进了多少名？", ["澄江科技创新指数现在全省第几名？"], ["第38位", "第21位", "17位"]),
        ("澄江规上高企占规上工业的比例比宁江低多少", [], ["21.5%", "30.0%", "8.5个百分点"]),
        ("澄江规上高企占比跟宁江差几个百分点？", [], ["8.5个百分点"]),
        ("澄江引进建设的产业研究院占全市七成，那全市总数大概是多少家？", [], ["90家"]),
        ("澄江到2025年省级、澄江市级研发机构各要建多少家？", [], ["60家", "150家"]),
    ],
)
def test_what_is_asked_for_is_told(assistant, question, history, told):
    answer = assistant.ask(question, history, DAY).answer
    assert all(figure in answer for figure in told), answer


def test_what_came_to_a_place_is_no_count_of_all_that_it_has(assistant):
    answer = assistant.ask("澄江2020年产业技术研究院有多少家？", [], DAY).answer
    assert "产业技术研究院：2020年63家" not in answer
    assert "引进建设" in answer


@pytest.mark.parametrize(
    "question",
    [
        "各地2025年科技进步贡献率目标是多少？",
        "澄江和宁江的机器人密度目标各是多少？",
        "两地新能源汽车产量目标谁高？",
        "澄江2025年新能源汽车产量目标",
    ],
)
def test_what_no_place_states_is_refused_of_all_of_them(assistant, question):
    answer = assistant.ask(question, [], DAY)
    assert answer.abstained, answer.answer


def test_near_but_different_indicators_are_not_set_against_each_other(assistant):
    answer = assistant.ask("澄江和宁江的每万人发明专利目标谁高？", [], DAY)
    assert "80件" in answer.answer
    assert "60件" not in answer.answer
    assert "高价值发明专利只是有效发明专利的一部分" in answer.answer
    assert [check.what for check in answer.checks if not check.ok] == [], answer.answer


def test_what_one_of_two_places_states_is_told(assistant):
    answer = assistant.ask("澄江和宁江2025年高新技术企业目标各是多少？", [], DAY)
    assert not answer.abstained
    assert "900家" in answer.answer


def test_which_of_several_places_set_a_figure_asks_for_it(assistant):
    answer = assistant.ask("澄江和宁江哪些定了2025年高新技术企业的目标数，谁更高", [], DAY).answer
    assert answer.startswith("宁江市高新技术企业：2025年目标900家")


def test_a_part_s_figure_alone_is_no_answer_to_two_questions(assistant):
    answer = assistant.ask("澄江苍林产业园的科教综合体多大面积？园里2025年高企要有多少", [], DAY).answer
    assert "300亩" in answer and "30家" in answer


def test_how_many_there_are_is_told_by_the_list_that_names_them(assistant):
    answer = assistant.ask("澄江前沿技术登峰计划分几个专项，名字都说一下", [], DAY)
    assert not answer.abstained and "共3项" in answer.answer


@pytest.mark.parametrize(("question", "history"), [("宁江高企减了多少税", []), ("宁江呢", ["澄江高企一共减了多少税"])])
def test_a_noun_that_is_counted_is_not_the_indicator_on_the_way(assistant, question, history):
    assert not assistant.ask(question, history, DAY).answer.startswith("宁江市高新技术企业：")  # no figure of its own
    assert "900家" in assistant.ask("宁江呢", ["澄江高企要多少家"], DAY).answer


def test_what_a_later_question_points_back_to_is_completed_of_it(assistant, monkeypatch):
    seen = []
    monkeypatch.setattr(Completing, "complete", lambda self, asked, history, replies: seen.extend(asked) or list(replies))
    assistant.ask("澄江苍林产业园要引进哪一类机构？它的高新技术企业目标几家？", [], DAY)
    assert len(seen) == 2 and "苍林产业园" in seen[1]


def test_points_are_asked_of_shares_alone():
    assert kinds_of("研发费用占比要差几个百分点") == ("%",)
    assert kinds_of("占几成") == ("",)


def test_seedlings_are_not_what_they_may_become(assistant):
    answer = assistant.ask("澄江2020年的高企苗子有几家，孵化场地多大？", [], DAY).answer
    first = answer.split("\n")[0]
    assert "120家" not in first or "苗子企业35家，高新技术企业达到120家" in first  # as its sentence tells them apart


def test_a_share_of_what_was_not_added_is_not_told(assistant):
    assert "%" not in assistant.ask("澄江三大产业2025年产值合计多少？生物医药占几成？", [], DAY).answer.split("\n")[0]


def test_whose_help_is_no_figure():
    assert not asks_amount("发明专利想批得快点，可以借谁的力")
    assert "rank" not in operations_in("可以借谁的力")
    assert "rank" in operations_in("研发强度目标，谁的高")
    assert asks_amount("谁的研发强度高")


@pytest.mark.parametrize(("words", "kind"), [("孵化场地多大", "m2"), ("乙市分园有多大", "m2"), ("占比多大", "%")])
def test_how_large_a_ground_is_asks_for_an_area(words, kind):
    assert kind_sought(words) == kind


def test_the_kind_that_is_counted_as_a_whole_is_meant():
    scopes = ("东湖分园", "西溪分园", "北岭分园", "澄江科技园", "澄江创业园")
    assert bodies_of_kind("一区多园的三个分园里规划面积最大的是哪个", scopes) == ("分园", ("东湖分园", "西溪分园", "北岭分园"))


@pytest.mark.parametrize(
    ("typed", "history", "meant"),
    [
        ("宁江的多大", ["澄江分园规划面积是多少"], "宁江分园的多大"),
        ("那宁江呢", ["澄江分园规划面积是多少"], "那宁江分园呢"),
        ("宁江那个多大", ["澄江的分园有哪些"], "宁江分园那个多大"),
        ("宁江的高企多少", ["澄江高企多少"], "宁江的高企多少"),
        ("宁江的多大", [], "宁江的多大"),
    ],
)
def test_a_follow_up_goes_on_with_the_kind_of_body(typed, history, meant):
    assert with_body(typed, history, gazetteer()) == meant


def test_five_years_on_asks_for_the_target():
    assert WANTS_TARGET.search("现在和五年后各多少")
    assert not WANTS_TARGET.search("现在多少")
