"""Text -> the years and plan periods it names."""

import re
from dataclasses import dataclass

from answer.units import UNIT
from index.numerals import CHARS, chinese_value

YEAR = re.compile(r"(?<![\d.])((?:19|20)\d{2})(?=年|-(?:19|20)\d{2}(?!\d))|(?<=\d{4}-)((?:19|20)\d{2})(?!\d)")
BARE_YEAR = re.compile(rf"(?<![\d.A-Za-z])((?:19|20)\d{{2}})(?![\d.%A-Za-z]|\s?(?:{UNIT})|[{CHARS}余多])", re.I)
PLAN = re.compile(r"[“\"]?(十[一二三四五六七])五[”\"]?")
PLAN_LENGTH = 5
TENTH_PLAN = 2001  # its first year; since then plans have followed each other without a gap


@dataclass(frozen=True, slots=True)
class YearMention:
    """A year in a plain text, or a period ("十四五"): then first < last."""

    start: int
    end: int
    first: int
    last: int


def year_mentions(text: str) -> list[YearMention]:
    """Return the years a plain text names, in order; of a range "2021-2025" both ends.

    >>> [(year.first, year.last) for year in year_mentions("“十四五”末比2020年高，2035计划，2000亩，2023-2027年")]
    [(2021, 2025), (2020, 2020), (2035, 2035), (2023, 2023), (2027, 2027)]
    """
    found = {}
    for match in PLAN.finditer(text):
        number = chinese_value(match.group(1)) or 0
        first = TENTH_PLAN + PLAN_LENGTH * (number - 10)
        found[match.start()] = YearMention(match.start(), match.end(), first, first + PLAN_LENGTH - 1)
    for pattern in (YEAR, BARE_YEAR):
        for match in pattern.finditer(text):
            year = int(next(group for group in match.groups() if group))
            end = match.end() + text.startswith("年", match.end())
            found.setdefault(match.start(), YearMention(match.start(), end, year, year))
    return [found[start] for start in sorted(found)]
