"""Paragraphs of a section -> the lists that they count off: 一是…二是…, 一要…二要…, or one behind a dash each."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.nodes import Leaf
from index.numerals import numeral
from index.signs import BULLET

ORDINAL = re.compile(
    r"(?:^\s*|(?<=[。；;：:，,]))\s*(?:(?P<number>[一二三四五六七八九十])(?:是|要)|第(?P<nth>[一二三四五六七八九十])(?:[，,]|是))"
)
NAME_END = re.compile(r"[。；;：:\n]")
LONGEST_NAME, SHORTEST_NAME = 36, 4
SHORTEST_TITLE = 6
CLAUSE_END = re.compile(r"[。；;！？，,]")
FEWEST = {"counted": 2, "dash": 3}


@dataclass(frozen=True, slots=True)
class Enumeration:
    """A list that running text counts off.

    Attributes:
        title: the words that announce it, "" where none do.
        start: first code point of those words where they stand right before the items, else of the first item.
        items: (name, first code point, one past the last) of each, in order.
    """

    title: str
    start: int
    items: tuple[tuple[str, int, int], ...]


def enumerations(text: str, leaves: Sequence[Leaf], heading: str) -> list[Enumeration]:
    """Return the lists in the paragraphs of one section, in order.

    Args:
        text: the document's text.
        leaves: the section's own paragraphs, in order.
        heading: the section's heading, "" where it has none.
    """
    found: list[Enumeration] = []
    for kind, starts in (("counted", _counted(text, leaves)), ("dash", _dashes(text, leaves))):
        for run in starts:
            items = tuple(_named(text, at, end) for at, end, _ in run)
            if len(run) >= FEWEST[kind] and all(name for name, _, _ in items):
                found.append(Enumeration(*_announced(text, run[0][2], leaves, heading), items))
    return sorted(found, key=lambda one: one.start)


Run = list[tuple[int, int, int]]  # where the words of an item begin, where its paragraph ends, where its number begins


def _counted(text: str, leaves: Sequence[Leaf]) -> list[Run]:
    """Runs of items that are numbered 一是, 二是 … without a gap, in one paragraph or each at the start of one."""
    runs: list[Run] = []
    open_run: Run = []
    for leaf in leaves:
        for match in ORDINAL.finditer(text[leaf.start : leaf.end]):
            number = numeral(match["number"] or match["nth"])
            item = (leaf.start + match.end(), leaf.end, leaf.start + match.start())
            if number == 1:
                open_run = [item]
                runs.append(open_run)
            elif open_run and number == len(open_run) + 1:
                open_run.append(item)
    return runs


def _dashes(text: str, leaves: Sequence[Leaf]) -> list[Run]:
    """Runs of paragraphs one behind the other that each open with a dash or bullet."""
    runs: list[Run] = [[]]
    for leaf in leaves:
        if match := BULLET.match(text, leaf.start, leaf.end):
            runs[-1].append((match.end(), leaf.end, leaf.start))
        elif runs[-1]:
            runs.append([])
    return [run for run in runs if run]


def _named(text: str, start: int, end: int) -> tuple[str, int, int]:
    """The words an item opens with, to the end of its first clause or sentence, and their span."""
    stop = match.start() if (match := NAME_END.search(text, start, end)) else end
    if stop - start > LONGEST_NAME:
        comma = min((at for mark in "，," if (at := text.find(mark, start + SHORTEST_NAME, stop)) >= 0), default=-1)
        stop = comma if 0 <= comma - start <= LONGEST_NAME else stop
    name = text[start:stop].strip()
    begin = start + len(text[start:stop]) - len(text[start:stop].lstrip())
    return (name, begin, begin + len(name)) if SHORTEST_NAME <= len(name) <= 2 * LONGEST_NAME else ("", start, stop)


def _announced(text: str, start: int, leaves: Sequence[Leaf], heading: str) -> tuple[str, int]:
    """What announces a list (the clause right before it, the title of its paragraph or of the one before, the heading) and where."""
    place, home = next((place, leaf) for place, leaf in enumerate(leaves) if leaf.start <= start < leaf.end)
    before = text[home.start : start].rstrip("。：:，, \n")
    if before.strip():
        clause = CLAUSE_END.split(before)[-1].strip()
        if len(clause) >= SHORTEST_TITLE or not home.title:
            return clause, home.start + before.rindex(clause)
        return home.title, home.start
    earlier = leaves[place - 1] if place else None
    words = text[earlier.start : earlier.end].rstrip() if earlier else ""
    if words.endswith(("：", ":")):
        return CLAUSE_END.split(words.rstrip("：: "))[-1].strip(), start
    return (earlier.title if earlier else "") or heading, start
