"""Answers in the documents' own words: the figure asked for, clauses in their order, each place its turn."""

import re
from datetime import date

import pytest

from answer.answer import MAX_ANSWER, MAX_CITATION, MAX_CITATIONS, MAX_FACT
from answer.compose import compose
from answer.evidence import SHORT_ROW, SentenceEmbeddings, gather, question_concepts
from answer.quoting import statement
from retriever.retrieve import PassageRetriever


@pytest.fixture(scope="module")
def found(two_plans, small_index):
    retriever, sentences = PassageRetriever(two_plans, small_index.embedder), SentenceEmbeddings(small_index.embedder)

    def of(text, *history):
        retrieval = retriever.retrieve(text, history)
        return retrieval, gather(retrieval, two_plans, sentences)

    return of


@pytest.fixture(scope="module")
def answer(found, two_plans):
    def of(text, *history):
        retrieval, evidence = found(text, *history)
        return compose(retrieval, evidence, question_concepts(retrieval.question, two_plans), two_plans)

    return of


QUESTIONS = [
    "安河2025年高企目标多少家",
    "临湖怎么培育科技企业",
    "安河和临湖的高企目标",
    "各地的创新平台怎么建设",
    "安河规划什么时候到期",
    "临湖培育科技企业由谁牵头负责",
    "有哪些支持",
    "研发强度",
]


@pytest.mark.parametrize("question", QUESTIONS)
def test_answers_are_literal_cited_and_bounded(answer, two_plans, question):
    draft = answer(question)
    assert draft.citations and len(draft.citations) <= MAX_CITATIONS and len(draft.text) <= MAX_ANSWER
    assert sorted({int(mark) for mark in re.findall(r"\[(\d+)\]", draft.text)}) == [citation.n for citation in draft.citations]
    for citation in draft.citations:
        assert citation.text == two_plans.texts[citation.doc][citation.start : citation.end] and len(citation.text) <= MAX_CITATION
    figures = re.findall(r"\d+(?:\.\d+)?", re.sub(r"\[\d+\]|《.*", "", draft.text))
    cited = "".join(citation.text + citation.context for citation in draft.citations)
    assert all(figure in cited for figure in figures), "a figure that no citation holds"


def test_a_figure_is_told_with_its_place_and_little_else(answer):
    draft = answer("安河2025年高企目标多少家")
    assert draft.text.startswith("安河县：") and "120家" in draft.text and len(draft.text) <= MAX_FACT
    assert "600家" not in draft.text


def test_each_place_has_its_turn_in_the_order_asked(answer):
    text = answer("安河和临湖的高企目标").text
    assert text.index("安河县：") < text.index("120家") < text.index("临湖市：") < text.index("600家")


def test_a_clause_is_told_in_its_own_order_without_numbering(answer):
    text = answer("临湖怎么培育科技企业").text
    assert "1. " not in text and "（一）" not in text
    assert text.index("实施企业倍增计划") < text.index("给予奖励")


def test_a_document_says_its_period_status_and_issuer(answer):
    text = answer("安河规划什么时候到期").text
    assert text.startswith("《安河县科技创新规划》：规划期2021-2025年，征求意见稿，2021年10月，安河县科学技术局。")
    assert "规划期限为2021年至2025年" in text
    assert "正式文件" in answer("临湖规划什么时候发布").text


def test_who_is_responsible_is_told_from_the_clause(answer):
    text = answer("临湖培育科技企业由谁牵头负责").text
    assert "市科技局、市财政局" in text


def test_a_row_is_told_with_its_headers(found):
    _, evidence = found("临湖每万人发明专利拥有量")
    row = next(item for item in evidence if item.is_row and "发明专利" in item.text)
    said = statement(row, "临湖市")
    assert said.words == "每万人发明专利拥有量：2020年 21件，2025年 30件" and said.lead == "临湖市"
    assert (said.start, said.end) == (row.passage.start, row.passage.end)


def test_a_sentence_of_a_long_row_is_told_with_the_row_s_name(small_index):
    said = "推广智能制造，建设未来工厂，引导企业改造提升，" * 8
    table = f"| 产业 | 举措 |\n|---|---|\n| 智能家电产业 | {said}完善产业链。支持企业建设公共平台。 |\n| 关键基础件产业 | 强化协作。 |\n"
    index = small_index({small_index.info("a", "甲县规划", region="甲县"): f"# 甲县规划\n\n## 一、任务\n\n表1 重点产业\n\n{table}"})
    row = next(passage for passage in index.passages if passage.kind == "row" and len(passage.text) > SHORT_ROW)
    retriever = PassageRetriever(index, small_index.embedder)
    evidence = gather(retriever.retrieve("智能家电产业怎么建设公共平台"), index, SentenceEmbeddings(small_index.embedder))
    item = next(item for item in evidence if "公共平台" in item.text)
    assert item.passage == row
    assert statement(item).words.startswith("智能家电产业：") and statement(item).words.count("智能家电产业") == 1


def test_a_long_sentence_is_shortened_at_a_comma(found):
    _, evidence = found("临湖2025年高企目标")
    item = next(item for item in evidence if not item.is_row and "600家" in item.text)
    said = statement(item, "", 30)
    assert len(said.words) <= 30 and said.words.endswith("……") and item.text.startswith(said.words.removesuffix("……"))
    assert (said.start, said.end) == (item.start, item.end)


def test_a_plan_whose_period_is_over_is_said_to_be(found, two_plans):
    retrieval, evidence = found("安河规划什么时候到期")
    concepts = question_concepts(retrieval.question, two_plans)
    assert "已经期满" in compose(retrieval, evidence, concepts, two_plans, date(2026, 3, 1)).text
    assert "已经期满" not in compose(retrieval, evidence, concepts, two_plans, date(2025, 3, 1)).text
