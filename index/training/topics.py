"""Tokenised documents -> an order in which neighbours speak of the same things."""

from __future__ import annotations

import numpy as np

from index.training.sentences import Sentences
from index.training.table import stack_bags

SKETCH_DIMENSIONS = 64


def order_by_topic(text: Sentences, idf: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Return the sentences in an order that puts documents of one topic side by side.

    Documents are halved again and again between two of them drawn by chance; sentences keep
    their order inside a document.

    Args:
        text: the tokenised documents.
        idf: float32, shape (n_pieces,), how much a piece says about a topic.
        rng: source of chance.

    Returns:
        int64, shape (n_sentences,), numbers of sentences.
    """
    documents = np.unique(text.document_of)
    first = np.searchsorted(text.document_of, documents)
    last = np.searchsorted(text.document_of, documents, side="right")
    starts = text.sentence_starts
    bags = stack_bags(
        [text.ids[starts[a] : starts[b]] for a, b in zip(first, last, strict=True)], len(idf)
    )
    bags.data = np.sqrt(bags.data)
    random = rng.standard_normal((len(idf), SKETCH_DIMENSIONS)).astype(np.float32)
    sketch = bags @ (random * idf[:, None] ** 2)
    sketch -= sketch.mean(axis=0)
    sketch /= np.linalg.norm(sketch, axis=1, keepdims=True) + 1e-9
    order = _halve(sketch, rng)
    return np.concatenate([np.arange(first[d], last[d]) for d in order])


def _halve(sketch: np.ndarray, rng: np.random.Generator) -> list[int]:
    """Order rows by repeated halving, with a stack in place of recursion."""
    order: list[int] = []
    stack = [np.arange(len(sketch))]
    while stack:
        members = stack.pop()
        if len(members) <= 4:
            order.extend(int(member) for member in members)
            continue
        one, other = members[rng.integers(len(members), size=2)]
        along = np.argsort(sketch[members] @ (sketch[one] - sketch[other]), kind="stable")
        middle = len(members) // 2
        stack.append(members[along[middle:]])
        stack.append(members[along[:middle]])
    return order
