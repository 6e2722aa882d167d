"""A figure of a part of a place is told with that part's name, after those of the whole; a line of another place with that place's."""

from datetime import date

import pytest

from answer.assistant import Assistant
from answer.draft import Draft, Statement

DAY = date(2026, 5, 1)
COUNTY = """# 甲县规划

## 一、平台

### （一）科创走廊

湖滨智创走廊：优化整合各类平台和园区资源，主动对接周边科创走廊，统筹推进各支人才队伍建设，布局打造人才走廊。到2025年，集聚高层次人才1000人以上，建成创新孵化平台15个以上。

东山智能小镇：完善“一轴两城”空间格局，加快推进产业集聚区和众创空间建设，初步形成创新创业培育体系。到2025年，建成产业技术研究院8家以上。

### （二）研究院

加快产业技术研究院建设。到2025年，累计建成产业技术研究院60家。

推广应用科技创新券，完善兑付办法。
"""
OTHER = """# 乙县规划

## 一、服务

大力推广科技创新券，引导企业使用创新券购买检测服务。
"""


@pytest.fixture(scope="module")
def two_counties(small_index):
    return small_index(
        {
            small_index.info("a", "甲县规划", region="甲县", period="2021-2025"): COUNTY,
            small_index.info("b", "乙县规划", region="乙县", period="2021-2025"): OTHER,
        }
    )


@pytest.fixture(scope="module")
def ask_of_parts(small_index, two_counties):
    return lambda text: Assistant(two_counties, small_index.embedder).ask(text, today=DAY)


def test_a_figure_of_a_part_is_told_with_its_name_and_that_none_of_the_whole_was_found(ask_of_parts):
    told = ask_of_parts("甲县2025年要集聚多少高层次人才？")
    assert "没有找到全县的这个数" in told.answer
    assert "湖滨智创走廊：到2025年，集聚高层次人才1000人以上" in told.answer
    assert all(check.ok for check in told.checks)


def test_a_part_that_is_named_is_what_is_asked_of(ask_of_parts):
    assert "没有找到全县" not in ask_of_parts("湖滨智创走廊要集聚多少高层次人才？").answer


def test_the_figure_of_the_whole_comes_before_that_of_a_part(ask_of_parts):
    told = ask_of_parts("甲县到2025年要建多少家产业技术研究院？").answer
    assert "60家" in told
    assert "8家" not in told


def test_a_line_of_another_place_is_led_by_that_place(two_counties):
    draft = Draft(two_counties, 500)
    for doc, words in (("a", "加快产业技术研究院建设"), ("a", "推广应用科技创新券"), ("b", "大力推广科技创新券")):
        start = two_counties.texts[doc].index(words)
        draft.state(Statement(words, two_counties.passage_at(doc, start), start, start + len(words)))
    assert [line.startswith("乙县：") for line in draft.lines] == [False, False, True]
