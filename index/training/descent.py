"""Gradients -> steps: Adam for small parameters, and for the rows of a table that a batch used."""

from __future__ import annotations

import torch


class Adam:
    """Adam on one dense tensor.

    Attributes:
        value: the parameter.

    Source: Kingma and Ba 2015, https://arxiv.org/abs/1412.6980; constants used: beta1 = 0.9,
    beta2 = 0.99.
    """

    def __init__(self, value: torch.Tensor, rate: float) -> None:
        """Start from ``value`` with learning rate ``rate``."""
        self.value = value.clone()
        self.rate = rate
        self.first = torch.zeros_like(self.value)
        self.second = torch.zeros_like(self.value)
        self.steps = 0

    def step(self, gradient: torch.Tensor, share: float) -> None:
        """Move against the gradient by ``share`` of the learning rate."""
        self.steps += 1
        self.first.mul_(0.9).add_(gradient, alpha=0.1)
        self.second.mul_(0.99).addcmul_(gradient, gradient, value=0.01)
        first = self.first / (1 - 0.9**self.steps)
        root = (self.second / (1 - 0.99**self.steps)).sqrt_().add_(1e-6)
        self.value -= self.rate * share * first / root


class RowAdam:
    """Adam without momentum on a table; a row's statistics count the batches that used it."""

    def __init__(self, table: torch.Tensor) -> None:
        """Keep the table, float32, shape (n_rows, dim); it is changed in place."""
        self.table = table
        self.second = torch.zeros_like(table)
        self.steps = torch.zeros(len(table), 1)

    def forget(self) -> None:
        """Drop all statistics, as at the start of another kind of data."""
        self.second.zero_()
        self.steps.zero_()

    def step(self, rows: torch.Tensor, gradient: torch.Tensor, rate: float) -> None:
        """Move some rows against their gradient.

        Args:
            rows: int64, shape (n,), each row once.
            gradient: float32, shape (n, dim); overwritten.
            rate: length of the step, in units of an element.
        """
        decay = 0.99
        second = self.second[rows].mul_(decay).addcmul_(gradient, gradient, value=1 - decay)
        steps = self.steps[rows] + 1
        self.second[rows] = second
        self.steps[rows] = steps
        root = second.div_(1 - decay**steps).sqrt_().add_(1e-12)
        self.table[rows] -= gradient.div_(root).mul_(rate)
