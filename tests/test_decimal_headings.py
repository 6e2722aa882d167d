"""Decimal numbering: chapters, sections and what only looks like a number."""

import pytest

from index.markers import parse_marker
from index.nodes import Section
from index.structure import parse_document

TEXT = """澄湾市制造业规划

1  发展基础
1.1  主要进展
2025年，全市研发经费投入60.8亿元，研发投入强度达到2.27%，在全省排第五位，比上年前移一位。
1.2  存在短板
创新能力还不强，龙头企业不多，高端人才短缺，要素保障有待加强。（牵头单位：市科技局）

2  总体要求
2.1  发展目标
2.1.1  2030年目标
到2030年，研发投入强度达到
3.5%左右，培育高新技术企业800家，创新能力进入全省前列，形成一批龙头企业。
2.2  基本原则
坚持企业主体、市场导向，坚持统筹协调、开放合作，推动各项任务落到实处。
"""


def outline(section: Section, depth: int = 0) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    for child in section.children:
        if isinstance(child, Section) and child.kind == "section":
            found += [(depth, child.title), *outline(child, depth + 1)]
    return found


def test_decimal_numbers_nest_below_their_chapters() -> None:
    assert outline(parse_document(TEXT).root) == [
        (0, "1  发展基础"),
        (1, "1.1  主要进展"),
        (1, "1.2  存在短板"),
        (0, "2  总体要求"),
        (1, "2.1  发展目标"),
        (2, "2.1.1  2030年目标"),
        (1, "2.2  基本原则"),
    ]


@pytest.mark.parametrize("line", ["3.5%左右，培育企业", "3.5亿元以上的项目", "2.27", "1.5倍以上"])
def test_a_figure_that_opens_a_line_is_no_number_of_a_heading(line: str) -> None:
    assert parse_marker(line) is None


def test_decimals_stand_below_chapters_that_are_counted_in_words() -> None:
    prose = "坚持创新驱动，推动各项工作落到实处，取得实效。"
    text = f"甲市规划\n\n一、总体要求\n1.1 指导思想\n{prose}\n二、主要任务\n2.1 攻关\n{prose}\n"
    assert outline(parse_document(text).root) == [(0, "一、总体要求"), (1, "1.1 指导思想"), (0, "二、主要任务"), (1, "2.1 攻关")]


def test_formal_numerals_and_full_width_decimals_head_chapters_and_sections() -> None:
    prose = "坚持创新驱动，推动各项工作落到实处，取得实效。"
    text = f"甲区规划\n\n壹  走到了哪里\n１.１  家底\n{prose}\n贰  把平台立起来：打造中试之城\n２．１  三大基地\n{prose}\n"
    assert outline(parse_document(text).root) == [
        (0, "壹  走到了哪里"),
        (1, "１.１  家底"),
        (0, "贰  把平台立起来：打造中试之城"),
        (1, "２．１  三大基地"),
    ]
