"""Tokenised text -> batches of a sentence and the text around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.training.sentences import Sentences
from index.training.table import Bag


@dataclass(frozen=True, slots=True)
class ViewSettings:
    """How a pair is cut from running text.

    Attributes:
        shortest: fewest pieces of the budget of the surrounding text.
        longest: most pieces of that budget.
        least: fewest pieces of a sentence taken as query, and of what is left around it.
        left_in: share of pairs whose sentence stays in its surrounding text; the query is then a few of its pieces only.
        fewest: fewest pieces of such a query.
        most: most pieces of such a query.
    """

    shortest: int = 30
    longest: int = 200
    least: int = 4
    left_in: float = 0.15
    fewest: int = 3
    most: int = 12


@dataclass(frozen=True, slots=True)
class View:
    """One pair, with the numbers of its sentence and of the first and last around it."""

    query: Bag
    around: Bag
    sentence: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Batch:
    """Pairs for one step.

    Attributes:
        queries: one bag a pair.
        documents: one bag a pair, then bags that answer nothing here (negatives).
        masked: bool, shape (n_queries, n_documents): documents that may answer a query as well and are not held against
            it; False where a document is the query's own.
    """

    queries: list[Bag]
    documents: list[Bag]
    masked: np.ndarray


class TextBatches:
    """Draws pairs from several texts; every sentence of a text comes once before any comes again."""

    def __init__(self, texts: Sequence[Sentences], shares: Sequence[float], settings: ViewSettings, rng: np.random.Generator) -> None:
        """Keep the texts.

        Args:
            texts: tokenised texts.
            shares: probability of each text; they sum to one.
            settings: how pairs are cut.
            rng: source of chance.
        """
        self._texts = texts
        self._shares = np.asarray(shares)
        self._settings = settings
        self._rng = rng
        self._queues: list[list[int]] = [[] for _ in texts]

    def draw(self, size: int) -> Batch:
        """Return a batch of `size` pairs; windows that hold another pair's sentence are masked."""
        views: list[tuple[int, View]] = []
        while len(views) < size:
            source = int(self._rng.choice(len(self._texts), p=self._shares))
            if not self._queues[source]:
                self._queues[source] = self._rng.permutation(len(self._texts[source].document_of)).tolist()
            view = draw_view(self._texts[source], self._queues[source].pop(), self._settings, self._rng)
            if view:
                views.append((source, view))
        source_of, sentence, first, last = np.array([(s, v.sentence, v.first, v.last) for s, v in views]).T
        inside = (sentence[:, None] >= first) & (sentence[:, None] <= last)
        masked = (source_of[:, None] == source_of) & inside
        np.fill_diagonal(masked, False)
        return Batch([v.query for _, v in views], [v.around for _, v in views], masked)


def draw_view(text: Sentences, sentence: int, settings: ViewSettings, rng: np.random.Generator) -> View | None:
    """Return a sentence, or a few of its pieces, with the text around it.

    Args:
        text: where the sentence stands.
        sentence: its number.
        settings: how to cut.
        rng: source of chance.

    Returns:
        The pair, or None where the sentence is too short or stands alone.
    """
    query = text.pieces(sentence, sentence)
    if len(query) < settings.least:
        return None
    first, last = _window(text, sentence, int(rng.integers(settings.shortest, settings.longest)), rng)
    before = text.ids[text.sentence_starts[first] : text.sentence_starts[sentence]]
    after = text.ids[text.sentence_starts[sentence + 1] : text.sentence_starts[last + 1]]
    if rng.random() < settings.left_in:
        around = np.concatenate([before, query, after])
        return View(_some(query, settings, rng), around, sentence, first, last)
    if len(before) + len(after) < settings.least:
        return None
    return View(query, np.concatenate([before, after]), sentence, first, last)


def _some(query: Bag, settings: ViewSettings, rng: np.random.Generator) -> Bag:
    """A few neighbouring pieces of a sentence, or a few scattered ones."""
    keep = min(len(query), int(rng.integers(settings.fewest, settings.most + 1)))
    if rng.random() < 0.5:
        begin = int(rng.integers(len(query) - keep + 1))
        return query[begin : begin + keep]
    return rng.choice(query, keep, replace=False)


def _window(text: Sentences, sentence: int, budget: int, rng: np.random.Generator) -> tuple[int, int]:
    """The first and last sentence of a window of at most `budget` further pieces, grown at either end by chance."""
    ends = [sentence, sentence]
    starts, owners = text.sentence_starts, text.document_of
    open_sides = [0, 1]
    while open_sides:
        side = open_sides[int(rng.integers(len(open_sides)))]
        step = ends[side] + (1 if side else -1)
        inside = 0 <= step < len(owners) and owners[step] == owners[sentence]
        size = int(starts[step + 1] - starts[step]) if inside else budget + 1
        if size > budget:
            return ends[0], ends[1]
        budget -= size
        ends[side] = step
    return ends[0], ends[1]
