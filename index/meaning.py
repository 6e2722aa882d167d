"""Embeddings -> the cosine of their learned dimensions: what words and characters do not tell already."""

import tomllib
from pathlib import Path

import numpy as np

from index.errors import InputError

PARTS = "parts.toml"


def read_word_dimensions(folder: Path) -> int:
    """Return how many of a model's first dimensions tell words apart, as its parts.toml says; 0 where it has none.

    Raises:
        InputError: the file says no whole number of at least 0.
    """
    path = folder / PARTS
    if not path.is_file():
        return 0
    try:
        count = tomllib.loads(path.read_text(encoding="utf-8")).get("word_dimensions")
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: expected word_dimensions = a whole number, came: {error}") from error
    if type(count) is not int or count < 0:
        raise InputError(f"{path}: expected word_dimensions = a whole number of at least 0, came {count!r}")
    return count


def write_word_dimensions(folder: Path, count: int) -> None:
    """Write parts.toml; no part of the model's id, since the embeddings are the same without it."""
    lines = ["# The first dimensions are a sketch of a text's words, the rest is learned (see README.md).", f"word_dimensions = {count}"]
    (folder / PARTS).write_text("\n".join(lines) + "\n", encoding="utf-8")


class MeaningIndex:
    """The learned part of embeddings, normalised by itself; row i belongs to passage i.

    BM25 and pairs of characters know a question's words already; a sketch of the same words in the embedding would count
    them twice and keep the fusion from giving the learned part its weight.
    """

    def __init__(self, embeddings: np.ndarray, word_dimensions: int) -> None:
        """Keep the learned part of passages.

        Args:
            embeddings: float32, shape (n, dim).
            word_dimensions: how many of the first dimensions are left out; fewer than dim.
        """
        if word_dimensions >= embeddings.shape[1]:
            raise InputError(f"{PARTS}: expected word_dimensions below the model's {embeddings.shape[1]}, came {word_dimensions}")
        self._start = word_dimensions
        self._passages = self._learned(embeddings)

    def scores(self, query_embeddings: np.ndarray) -> np.ndarray:
        """Return the cosine of every query's learned part with every passage's; float32, shape (n_queries, n)."""
        cosines: np.ndarray = self._learned(query_embeddings) @ self._passages.T
        return cosines

    def _learned(self, embeddings: np.ndarray) -> np.ndarray:
        """The learned part, of length 1; 0 where a text has none."""
        part = embeddings[:, self._start :]
        normalised: np.ndarray = part / np.maximum(np.linalg.norm(part, axis=1, keepdims=True), 1e-9)
        return normalised.astype(np.float32)
