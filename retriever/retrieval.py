"""What was found for a question."""

from dataclasses import dataclass, field

import numpy as np

from retriever.question import Question
from retriever.windows import Hit


@dataclass(frozen=True, slots=True)
class Retrieval:
    """What was found for a question.

    Attributes:
        question: what was asked.
        hits: best first, not overlapping.
        regions: the regions of the corpus that were searched for, in order; empty where none was named.
        lexical: BM25 score of every passage.
        dense: cosine of every passage.
        embedding: of the query, float32, shape (dim,).
    """

    question: Question
    hits: tuple[Hit, ...]
    regions: tuple[str, ...]
    lexical: np.ndarray = field(repr=False)
    dense: np.ndarray = field(repr=False)
    embedding: np.ndarray = field(repr=False)
