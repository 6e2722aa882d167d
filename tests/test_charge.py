"""Which question asks for units in charge, and of which clause they are told."""

import pytest

from answer.charge import asks_charge, find_charge
from answer.gathering import question_concepts
from retriever.retrieve import PassageRetriever


@pytest.mark.parametrize("text", ["这项由哪个部门牵头", "谁负责落实", "牵头单位是谁", "这件事谁挂帅", "Which department leads this?"])
def test_questions_for_the_units_in_charge(text):
    assert asks_charge(text)


@pytest.mark.parametrize("text", ["哪个市最高", "创新联合体有几个", "单位能耗降多少", "服务体系由哪几方组成", "企业牵头的项目占比要多少"])
def test_other_questions(text):
    assert not asks_charge(text)


@pytest.fixture(scope="module")
def charge(two_plans, small_index):
    retriever = PassageRetriever(two_plans, small_index.embedder)

    def of(text):
        retrieval = retriever.retrieve(text)
        return find_charge(retrieval, question_concepts(retrieval.question, two_plans), two_plans)

    return of


def test_the_units_of_the_clause_asked_about(charge, two_plans):
    found = charge("临湖培育科技企业由谁牵头负责")
    assert found and "单位" in found.units
    assert two_plans.texts[found.passage.doc][found.start : found.end].strip("（）()") == found.units


def test_a_matter_that_no_clause_with_units_holds_has_none(charge):
    assert charge("临湖海洋牧场养殖病害防治由谁牵头负责") is None
