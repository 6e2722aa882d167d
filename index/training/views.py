"""Tokenised text -> pairs of a part and the text around it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from index.training.sentences import Sentences
from index.training.table import Bag


@dataclass(frozen=True, slots=True)
class ViewSettings:
    """How a pair is cut from running text.

    Attributes:
        longest: most pieces of the surrounding text.
        shortest_query: fewest pieces of the sentence taken as query.
        left_in: share of pairs whose sentence stays in its surrounding text; the query is then
            a few of its pieces only.
        fewest: fewest pieces of such a query.
        most: most pieces of such a query.
    """

    longest: int = 240
    shortest_query: int = 4
    left_in: float = 0.5
    fewest: int = 3
    most: int = 12


def draw_pair(
    text: Sentences, sentence: int, settings: ViewSettings, rng: np.random.Generator
) -> tuple[Bag, Bag] | None:
    """Return (query, surrounding text) for one sentence.

    Args:
        text: where the sentence stands.
        sentence: its number.
        settings: how to cut.
        rng: source of chance.

    Returns:
        Two bags, or None where the sentence is too short or stands alone.
    """
    query = text.pieces(sentence, sentence)
    if len(query) < settings.shortest_query:
        return None
    first, last = _window(text, sentence, int(rng.integers(40, settings.longest)), rng)
    before = text.ids[text.sentence_starts[first] : text.sentence_starts[sentence]]
    after = text.ids[text.sentence_starts[sentence + 1] : text.sentence_starts[last + 1]]
    if rng.random() < settings.left_in:
        keep = min(len(query), int(rng.integers(settings.fewest, settings.most + 1)))
        inside = query
        if rng.random() < 0.5:
            begin = int(rng.integers(0, len(query) - keep + 1))
            query = query[begin : begin + keep]
        else:
            query = rng.choice(query, keep, replace=False)
        return query, np.concatenate([before, inside, after])
    if len(before) + len(after) < settings.shortest_query:
        return None
    return query, np.concatenate([before, after])


def _window(
    text: Sentences, sentence: int, budget: int, rng: np.random.Generator
) -> tuple[int, int]:
    """Grow a window around a sentence to at most ``budget`` pieces, inside its document."""
    first = last = sentence
    room = budget
    document = text.document_of[sentence]
    starts = text.sentence_starts
    open_sides = [True, True]
    while any(open_sides):
        side = int(rng.integers(2)) if all(open_sides) else int(open_sides[1])
        step = first - 1 if side == 0 else last + 1
        inside = 0 <= step < len(text.document_of) and text.document_of[step] == document
        size = int(starts[step + 1] - starts[step]) if inside else 0
        if not inside or size > room:
            open_sides[side] = False
            continue
        room -= size
        first, last = min(first, step), max(last, step)
    return first, last
