"""Questions that ask for several figures, call things in words of their own, or go on with what was computed."""

from datetime import date

import pytest

from answer.matter_bodies import bodies_called, bodies_of_kind, university
from answer.matter_groups import levels_in
from answer.matter_words import only_level
from answer.matters import kinds_of, matters_of
from facts.regions import Gazetteer
from index.catalog import DocumentInfo

PLAN = """澄江市科技创新“十四五”规划

一、发展基础

2020年，全市高新技术企业达到120家，科技型中小企业达到800家。向40家企业发放“成长贷”2.5亿元。

二、发展目标

到2025年，新材料产业实现产值600亿元，高端装备产业实现产值300亿元，工业互联网产业实现产值100亿元。

到2025年，国家级众创空间达到3家，省级众创空间达到9家。科技信贷风险池累计放款金额达到5亿元，上市企业达到20家。

到2025年，高新技术企业达到300家。

三、重点平台

石桥光电小镇。到2025年，产值突破500亿元，集聚人才2000人。

南湖机器人智谷小镇。到2025年，工业总产值突破50亿元，集聚人才800人。
"""
DAY = date(2026, 11, 20)
SCOPES = ("石桥光电小镇", "南湖机器人智谷小镇", "澄江大学材料学院（拟引进）", "澄江光电产业研究院有限公司")


@pytest.fixture(scope="module")
def assistant(small_index):
    info = small_index.info("cheng", "澄江市科技创新“十四五”规划", region="澄江市", period="2021-2025", level="city")
    return small_index.assistant({info: PLAN})


def gazetteer():
    names = ("file", "level", "parent", "issuer", "number", "date", "status", "source", "sha256")
    return Gazetteer([DocumentInfo("cheng", title="", region="澄江市", period="2021-2025", **dict.fromkeys(names, ""))])


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("澄江2025年国家级众创空间几家、省级众创空间几家？", ["3家", "9家"]),
        ("澄江新材料、高端装备、工业互联网2025年产值合起来多少亿？新材料占几成？", ["1000亿元", "60%"]),
        ("澄江光电小镇和机器人小镇2025年产值各多少亿，差几倍？", ["500亿元", "50亿元", "10倍"]),
        ("澄江2025年风险池累计放款多少亿，上市企业几家？", ["5亿元", "20家"]),
        ("澄江2020年成长贷发给多少家企业、多少钱？", ["40家", "2.5亿元"]),
    ],
)
def test_every_figure_asked_for_is_told(assistant, question, told):
    answer = assistant.ask(question, [], DAY)
    assert all(figure in answer.answer for figure in told), answer.answer
    assert not answer.refusal
    assert answer.citations


@pytest.mark.parametrize("question", ["澄江2025年独角兽企业几家，瞪羚企业几家？", "澄江2030年高新技术企业多少家？"])
def test_what_is_not_said_is_not_told(assistant, question):
    assert assistant.ask(question, [], DAY).refusal


def test_a_part_that_names_nothing_goes_on_with_the_one_before():
    found = matters_of("澄江2025年高企几家,2027年又是几家", gazetteer(), lambda words: "高企" in words)
    assert [(matter.words, matter.years) for matter in found] == [("澄江2025年高企几家", (2025,)), ("澄江2025年高企几家", (2027,))]
    assert {matter.regions for matter in found} == {("澄江市",)}


def test_what_asks_nothing_leads_what_comes_next():
    (found,) = matters_of("澄江的高企,2025年要到几家", gazetteer(), lambda words: "高企" in words)
    assert (found.words, found.years, found.kinds) == ("澄江的高企", (2025,), ("个",))


def test_the_kind_of_each_figure_is_read():
    assert kinds_of("发给几家企业、多少钱") == ("个", "元")
    assert kinds_of("涨了几个百分点") == ("",)


def test_bodies_are_called_by_characters_of_their_names():
    assert [one.scope for one in bodies_called("机器人小镇和光电小镇", SCOPES)] == [SCOPES[1], SCOPES[0]]
    assert bodies_called("产业园区和小镇", SCOPES) == ()
    assert [one.scope for one in university("请来澄江大的学院", SCOPES)] in ([], [SCOPES[2]])


def test_bodies_of_a_kind_are_those_that_are_not_left_out():
    assert bodies_of_kind("两个小镇产值加起来多少", SCOPES) == ("小镇", SCOPES[:2])
    assert bodies_of_kind("哪个小镇(光电小镇不算)产值最高", SCOPES) == ("小镇", SCOPES[1:2])
    assert bodies_of_kind("小镇怎么建设", SCOPES) == ("", ())


def test_levels_tell_near_things_apart():
    assert levels_in("国家级众创空间") != levels_in("众创空间")
    assert only_level("省级几个")
    assert not only_level("省级孵化器几个")


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("澄江2025年高企过400家了吗？", "没有：澄江市2025年目标300家，少100家（400家-300家=100家）"),
        ("澄江2025年高企能到200家吗？", "是：澄江市2025年目标300家，多100家（300家-200家=100家）"),
        ("澄江2025年高企目标是300家吗？", "是：澄江市2025年目标300家，正好是这个数"),
    ],
)
def test_a_figure_that_is_stated_is_confirmed_or_denied(assistant, question, said):
    answer = assistant.ask(question, [], DAY)
    assert answer.answer.startswith(said), answer.answer
    assert all(check.ok for check in answer.checks)
