"""Questions and their passages -> batches with hard negatives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from tokenizers import Tokenizer

from index.training.questions import Judged
from index.training.runs import lexical_scores
from index.training.table import Bag
from index.training.views import Batch

NEGATIVES = 2
"""Hard negatives of one question in a batch."""
NEAREST = 20
"""Among how many of BM25's best wrong passages they are drawn."""


def encode_bags(tokenizer: Tokenizer, texts: Sequence[str]) -> list[Bag]:
    """Return the ids of every text's pieces; a text without any gets the unknown piece."""
    encodings = tokenizer.encode_batch(list(texts), add_special_tokens=False)
    return [np.asarray(encoding.ids or [0], dtype=np.int64) for encoding in encodings]


@dataclass(frozen=True, slots=True)
class PairSet:
    """One training set as bags.

    Attributes:
        questions: one bag a question.
        passages: one bag a passage of the pool.
        relevant: for each question the positions of its passages.
        hard: int64, shape (n_questions, NEAREST), BM25's best wrong passages, -1 where there are fewer.
        kept: positions of the questions that are trained on.
        repeats: how often each of them comes in one epoch.
    """

    questions: list[Bag]
    passages: list[Bag]
    relevant: tuple[frozenset[int], ...]
    hard: np.ndarray
    kept: tuple[int, ...]
    repeats: int


def make_pair_set(judged: Judged, kept: Sequence[int], held: Sequence[int], tokenizer: Tokenizer, repeats: int = 1) -> PairSet:
    """Tokenise a set and mine its hard negatives.

    Args:
        judged: questions over their pool.
        kept: positions of the questions to train on.
        held: positions of those kept back; their passages are no negatives either.
        tokenizer: text -> piece ids.
        repeats: how often each question comes in one epoch.
    """
    barred = frozenset().union(*(judged.relevant[i] for i in held)) if held else frozenset()
    hard = np.full((len(judged.questions), NEAREST), -1, dtype=np.int64)
    scores = lexical_scores([judged.questions[i] for i in kept], judged.passages)
    for row, question in enumerate(kept):
        order = np.argsort(-scores[row], kind="stable")[: NEAREST + 60]
        wrong = [i for i in order if i not in judged.relevant[question] and i not in barred][:NEAREST]
        hard[question, : len(wrong)] = wrong
    bags = encode_bags(tokenizer, judged.questions), encode_bags(tokenizer, judged.passages)
    return PairSet(*bags, judged.relevant, hard, tuple(kept), repeats)


class PairBatches:
    """Draws batches of questions, each with one of its passages, and hard negatives behind them."""

    def __init__(self, sets: Sequence[PairSet], rng: np.random.Generator) -> None:
        """Keep the sets and the source of chance."""
        self._sets = sets
        self._rng = rng
        self._items = [(n, i) for n, item in enumerate(sets) for _ in range(item.repeats) for i in item.kept]
        self._offsets = np.concatenate([[0], np.cumsum([len(item.passages) for item in sets])])

    def epoch(self, size: int) -> list[list[tuple[int, int]]]:
        """Return the questions of one epoch in full batches, shuffled; each as (set, position)."""
        order = self._rng.permutation(len(self._items))
        return [[self._items[i] for i in order[start : start + size]] for start in range(0, len(order) - size + 1, size)]

    def batch(self, chosen: Sequence[tuple[int, int]]) -> Batch:
        """Return the batch of the chosen questions."""
        positives = [(n, int(self._rng.choice(sorted(self._sets[n].relevant[i])))) for n, i in chosen]
        negatives: list[tuple[int, int]] = []
        for n, i in chosen:
            near = self._sets[n].hard[i]
            near = near[near >= 0]
            picks = self._rng.choice(near, min(NEGATIVES, len(near)), replace=False)
            negatives.extend((n, int(pick)) for pick in picks)
        keys = positives + negatives
        numbers = np.array([self._offsets[n] + i for n, i in keys])
        masked = np.stack([np.isin(numbers, [self._offsets[n] + p for p in self._sets[n].relevant[i]]) for n, i in chosen])
        first = np.zeros(len(numbers), dtype=bool)
        first[np.unique(numbers, return_index=True)[1]] = True
        masked[:, ~first & (np.arange(len(numbers)) >= len(chosen))] = True
        np.fill_diagonal(masked[:, : len(chosen)], False)
        bags = [self._sets[n].questions[i] for n, i in chosen]
        return Batch(bags, [self._sets[n].passages[i] for n, i in keys], masked)
