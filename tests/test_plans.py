"""Two documents of one region that a question sets side by side."""

import pytest

from answer.plan_years import with_plan_years
from facts.regions import Gazetteer
from index.catalog import DocumentInfo
from retriever.plans import later_plan, plans_told_apart
from retriever.question import read_question
from retriever.slots import read_slots


@pytest.fixture(scope="module")
def documents(small_index):
    return (
        small_index.info("plan", "临湖市科技创新“十四五”规划", region="临湖市", period="2021-2025"),
        small_index.info("scheme", "临湖市“510”工程实施方案（2023-2027年）", region="临湖市", period="2023-2027", status="draft"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "十四五规划定的目标和后来的510方案差多少",
        "规划里写的是多少，征求意见的那份又写多少",
        "前一份和后一份分别怎么说",
        "十四五规划跟2027年那个方案各定多少",
    ],
)
def test_documents_are_told_apart_by_period_kind_or_status(documents, text):
    assert [info.id for info in plans_told_apart(text, documents)] == ["plan", "scheme"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("临湖后来那份方案里高企要多少", "scheme"),
        ("后面的五年方案点了哪两个地方", "scheme"),
        ("后来的规划怎么说", None),
        ("方案怎么说", None),
    ],
)
def test_the_later_plan_is_meant_alone(documents, text, meant):
    found = later_plan(text, documents)
    assert (found and found.id) == meant
    assert plans_told_apart(text, documents) == ()


@pytest.mark.parametrize("text", ["十四五规划的目标是多少", "510方案十四五期间做什么", "研发强度2025年和2027年各是多少", ""])
def test_one_document_or_none_is_no_pair(documents, text):
    assert plans_told_apart(text, documents) == ()


def test_a_word_that_fits_two_documents_names_neither(documents, small_index):
    more = (*documents, small_index.info("other", "临湖市人才发展“十四五”规划", region="临湖市", period="2021-2025"))
    assert plans_told_apart("十四五规划和510方案", more) == ()
    assert plans_told_apart("十四五规划和510方案", documents[:1]) == ()


def test_five_years_are_the_plans_though_a_notice_of_other_years_stands_beside_it() -> None:
    def info(name: str, period: str) -> DocumentInfo:
        return DocumentInfo(name, "", f"甲市{name}", "甲市", "市", "", "", "", "", period, "final", "", "")

    gazetteer = Gazetteer([info("规划", "2026-2030")])
    slots = read_slots(read_question("科技型中小企业五年要净增多少家？", (), gazetteer), (), gazetteer)
    documents = [info("规划", "2026-2030"), info("实施细则", "2026-2028")]
    assert with_plan_years(slots, ["甲市"], documents).years == (2030,)
