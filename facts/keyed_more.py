"""Rows that say more of a part named elsewhere (its window, its office, its cap, its conditions) -> the measure with that."""

import re
from collections.abc import Sequence
from dataclasses import replace

from facts.amounts import read_amounts
from facts.date_rules import days_of_window
from facts.keyed_rows import KeyedRow
from facts.keys import key_of
from facts.likeness import overlap
from facts.matters import LEAD, ruled_on
from facts.measure import Condition, Measure
from facts.parts import parts_in
from facts.row_words import limit_words

SAID = 0.8  # share of the words of a cell that a measure's conditions hold, from which it says nothing more
LAST_YEAR = re.compile(r"上[一1]?年度|上年")
NUMBERED = re.compile(r"^(?:第[一二三四五六七八九十\d]+条|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])\s*")


def further(rows: Sequence[KeyedRow]) -> list[KeyedRow]:
    """Return the rows that pay nothing and name a part: by codes, by a name, or by articles."""
    return [row for row in rows if "gives" not in row.cells and row.cells and (row.keys or row.name or _label(row))]


def with_more(measure: Measure, titles: Sequence[str], article: str, rows: Sequence[KeyedRow]) -> Measure:
    """Return a measure with what further rows say of it.

    Args:
        measure: the measure.
        titles: the headings and names that it goes by, codes with them.
        article: the number of its article, or "".
        rows: those that pay nothing.
    """
    for row in rows:
        if _names(row, titles, article):
            measure = _with(measure, row)
    return measure


def _names(row: KeyedRow, titles: Sequence[str], article: str) -> bool:
    """Tell whether a row is of what goes by some titles."""
    if row.keys:
        return any(key_of(title) in row.keys for title in titles)
    if article and (articles := parts_in(_label(row))):
        return bool(articles & parts_in(article))
    named = set(re.split(r"、|，|；|;", re.sub(r"\s", "", row.name or _label(row))))
    return any(_bare(title) in named for title in titles)


def _label(row: KeyedRow) -> str:
    return row.passage.row.label if row.passage.row else ""


def _bare(title: str) -> str:
    """A title without its number or code."""
    words = NUMBERED.sub("", title.strip())
    key = key_of(words)
    return re.sub(r"\s", "", re.sub(r"^\S+\s", "", words) if key else words)


def _with(measure: Measure, row: KeyedRow) -> Measure:
    """A measure with the cells of one row."""
    cells = row.cells
    if "window" in cells:
        opens, closes = days_of_window(re.sub(r"\s", "", cells["window"][1]))
        measure = replace(measure, opens=opens, closes=closes, conditions=(*measure.conditions, *_dated(measure, row, closes)))
    if "duty" in cells:
        measure = replace(measure, duty=measure.duty or cells["duty"][1])
    if (
        "limit" in cells
        and measure.amounts
        and not any(one.cap for one in measure.amounts)
        and not any(one.words for one in measure.amounts)
    ):
        paying = f"{measure.paying or measure.text}，{limit_words(row)}"
        measure = replace(measure, paying=paying, amounts=read_amounts(paying, cell=True) or measure.amounts)
    said = "".join(item.reading for item in measure.conditions)
    asked = [cells[kind][1] for kind in ("who", "terms") if kind in cells and overlap(cells[kind][1], said) < SAID]
    found = [Condition(row.passage.text, row.passage.start, row.passage.end, "clause", re.sub(r"\s", "", words)) for words in asked]
    return replace(measure, conditions=(*measure.conditions, *found)) if found and measure.granted else measure


def _dated(measure: Measure, row: KeyedRow, closes: str) -> list[Condition]:
    """Where matters of the year before are applied for in a window of every year, the rule of when they must have happened."""
    asks = any(LAST_YEAR.search(item.reading) for item in measure.conditions if item.kind == "clause")
    if not asks or not closes.startswith("--") or any(ruled_on(item.reading) for item in measure.conditions):
        return []
    month, day = (int(part) for part in closes[2:].split("-"))
    reading = f"{LEAD}在上一年度，每年{month}月{day}日截止"
    return [Condition(row.passage.text, row.passage.start, row.passage.end, "general", reading)]
