"""Bags of pieces -> mean embeddings, and the step that improves the table they come from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from scipy.sparse import csr_matrix

Bag = np.ndarray
"""int64, shape (n,): the ids of a text's pieces, repeats kept; at least one."""
DECAY = 0.99


def _sparse(matrix: csr_matrix) -> torch.Tensor:
    """The same matrix for torch."""
    starts, columns = (torch.from_numpy(part.astype(np.int64)) for part in (matrix.indptr, matrix.indices))
    return torch.sparse_csr_tensor(starts, columns, torch.from_numpy(matrix.data), size=matrix.shape, check_invariants=False)


@dataclass(frozen=True, slots=True)
class Pooled:
    """Mean embeddings of a batch and the way back to the table.

    Attributes:
        rows: int64, shape (n_used,), the pieces that the batch uses.
        shares: sparse float32, shape (n_texts, n_used), each text's share of every piece.
        means: float32 leaf, shape (n_texts, dim).
    """

    rows: torch.Tensor
    shares: csr_matrix
    means: torch.Tensor

    def gradient(self) -> torch.Tensor:
        """Return the gradient of the used rows; float32, shape (n_used, dim). Needs a backward pass before."""
        if self.means.grad is None:
            raise RuntimeError("expected a gradient on means; call backward() first")
        return _sparse(self.shares.T.tocsr()) @ self.means.grad


class EmbeddingTable:
    """Piece embeddings with the state of Adam, whose statistics count the batches that used a row.

    Source: Kingma and Ba 2015, https://arxiv.org/abs/1412.6980, without momentum; constant used: beta2 = 0.99.

    Attributes:
        values: float32, shape (n_pieces, dim); changed in place.
    """

    def __init__(self, values: torch.Tensor) -> None:
        self.values = values
        self._unit = float(values.std())
        self.forget()

    def forget(self) -> None:
        """Drop all statistics, as at the start of another kind of data."""
        self._second = torch.zeros_like(self.values)
        self._steps = torch.zeros(len(self.values), 1)

    def pool(self, bags: Sequence[Bag]) -> Pooled:
        """Return the mean embedding of every bag, ready for a backward pass."""
        lengths = np.array([len(bag) for bag in bags])
        used, local = np.unique(np.concatenate(bags), return_inverse=True)
        starts = np.concatenate([[0], np.cumsum(lengths)])
        values = np.repeat(1 / lengths, lengths).astype(np.float32)
        shares = csr_matrix((values, local, starts), shape=(len(bags), len(used)))
        shares.sum_duplicates()
        rows = torch.from_numpy(used.astype(np.int64))
        means = _sparse(shares) @ self.values[rows]
        return Pooled(rows, shares, means.requires_grad_())

    def embed(self, bags: Sequence[Bag]) -> np.ndarray:
        """Return the mean embeddings, L2-normalised; float32, shape (n_bags, dim)."""
        result: np.ndarray = torch.nn.functional.normalize(self.pool(bags).means.detach(), dim=1).numpy()
        return result

    def step(self, pooled: Sequence[Pooled], rate: float) -> None:
        """Move the rows that a batch used against their gradient.

        Args:
            pooled: everything that took part in the loss, after its backward pass.
            rate: length of the step, in units of an element's usual size at the start.
        """
        rows = torch.unique(torch.cat([item.rows for item in pooled]))
        gradient = torch.zeros(len(rows), self.values.shape[1])
        for item in pooled:
            gradient.index_add_(0, torch.searchsorted(rows, item.rows), item.gradient())
        second = self._second[rows].mul_(DECAY).addcmul_(gradient, gradient, value=1 - DECAY)
        steps = self._steps[rows] + 1
        self._second[rows], self._steps[rows] = second, steps
        root = second.div(1 - DECAY**steps).sqrt_().add_(1e-9)
        self.values[rows] -= gradient.div_(root).mul_(rate * self._unit)
