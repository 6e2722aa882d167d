"""Texts -> how many of a question's pairs of neighbouring characters each holds: what words cut apart still matches."""

import re
import unicodedata
from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_matrix

WORD = re.compile(r"\w+")


def character_pairs(text: str) -> set[str]:
    """Return the pairs of neighbouring letters, digits and characters of a text: NFKC, lower case, white space left out.

    >>> sorted(character_pairs("研发 投入"))
    ['发投', '投入', '研发']
    """
    body = re.sub(r"\s", "", unicodedata.normalize("NFKC", text).lower())
    return {run[i : i + 2] for run in WORD.findall(body) for i in range(len(run) - 1)}


class CharacterIndex:
    """Which passage holds which pair of characters; row i belongs to passage i."""

    def __init__(self, texts: Sequence[str]) -> None:
        found = [sorted(character_pairs(text)) for text in texts]
        self._columns = {pair: column for column, pair in enumerate(sorted({pair for pairs in found for pair in pairs}))}
        columns = np.array([self._columns[pair] for pairs in found for pair in pairs], dtype=np.int32)
        starts = np.concatenate([[0], np.cumsum([len(pairs) for pairs in found])])
        self._holds = csr_matrix((np.ones(len(columns), dtype=np.float32), columns, starts), shape=(len(texts), len(self._columns)))
        counts = np.bincount(columns, minlength=len(self._columns))
        self._rarity = np.log1p(len(texts) / np.maximum(counts, 1)).astype(np.float32)
        self._unknown = float(np.log1p(len(texts)))

    def scores(self, text: str) -> np.ndarray:
        """Return the share of a text's pairs that each passage holds, weighted by rarity ln(1 + n / df).

        Args:
            text: the question.

        Returns:
            float32, shape (n,), from 0 to 1.
        """
        pairs = character_pairs(text)
        known = [self._columns[pair] for pair in sorted(pairs) if pair in self._columns]
        weights = np.zeros(len(self._columns), dtype=np.float32)
        weights[known] = self._rarity[known]
        total = float(weights.sum()) + self._unknown * (len(pairs) - len(known))
        shares: np.ndarray = self._holds @ weights / max(total, 1e-9)
        return shares.astype(np.float32)
