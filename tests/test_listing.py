"""Lists that a heading, box or table holds: complete, counted, in the order of the document."""

import re
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer.answer import MAX_ANSWER, MAX_CITATION, MAX_CITATIONS
from answer.list_fit import common_ending
from answer.listing import NOT_ALL, _runs, listing
from answer.table_rows import rows_with_value
from answer.verifier import OWN_WORDS, Verifier
from facts.regions import Gazetteer
from index.outlines import Item
from retriever.concepts import find_concepts
from retriever.wording import normalise

PLAN = """# {0}规划

## 一、发展基础

成效显著。

## 二、三大创新工程

### （一）数字工程

推进数字化改革。

### （二）人才工程。

引进人才。

### （三）平台工程

建设平台。

## 三、五大保障行动

### （一）组织行动

加强领导。

### （二）资金行动

加大投入。

## 四、重点产业链

表1 重点产业链名单

| 产业链 | 方向 |
|---|---|
| 新材料产业链 | 磁性材料 |
| 机器人产业链 | 伺服电机 |
"""


@pytest.fixture(scope="module")
def index(small_index):
    named = small_index.info
    return small_index(
        {
            named("a", "甲县规划", region="甲县"): PLAN.format("甲县"),
            named("b", "乙县规划", region="乙县"): PLAN.format("乙县").replace("数字工程", "海洋工程"),
        }
    )


@pytest.fixture(scope="module")
def ask(index):
    def of(text, *regions, evidence=()):
        concepts = find_concepts(
            normalise(text), [key for key in ("创新", "工程", "保障", "行动", "产业链", "重点") if key in text], lambda word: 1.0
        )
        return listing(SimpleNamespace(question=SimpleNamespace(text=text), regions=regions), evidence, concepts, index)

    return of


def test_a_list_is_told_whole_with_its_count_and_region(ask, index):
    draft = ask("甲县的三大创新工程是哪些", "甲县")
    assert NOT_ALL not in draft.text
    assert draft.text == "甲县“三大创新工程”共3项：\n数字工程；人才工程；平台工程[1]。"
    (citation,) = draft.citations
    assert citation.text == index.texts["a"][citation.start : citation.end]
    assert all(name in citation.text for name in ("数字工程", "人才工程", "平台工程"))


def test_how_many_there_are_and_what_each_is_called_asks_for_the_list(ask):
    assert "数字工程；人才工程；平台工程" in ask("甲县创新工程有几个，每个叫什么", "甲县").text


def test_parts_that_are_to_be_counted_and_named_ask_for_the_list(ask):
    assert "数字工程；人才工程；平台工程" in ask("甲县创新工程分几项，名字都说说", "甲县").text


def test_what_each_part_does_is_told_with_the_list(small_index):
    text = "# 戊县规划\n\n## 一、湾区布局\n\n专栏1 湾区片区\n北片区：发展贸易和研发。\n南片区：发展轴承和轮机。\n"
    index = small_index({small_index.info("f", "戊县规划", region="戊县"): text})
    concepts = find_concepts("湾区片区", ["湾区", "片区"], lambda word: 1.0)
    question = SimpleNamespace(text="戊县湾区分哪几个片区，各发展什么产业")
    told = listing(SimpleNamespace(question=question, regions=("戊县",)), (), concepts, index).text
    assert "贸易和研发" in told and "轴承和轮机" in told


def test_a_kind_in_quotation_marks_is_what_most_things_are_called(ask):
    assert ask("甲县创新工程那几个“数字”分别是什么", "甲县") is None


def test_as_many_things_of_another_kind_are_not_told(ask):
    assert ask("甲县的三条重点创新产业链分别是什么", "甲县") is None
    assert "数字工程" in ask("甲县的三个创新工程分别是什么", "甲县").text


def test_the_list_is_of_the_document_that_is_named(small_index):
    named, text = small_index.info, PLAN.format("甲县")
    index = small_index({named("a", "甲县“728”方案", region="甲县"): "# 甲县方案\n\n发展。\n", named("b", "甲县规划", region="甲县"): text})
    concepts = find_concepts("三大创新工程", ["创新", "工程"], lambda word: 1.0)

    def told(text):
        return listing(SimpleNamespace(question=SimpleNamespace(text=text), regions=("甲县",)), (), concepts, index)

    assert told("728方案的三大创新工程是哪些") is None
    assert "数字工程" in told("甲县的三大创新工程是哪些").text


PLACES = """# 丁县规划

## 一、重点园区及特色小镇

### 1. 东山产业园

建设。

### 2. 西溪小镇

建设。

### 3. 南湖小镇

建设。
"""


def test_all_is_told_of_the_kinds_that_a_title_names(small_index):
    index = small_index({small_index.info("d", "丁县规划", region="丁县"): PLACES})

    def told(text):
        concepts = find_concepts(text, [key for key in ("重点", "园区", "特色", "小镇") if key in text], lambda word: 1.0)
        return listing(SimpleNamespace(question=SimpleNamespace(text=text), regions=("丁县",)), (), concepts, index).text

    assert "东山产业园；西溪小镇；南湖小镇" in told("丁县重点园区和特色小镇有哪些")
    assert "东山" not in told("丁县的重点特色小镇有哪些")


def test_the_list_is_of_the_region_asked_for(ask):
    assert "海洋工程" in ask("乙县的三大创新工程是哪些", "乙县").text
    assert ask("丙县的三大创新工程是哪些", "丙县") is None


def test_a_list_of_another_number_than_is_named_is_not_told(ask):
    assert ask("甲县创新工程是哪四个工程", "甲县") is None
    assert "数字工程" in ask("甲县创新工程是哪三个工程", "甲县").text


def test_what_is_said_before_the_clause_that_asks_does_not_weigh_against_a_list(ask):
    assert "数字工程" in ask("我们想在甲县申报项目重点产业链，三大创新工程有哪些", "甲县").text


def test_rows_of_a_table_are_a_list(ask):
    draft = ask("甲县重点产业链有哪些", "甲县")
    assert "新材料产业链；机器人产业链" in draft.text and "共2项" in draft.text


def test_a_list_whose_title_is_far_from_the_question_is_told_where_the_evidence_stands_in_it(ask, index):
    outline = next(one for one in index.outlines if one.doc == "a" and one.title.endswith("三大创新工程"))
    pieces = [SimpleNamespace(doc="a", start=item.start) for item in outline.items]
    question = "甲县为创新办哪些大事业重点支撑"
    assert ask(question, "甲县") is None
    told = ask(question, "甲县", evidence=pieces)
    assert told and told.text.count("工程") == 4
    assert ask(question, "甲县", evidence=pieces[:2]) is None


def test_a_title_that_counts_otherwise_is_not_told(ask):
    assert ask("甲县五大保障行动是哪些", "甲县") is None  # two were read, five are meant


@pytest.mark.parametrize("text", ["甲县三大创新工程怎么推进", "甲县创新工程投资多少"])
def test_no_list_is_told_where_none_is_asked_for(ask, text):
    assert ask(text, "甲县") is None


@pytest.mark.parametrize(
    ("names", "ending"),
    [(["数字工程", "人才工程。"], "工程"), (["数字工程", "人才行动"], ""), (["甲区", "乙区"], ""), ([], ""), (["工程", "工程"], "工程")],
)
def test_what_all_names_end_with(names, ending):
    assert common_ending(names) == ending


@given(st.lists(st.tuples(st.integers(1, 400), st.integers(0, 200)), min_size=1, max_size=40))
def test_a_list_needs_no_more_citations_than_allowed_and_loses_nothing(sizes):
    items, at = [], 0
    for length, gap in sizes:
        items.append(Item("x", at, at + length))
        at += length + gap
    runs = _runs(items)
    assert [item for run in runs for item in run] == items and len(runs) <= MAX_CITATIONS
    assert all(len(run) == 1 or run[-1].end - run[0].start <= MAX_CITATION for run in runs[: MAX_CITATIONS - 1])


def test_a_list_too_long_to_be_told_says_so(small_index):
    names = [f"{first}{second}跨海大桥及接线改造提升工程" for first in "甲乙丙丁戊己庚辛壬癸" for second in "子丑寅卯辰巳"]
    rows = "".join(f"| {name} | 交通局 |\n" for name in names)
    plan = f"# 甲县规划\n\n## 一、桥梁\n\n表1 桥梁工程名单\n\n| 项目 | 单位 |\n|---|---|\n{rows}"
    index = small_index({small_index.info("a", "甲县规划", region="甲县"): plan})
    concepts = find_concepts("桥梁工程名单", ("桥梁", "工程", "名单"), lambda word: 1.0)
    text = listing(SimpleNamespace(question=SimpleNamespace(text="桥梁工程名单有哪些"), regions=("甲县",)), (), concepts, index).text
    assert text.endswith(NOT_ALL) and len(text) <= MAX_ANSWER and "共60项" in text
    assert 30 < text.count("跨海大桥") < 60


def test_a_long_list_is_told_in_order_each_name_once(small_index):
    names = [f"{first}{second}大桥工程" for first in "甲乙丙丁戊己" for second in "子丑寅卯"]
    numerals = [*"一二三四五六七八九十", *(f"十{one}" for one in "一二三四五六七八九"), "二十", *(f"二十{one}" for one in "一二三四")]
    body = "".join(f"### （{number}）{name}\n\n{'加快推进建设，' * 12}。\n\n" for number, name in zip(numerals, names, strict=True))
    index = small_index({small_index.info("a", "甲县规划", region="甲县"): f"# 甲县规划\n\n## 一、桥梁工程\n\n{body}"})
    (outline,) = [one for one in index.outlines if one.title.endswith("桥梁工程")]
    concepts = find_concepts("桥梁工程", ("桥梁", "工程"), lambda word: 1.0)
    draft = listing(SimpleNamespace(question=SimpleNamespace(text="桥梁工程有哪些"), regions=("甲县",)), (), concepts, index)
    told = re.findall(r"[甲乙丙丁戊己][子丑寅卯]大桥工程", draft.text)
    assert told == names[: len(told)] and f"共{len(outline.items)}项" in draft.text
    assert len(told) == len(names), "a list is told whole"


def test_the_words_for_a_list_cut_short_are_the_program_s_own():
    assert OWN_WORDS.fullmatch(NOT_ALL)


PARKS = """# 甲县规划

## 一、重点园区

表1 重点园区及特色小镇名单

| 园区 | 产业 |
|---|---|
| 东湖工业园 | 装备制造 |
| 光电小镇 | 光电信息 |
| 云谷小镇 | 数字经济 |
"""


@pytest.fixture(scope="module")
def parks(small_index):
    index = small_index({small_index.info("a", "甲县规划", region="甲县"): PARKS})

    def of(text):
        concepts = find_concepts("特色小镇园区名单", ("特色", "小镇", "园区", "名单"), lambda word: 1.0)
        draft = listing(SimpleNamespace(question=SimpleNamespace(text=text), regions=("甲县",)), (), concepts, index)
        return draft.text, Verifier(index, Gazetteer(index.documents)).verify(draft.text, draft.citations)

    return of


def test_of_a_list_only_what_is_of_the_kind_asked_for_is_told_and_counted(parks):
    text, checks = parks("甲县有哪些特色小镇")
    assert "中的小镇共2项" in text and "光电小镇" in text and "工业园" not in text
    assert checks and all(check.ok for check in checks)


@pytest.mark.parametrize("question", ["甲县光电方面有哪些重点园区和小镇", "甲县有哪些重点园区和特色小镇（光电领域）"])
def test_of_a_field_only_what_has_it_in_its_name_is_told_with_what_it_is(parks, question):
    text, checks = parks(question)
    assert "中的光电共1项" in text and "光电小镇：光电信息[1]" in text and "云谷" not in text
    assert checks and all(check.ok for check in checks)


def test_what_each_does_is_told_where_it_is_asked(parks):
    text, checks = parks("甲县有哪些特色小镇，各自产业是什么")
    assert "光电小镇：光电信息[1]" in text and "云谷小镇：数字经济[2]" in text and "装备" not in text
    assert checks and all(check.ok for check in checks)


def test_as_many_rows_as_can_be_cited_are_told_by_their_value(small_index):
    rows = "".join(
        f"| 指标{name} | {at} | {'核心指标' if at <= MAX_CITATIONS else '预期指标'} |\n"
        for at, name in enumerate("甲乙丙丁戊己庚辛壬癸", 1)
    )
    text = f"# 己县规划\n\n## 一、目标\n\n表1 目标\n\n| 名称 | 2025年 | 备注 |\n|---|---|---|\n{rows}"
    index = small_index({small_index.info("g", "己县规划", region="己县"): text})
    told = rows_with_value("己县的核心指标有哪些", ("g",), index)
    assert told and len(told.citations) == MAX_CITATIONS and "指标壬" not in told.text
