"""Where a count is asked for, the piece that states it comes first, and pieces with figures of other things are left out."""

import pytest

from answer.evidence import SentenceEmbeddings
from answer.gathering import gather, question_concepts
from answer.stating import stating
from retriever.retrieve import PassageRetriever

PLAN = """# 甲县规划

## 一、任务

### （一）引进海外工程师

加快海外工程师引进，打响甲县海外工程师品牌。

到2025年，支持建设海外孵化器5家以上，集聚一批海外工程师。

到2025年，新增海外工程师100人以上，转化成果500项以上。

### （二）建设实验室

构建省级重点实验室梯队。培育市级重点实验室100家，其中省级重点实验室40家以上。
"""


@pytest.fixture(scope="module")
def told(small_index):
    index = small_index({small_index.info("a", "甲县规划", region="甲县", period="2021-2025"): PLAN})
    retriever, sentences = PassageRetriever(index, small_index.embedder), SentenceEmbeddings(small_index.embedder)

    def of(text):
        retrieval = retriever.retrieve(text)
        found = stating(gather(retrieval, index, sentences), retrieval.question, question_concepts(retrieval.question, index))
        return [item.text.strip() for item in found]

    return of


def test_the_count_of_the_thing_is_told_and_no_other(told):
    assert told("甲县要引进多少海外工程师") == ["到2025年，新增海外工程师100人以上，转化成果500项以上。"]


def test_the_sentence_with_the_count_leads(told):
    assert "省级重点实验室40家以上" in told("甲县要建多少家省级重点实验室")[0]


@pytest.mark.parametrize("text", ["甲县怎么引进海外工程师", "甲县要建多少亩省级重点实验室", "甲县有多少家医院"])
def test_nothing_is_singled_out_where_no_such_count_is_asked_for_or_stated(told, text):
    assert told(text) == []
