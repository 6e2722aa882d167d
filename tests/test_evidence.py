"""Sentences and rows that may answer: literal, of the place asked for, the fitting one first."""

from dataclasses import replace

import numpy as np
import pytest

from answer.evidence import SentenceEmbeddings
from answer.gathering import gather, question_concepts, speaks_for
from answer.pieces import rows_between, whole_sentences
from answer.readable import readable
from retriever.retrieve import PassageRetriever


@pytest.fixture(scope="module")
def ask(two_plans, small_index):
    retriever, sentences = PassageRetriever(two_plans, small_index.embedder), SentenceEmbeddings(small_index.embedder)
    return lambda text, *history: gather(retriever.retrieve(text, history), two_plans, sentences)


QUESTIONS = ["安河高企目标多少", "临湖怎么支持企业", "研发强度多少", "安河规划什么时候到期", "鹦鹉"]


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_piece_is_literal_and_they_come_best_first(ask, two_plans, question):
    found = ask(question)
    for item in found:
        assert two_plans.texts[item.doc][item.start : item.end] == item.text and item.text.strip()
        assert 0.0 <= item.own <= item.coverage <= 1.0 + 1e-6
    assert [item.score for item in found] == sorted((item.score for item in found), reverse=True)


def test_the_sentence_that_states_the_figure_comes_first(ask):
    assert "120家" in ask("安河2025年高企目标多少家")[0].text
    assert "600" in ask("临湖2025年高企目标多少家")[0].text


def test_evidence_is_of_the_places_asked_for_or_names_them(ask, two_plans):
    assert {item.doc for item in ask("安河怎么发展企业")} == {"city", "county"}
    assert all(item.doc == "county" or "安河" in item.text for item in ask("安河怎么发展企业"))
    assert {item.doc for item in ask("临湖怎么发展企业")} == {"city"}


def test_another_s_row_or_heading_may_name_a_place(two_plans, ask):
    item = ask("临湖怎么支持企业")[0]
    assert not speaks_for(replace(item, text="支持企业"), ("东岭区",), two_plans)
    assert speaks_for(replace(item, text="支持东岭打造园区"), ("东岭区",), two_plans)
    under = replace(item.passage, headings=("三、空间布局", "（一）东岭片区"))
    assert speaks_for(replace(item, text="支持企业", passage=under), ("东岭区",), two_plans)


def test_sentences_beside_a_table_are_read_with_it(ask):
    found = ask("临湖的高新技术企业")
    assert {item.is_row for item in found} == {True, False}
    assert len({(item.start, item.end) for item in found}) == len(found)


def test_the_year_asked_for_is_preferred_and_others_are_not(ask):
    by_year = {year: [item for item in ask(f"临湖{year}年高新技术企业多少家") if not item.is_row][0].text for year in (2020, 2025)}
    assert "294家" in by_year[2020] and "600家" in by_year[2025]


def test_title_pages_answer_questions_about_the_document_only(ask):
    assert not any(item.passage.kind == "title" for item in ask("安河高企目标多少"))
    assert any("规划期限" in item.text for item in ask("安河规划什么时候到期")[:3])


def test_nothing_found_is_no_evidence(two_plans, small_index):
    retriever = PassageRetriever(two_plans, small_index.embedder)
    retrieval = replace(retriever.retrieve("高企"), hits=())
    assert gather(retrieval, two_plans, SentenceEmbeddings(small_index.embedder)) == []


def test_a_short_title_goes_with_its_sentence():
    first = "实施倍增计划。建立高新技术企业培育库，对首次认定的企业给予奖励，支持其做大做强。"
    text = f"{first}再加大投入。\n完善服务。"
    parts = [text[start:end] for start, end in whole_sentences(text, 0, len(text))]
    assert parts == [first, "再加大投入。", "完善服务。"]
    within = [text[start:end] for start, end in whole_sentences(text, 7, len(text))]
    assert within[:2] == [first[7:], "再加大投入。"]  # no paragraph opens there


def test_rows_that_lie_within_a_stretch(two_plans):
    rows = [passage for passage in two_plans.passages if passage.kind == "row"]
    found = rows_between(two_plans, "city", rows[0].start, rows[1].end)
    assert found == rows[:2]
    assert rows_between(two_plans, "county", 0, 10_000) == []
    assert rows_between(two_plans, "city", rows[0].start + 1, rows[1].end) == [rows[1]]


def test_concepts_are_of_the_question_without_its_places(two_plans, small_index):
    question = PassageRetriever(two_plans, small_index.embedder).retrieve("安河县的人才公寓").question
    keys = [concept.key for concept in question_concepts(question, two_plans)]
    assert not any("安河" in key or key in "安河县" for key in keys)


def test_each_sentence_is_embedded_once(small_index):
    class Counting:
        model_id = "counting"

        def __init__(self):
            self.seen = []

        def embed_passages(self, texts):
            self.seen.extend(texts)
            return small_index.embedder.embed_passages(texts)

        embed_queries = embed_passages

    embedder = Counting()
    sentences = SentenceEmbeddings(embedder)
    first = sentences.of(["甲", "乙", "甲"])
    again = sentences.of(["乙"])
    assert embedder.seen == ["甲", "乙"]
    assert first.shape == (3, 64) and np.array_equal(first[0], first[2]) and np.array_equal(first[1], again[0])


def test_readable_text_has_no_width_case_or_white_space():
    body, found = readable("Ｒ＆Ｄ 经费\n支出")
    assert body == "r&d经费支出" and {"r&d", "经费"} <= found


PLATFORMS = """# 丙市平台规划

## 一、平台

表1 平台目标

| 名称 | 目标 |
|---|---|
| 苍山工业技术研究院 | 研究人员达到60名，仪器设备原值达到1200万元 |
| 清河智能制造产业研究院 | 研究人员达到45名，仪器设备原值达到900万元 |
"""


def test_the_document_that_a_question_names_speaks_first(small_index):
    said = "# 丙市{0}\n\n## 一、目标\n\n{1}。\n"
    scheme, plan = "新材料、机器人、种业三大创新高地初步建成", "建设光电、海洋、低碳三大创新高地"
    texts = {"丙市“728”方案": said.format("方案", scheme), "丙市规划": said.format("规划", plan)}
    index = small_index({small_index.info(title, title, region="丙市"): text for title, text in texts.items()})
    retriever, sentences = PassageRetriever(index, small_index.embedder), SentenceEmbeddings(small_index.embedder)
    first = gather(retriever.retrieve("728方案要建设哪三大创新高地"), index, sentences)[0]
    assert first.doc == "丙市“728”方案" and "新材料" in first.text


def test_a_body_that_is_named_in_short_speaks_for_itself(small_index):
    index = small_index({small_index.info("c", "丙市平台规划", region="丙市"): PLATFORMS})
    retrieval = PassageRetriever(index, small_index.embedder).retrieve("苍山工研院研究人员多少名")
    found = gather(retrieval, index, SentenceEmbeddings(small_index.embedder))
    assert [body.name for body in retrieval.question.bodies] == ["苍山工业技术研究院"] and retrieval.regions == ("丙市",)
    assert "60名" in found[0].text and not any("45名" in item.text for item in found)
