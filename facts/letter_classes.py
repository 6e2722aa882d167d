"""Tables or lines that say which classes there are (A类 | whom it holds) -> measures that name one by its letter, with whom it holds."""

import re
from collections.abc import Sequence
from dataclasses import replace

from facts.measure import Condition, Measure
from facts.reaches import PAYS, RATED
from index.passages import Passage

SIGN = "[A-Z甲乙丙丁戊己]"
OF = "(?:人才|企业|项目|机构|平台)?"
LETTER = re.compile(rf"(?:[\u4e00-\u9fff]{{0,4}}类别)?(?P<letter>{SIGN})[类级档]{OF}")
LINE = re.compile(
    rf"(?:^|[\n；。])\s*(?:[（(]?[一二三四五六七八九十\d]{{1,2}}[）)、.．]\s*)?(?P<letter>{SIGN})[类级档]{OF}(?:[：:]|是指|指|为)(?P<whom>[^。；\n]{{4,}})"
)  # A类人才：…
WHOM = re.compile(r"对象|人员|范围|条件|标准要求|认定")
LEAST = 4  # characters that say whom a class holds


def letters_of(passages: Sequence[Passage]) -> dict[str, str]:
    """Return what each letter means by the tables and lines of a document; none where two tell it differently."""
    found: dict[str, set[str]] = {}
    for row in (passage.row for passage in passages if passage.row):
        letter = LETTER.fullmatch(re.sub(r"\s", "", row.label))
        whom = next((cell for head, cell, _ in row.cells if WHOM.search(head) and len(cell) >= LEAST), "")
        if letter and whom:
            found.setdefault(letter["letter"], set()).add(re.sub(r"\s", "", whom))
    for passage in passages:
        for match in LINE.finditer(passage.text) if passage.row is None else ():
            if not PAYS.search(match["whom"]) and not RATED.search(match["whom"]):
                found.setdefault(match["letter"], set()).add(re.sub(r"\s", "", match["whom"]))
    return {letter: next(iter(whom)) for letter, whom in found.items() if len(whom) == 1}


def spelled_out(measure: Measure, letters: dict[str, str]) -> Measure:
    """Return a measure with whom a class holds in place of its bare letter."""
    return replace(measure, conditions=tuple(_spelled(item, letters) for item in measure.conditions)) if letters else measure


def _spelled(item: Condition, letters: dict[str, str]) -> Condition:
    match = LETTER.fullmatch(item.reading)
    whom = letters.get(match["letter"], "") if match else ""
    return replace(item, reading=any_of(whom)) if whom else item


def any_of(whom: str) -> str:
    """Return the kinds that a cell lists as alternatives: each of them is enough.

    >>> any_of("35周岁以下硕士研究生；高级技师")
    '35周岁以下硕士研究生，或者高级技师'
    """
    kinds = [kind for kind in whom.strip("；").split("；") if kind]
    return "，或者".join(kinds) if len(kinds) > 1 and not any("，" in kind for kind in kinds) else whom
