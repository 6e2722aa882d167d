"""Pieces -> a fixed random sketch that keeps words apart, each piece with a learned weight."""

from __future__ import annotations

import numpy as np
import torch
from scipy.sparse import csr_matrix, diags

from index.training.descent import Adam


class Sketch:
    """The lexical block: every piece owns a few dimensions, with a random sign in each.

    The mean over a document's pieces, levelled off by Softsign, is then close to BM25's
    tf / (tf + k): most dimensions see one piece of the document only.

    Attributes:
        columns: int64, shape (n_pieces, width), the dimensions of each piece.
        signs: float32, shape (n_pieces, width), of length one a row.
        log_weights: learned, shape (n_pieces,).
    """

    def __init__(self, weights: np.ndarray, dim: int, width: int, rate: float, seed: int) -> None:
        """Draw the sketch.

        Args:
            weights: float32, shape (n_pieces,), where the learned weights start; all above zero.
            dim: dimensions.
            width: dimensions of one piece.
            rate: learning rate of the log weights.
            seed: of the draw.
        """
        rng = np.random.default_rng(seed)
        count = len(weights)
        self.dim = dim
        self.columns = np.stack([rng.choice(dim, width, replace=False) for _ in range(count)])
        signs = rng.choice([-1.0, 1.0], (count, width)) / np.sqrt(width)
        self.signs = signs.astype(np.float32)
        ends = np.arange(count + 1) * width
        self.matrix = csr_matrix(
            (self.signs.ravel(), self.columns.ravel(), ends), shape=(count, dim)
        )
        self.log_weights = Adam(torch.from_numpy(np.log(weights)), rate)

    def weights(self) -> np.ndarray:
        """Return the weight of every piece; float32, shape (n_pieces,)."""
        result: np.ndarray = np.exp(self.log_weights.value.numpy())
        return result

    def pool(self, bags: csr_matrix) -> tuple[torch.Tensor, csr_matrix]:
        """Return the weighted means.

        Args:
            bags: float32, shape (n_texts, n_pieces), each row's share of every piece.

        Returns:
            A float32 leaf of shape (n_texts, dim), and the weighted bags for ``gradient``.
        """
        weighted = bags.copy()
        weighted.data = weighted.data * self.weights()[weighted.indices]
        means = (weighted @ self.matrix).toarray().astype(np.float32)
        return torch.from_numpy(means).requires_grad_(), weighted

    def gradient(self, means: torch.Tensor, weighted: csr_matrix) -> torch.Tensor:
        """Return the gradient of the log weights; float32, shape (n_pieces,)."""
        if means.grad is None:
            raise RuntimeError("expected a gradient on the means; call backward() first")
        arriving = means.grad.numpy()
        rows = np.repeat(np.arange(weighted.shape[0]), np.diff(weighted.indptr))
        pieces = weighted.indices
        felt = (arriving[rows[:, None], self.columns[pieces]] * self.signs[pieces]).sum(axis=1)
        total = np.bincount(pieces, weights=felt * weighted.data, minlength=len(self.signs))
        return torch.from_numpy(total.astype(np.float32))

    def table(self) -> np.ndarray:
        """Return every piece's embedding in this block; float32, shape (n_pieces, dim)."""
        result: np.ndarray = (diags(self.weights()) @ self.matrix).toarray().astype(np.float32)
        return result
