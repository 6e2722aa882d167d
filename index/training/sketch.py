"""Pieces -> a fixed random sketch that keeps words apart: the lexical dimensions of the embedding."""

from __future__ import annotations

import numpy as np


def piece_weights(counts: np.ndarray, power: float = 2.0) -> np.ndarray:
    """Return how much each piece says about a text: its self-information, scaled to (0, 1], to a power.

    Args:
        counts: int64, shape (n_pieces,), how often each stands in the training text.
        power: above one, common pieces count for less.

    Returns:
        float32, shape (n_pieces,).
    """
    information = -np.log((counts + 1) / counts.sum())
    scaled: np.ndarray = (information / information.max()) ** power
    floored: np.ndarray = np.maximum(scaled, 1e-3)
    return floored.astype(np.float32)


def sketch_table(weights: np.ndarray, dim: int, width: int, rng: np.random.Generator) -> np.ndarray:
    """Draw a few dimensions for every piece, with a random sign in each.

    Behind a Softsign, a document's mean over its pieces is then close to BM25's tf / (tf + k): most dimensions see one
    piece of the document only.

    Args:
        weights: float32, shape (n_pieces,).
        dim: dimensions of the sketch.
        width: dimensions of one piece.
        rng: source of chance.

    Returns:
        float32, shape (n_pieces, dim), rows of mean length 1.
    """
    count = len(weights)
    table = np.zeros((count, dim), dtype=np.float32)
    columns = np.stack([rng.choice(dim, width, replace=False) for _ in range(count)])
    signs = rng.choice(np.array([-1.0, 1.0], dtype=np.float32), (count, width))
    table[np.arange(count)[:, None], columns] = signs * weights[:, None]
    table /= np.linalg.norm(table, axis=1).mean()
    return table
