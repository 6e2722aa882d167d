"""Questions about counties, districts and parks within a region: their own figure, never the region's, and what is computed of it."""

import json
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from answer.answer import MAX_ANSWER, MAX_CITATIONS
from answer.assistant import Assistant
from answer.numbers_columns import column_meant
from answer.numbers_districts import districts_named, listed_together
from answer.numbers_ranked import tell_ranked
from answer.numbers_sums import tell_sum
from answer.series import Series
from answer.telling import Teller
from eval.matching import normal, states
from facts.fact import Fact, Span
from facts.jurisdictions import PART
from facts.regions import Gazetteer
from index.build import build_index
from index.catalog import DocumentInfo
from index.settings import Settings

CORPUS = Path(__file__).resolve().parent / "documents" / "plans"
QUESTIONS = [json.loads(line) for line in (CORPUS / "questions.jsonl").read_text("utf-8").splitlines()]
DAY = date(2026, 11, 20)


def fact(scope, name="高新技术企业数", year=2025, region="甲市", value="20"):
    return Fact("jia", region, name, name, year, value, None, "家", "", "target", scope, "", (Span(0, 2),), "", "table")


FACTS = [fact("固山县"), fact("白云旗"), fact("稀土高新区"), fact("湖心岛", year=2030), fact("")]


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    settings = Settings(corpus=CORPUS, index=tmp_path_factory.mktemp("parts") / "index")
    build_index(settings)
    return Assistant.load(settings)


@pytest.mark.slow
@pytest.mark.parametrize("asked", QUESTIONS, ids=[one["question"] for one in QUESTIONS])
def test_the_parts_own_figure_is_told(assistant, asked):
    answer = assistant.ask(asked["question"], [], DAY)
    text = normal(answer.answer)
    for point in asked["must"]:
        assert states(text, normal(point)) or normal(point) in text, answer.answer
    for wrong in asked.get("must_not", []):
        assert not states(text, normal(wrong)), answer.answer
    assert answer.citations


def test_parts_are_named_in_full_or_side_by_side_in_short():
    assert districts_named("固山县2025年高企多少", FACTS, ["甲市"]) == ("固山县",)
    assert districts_named("白云和固山哪个高", FACTS, ["甲市"]) == ("白云旗", "固山县")
    assert districts_named("固山县和稀土高新区哪个高", FACTS, ["甲市"]) == ("固山县", "稀土高新区")
    assert districts_named("白云山的高企", FACTS, ["甲市"]) == ()
    assert districts_named("固山县2025年高企多少", FACTS, ["乙市"]) == ()


def test_parts_of_one_table_are_ranked_together():
    districts = ("固山县", "白云旗", "稀土高新区")
    assert listed_together(FACTS, "甲市", lambda scope: bool(PART.fullmatch(scope))) == districts
    assert listed_together(FACTS, "甲市", lambda scope: scope == "湖心岛") == ()


def test_a_part_that_has_figures_belongs_to_its_region():
    info = DocumentInfo("a", "a.txt", "甲市规划", "甲市", "市", "", "", "", "", "2021-2025", "final", "", "")
    place = Gazetteer([info], {"固山县": "甲市"}).places("固山县2025年高企多少")[0]
    assert place.region == "甲市"
    assert Gazetteer([info]).places("固山县2025年高企多少")[0].region == ""


TOWNS = [
    fact("横塘镇", "盘活低效用地"),
    fact("横塘镇", "规上产值"),
    fact("石岭镇", "盘活低效用地"),
    fact("石岭镇", "规上产值"),
    fact("石岭泵阀产业园", "产值"),
    fact("白云镇", "规上产值"),
]


def test_towns_are_named_without_the_word_for_a_town_unless_others_are_called_after_them():
    assert districts_named("横塘那边多少", TOWNS, ["甲市"]) == ("横塘镇",)
    assert districts_named("石岭泵阀的产值", TOWNS, ["甲市"]) == ()
    assert districts_named("石岭镇和横塘的产值", TOWNS, ["甲市"]) == ("石岭镇", "横塘镇")
    assert districts_named("白云山的产值", TOWNS, ["甲市"]) == ()


def test_a_column_is_meant_in_another_order_of_its_words():
    assert column_meant("低效用地盘活任务多少", ["横塘镇", "石岭镇"], TOWNS) == (("盘活低效用地",),)
    assert column_meant("利润多少", ["横塘镇"], TOWNS) == ()


def test_a_column_is_meant_by_the_noun_that_parts_are_ranked_by():
    towns = ["横塘镇", "石岭镇"]
    assert column_meant("各镇里用地最多的是哪个", towns, TOWNS) == (("盘活低效用地",),)
    assert column_meant("工业用地最多的是哪个", towns, TOWNS) == ()  # another kind of it
    assert column_meant("用地多少", ["横塘镇"], TOWNS) == ()


@pytest.fixture
def areas(small_index):
    """A teller, and ten towns with areas from 11 to 20 hectares, each with its series."""
    names = [f"{name}镇" for name in "甲乙丙丁戊己庚辛壬癸"]
    text = "# 东县规划\n\n" + "。".join(f"{name}面积{at}公顷" for at, name in enumerate(names, 11)) + "。\n"
    index = small_index({small_index.info("e", "东县规划", region="东县"): text})
    found = []
    for at, name in enumerate(names, 11):
        start = index.texts["e"].index(f"{at}公顷")
        one = Fact("e", "东县", "面积", "面积", 2025, str(at), None, "公顷", "", "target", name, "", (Span(start, start + 2),), "", "text")
        found.append((Series(name, "面积", name, (one,)), one))
    return Teller(index, MAX_ANSWER), found


def asking(text, *names):
    return SimpleNamespace(asks=lambda *asked: any(name in asked for name in names), text=text)


def test_more_parts_than_can_each_be_cited_are_told_in_one_line(areas):
    teller, chosen = areas
    assert tell_ranked(teller, chosen, asking("哪个镇面积最大", "rank"), even=True)
    assert "癸镇20公顷为最高" in teller.draft.text and all(
        f"{series.region}{fact.value}公顷" in teller.draft.text for series, fact in chosen
    )
    assert len(teller.draft.citations) <= MAX_CITATIONS


def test_a_sum_is_set_against_what_it_is_compared_to_as_a_share(areas):
    teller, chosen = areas
    asked = asking("甲镇和乙镇面积加起来，相当于癸镇的百分之几", "sum", "share")
    assert tell_sum(teller, [chosen[0], chosen[1], chosen[-1]], asked, "癸镇")
    assert "合计23公顷" in teller.draft.text and f"{(11 + 12) * 100 // 20}%" in teller.draft.text
