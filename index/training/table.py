"""Bags of pieces -> embeddings, and the step that improves the table they come from."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import torch
from scipy.sparse import csr_matrix

Bag = np.ndarray
"""int32, shape (n,): the ids of a text's pieces, repeats kept."""


def stack_bags(bags: Sequence[Bag], n_pieces: int) -> csr_matrix:
    """Return counts of pieces; float32, shape (len(bags), n_pieces)."""
    starts = np.zeros(len(bags) + 1, dtype=np.int64)
    np.cumsum([len(bag) for bag in bags], out=starts[1:])
    ids = np.concatenate(bags) if len(bags) else np.zeros(0, dtype=np.int32)
    ones = np.ones(len(ids), dtype=np.float32)
    matrix = csr_matrix((ones, ids, starts), shape=(len(bags), n_pieces))
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

    def __init__(self, matrix: csr_matrix, scale: np.ndarray, dim: int, seed: int) -> None:
        """Draw the parts at random.

        Args:
            matrix: float32, shape (n_pieces, n_parts).
            scale: float32, shape (n_parts,), standard deviation of each part's embedding.
            dim: dimensions.
            seed: of the draw.
        """
        generator = torch.Generator().manual_seed(seed)
        self.matrix = matrix
        self.parts = torch.randn(matrix.shape[1], dim, generator=generator)
        self.scale = torch.from_numpy(scale)[:, None].clone()
        self.parts *= self.scale
        self.second = torch.zeros_like(self.parts)
        self.touched = torch.zeros(matrix.shape[1], 1)

    def pool(self, bags: csr_matrix) -> "Pooled":
        """Return the sums of piece embeddings, ready for a backward step.

        Args:
            bags: float32, shape (n_texts, n_pieces).

        Returns:
            The pooled texts; ``.sums`` is a float32 leaf of shape (n_texts, dim).
        """
        used, local = np.unique(bags.indices, return_inverse=True)
        compact = csr_matrix((bags.data, local, bags.indptr), shape=(bags.shape[0], len(used)))
        made_of = self.matrix[used]
        rows, local_parts = np.unique(made_of.indices, return_inverse=True)
        made_of = csr_matrix(
            (made_of.data, local_parts, made_of.indptr), shape=(len(used), len(rows))
        )
        return Pooled(self, rows, _sparse(compact), _sparse(made_of), compact, made_of)

    def pieces(self) -> np.ndarray:
        """Return every piece's embedding; float32, shape (n_pieces, dim)."""
        result: np.ndarray = self.matrix @ self.parts.numpy()
        return result

    def step(self, rows: torch.Tensor, gradient: torch.Tensor, rate: float) -> None:
        """Move the parts that a batch used against their gradient (Adam without momentum).

        Args:
            rows: int64, shape (n,), the parts.
            gradient: float32, shape (n, dim).
            rate: step relative to each part's initial scale.
        """
        decay = 0.99
        second = self.second[rows].mul_(decay).addcmul_(gradient, gradient, value=1 - decay)
        count = self.touched[rows] + 1
        self.second[rows] = second
        self.touched[rows] = count
        root = second.div_(1 - decay**count).sqrt_().add_(1e-10)
        self.parts[rows] -= gradient.div_(root).mul_(self.scale[rows] * rate)


class Pooled:
    """Summed embeddings of a batch, and the way back to the parts."""

    def __init__(
        self,
        table: PartTable,
        rows: np.ndarray,
        bags: torch.Tensor,
        made_of: torch.Tensor,
        bags_t: csr_matrix,
        made_of_t: csr_matrix,
    ) -> None:
        self.table = table
        self.rows = torch.from_numpy(rows.astype(np.int64))
        self.back_bags = _sparse(bags_t.T.tocsr())
        self.back_made_of = _sparse(made_of_t.T.tocsr())
        pieces = made_of @ table.parts[self.rows]
        self.sums = (bags @ pieces).requires_grad_()

    def step(self, rate: float) -> None:
        """Send the gradient of ``sums`` back to the parts and move them."""
        gradient = self.sums.grad
        if gradient is None:
            raise RuntimeError("expected a gradient on sums; call backward() first")
        parts = self.back_made_of @ (self.back_bags @ gradient)
        self.table.step(self.rows, parts, rate)
