"""A number, a name, a post or a day that is asked for by its own word and that no evidence holds; and what is told instead."""

import pytest

from answer.absent import lacking_attribute, lacking_object
from answer.case import Case
from answer.counted_thing import lacking_count
from answer.evidence import SentenceEmbeddings
from answer.gathering import gather, question_concepts
from answer.missing_name import lacking_name, lacking_sort
from answer.missing_number import is_told, lacking_number
from answer.nearest import nearest
from answer.vocabulary import Vocabulary
from retriever.retrieve import PassageRetriever

PLAN = """# 乙县规划

## 一、平台

### （一）建设湖滨科创园

湖滨科创园到2025年引进研发机构15家，依托乙县人民医院建设口腔医疗示范基地。

### （二）派驻科技特派员

每个园区选派一名科技特派员，实行双重管理。

### （三）引进院士

加强与乙籍院士的联系，建设院士工作站5家，合作为期三年。

### （四）对外合作

拓展面向德国、日本的引才网络，上市挂牌企业达到20家。
"""


@pytest.fixture(scope="module")
def case(small_index):
    index = small_index({small_index.info("b", "乙县规划", region="乙县", period="2021-2025"): PLAN})
    retriever = PassageRetriever(index, small_index.embedder)
    sentences, vocabulary = SentenceEmbeddings(small_index.embedder), Vocabulary(index)

    def of(text):
        retrieval = retriever.retrieve(text, ())
        evidence, concepts = gather(retrieval, index, sentences), question_concepts(retrieval.question, index)
        return Case(retrieval, evidence, concepts, vocabulary, retriever.gazetteer)

    return of


@pytest.mark.parametrize(
    "text",
    [
        "乙县湖滨科创园引进研发机构多少家",
        "乙县院士工作站有几个",  # 个 for 家
        "乙县院士合作为期几年",
        "乙县湖滨科创园怎么引进研发机构",  # no number
        "乙县引进几家机构，靠什么平台",  # some
        "乙县院士工作站2025年数是多少",  # 2025年|数
        "乙县院士工作站的远景目标是多少",
    ],
)
def test_a_number_that_evidence_holds(case, text):
    assert lacking_number(case(text)) == ""


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("乙县湖滨科创园拆迁了几户", "数量"),
        ("乙县湖滨科创园引进研发机构花了几个月", "时长"),
        ("乙县的院士一共有几位", "数量"),
        ("乙县科技特派员一个月津贴多少", "津贴"),  # a noun that the place's documents do not have
        ("乙县湖滨科创园建了多少平方米", "面积"),
    ],
)
def test_a_number_that_no_evidence_holds(case, text, lacking):
    assert lacking in lacking_number(case(text))


def test_a_word_may_be_missing_where_the_clause_of_the_number_holds_the_rest(case):
    assert is_told(case("乙县上市挂牌的东家有多少家"), "东家")
    assert not is_told(case("乙县湖滨科创园的食堂有多少家"), "食堂")  # the clause of 15家 does not say where


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("乙县口腔医疗示范基地设在哪家医院", ""),
        ("乙县面向哪些国家引才", ""),
        ("乙县有哪几家国家级科创园", ""),
        ("乙县科创园找哪家银行贷款", "银行"),
        ("乙县科技特派员来自哪个国家", "国家"),
    ],
)
def test_a_body_asked_for_by_name(case, text, lacking):
    assert lacking in lacking_name(case(text)) if lacking else lacking_name(case(text)) == ""


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("乙县湖滨科创园管委会主任姓什么", "人员姓名"),
        ("乙县院士入选的有哪些人", "人员姓名"),
        ("乙县湖滨科创园在哪条路上", "地址"),
        ("乙县湖滨科创园几月份开张", "日期"),
        ("乙县湖滨科创园走哪条路线引进机构", ""),
    ],
)
def test_a_post_a_place_or_a_day(case, text, lacking):
    assert lacking in lacking_attribute(case(text)) if lacking else lacking_attribute(case(text)) == ""


def test_what_is_told_instead_speaks_of_the_matter(case):
    assert "特派员" in nearest(case("乙县科技特派员一个月津贴多少")).text
    assert "院士" in nearest(case("乙县的院士一共有几位")).text


def test_a_sort_of_indicators_is_lacking_where_no_document_has_the_word(case):
    assert lacking_sort(case("乙县哪些指标是约束性的")) == "哪些指标是“约束性”的"
    assert lacking_sort(case("乙县有哪些预期性指标")) == "哪些指标是“预期性”的"
    assert not lacking_sort(case("乙县有哪些主要指标"))


def test_what_begins_with_the_nation_is_no_question_for_nations(case):
    assert lacking_name(case("乙县湖滨科创园引进哪几个国家重点实验室")) == ""
    assert lacking_name(case("乙县院士工作站和哪些国家合作")) == "具体是哪些国家"


def test_a_sum_is_not_asked_for_the_word_of_paying_or_a_period(case):
    assert "资助" not in lacking_object(case("乙县对研发机构最高资助多少"))
    assert "十三五" not in lacking_object(case("乙县科技特派员十三五一共拿到多少钱补贴"))


@pytest.mark.parametrize("text", ["乙县有几家医疗基地", "乙县打算建多少个产业园啊", "乙县要引进多少名院士"])
def test_a_thing_that_no_clause_counts_is_not_told_by_other_numbers(case, text):
    assert lacking_count(case(text))


@pytest.mark.parametrize("text", ["乙县要有多少家上市公司", "乙县有几家研发机构", "乙县院士工作站有几个", "乙县每个园区派多少名科技特派员"])
def test_a_thing_that_a_clause_counts_is_told(case, text):
    assert not lacking_count(case(text))
