"""What the documents speak of without saying it: an indicator without a figure, a sum, the parts of a term."""

import pytest

from answer.case import Case
from answer.evidence import SentenceEmbeddings
from answer.gathering import gather, question_concepts
from answer.lacking import lacking
from answer.refuse import refuse
from answer.unsaid import unexplained
from answer.vocabulary import Vocabulary
from facts.targets import extract_facts
from retriever.retrieve import PassageRetriever


@pytest.fixture(scope="module")
def lack(two_plans, small_index):
    retriever, sentences = PassageRetriever(two_plans, small_index.embedder), SentenceEmbeddings(small_index.embedder)
    facts = [
        fact
        for info in two_plans.documents
        for fact in extract_facts(info, [one for one in two_plans.passages if one.doc == info.id], two_plans.texts[info.id])
    ]

    def of(text, *history):
        retrieval = retriever.retrieve(text, history)
        return lacking(retrieval, gather(retrieval, two_plans, sentences), facts, two_plans, retrieval.regions or ("临湖市",))

    return of


def test_an_indicator_that_a_region_has_no_figure_of(lack):
    assert lack("安河研发强度目标是多少").words == "安河县的研发经费占GDP比重"
    assert lack("临湖研发强度目标是多少") is None
    assert lack("安河全社会研发经费投入多少亿元").words == "安河县的全社会研发经费"


def test_a_year_that_no_figure_is_of_and_the_nearest_that_is(lack):
    found = lack("安河2030年高企多少家")
    assert found.words == "安河县2030年的高新技术企业数"
    assert [(fact.year, fact.value) for fact in found.nearest] == [(2025, "120")]
    assert lack("安河2025年高企多少家") is None


@pytest.mark.parametrize("text", ["安河国家级孵化器有多少家", "安河研发强度怎么提高", "安河每万人发明专利奖励多少"])
def test_narrower_or_other_questions_are_left_to_the_evidence(lack, text):
    assert lack(text) is None or "安河县的" not in lack(text).words


def test_a_region_of_two_is_not_told_to_lack_anything(lack):
    assert lack("安河和临湖的研发强度分别是多少") is None


def test_follow_ups_and_questions_about_a_document_are_left_alone(lack):
    assert lack("那安河呢？", "临湖研发强度目标是多少") is None
    assert lack("安河规划什么时候到期，研发强度多少") is None


def test_a_sum_that_no_evidence_states(lack):
    assert lack("临湖培育科技企业投入多少亿元").words == "这一项的金额"
    assert lack("使用大型科研仪器最高补助多少万元") is None


def test_an_area_and_a_share_that_no_evidence_states(lack):
    assert lack("临湖人才公寓建成多少平方米") is None
    assert lack("安河的科创走廊有多少平方公里").words == "这一项的面积"
    assert lack("使用大型科研仪器补助百分之几") is None


def test_a_term_whose_parts_are_nowhere_listed(lack):
    assert lack("“一区三园”分别指什么").words == "“一区三园”各指什么，只用了这个说法"
    assert lack("“四个一批”分别指什么") is None
    assert lack("“九个一批”分别指什么") is None  # unknown altogether: not ours to say
    assert lack("“一区三园”怎么建设") is None


def test_things_the_documents_have_no_word_for(lack):
    assert lack("安河要建几个宇宙飞船基站").words == "安河县有多少宇宙飞船基站"
    assert lack("安河要有多少家高新技术企业") is None


def test_a_year_of_an_indicator_asked_for_without_a_word_of_asking(lack):
    assert lack("安河2030年高企").words == "安河县2030年的高新技术企业数"


def test_a_term_whose_parts_or_number_the_documents_explain(small_index):
    plan = """# 丙市规划

## 一、构建“一核二园”格局

“一核”即湖滨高新区，“二园”即东山产业园、西岸产业园。

## 二、重点任务

### （一）实施数字工程

推进数字化，开展“五大行动”。实施“246”强市计划，即：建强2座园区（东山园、西岸园），做优4个平台，办好6件实事。

### （二）实施人才工程

引进人才。

### （三）实施平台工程

建设平台。
"""
    index = small_index({small_index.info("c", "丙市规划", region="丙市", period="2021-2025"): plan})
    assert unexplained("丙市“一核二园”是哪几个？", index) == ""
    assert unexplained("丙市的“三大工程”分别是什么？", index) == ""
    assert unexplained("丙市的“246”分别指什么？", index) == ""
    assert "五大行动" in unexplained("丙市的“五大行动”分别是什么？", index)  # used, and never listed


def test_names_that_documents_quote(small_index):
    north = small_index.info("n", "北市规划", region="北市", period="2021-2025")
    south = small_index.info("s", "南市规划", region="南市", period="2021-2025")
    index = small_index(
        {
            north: "# 北市规划\n\n## 一、金融\n\n推广“北科贷”，单户贷款最高500万元。\n\n推广质押贷款，按同期LPR的50%给予贴息。\n",
            south: "# 南市规划\n\n## 一、空间\n\n建设“南岸智谷”，推广“南科贷”。\n",
        }
    )
    retriever, sentences = PassageRetriever(index, small_index.embedder), SentenceEmbeddings(small_index.embedder)

    def refused(text):
        retrieval = retriever.retrieve(text)
        evidence, concepts = gather(retrieval, index, sentences), question_concepts(retrieval.question, index)
        case = Case(retrieval, evidence, concepts, Vocabulary(index), retriever.gazetteer)
        found = refuse(case)
        return found.text if found else ""

    assert "南岸智谷" in refused("北市给“南岸智谷”安排了多少财政资金？")  # another place's
    assert "利率" in refused("北科贷的利率是几个点？")  # told of another loan only
    assert refused("北科贷单户最高能贷多少万？") == ""
