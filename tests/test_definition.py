"""The meaning of a term where no place is named: of several documents that define it, the one with the best evidence."""

import pytest

from answer.definition import definition
from retriever.retrieve import PassageRetriever

FIRST = "# 甲市若干措施\n\n## 一、适用\n\n本措施所称科技型企业，是指高新技术企业。\n\n## 二、奖励\n\n给予奖励。\n"
SECOND = (
    "# 乙市种业办法\n\n## 一、种业\n\n本办法所称科技型企业，是指从事种业育种研发的企业，育种须自主完成。\n\n## 二、奖励\n\n给予奖励。\n"
)


@pytest.fixture(scope="module")
def told(small_index):
    first, second = small_index.info("a", "甲市若干措施", region="甲市"), small_index.info("b", "乙市种业办法", region="乙市")
    index = small_index({first: FIRST, second: SECOND})
    retriever = PassageRetriever(index, small_index.embedder)

    def of(text):
        draft = definition(retriever.retrieve(text), index)
        return [citation.doc for citation in draft.citations] if draft else []

    return of


def test_the_document_that_speaks_most_of_the_matter_tells_the_meaning(told):
    assert told("种业育种研发里说的科技型企业是指什么？") == ["b"]


def test_the_document_of_the_place_named_tells_the_meaning(told):
    assert told("甲市的科技型企业是指什么？") == ["a"]
    assert told("乙市的科技型企业是指什么？") == ["b"]


def test_no_meaning_is_told_of_what_no_document_defines(told):
    assert told("独角兽企业是指什么？") == []
    assert told("科技型企业有多少家？") == []


def test_the_parts_of_a_numbered_term_are_asked_for_as_which(small_index):
    text = "# 甲市规划\n\n## 附录\n\n1.“2+1”工作体系：“2”是两个平台，“1”是一套标准。\n"
    index = small_index({small_index.info("a", "甲市规划", region="甲市"): text})
    retrieval = PassageRetriever(index, small_index.embedder).retrieve("2+1体系是哪个2、哪个1")
    draft = definition(retrieval, index)
    assert draft and "两个平台" in draft.text
