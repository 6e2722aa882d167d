"""Which sentences an answer tells: the best, what comes near it or goes on from it, and lists of what is asked for."""

from dataclasses import replace

import pytest

from answer.choice import BOTH, OF_KIND, SO_MANY, choose, leaning, listed
from answer.evidence import SentenceEmbeddings
from answer.gathering import gather, question_concepts
from retriever.retrieve import PassageRetriever

PLAN = """# 甲县规划

## 一、发展基础

科技贷款发放不断增加。

## 二、优化布局

企业、院所、园区办成以“所有多元化、运行灵活化、用人开放化”为标志的机构。谋划建设东河走廊。建设光电产业园、汽车产业园、家电产业园和装备产业园，引进人才、团队、项目。探索科技贷款贴息。
"""


@pytest.fixture(scope="module")
def plan(small_index):
    index = small_index({small_index.info("a", "甲县规划", region="甲县"): PLAN})
    retriever, sentences = PassageRetriever(index, small_index.embedder), SentenceEmbeddings(small_index.embedder)

    def of(text):
        retrieval = retriever.retrieve(text)
        return retrieval.question, gather(retrieval, index, sentences), question_concepts(retrieval.question, index)

    return of


def held(evidence, words):
    return next(item for item in evidence if words in item.text)


def test_an_enumeration_is_parted_at_commas_and_at_the_last_and():
    assert listed("建设甲园、乙园、丙园和丁园，引进人才、项目") == [["建设甲园", "乙园", "丙园", "丁园"], ["引进人才", "项目"]]
    assert listed("没有列举") == []
    assert listed("企业、院所办成以“所有多元化、运行灵活化”为标志的机构")[1] == ["所有多元化", "运行灵活化"]


@pytest.mark.parametrize(
    ("question", "gain"),
    [
        ("甲县沿东河走廊要建哪四个园", SO_MANY + OF_KIND + BOTH),
        ("甲县沿东河走廊要建哪些园", OF_KIND),
        ("甲县沿东河走廊要建哪四个中心", SO_MANY),
        ("甲县沿东河走廊要建哪五个港", 0.0),
    ],
)
def test_a_sentence_gains_by_listing_as_many_things_of_the_kind_asked_for(plan, question, gain):
    asked, evidence, _ = plan(question)
    assert leaning(held(evidence, "光电产业园"), asked) == pytest.approx(gain)


@pytest.mark.parametrize(
    ("question", "gain"),
    [
        ("甲县的机构有三个“某某化”的说法，是哪三个", SO_MANY + OF_KIND + BOTH),
        ("甲县的机构有四个“某某化”的说法，是哪四个", 0.0),
        ("甲县的机构有三个说法，是哪三个", SO_MANY),
    ],
)
def test_a_sentence_gains_by_listing_so_many_things_that_end_as_is_asked(plan, question, gain):
    asked, evidence, _ = plan(question)
    assert leaning(held(evidence, "为标志的机构"), asked) == pytest.approx(gain)


def test_where_a_deed_is_asked_for_a_deed_gains_and_a_look_back_loses(plan):
    asked, evidence, _ = plan("甲县怎么支持科技贷款")
    assert leaning(held(evidence, "探索"), asked) > 0 > leaning(held(evidence, "发放"), asked)


def test_what_comes_near_the_best_is_told_and_the_rest_is_not(plan):
    _, evidence, _ = plan("甲县科技贷款")
    best, far = held(evidence, "探索"), held(evidence, "发放")
    near = [replace(best, score=1.0), replace(far, score=0.8)]
    assert choose(near, (), 700, 1.0) == near
    assert choose([near[0], replace(far, score=0.5)], (), 700, 1.0) == near[:1]


def test_a_sentence_beside_one_that_is_told_needs_less(plan):
    _, evidence, _ = plan("甲县科技贷款")
    best, beside = held(evidence, "探索"), held(evidence, "光电产业园")
    assert best.start >= beside.end and best.passage == beside.passage
    items = [replace(best, score=1.0), replace(beside, score=0.5)]
    assert choose(items, (), 700, 1.0) == items


def test_the_best_is_told_even_where_there_is_no_room_and_nothing_else_is(plan):
    _, evidence, _ = plan("甲县科技贷款")
    items = [replace(evidence[0], score=1.0), replace(evidence[1], score=1.0)]
    assert choose(items, (), 5, 1.0) == items[:1]
