"""Bags of pieces -> embeddings, and the step that improves the table they come from."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from scipy.sparse import csr_matrix

Bag = np.ndarray
"""int32, shape (n,): the ids of a text's pieces, repeats kept."""


def stack_bags(bags: Sequence[Bag], n_pieces: int) -> csr_matrix:
    """Return each text's share of every piece; float32, shape (len(bags), n_pieces)."""
    starts = np.zeros(len(bags) + 1, dtype=np.int64)
    np.cumsum([len(bag) for bag in bags], out=starts[1:])
    ids = np.concatenate(bags) if len(bags) else np.zeros(0, dtype=np.int32)
    shares = np.concatenate([np.full(len(b), 1 / max(len(b), 1), np.float32) for b in bags])
    matrix = csr_matrix((shares, ids, starts), shape=(len(bags), n_pieces))
    matrix.sum_duplicates()
    return matrix


def _sparse(matrix: csr_matrix) -> torch.Tensor:
    """The same matrix for torch."""
    return torch.sparse_csr_tensor(
        torch.from_numpy(matrix.indptr.astype(np.int64)),
        torch.from_numpy(matrix.indices.astype(np.int64)),
        torch.from_numpy(matrix.data),
        size=matrix.shape,
    )


class PartTable:
    """Part embeddings with their optimiser state; a piece's embedding is a sum of parts.

    Attributes:
        parts: float32, shape (n_parts, dim).
    """

    def __init__(self, matrix: csr_matrix, parts: np.ndarray, floor: float = 1.0) -> None:
        """Start from given parts.

        Args:
            matrix: float32, shape (n_pieces, n_parts), what each piece is made of.
            parts: float32, shape (n_parts, dim).
            floor: what is added to a row's gradient size, in units of the usual row's: it keeps a
                rare piece from jumping on its first gradient.
        """
        self.matrix = matrix
        self.parts = torch.from_numpy(np.ascontiguousarray(parts, dtype=np.float32))
        self.floor = floor
        self.usual = 0.0
        self.second = torch.zeros(matrix.shape[1])

    def pool(self, bags: csr_matrix) -> Pooled:
        """Return the means of piece embeddings, ready for a backward step.

        Args:
            bags: float32, shape (n_texts, n_pieces), each row's share of every piece.

        Returns:
            The pooled texts; ``.means`` is a float32 leaf of shape (n_texts, dim).
        """
        used, local = np.unique(bags.indices, return_inverse=True)
        compact = csr_matrix((bags.data, local, bags.indptr), shape=(bags.shape[0], len(used)))
        made_of = self.matrix[used]
        rows, local_parts = np.unique(made_of.indices, return_inverse=True)
        made_of = csr_matrix(
            (made_of.data, local_parts, made_of.indptr), shape=(len(used), len(rows))
        )
        return Pooled(self, rows, compact, made_of)

    def pieces(self) -> np.ndarray:
        """Return every piece's embedding; float32, shape (n_pieces, dim)."""
        result: np.ndarray = self.matrix @ self.parts.numpy()
        return result

    def step(self, rows: torch.Tensor, gradient: torch.Tensor, rate: float) -> None:
        """Move the parts that a batch used against their gradient.

        Each row is divided by its own usual gradient size, not each element, so that a row's
        direction is kept.

        Args:
            rows: int64, shape (n,), the parts.
            gradient: float32, shape (n, dim).
            rate: length of the step, in units of an element.
        """
        size = gradient.square().mean(dim=1)
        second = self.second[rows]
        second = torch.where(second > 0, 0.95 * second + 0.05 * size, size)
        self.second[rows] = second
        root = second.sqrt()
        usual = float(root.mean())
        self.usual = usual if not self.usual else 0.98 * self.usual + 0.02 * usual
        self.parts[rows] -= gradient * (rate / (root + self.floor * self.usual))[:, None]


class Pooled:
    """Mean embeddings of a batch, and the way back to the parts."""

    def __init__(
        self, table: PartTable, rows: np.ndarray, bags: csr_matrix, made_of: csr_matrix
    ) -> None:
        self.table = table
        self.rows = torch.from_numpy(rows.astype(np.int64))
        self.bags = bags
        self.made_of = made_of
        pieces = _sparse(made_of) @ table.parts[self.rows]
        self.means = (_sparse(bags) @ pieces).requires_grad_()

    def step(self, rate: float) -> None:
        """Send the gradient of ``means`` back to the parts and move them."""
        gradient = self.means.grad
        if gradient is None:
            raise RuntimeError("expected a gradient on means; call backward() first")
        back = _sparse(self.bags.T.tocsr()) @ gradient
        self.table.step(self.rows, _sparse(self.made_of.T.tocsr()) @ back, rate)
