"""Time grows with the length of a text, not with its square, also for texts that are made to be slow."""

import time
from pathlib import Path

import pytest

from index.structure import parse_document

ROOT = Path(__file__).resolve().parent.parent
SMALL = 25_000  # characters
FACTOR = 4
TRAPS = {
    "one line": "科技创新、",
    "spaces": " ",
    "dots": ".",
    "digits": "1",
    "spaced digits": "2020 ",
    "bars": "|",
    "tabs": "甲\t",
    "brackets": "（",
    "open bookmarks": "[bookmark:",
    "stars": "甲* ",
    "leaders": "目…… ",
    "short lines": "科技\n",
    "figure lines": "1\n",
    "headers": "指标 单位 2020年\n",
    "tables": "序号 指标 2020年\n1 甲 5\n2 乙 6\n",
    "captions": "表 1 目标\n指标\n2020年\n甲\n",
    "units": "单位：万元\n",
    "titles": "情况表\n",
    "one cell": "|甲|\n",
    "no cell": "||\n",
    "tab-led": "\t指标\n\t2020年\n\t甲乙\n",
    "half rows": "甲\t\t\n",
    "notes": "指标\t2020年\n甲\t5\n" + "注：甲\n" * 500,
    "pages": "- 1 -\n甲乙\n",
    "quotes": "“甲乙丙丁\n",
    "numbers": "一、甲\n（一）乙\n1.丙\n",
    "bare headings": "一、甲乙\n甲乙丙\n甲乙丙丁戊己\n",
    "contents": "目录\n甲 1\n",
    "continued": "指标\t2020年\n甲\t5\n续表\n",
    "attachments": "附件：1.甲\n2.乙\n",
    "dates": "2024年1月1日\n",
    "cut cells": "— 1 —\n\t甲、\n",
}


def seconds(text: str) -> float:
    start = time.process_time()
    parse_document(text)
    return time.process_time() - start


@pytest.mark.slow
@pytest.mark.parametrize("name", TRAPS)
def test_time_grows_with_length(name: str) -> None:
    unit = TRAPS[name]
    small = unit * (SMALL // len(unit)) + "甲"
    large = unit * (FACTOR * SMALL // len(unit)) + "甲"
    assert seconds(large) <= 2 * FACTOR * min(seconds(small), seconds(small)) + 0.3


@pytest.mark.slow
def test_two_million_characters_of_plans_take_seconds() -> None:
    plans = "\n".join(path.read_text(encoding="utf-8") for path in sorted((ROOT / "corpus" / "documents").glob("*.txt")))
    text = plans * (2_000_000 // len(plans) + 1)
    assert seconds(text) < 20
