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


def test_a_system_named_by_its_numbers_is_what_its_heading_counts_off(small_index):
    parts = "### （一）建设1个实验室\n\n建好实验室。\n\n### （二）打造3家研究院\n\n办好研究院。\n\n### （三）布局六大基地\n\n建好基地。\n"
    text = f"# 甲市规划\n\n## 一、建强“136”平台体系\n\n{parts}"
    index = small_index({small_index.info("a", "甲市规划", region="甲市"): text})
    retriever = PassageRetriever(index, small_index.embedder)
    draft = definition(retriever.retrieve("“136”指的是什么？"), index)
    assert draft and all(part in draft.text for part in ("1个实验室", "3家研究院", "六大基地"))
    other = small_index({small_index.info("a", "甲市规划", region="甲市"): text.replace("3家", "4家")})
    assert definition(PassageRetriever(other, small_index.embedder).retrieve("“136”指的是什么？"), other) is None
