"""Judged questions -> scores of every passage by BM25, by the model, and by all together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from index.characters import CharacterIndex
from index.hybrid import hybrid_scores
from index.lexical import LexicalIndex, words
from index.meaning import MeaningIndex
from index.training.questions import Judged
from index.training.script import fold


class Encoder(Protocol):
    """What is needed of a sentence-embedding model."""

    def encode_query(self, texts: list[str]) -> np.ndarray:
        """Return float32, shape (n, dim), L2-normalised."""

    def encode_document(self, texts: list[str]) -> np.ndarray:
        """Return float32, shape (n, dim), L2-normalised."""


def lexical_scores(questions: Sequence[str], passages: Sequence[str]) -> np.ndarray:
    """Return BM25 over jieba's words of every question with every passage, divided by the greatest attainable.

    Args:
        questions: n texts.
        passages: m texts, the pool.

    Returns:
        float32, shape (n, m); the order of a row is BM25's.

    Source: Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework", in the form of Lucene (bm25s).
    """
    index = LexicalIndex.build([fold(text) for text in passages])
    return np.stack([index.relative_scores(_counted(fold(question))) for question in questions])


def _counted(text: str) -> dict[str, float]:
    weighted: dict[str, float] = {}
    for word in words(text):
        weighted[word] = weighted.get(word, 0.0) + 1.0
    return weighted


def embeddings(encoder: Encoder, judged: Judged) -> tuple[np.ndarray, np.ndarray]:
    """Return the embeddings of all questions and of all passages; float32, shapes (n, dim) and (m, dim)."""
    return np.asarray(encoder.encode_query(list(judged.questions))), np.asarray(encoder.encode_document(list(judged.passages)))


def character_scores(judged: Judged) -> np.ndarray:
    """Return the share of every question's character pairs in every passage; float32, shape (n, m)."""
    index = CharacterIndex([fold(text) for text in judged.passages])
    return np.stack([index.scores(fold(question)) for question in judged.questions])


def all_runs(encoder: Encoder, judged: Judged, word_dimensions: int) -> dict[str, np.ndarray]:
    """Return the scores of BM25, of the model, and of the product's own mixture, each of shape (n, m).

    Args:
        encoder: the model.
        judged: questions over their pool.
        word_dimensions: how many of the model's first dimensions only tell words apart.
    """
    queries, documents = embeddings(encoder, judged)
    lexical, meaning = lexical_scores(judged.questions, judged.passages), MeaningIndex(documents, word_dimensions).scores(queries)
    return {"BM25": lexical, "dense": queries @ documents.T, "hybrid": hybrid_scores(lexical, meaning, character_scores(judged))}
