"""How much place, period and kind speak for a passage before a word is compared."""

import numpy as np
import pytest

from facts.regions import Gazetteer
from retriever.preference import OTHER, OWN, PARENT, PARENT_NAMING, PERIOD_RIGHT, PERIOD_WRONG, UNNAMED_OTHER, Preference
from retriever.question import read_question
from retriever.retrieve import PassageRetriever

PLAN = (
    "# {0}规划\n\n## 一、发展目标\n\n大力支持各类企业开展研发活动，完善创新体系，优化创新生态，提升创新能力，建设科技强市，服务发展大局。\n"
)


@pytest.fixture(scope="module")
def index(small_index):
    named = small_index.info
    about_anhe = (
        "\n## 二、空间布局\n\n支持安河打造现代产业集聚区，完善配套设施和公共服务，增强区域的综合承载能力和辐射带动能力，形成合力。\n"
    )
    return small_index(
        {
            named("city", "临湖市规划", region="临湖市", period="2021-2025"): PLAN.format("临湖市") + about_anhe,
            named("own", "安河县规划", region="安河县", parent="临湖市", period="2021-2025"): PLAN.format("安河县"),
            named("new", "安河县“315”方案", region="安河县", parent="临湖市", period="2026-2030"): PLAN.format("安河县方案"),
            named("other", "云岭县规划", region="云岭县", period="2021-2025"): PLAN.format("云岭县"),
        }
    )


@pytest.fixture(scope="module")
def weigh(index):
    gazetteer = Gazetteer(index.documents)
    preference = Preference(index, gazetteer)

    def of(text, region=None, doc=None):
        found = preference.weights(read_question(text, (), gazetteer), region, doc)
        assert found.shape == (len(index.passages),) and np.all(found > 0)
        return {(p.doc, p.kind, "安河" in p.text): w for p, w in zip(index.passages, found, strict=True) if p.kind == "clause"}

    return of


def test_the_region_asked_for_comes_first_then_what_its_city_says_of_it(weigh):
    found = weigh("怎么支持企业", "安河县")
    assert found["own", "clause", False] == pytest.approx(OWN)
    assert found["city", "clause", True] == pytest.approx(PARENT_NAMING)
    assert found["city", "clause", False] == pytest.approx(PARENT)
    assert found["other", "clause", False] == pytest.approx(OTHER)


def test_of_a_city_its_counties_are_others(weigh):
    found = weigh("怎么支持企业", "临湖市")
    assert found["city", "clause", False] == OWN and found["own", "clause", False] == OTHER


def test_without_a_place_the_region_above_the_others_is_meant(weigh):
    found = weigh("怎么支持企业")
    assert found["city", "clause", False] == 1.0
    assert found["own", "clause", False] == found["other", "clause", False] == UNNAMED_OTHER


def test_the_plan_whose_last_year_is_named_is_meant(weigh):
    found = weigh("2030年怎么支持企业", "安河县")
    assert found["new", "clause", False] == pytest.approx(OWN * PERIOD_RIGHT)
    assert found["own", "clause", False] == pytest.approx(OWN * PERIOD_WRONG)
    earlier = weigh("2020年怎么支持企业", "安河县")
    assert earlier["own", "clause", False] == earlier["new", "clause", False] == OWN


def test_a_document_named_by_its_title_comes_before_others_of_its_region(weigh):
    found = weigh("315方案怎么支持企业", "安河县")
    assert found["new", "clause", False] > 1.5 * found["own", "clause", False]


def test_one_document_meant_leaves_the_others_behind(weigh):
    found = weigh("怎么支持企业", "安河县", "new")
    assert found["new", "clause", False] == OWN and found["own", "clause", False] == pytest.approx(OWN * OTHER)


def test_figures_are_looked_for_where_there_are_digits(small_index):
    index = small_index(
        {
            small_index.info("a", "安河县规划", region="安河县"): (
                "# 安河县规划\n\n## 一、目标\n\n到2025年高新技术企业达到600家，科技型中小企业达到900家，创新主体持续壮大。\n\n"
                "## 二、任务\n\n大力支持各类企业开展研发活动，完善创新体系，优化创新生态，提升创新能力，建设科技强县，服务发展大局。\n\n"
                "表1 主要指标\n\n| 指标 | 2020年 | 2025年 |\n|---|---|---|\n| 高新技术企业（家） | 294 | 600 |\n"
            )
        }
    )
    gazetteer = Gazetteer(index.documents)
    preference = Preference(index, gazetteer)

    def weights(text):
        found = preference.weights(read_question(text, (), gazetteer), "安河县")
        return {(p.kind, any(char.isdigit() for char in p.text)): w for p, w in zip(index.passages, found, strict=True)}

    asked, told = weights("高企有多少家"), weights("怎么支持高企")
    assert asked["row", True] > asked["clause", True] > asked["clause", False]
    assert told["row", True] == told["clause", True] == told["clause", False]


def test_a_question_about_a_document_is_answered_by_its_title_page_and_period(small_index):
    index = small_index(
        {
            small_index.info("a", "安河县规划", region="安河县"): (
                "安河县科技创新规划\n（2021-2025年）\n安河县科学技术局\n2021年10月\n\n"
                "一、总则\n\n本规划期限为2021年至2025年，是今后五年全县科技创新工作的行动纲领，由安河县科学技术局负责解释和组织实施。\n\n"
                "二、任务\n\n大力支持各类企业开展研发活动，完善创新体系，优化创新生态，提升创新能力，建设科技强县，服务发展大局。\n"
            )
        }
    )
    gazetteer = Gazetteer(index.documents)
    preference = Preference(index, gazetteer)
    about = preference.weights(read_question("安河规划什么时候到期", (), gazetteer), "安河县")
    texts = [passage.text for passage in index.passages]
    period = next(row for row, text in enumerate(texts) if "规划期限" in text)
    task = next(row for row, text in enumerate(texts) if text.startswith("大力支持"))
    assert about[period] == pytest.approx(1.5 * about[task])


@pytest.mark.parametrize(
    ("text", "regions"),
    [
        ("临湖哪几个县市设了服务点", {"临湖市", "安河县", "云岭县"}),
        ("临湖设了服务点", {"临湖市"}),
        ("安河哪些区县搞服务点", {"安河县"}),
    ],
)
def test_the_parts_of_a_city_speak_where_it_is_asked_which_of_them(index, small_index, text, regions):
    assert set(PassageRetriever(index, small_index.embedder).retrieve(text).regions) == regions
