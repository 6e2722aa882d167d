"""A sentence or table row that may answer, with its score; and the embeddings of sentences, each made once."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.embedder import Embedder
from index.passages import Passage

MAX_KEPT = 50_000  # sentences whose embeddings are kept
NUMERAL = re.compile(r"\d|[一二三四五六七八九十百千万亿]+(?:个|家|项|名|件|亿|万|倍|成|条|位|座|支)")


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence or table row that may answer.

    Attributes:
        passage: the passage it stands in or beside.
        start: first code point in the document's text.
        end: one past the last.
        text: the literal text.
        is_row: a table row.
        hit: rank of the hit it was read from.
        coverage: share of the question's concepts that it holds, headings and table headers counted half.
        own: the same, counting its own words only.
        score: what it is chosen by; of no meaning between questions.
    """

    passage: Passage
    start: int
    end: int
    text: str
    is_row: bool
    hit: int
    coverage: float
    own: float
    score: float

    @property
    def doc(self) -> str:
        """Document id."""
        return self.passage.doc

    def holds(self, other: "Evidence") -> bool:
        """Tell whether another piece stands in this one's stretch."""
        return self.doc == other.doc and self.start <= other.start and other.end <= self.end


class SentenceEmbeddings:
    """Embeddings of sentences, each made once."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._known: dict[str, np.ndarray] = {}

    def of(self, texts: Sequence[str]) -> np.ndarray:
        """Return float32 embeddings of shape (n, dim), L2-normalised; n >= 1."""
        known = self._known  # one reference: another thread may put an empty one in its place
        new = list(dict.fromkeys(text for text in texts if text not in known))
        if new:
            if len(known) + len(new) > MAX_KEPT:
                known = self._known = {}
                new = list(dict.fromkeys(texts))
            known.update(zip(new, self._embedder.embed_passages(new), strict=True))
        return np.stack([known[text] for text in texts])
