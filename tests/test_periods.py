"""Years that a text names, and whether a figure was reached, is expected or aimed at."""

import pytest

from facts.periods import kind_of, year_mentions


def years(text: str) -> list[int]:
    return [mention.year for mention in year_mentions(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("从2015年的2.41%提升到2020 年的2.85%", [2015, 2020]),
        ("到２０２５年", [2025]),
        ("“十三五”末", [2020]),
        ("十四五期间", [2025]),
        ("“十五五”", [2030]),
        ("十一五、十二五和十六五", [2010, 2015, 2035]),
        ("3.2 (2019)", [2019]),
        ("2025目标", [2025]),
        ("到2025", [2025]),
        ("2021-2025年", [2025]),
        ("", []),
    ],
)
def test_years_and_plan_periods_are_named_by_their_last_year(text, named):
    assert years(text) == named


@pytest.mark.parametrize("text", ["12025年", "1.2025年", "20205家", "文号2025号", "2025家", "1850年"])
def test_other_numbers_are_no_years(text):
    assert years(text) == []


def test_spans_are_those_of_the_whole_text_and_only_of_the_stretch():
    text = "2015年打基础，到2025年上台阶。“十四五”规划。"
    found = year_mentions(text, 7, len(text))
    assert [(text[one.start : one.end], one.is_plan) for one in found] == [("2025", False), ("十四五", True)]


@pytest.mark.parametrize(
    ("year", "words", "first", "kind"),
    [
        (2025, "2025年", 2021, "target"),
        (2025, "到2025年达到", 2021, "target"),
        (2025, "预计2025年达到", 2021, "target"),  # what a plan expects of its own period is what it aims at
        (2021, "2021年", 2021, "target"),
        (2021, "预计2021年", 2021, "target"),
        (2021, "2021年目标", 2021, "target"),
        (2020, "2020年实绩", 2021, "actual"),
        (2020, "2020年", 2021, "actual"),
        (2020, "2020年目标值", 2021, "target"),
        (2020, "预计2020年", 2021, "forecast"),
        (2020, "基期值", 2021, "baseline"),
        (2022, "2022年实际", 2021, "actual"),  # a report within the period
        (2022, "2022年完成", 2021, "target"),
        (2015, "2015年", 2021, "baseline"),
        (None, "力争达到", 2021, "target"),
        (None, "累计完成", 2021, "actual"),
    ],
)
def test_a_figure_is_reached_expected_or_aimed_at(year, words, first, kind):
    assert kind_of(year, words, first) == kind


def test_the_same_year_is_a_target_of_one_plan_and_behind_the_next():
    assert kind_of(2025, "2025年", 2021) == "target"
    assert kind_of(2025, "2025年", 2026) == "actual"
    assert kind_of(2025, "2025年", 2027) == "baseline"
