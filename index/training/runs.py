"""Judged questions -> scores of every passage by BM25, by the model, and by both."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from typing import Protocol

import bm25s
import jieba
import numpy as np

from index.training.questions import Judged
from index.training.script import fold

K1 = 1.2
B = 0.75
DENSE_WEIGHT = 0.6
"""Weight of the model beside BM25's 1.0, chosen on the validation split."""


class Encoder(Protocol):
    """What is needed of a sentence-embedding model."""

    def encode_query(self, texts: list[str]) -> np.ndarray:
        """Return float32, shape (n, dim), L2-normalised."""

    def encode_document(self, texts: list[str]) -> np.ndarray:
        """Return float32, shape (n, dim), L2-normalised."""


def cut_words(text: str) -> list[str]:
    """Return jieba's words of a folded text, those with a letter or digit."""
    return [w for w in jieba.cut(fold(text)) if any(_counts(c) for c in w)]


def _counts(character: str) -> bool:
    """Whether a character is a letter or digit."""
    return unicodedata.category(character)[0] in "LN"


def lexical_scores(questions: Sequence[str], passages: Sequence[str]) -> np.ndarray:
    """Return BM25 of every question with every passage.

    Args:
        questions: n texts.
        passages: m texts, the pool.

    Returns:
        float32, shape (n, m); higher is better.

    Source: Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework", in the form of
    Lucene (bm25s); constants used: k1 = 1.2, b = 0.75.
    """
    ranker = bm25s.BM25(k1=K1, b=B, method="lucene")
    ranker.index([cut_words(text) or [""] for text in passages], show_progress=False)
    known = set(ranker.vocab_dict)
    rows = np.zeros((len(questions), len(passages)), dtype=np.float32)
    for row, question in enumerate(questions):
        words = [word for word in cut_words(question) if word in known]
        if words:
            rows[row] = ranker.get_scores(words)
    return rows


def dense_scores(encoder: Encoder, judged: Judged) -> np.ndarray:
    """Return the cosine of every question with every passage; float32, shape (n, m)."""
    queries = np.asarray(encoder.encode_query(list(judged.questions)))
    documents = np.asarray(encoder.encode_document(list(judged.passages)))
    scores: np.ndarray = queries @ documents.T
    return scores


def standardise(scores: np.ndarray) -> np.ndarray:
    """Return scores with mean 0 and deviation 1 in each row; a constant row becomes zeros."""
    deviation = scores.std(axis=1, keepdims=True)
    centred = scores - scores.mean(axis=1, keepdims=True)
    result: np.ndarray = np.divide(
        centred, deviation, out=np.zeros_like(centred), where=deviation > 0
    )
    return result


def fuse(lexical: np.ndarray, dense: np.ndarray, weight: float = DENSE_WEIGHT) -> np.ndarray:
    """Return the weighted sum of both, each standardised over the pool; shape (n, m)."""
    return standardise(lexical) + weight * standardise(dense)
