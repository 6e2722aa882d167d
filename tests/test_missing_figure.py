"""A figure that no evidence states: of its kind, its unit, its year, its place, of the thing asked about; and one that it does."""

import pytest

from answer.case import Case
from answer.evidence import SentenceEmbeddings
from answer.gathering import gather, question_concepts
from answer.missing_figure import lacking_figure, lacking_thing, of_other_kind
from answer.vocabulary import Vocabulary
from retriever.retrieve import PassageRetriever

PLAN = """# 甲县规划

## 一、基础

2020年，全县建成研究所六家，产业园规划用地1200亩，在全省创新指数中居第8位。

## 二、任务

### （一）建设滨江科创园

滨江科创园到2025年引进研发机构15家，集聚人才3000人，完善配套服务。

### （二）发展基金

设立5亿元产业基金，支持初创企业。财政科技支出只增不减。

技术交易额年均增长30%，创业基金规模超过7亿元。数字经济核心产业增加值占GDP比重达到15%。

### （三）对外合作

青岩科学城一期建成两个装置，总投资12亿元；二期2024年启动，预留用地300亩。在深圳布局飞地，在上海建设6000平方米的创新中心。
"""


@pytest.fixture(scope="module")
def case(small_index):
    index = small_index({small_index.info("a", "甲县规划", region="甲县", period="2021-2025"): PLAN})
    retriever, sentences, vocabulary = (
        PassageRetriever(index, small_index.embedder),
        SentenceEmbeddings(small_index.embedder),
        Vocabulary(index),
    )

    def of(text, *history):
        retrieval = retriever.retrieve(text, history)
        evidence, concepts = gather(retrieval, index, sentences), question_concepts(retrieval.question, index)
        return Case(retrieval, evidence, concepts, vocabulary, retriever.gazetteer)

    return of


@pytest.mark.parametrize(
    "text",
    [
        "滨江科创园到2025年引进多少家研发机构",
        "甲县2020年建成多少家研究所",  # written in words
        "甲县产业园规划用地多少亩",
        "甲县产业基金有多少亿元",
        "甲县创新指数居全省第几",
        "甲县在上海的创新中心面积多大",
        "滨江科创园怎么引进研发机构",  # no figure
        "青岩科学城一期总投资多少亿元",
        "青岩科学城二期预留用地多少亩",
    ],
)
def test_what_is_stated_lacks_nothing(case, text):
    assert lacking_figure(case(text)) == ""


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("滨江科创园规划面积多少平方公里", "滨江科创园|面积"),
        ("滨江科创园到2025年入驻了多少家企业", "入驻"),
        ("甲县财政科技支出占财政支出百分之几", "财政|比例"),
        ("甲县2023年建成多少家研究所", "2023年|研究所"),
        ("甲县产业基金投了多少吨钢材", "钢材|基金"),
        ("甲县在深圳的飞地面积多少平方米", "深圳"),
        ("甲县创新指数居全国第几", "全国"),
        ("青岩科学城二期总投资多少亿元", "金额"),
        ("甲县2025年技术交易额达到多少亿元", "金额|技术交易额"),  # that of the fund stands beside it
        ("甲县人均GDP是多少", "数字|GDP|生产总值"),  # a share of it is stated
    ],
)
def test_what_is_not_stated_is_told_by_name(case, text, lacking):
    words = lacking_figure(case(text))
    assert any(word in words for word in lacking.split("|")), words


def test_a_thing_that_the_place_has_no_word_for(case):
    assert lacking_thing(case("甲县要建多少个基站")) == "甲县与“基站”有关的数据"
    assert lacking_thing(case("甲县有多少家研究所")) == ""


def test_a_question_that_goes_on_is_of_what_went_before(case):
    assert lacking_figure(case("那要多少亿？", "甲县滨江科创园引进多少家研发机构？")) != ""


def test_a_share_does_not_answer_for_a_sum(case):
    assert of_other_kind(case("甲县财政科技支出一共花了多少亿元"), ["%"]) == "金额"
    assert of_other_kind(case("甲县财政科技支出一共花了多少亿元"), ["亿元"]) == ""
    assert of_other_kind(case("甲县有多少家研究所"), ["%"]) == ""  # a count may be told in any unit
