"""Clauses told in their own order, led by the one sentence that answers, with nothing beside the point."""

import pytest

from answer.clauses import tell_clauses
from answer.evidence import SentenceEmbeddings, gather, question_concepts
from retriever.retrieve import PassageRetriever

PLAN = """# 甲县规划

## 一、强化投入

加大资金投入，确保财政经费稳定增长，逐步健全多元投入机制，引导社会资本参与各类项目建设。制造业企业没有研发投入的原则上不能享受财政补贴。设立北岸奖，鼓励争取国家奖励。

## 二、强化人才

建设人才公寓。完善人才落户手续，提供子女入学便利。
"""


@pytest.fixture(scope="module")
def draft(small_index):
    index = small_index({small_index.info("a", "甲县规划", region="甲县"): PLAN})
    retriever, sentences = PassageRetriever(index, small_index.embedder), SentenceEmbeddings(small_index.embedder)

    def of(text):
        retrieval = retriever.retrieve(text)
        evidence = gather(retrieval, index, sentences)
        return tell_clauses(retrieval, evidence, question_concepts(retrieval.question, index), index, 700)

    return of


def test_the_sentence_that_answers_stands_first_and_shares_its_paragraph_s_citation(draft):
    told = draft("甲县制造业企业没有研发投入能享受财政补贴吗")
    lines = told.text.split("\n")
    assert lines[0] == "甲县：制造业企业没有研发投入的原则上不能享受财政补贴[1]。"
    assert (
        lines[1] == "加大资金投入，确保财政经费稳定增长，逐步健全多元投入机制，引导社会资本参与各类项目建设[1]。" and "北岸奖" in lines[2]
    )
    assert told.citations[0].text.startswith("加大资金投入") and told.citations[0].text.endswith("国家奖励。")


def test_sentences_of_other_clauses_that_do_not_speak_to_the_question_are_left_out(draft):
    assert "人才" not in draft("甲县制造业企业没有研发投入能享受财政补贴吗").text


def test_a_clause_whose_sentences_all_speak_to_the_question_keeps_its_order(draft):
    told = draft("甲县的人才公寓和人才落户、子女入学")
    assert told.text.index("建设人才公寓") < told.text.index("完善人才落户手续")
