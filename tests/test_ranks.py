"""A rank is told of the thing asked, and among those asked; that of an indicator no clause ranks is refused."""

from datetime import date

import pytest

PLAN = """临湖市科技创新“十四五”规划

一、发展基础

2020年，全社会研发经费支出占地区生产总值比重达到2.6%，科技创新指数居全省第7位。

二、园区建设

加快临湖高新区扩容提质，迭代一区多园发展模式，力争进入全国前30位。推动省级高新区建设，进入全省前15%排名的园区不少于3家。
"""


@pytest.fixture(scope="module")
def ask(small_index):
    made = small_index.assistant({small_index.info("a", "临湖市科技创新“十四五”规划", region="临湖市", period="2021-2025"): PLAN})
    return lambda question: made.ask(question, today=date(2024, 3, 1))


@pytest.mark.parametrize(("question", "told"), [("临湖高新区要在全国排第几", "前30位"), ("临湖科技创新指数全省排第几", "第7位")])
def test_the_rank_of_the_thing_asked_is_told(ask, question, told):
    answer = ask(question)
    assert not answer.abstained and told in answer.answer.split("\n")[0]


def test_an_indicator_that_no_clause_ranks_has_no_rank(ask):
    assert ask("临湖研发强度在全省排第几").abstained
