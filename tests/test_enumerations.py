"""Lists that running text counts off: named whole, with the words that announce them, and none that has a gap."""

from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer.listing import listing
from answer.verifier import Verifier
from facts.regions import Gazetteer
from index.outlines import outline_document
from index.structure import parse_document
from retriever.concepts import find_concepts
from retriever.wording import normalise

COUNTED = """# 云海市科技规划

## 一、面临形势

综合来看，当前云海科技发展面临不少难题：一是领军企业数量偏少。多数企业规模小。二是源头创新能力不足，平台能级不高。三是人才结构有待优化。

## 二、总体目标

总体目标。到2030年，建成创新型城市。

——平台能级明显提升。新建平台十家。

——企业实力明显增强。领军企业翻番。

——人才规模明显扩大。引才五万人。

## 三、基本原则

坚持企业主体，政府引导。发挥企业作用。

坚持重点突破，整体推进。集中力量。

坚持开放合作，协同发展。融入区域。
"""
GAP = """# 云海市科技规划

## 三、重点任务

统筹推进各项任务。

### （一）建设平台

建设实验室。

### （四）引育人才

引进人才。
"""
UNTITLED = """云海市科技规划

为做好科技工作，制定本规划。

一是坚持应用牵引。面向产业需求。

二是坚持人才为本。引育并举。

三是坚持开放共享。融入区域。
"""


def outlines(text):
    return {outline.title: outline for outline in outline_document("a", parse_document(text))}


@pytest.fixture(scope="module")
def told(small_index):
    """A question on one text, with the words it asks about -> the draft and whether all its checks hold."""

    def of(text, question, keys):
        index = small_index({small_index.info("a", "云海市科技规划", region="云海市"): text})
        concepts = find_concepts(normalise(question), list(keys), lambda word: 1.0)
        draft = listing(SimpleNamespace(question=SimpleNamespace(text=question), regions=("云海市",)), (), concepts, index)
        checks = Verifier(index, Gazetteer(index.documents)).verify(draft.text, draft.citations) if draft else ()
        return draft, all(check.ok for check in checks)

    return of


def test_what_a_sentence_counts_off_is_a_list_under_the_words_before_it():
    names = [item.name for item in outlines(COUNTED)["当前云海科技发展面临不少难题"].items]
    assert names == ["领军企业数量偏少", "源头创新能力不足，平台能级不高", "人才结构有待优化"]


def test_paragraphs_behind_dashes_belong_to_the_one_that_announces_them():
    names = [item.name for item in outlines(COUNTED)["总体目标"].items]
    assert names == ["平台能级明显提升", "企业实力明显增强", "人才规模明显扩大"]


def test_paragraphs_that_all_open_alike_are_the_items_of_their_heading():
    names = [item.name for item in outlines(COUNTED)["三、基本原则"].items]
    assert names == ["坚持企业主体，政府引导", "坚持重点突破，整体推进", "坚持开放合作，协同发展"]


def test_a_list_with_a_gap_in_its_numbers_is_none():
    assert "三、重点任务" not in outlines(GAP)


def test_the_chapters_of_a_document_are_a_list():
    whole = next(outline for outline in outline_document("a", parse_document(COUNTED)) if outline.kind == "document")
    assert [item.name for item in whole.items] == ["一、面临形势", "二、总体目标", "三、基本原则"]


@given(st.lists(st.text(alphabet="甲乙丙丁戊己庚辛", min_size=4, max_size=20), min_size=2, max_size=9))
def test_every_item_counted_off_is_named_with_its_span(names):
    text = (
        "# 规划\n\n## 一、形势\n\n存在以下问题：" + "".join(f"{'一二三四五六七八九'[at]}是{name}。" for at, name in enumerate(names)) + "\n"
    )
    parsed = parse_document(text)
    (found,) = [outline for outline in outline_document("a", parsed) if outline.kind == "list"]
    assert [item.name for item in found.items] == names
    assert all(parsed.text[item.start : item.end] == item.name for item in found.items)


def test_a_counted_list_is_told_with_its_number_and_holds_its_checks(told):
    draft, right = told(COUNTED, "云海面临的难题是什么，有哪些", ("面临", "难题"))
    assert draft.text.startswith("云海市“当前云海科技发展面临不少难题”共3项：\n领军企业数量偏少")
    assert right


def test_principles_without_a_heading_are_told_as_such(told):
    draft, right = told(UNTITLED, "云海坚持哪几条基本原则", ("基本", "原则"))
    assert draft.text.startswith("云海市（原文此处没有标题）共3项：")
    assert "坚持应用牵引" in draft.text
    assert right


def test_the_tasks_of_a_plan_without_such_a_heading_are_its_chapters(told):
    draft, right = told(COUNTED, "云海规划部署了哪些任务", ("任务",))
    assert draft.text.startswith("云海市《云海市科技规划》共3章：\n面临形势")
    assert right
