"""Rubbish is dropped and listed, and nothing else is."""

import pytest

from index.lines import clean_lines


def kinds(text: str) -> list[tuple[str, str]]:
    return [(item.kind, item.text.strip()) for item in clean_lines(text)[1]]


def kept(text: str) -> list[str]:
    return [line.text for line in clean_lines(text)[0]]


@pytest.mark.parametrize("row", ["- 3 -", "— 12 —", "－５－", "第 3 页", "第3页 共20页", "第3页/共20页", "Page 3 of 20", "  -3-  "])
def test_page_number(row: str) -> None:
    assert kinds(f"甲\n{row}\n乙") == [("page number", row.strip())]


@pytest.mark.parametrize("row", ["3", "-3", "3.2", "2020-2025", "第3页的表", "- 12345 -", "— 甲 —"])
def test_no_page_number(row: str) -> None:
    assert kept(f"甲\n{row}\n乙") == ["甲", row, "乙"]


def test_a_bare_figure_is_a_page_number_beside_a_form_feed_only() -> None:
    assert kinds("甲\n7\n\f乙\n8\n丙") == [("page number", "7")]
    assert kept("甲\n7\n\f乙\n8\n丙") == ["甲", " 乙", "8", "丙"]


def test_running_header_stands_beside_three_page_marks() -> None:
    pages = "\n- 1 -\n某市规划\n甲一\n- 2 -\n某市规划\n甲二\n- 3 -\n某市规划\n甲三"
    assert kept("某市规划\n总则" + pages) == ["某市规划", "总则", "甲一", "甲二", "甲三"]  # the title page keeps its title
    assert kept("总则" + pages.replace("- 3 -\n某市规划\n", "- 3 -\n")).count("某市规划") == 2  # twice is not enough


def test_running_header_with_its_page_number_in_the_line() -> None:
    text = "甲\n\f某市规划 2\n乙\n\f某市规划 3\n丙\n\f某市规划 4\n丁"
    assert kept(text) == ["甲", "乙", "丙", "丁"]
    assert [kind for kind, _ in kinds(text)] == ["running header"] * 3


def test_running_header_of_two_lines() -> None:
    text = "".join(f"{body}\n- 1 -\n某市文件\n某市规划\n" for body in ("甲一", "乙二", "丙三", "丁四"))
    assert kept(text) == ["甲一", "乙二", "丙三", "丁四"]


def test_rows_that_end_in_different_figures_are_no_running_header() -> None:
    text = "".join(f"- {page} -\n企业数 {page}7\n第{page}段的正文\n" for page in range(1, 6))
    assert [row for row in kept(text) if row.startswith("企业数")] == [f"企业数 {page}7" for page in range(1, 6)]


def test_a_chapter_heading_that_runs_on_is_kept_once() -> None:
    text = "".join(f"正文{page}\n- {page} -\n第三章 任务\n" for page in range(4))
    assert kept(text).count("第三章 任务") == 1


def test_a_repeated_table_header_is_no_running_header() -> None:
    text = "".join(f"- {page} -\n序号 指标 2020年\n{page} 甲 5\n" for page in range(5))
    assert kept(text).count("序号 指标 2020年") == 5


def test_other_rubbish() -> None:
    assert kinds("甲[bookmark: _Toc1]乙\ufeff\n|---|:-:|\n=====\n｜") == [
        ("bookmark", "[bookmark: _Toc1]"),
        ("invisible", "\ufeff"),
        ("table rule", "|---|:-:|"),
        ("ornament", "====="),
    ]
    assert kept("甲[bookmark: _Toc1]乙\ufeff") == ["甲乙"]


@pytest.mark.parametrize("row", ["| - | - |", "----", "……", "||", "a----", "[bookmark"])
def test_no_rubbish(row: str) -> None:
    assert kept(row) == [row]


def test_lines_know_what_stood_before_them() -> None:
    lines, _ = clean_lines("甲\n\n乙\n- 1 -\n丙\n丁")
    assert [(line.text, line.number, line.after_blank, line.after_page_break) for line in lines] == [
        ("甲", 1, True, False),
        ("乙", 3, True, False),
        ("丙", 5, False, True),
        ("丁", 6, False, False),
    ]


def test_page_numbers_behind_the_last_words_of_a_page() -> None:
    text = "全市研发平台由121家增加到2025年 - 2 -\n的236家。\n—3—\n面积达到22平方公里。 — 4 —\n丙"
    assert kept(text) == ["全市研发平台由121家增加到2025年", "的236家。", "面积达到22平方公里。", "丙"]
    assert [kind for kind, _ in kinds(text)] == ["page number"] * 3
    lines, _ = clean_lines(text)
    assert [line.after_page_break for line in lines] == [False, True, True, True]


@pytest.mark.parametrize("text", ["温度 - 2 -\n丙", "甲 - 4 -\n乙 - 3 -\n丙", "甲 - 2 -\n乙 - 2 -\n丙"])
def test_figures_between_dashes_that_do_not_count_up_are_kept(text: str) -> None:
    assert "\n".join(kept(text)) == text
