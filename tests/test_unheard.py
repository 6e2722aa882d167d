"""A name that no document holds is said to be missing; one that they hold, in another form too, is not."""

import pytest

from answer.case import Case
from answer.unheard import unheard_name
from answer.vocabulary import Vocabulary
from retriever.retrieve import PassageRetriever

PLAN = """# 甲县规划

## 一、任务

高水平建设滨江科创大走廊，打造石桥光电小镇，实施领航计划。
"""


@pytest.fixture(scope="module")
def unheard(small_index):
    index = small_index({small_index.info("a", "甲县规划", region="甲县", period="2021-2025"): PLAN})
    retriever, vocabulary = PassageRetriever(index, small_index.embedder), Vocabulary(index)

    def of(text):
        return unheard_name(Case(retriever.retrieve(text), [], [], vocabulary, retriever.gazetteer))

    return of


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("甲县银杏湖畔小镇是啥", "银杏湖畔小镇"),
        ("听说飞鲸量子谷小镇投了钱，在哪里", "飞鲸量子谷小镇"),
        ("甲县石桥光电小镇是什么", ""),
        ("滨江科创走廊到2025年怎么建", ""),
        ("西边那条银杏湖走廊叫什么", ""),
        ("怎么培育科技企业", ""),
        ("另一份方案里滨江科创走廊怎么建", ""),
        ("甲县自己承认的短板平台有哪些", ""),
        ("原来拿过省级银杏实验室，还能补多少", ""),
        ("我向银杏湖大学买了一项成果，能补多少", ""),
    ],
)
def test_only_a_name_that_no_document_holds_is_missing(unheard, text, name):
    assert unheard(text) == name
