"""What a question for a figure seeks: the kind of figure, its unit, and the things it must be of."""

import pytest

from answer.case import Case
from answer.figure_kinds import kind_of_unit, kind_sought, unit_sought
from answer.gathering import question_concepts
from answer.sought import sought
from answer.things import narrowing, widened, without_year
from answer.vocabulary import Vocabulary
from retriever.concepts import Concept
from retriever.retrieve import PassageRetriever


@pytest.fixture(scope="module")
def heads(two_plans, small_index):
    retriever, vocabulary = PassageRetriever(two_plans, small_index.embedder), Vocabulary(two_plans)

    def of(text):
        retrieval = retriever.retrieve(text)
        found = sought(retrieval.question, question_concepts(retrieval.question, two_plans), (), vocabulary)
        return [head.key for head in found.heads]

    return of


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("不良率是多少", "%"),
        ("劳动生产率要到多少", ""),
        ("占地多大面积", "m2"),
        ("全国排第几", "位"),
        ("投多少资金", "元"),
        ("多少个百分点", ""),
        ("要建几座", "个"),
        ("有多少家企业，占比多少", ""),  # two kinds
        ("产业是哪几个，产值多少", ""),  # 哪几个 asks for names
    ],
)
def test_the_kind_of_figure(words, kind):
    assert kind_sought(words) == kind


@pytest.mark.parametrize(("words", "unit"), [("发多少篇论文", "篇"), ("几万吨", "吨"), ("多少家", "")])
def test_a_unit_that_nothing_else_stands_for(words, unit):
    assert unit_sought(words) == unit


@pytest.mark.parametrize(("unit", "kind"), [("亿元", "元"), ("%", "%"), ("倍", "倍"), ("位", "位"), ("亩", "m2"), ("家", "个"), ("", "个")])
def test_the_kind_of_a_unit(unit, kind):
    assert kind_of_unit(unit) == kind


def test_an_indicator_stands_for_the_words_of_its_name(heads):
    assert heads("临湖2025年高新技术企业达到多少家") == ["高新技术企业数"]


def test_what_a_figure_is_asked_of_stands_in_the_clause_that_asks(heads):
    assert "公寓" in "".join(heads("我们做机器人的，临湖要建多少平方米人才公寓"))
    assert "机器人" not in heads("我们做机器人的，临湖要建多少平方米人才公寓")


def test_words_of_asking_and_places_are_no_things(heads):
    assert heads("临湖市2025年的目标一共是多少") == []


@pytest.mark.parametrize("text", ["也就是说临湖五年净增多少人", "临湖喊的口号里人要多少个", "临湖本市要多少个"])
def test_what_goes_on_from_a_turn_and_what_frames_a_plan_is_no_thing(heads, text):
    assert heads(text) == []


def test_what_is_done_with_things_makes_another_figure(heads):
    assert "入驻" in heads("安河产业技术研究院入驻了多少家企业")


def test_a_year_before_a_word_is_none_of_it():
    assert without_year(Concept("年产值", ("年产值",), 0.5)).key == "产值"
    assert without_year(Concept("青年", ("青年",), 0.5)).key == "青年"


def test_everyday_words_stand_for_what_plans_write():
    assert "公民" in widened(Concept("市民", ("市民",), 0.5)).terms
    assert "一流" in widened(Concept("顶尖", ("顶尖",), 0.5)).terms
    assert widened(Concept("无此词", ("无此词",), 0.5)).terms == ("无此词",)


def test_what_narrows_a_thing_down():
    assert [one.key for one in narrowing("有几家国家级的海外孵化器")] == ["国家级", "海外"]


def test_a_case_knows_its_first_document(two_plans, small_index):
    retriever = PassageRetriever(two_plans, small_index.embedder)
    retrieval = retriever.retrieve("安河2025年高企多少家")
    case = Case(retrieval, (), (), Vocabulary(two_plans), retriever.gazetteer)
    assert case.regions == ("安河县",) and case.best == () and case.subjects() == []
