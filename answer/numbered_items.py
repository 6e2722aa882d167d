"""A document -> the items that one numbering runs through from its first to its last (第三条, 16.), each with its span."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from index.markers import parse_marker
from index.passages import Passage
from index.sentences import sentence_spans
from index.store import PassageIndex

STYLES = ("article", "item", "digit", "bracket")  # of equally long runs the first; 一、 numbers chapters
LINE = re.compile(r"[^\n]+")
FEWEST = 5  # items of a numbering that people refer to


@dataclass(frozen=True, slots=True)
class NumberedItem:
    """One item of a document.

    Attributes:
        number: its number.
        last: the number of the last item of its document.
        passage: the passage that it begins in.
        start: first code point, that of its number.
        end: one past its last paragraph.
    """

    number: int
    last: int
    passage: Passage
    start: int
    end: int


def numbered_items(doc: str, index: PassageIndex) -> dict[int, NumberedItem]:
    """Return a document's items by number; none where every numbering of it starts anew somewhere, leaves a gap or is short.

    Args:
        doc: document id.
        index: where it stands.
    """
    text = index.texts[doc]
    starts: dict[str, list[tuple[int, int]]] = {}
    for line in LINE.finditer(text):
        marker = parse_marker(line.group())
        if marker and marker.style in STYLES:
            starts.setdefault(marker.style, []).append((marker.number, line.start()))
    runs = [starts[style] for style in STYLES if style in starts and _runs_through(starts[style])]
    if not runs:
        return {}
    run = max(runs, key=len)
    found = {}
    for (number, start), (_, limit) in pairwise([*run, (0, len(text))]):
        if passage := _passage(doc, start, limit, index):
            found[number] = NumberedItem(number, len(run), passage, start, _end(passage, start, limit, index))
    return found


def sentences_of(item: NumberedItem, index: PassageIndex) -> Iterator[tuple[int, int]]:
    """Yield the spans of an item's sentences, in order."""
    yield from sentence_spans(index.texts[item.passage.doc], item.start, item.end)


def _runs_through(numbered: list[tuple[int, int]]) -> bool:
    return len(numbered) >= FEWEST and [number for number, _ in numbered] == list(range(1, len(numbered) + 1))


def _passage(doc: str, start: int, limit: int, index: PassageIndex) -> Passage | None:
    """The passage that an item begins in; where its first line is a heading, the first one below it."""
    inside = (one for one in index.passages if one.doc == doc and start < one.end and one.start < limit)
    return next(inside, None)


def _end(passage: Passage, start: int, limit: int, index: PassageIndex) -> int:
    """One past the last paragraph below the same headings, before the next item."""
    depth = len(passage.headings)
    own = [
        one
        for one in index.passages
        if one.doc == passage.doc and start < one.end and one.start < limit and one.headings[:depth] == passage.headings
    ]
    end = min(max((one.end for one in own), default=limit), limit)
    return start + len(index.texts[passage.doc][start:end].rstrip())
