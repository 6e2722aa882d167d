"""Ranked passages -> hits: literal stretches around them that say the whole thing and do not overlap."""

import re
from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from index.passages import Passage
from index.store import PassageIndex

MAX_HIT = 600  # characters of the text of one hit
STOP = re.compile(r"[。；！？\n]")


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage with its score and the stretch of text shown for it.

    Attributes:
        passage: the passage that was found.
        score: fused and weighted; higher is better, not to be compared between questions.
        rank: 1 is best.
        start: first code point of the stretch shown; it holds the passage, or its middle where that is too long.
        end: one past the last.
    """

    passage: Passage
    score: float
    rank: int
    start: int
    end: int


def make_hits(index: PassageIndex, order: list[int], scores: np.ndarray, k: int, words: Collection[str] = ()) -> list[Hit]:
    """Return the k best hits.

    A passage is shown with its neighbours, those of the same clause or table first, as far as MAX_HIT characters go; a
    passage that stands in an earlier hit's stretch is not shown again.

    Args:
        index: the index.
        order: passage rows, best first.
        scores: score of every passage.
        k: number of hits.
        words: what the question asks for; of a passage longer than MAX_HIT the part that holds most of them is shown.
    """
    hits: list[Hit] = []
    taken: dict[str, list[tuple[int, int]]] = {}
    for row in order:
        passage = index.passages[row]
        spans = taken.setdefault(passage.doc, [])
        if any(start <= passage.start and passage.end <= end for start, end in spans):
            continue
        window = _window(index.texts[passage.doc], passage, spans, words)
        if window is None:
            continue
        spans.append(window)
        hits.append(Hit(passage, float(scores[row]), len(hits) + 1, *window))
        if len(hits) == k:
            break
    return hits


def _window(text: str, passage: Passage, taken: list[tuple[int, int]], words: Collection[str]) -> tuple[int, int] | None:
    """Return the stretch for a passage: its scope first, then the text around it, at most MAX_HIT long, clear of what is taken."""
    low, high = _clear(passage, taken, passage.scope)
    start, end = max(passage.start, low), min(passage.end, high)
    if end <= start:
        return None
    if end - start > MAX_HIT:
        return _best_part(text, start, end, words)
    first, last = _trimmed(text, *_spread(text, (low, high), (start, end)), start, end)
    low, high = _clear(passage, taken, (0, len(text)))
    return _trimmed(text, *_spread(text, (low, high), (first, last)), first, last)


def _clear(passage: Passage, taken: list[tuple[int, int]], scope: tuple[int, int]) -> tuple[int, int]:
    """Return the part of a stretch around a passage that no earlier hit shows."""
    low, high = scope
    for start, end in taken:
        if end <= passage.start or start <= passage.start < end:
            low = max(low, end)
        else:
            high = min(high, start)
    return low, high


def _spread(text: str, scope: tuple[int, int], core: tuple[int, int]) -> tuple[int, int]:
    """Widen a stretch on both sides as far as there is room, to the borders of sentences."""
    (low, high), (start, end) = scope, core
    spare = MAX_HIT - (end - start)
    after = min(high - end, max(spare // 2, spare - (start - low)))
    before = min(start - low, spare - after)
    first, last = start - before, end + after
    if first > low:
        cut = STOP.search(text, first - 1, start)
        first = cut.end() if cut else start
    if last < high:
        cuts = [match.end() for match in STOP.finditer(text, end - 1, last)]
        last = cuts[-1] if cuts else end
    return first, last


def _trimmed(text: str, first: int, last: int, start: int, end: int) -> tuple[int, int]:
    """Leave out white space at a stretch's ends, the core kept."""
    while first < start and text[first].isspace():
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return first, last


def _best_part(text: str, start: int, end: int, words: Collection[str]) -> tuple[int, int]:
    """Return the stretch of MAX_HIT characters of a long passage that holds most of the question's words."""
    starts = [start, *(match.end() for match in STOP.finditer(text, start, end - MAX_HIT)), end - MAX_HIT]
    body = text.lower()
    best = max(starts, key=lambda at: (sum(word in body[at : at + MAX_HIT] for word in words), -at))
    return best, best + MAX_HIT
