"""Pieces -> the parts they are made of, so that a rare word starts from its characters."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_matrix

PART_WEIGHT = 0.5


def part_matrix(pieces: Sequence[str], part_weight: float = PART_WEIGHT) -> csr_matrix:
    """Return the matrix that makes piece embeddings out of part embeddings.

    A piece is itself plus the mean of its characters (pieces of two and more) and of its pairs of
    neighbouring characters (three and more). Training moves the parts; what is shipped is the
    product, one row a piece.

    Args:
        pieces: every piece of the vocabulary; row i belongs to pieces[i].
        part_weight: weight of the characters' mean, and of the pairs' mean.

    Returns:
        float32, shape (n_pieces, n_parts); the first n_pieces columns are the pieces themselves.
    """
    number = {piece: i for i, piece in enumerate(pieces)}
    rows: list[int] = []
    columns: list[int] = []
    values: list[float] = []
    for row, piece in enumerate(pieces):
        rows.append(row)
        columns.append(row)
        values.append(1.0)
        if piece.startswith("[") or len(piece) < 2:
            continue
        for width in (1, 2) if len(piece) > 2 else (1,):
            grams = [piece[i : i + width] for i in range(len(piece) - width + 1)]
            for gram in grams:
                rows.append(row)
                columns.append(number.setdefault(gram, len(number)))
                values.append(part_weight / len(grams))
    shape = (len(pieces), len(number))
    return csr_matrix((np.asarray(values, dtype=np.float32), (rows, columns)), shape=shape)
