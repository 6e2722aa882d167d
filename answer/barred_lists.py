"""Evidence out of a list of who or what gets nothing -> the same behind the words that open the list: alone it says the opposite."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from answer.answer import MAX_CITATION
from answer.evidence import Evidence
from facts.sentences import signs
from index.markers import parse_marker

REACH = 1200  # characters of a list before an item of it
COLON = re.compile(r"[：:]\s*$")


def with_bars(items: Sequence[Evidence], texts: Mapping[str, str]) -> list[Evidence]:
    """Return evidence in its order; an item of a barring list from the list's opening on, or, where that is far, behind the opening.

    Args:
        items: what is to be told.
        texts: the documents' texts.
    """
    found: list[Evidence] = []
    for item in items:
        text = texts[item.doc]
        opening = None if item.passage.row else _inline(item, text) or _above(item, text)
        told = [item]
        if opening and item.end - opening[0] <= MAX_CITATION:
            told = [_at(item, opening[0], item.end, text)]
        elif opening:
            told = [_at(item, *opening, text), item]
        found += [one for one in told if not any(other.holds(one) for other in found)]
    return [one for one in found if not any(other is not one and other.holds(one) for other in found)]


def _at(item: Evidence, start: int, end: int, text: str) -> Evidence:
    return replace(item, start=start, end=end, text=text[start:end])


def _inline(item: Evidence, text: str) -> tuple[int, int] | None:
    """Where a list within a paragraph opens that bars, and that an item stands in: 有下列情形之一的不予支持：甲；乙；丙。"""
    before = text[item.passage.start : item.start]
    colon = max(before.rfind("："), before.rfind(":"))
    if colon < 0 or "。" in before[colon:]:
        return None
    low = item.passage.start + before.rfind("。", 0, colon) + 1
    return _barring(low, item.passage.start + colon + 1, text)


def _above(item: Evidence, text: str) -> tuple[int, int] | None:
    """Where the line or heading stands that opens a list of lines that bars, if all lines from it to the item are items of one kind."""
    low = text.rfind("\n", 0, item.start) + 1
    own = parse_marker(text[low : item.end].lstrip())
    at = low
    while own and at > max(0, item.start - REACH):
        high = at - 1
        at = text.rfind("\n", 0, max(high, 0)) + 1
        line = text[at:high].strip()
        if not line:
            continue
        if COLON.search(line) or line.endswith(item.passage.headings[-1:] or ("\n",)):
            return _barring(at, high, text)
        marker = parse_marker(line)
        if marker is None or marker.style != own.style:
            return None
    return None


def _barring(start: int, end: int, text: str) -> tuple[int, int] | None:
    """The stretch of an opening, if it says that what it lists gets nothing."""
    return (start, end) if signs()["excludes"].search("".join(text[start:end].split())) else None
