"""Words of a text -> the year a figure is of, and whether it was reached, is expected or aimed at."""

import re
from dataclasses import dataclass

from facts.fact import Kind

PLANS = {"十一五": 2010, "十二五": 2015, "十三五": 2020, "十四五": 2025, "十五五": 2030, "十六五": 2035}
YEAR = re.compile(r"(?<![\d.])((?:19|20|１９|２０)\d{2})\s*(?:年|\)|）|$|(?=[目实基完预]))")
PLAN = re.compile(r"[“\"]?(十[一二三四五六]五)[”\"]?\s*(?:规划|时期|期间|末|以来|期末|目标)?")
TARGET = re.compile(r"目标|规划|计划|预期|力争|争取")
SURELY_REACHED = re.compile(r"实绩|实际|现状")  # "完成" also stands for what is to be done
REACHED = re.compile(r"实绩|实际|完成|现状|基数|基期|累计值|达成")
FORECAST = re.compile(r"预计|预测|有望|预期达")


@dataclass(frozen=True, slots=True)
class YearMention:
    """A year that a text names: which, and where; a plan period counts as its last year."""

    year: int
    start: int
    end: int
    is_plan: bool = False


def year_mentions(text: str, start: int, end: int) -> list[YearMention]:
    """Return the years named in text[start:end], in order, spans in the whole text.

    >>> [mention.year for mention in year_mentions("从 2015 年的 2.41%提升到“十三五”末的2.85%", 0, 32)]
    [2015, 2020]
    """
    found = [YearMention(int(match[1]), match.start(1), match.end(1)) for match in YEAR.finditer(text, start, end)]
    found += [YearMention(PLANS[match[1]], match.start(1), match.end(1), True) for match in PLAN.finditer(text, start, end)]
    return sorted(found, key=lambda mention: mention.start)


def kind_of(year: int | None, words: str, first_year: int | None) -> Kind:
    """Return what a figure is.

    Args:
        year: the year it is of.
        words: what is said of it: a column's header, or the words before the figure.
        first_year: first year of the document's period, or None.

    >>> kind_of(2020, "2020年目标值", 2021), kind_of(2020, "2020年实绩", 2021), kind_of(2025, "2025年", 2021)
    ('target', 'actual', 'target')
    """
    if SURELY_REACHED.search(words) and not TARGET.search(words):
        return "actual"
    if FORECAST.search(words) and not (first_year and year and year >= first_year):
        return "forecast"
    if TARGET.search(words) and not REACHED.search(words) and not (first_year and year and year < first_year and "目标" not in words):
        return "target"
    if REACHED.search(words) and not (first_year and year and year >= first_year):
        return "baseline" if "基" in words else "actual"
    if first_year and year and year >= first_year:
        return "target"
    if first_year and year and year < first_year - 1:
        return "baseline"
    return "actual"
