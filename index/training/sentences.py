"""Texts -> one flat array of piece ids, cut into sentences and documents."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from tokenizers import Tokenizer

SENTENCE_END = re.compile(r"(?<=[。！？；!?;\n])")
MARKUP = re.compile(r"<!--.*?-->|^#+ *", re.MULTILINE)
BATCH = 512

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sentences:
    """Tokenised text.

    Attributes:
        ids: int32, shape (n_pieces,), every piece in reading order.
        sentence_starts: int64, shape (n_sentences + 1,), offsets into ids.
        document_of: int32, shape (n_sentences,), which document a sentence stands in.
    """

    ids: np.ndarray
    sentence_starts: np.ndarray
    document_of: np.ndarray

    def pieces(self, first: int, last: int) -> np.ndarray:
        """Return the ids of sentences first to last, both included; shape (n,)."""
        return self.ids[self.sentence_starts[first] : self.sentence_starts[last + 1]]


def split_sentences(text: str) -> list[str]:
    """Return the sentences of a text, markup of headings and comments dropped."""
    parts = (part.strip() for part in SENTENCE_END.split(MARKUP.sub("", text)))
    return [part for part in parts if part]


def encode_texts(tokenizer: Tokenizer, texts: Iterable[str]) -> Sentences:
    """Tokenise texts sentence by sentence.

    Args:
        tokenizer: text -> piece ids.
        texts: one string a document.

    Returns:
        All of it in three arrays; sentences without any piece are left out.
    """
    ids: list[np.ndarray] = []
    documents: list[int] = []
    for batch in _batches(enumerate(texts), BATCH):
        owners = [(number, s) for number, text in batch for s in split_sentences(text)]
        encodings = tokenizer.encode_batch([s for _, s in owners], add_special_tokens=False)
        for (number, _), encoding in zip(owners, encodings, strict=True):
            if encoding.ids:
                ids.append(np.asarray(encoding.ids, dtype=np.int32))
                documents.append(number)
    starts = np.zeros(len(ids) + 1, dtype=np.int64)
    np.cumsum([len(part) for part in ids], out=starts[1:])
    flat = np.concatenate(ids) if ids else np.zeros(0, dtype=np.int32)
    return Sentences(flat, starts, np.asarray(documents, dtype=np.int32))


def _batches(items: Iterable[T], size: int) -> Iterator[list[T]]:
    batch: list[T] = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
