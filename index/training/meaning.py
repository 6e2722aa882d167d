"""Text and question pairs -> the learned dimensions of the embedding."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from torch.nn import functional as F
from tqdm import tqdm

from index.training.pairs import PairBatches
from index.training.table import EmbeddingTable, Pooled
from index.training.views import Batch, TextBatches

MASKED = -1e4
Report = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long and how fast both stages learn.

    Attributes:
        text_steps: steps on sentences and the text around them.
        text_batch: pairs of such a step.
        text_rate: greatest learning rate of this stage, in units of an element's usual size.
        question_epochs: passes over the question pairs.
        question_batch: questions of a step.
        question_rate: greatest learning rate of this stage.
        mixed_in: weight of the text's loss that goes on beside the questions'.
        scale: factor before the softmax: the inverse of its temperature.
    """

    text_steps: int = 2400
    text_batch: int = 1024
    text_rate: float = 0.15
    question_epochs: int = 4
    question_batch: int = 512
    question_rate: float = 0.1
    mixed_in: float = 0.3
    scale: float = 20.0


def contrast(queries: torch.Tensor, documents: torch.Tensor, masked: np.ndarray, scale: float, both_ways: bool) -> torch.Tensor:
    """Return the softmax loss of each query's own document against all others of the batch.

    Source: van den Oord et al. 2018, "Representation Learning with Contrastive Predictive Coding" (InfoNCE).

    Args:
        queries: float32, shape (n, dim).
        documents: float32, shape (m, dim), the n own ones first.
        masked: bool, shape (n, m), pairs left out of the softmax.
        scale: factor before the softmax.
        both_ways: whether documents choose their query as well.
    """
    logits = F.normalize(queries, dim=1) @ F.normalize(documents, dim=1).T * scale
    logits = logits.masked_fill(torch.from_numpy(masked), MASKED)
    own = torch.arange(len(queries))
    loss = F.cross_entropy(logits, own)
    return (loss + F.cross_entropy(logits[:, : len(queries)].T, own)) / 2 if both_ways else loss


def train_meaning(
    table: EmbeddingTable, texts: TextBatches, pairs: PairBatches, schedule: Schedule, report: Report = lambda line: None
) -> None:
    """Train the table in place: first on running text, then on questions with some text beside them.

    Args:
        table: piece embeddings to improve.
        texts: batches of sentences and the text around them.
        pairs: batches of questions and passages.
        schedule: how long and how fast.
        report: told after every tenth of the first stage and every epoch of the second.
    """
    steps = schedule.text_steps
    for step in tqdm(range(steps), desc="text", unit="step"):
        rate = schedule.text_rate * min(1.0, (step + 1) / 50) * max(0.05, 1 - step / steps)
        pooled, loss = _loss(table, texts.draw(schedule.text_batch), schedule.scale, both_ways=True)
        loss.backward()  # type: ignore[no-untyped-call]
        table.step(pooled, rate)
        if (step + 1) % max(1, steps // 10) == 0:
            report(f"text, step {step + 1}: loss {float(loss.detach()):.3f}")
    table.forget()
    for epoch in range(schedule.question_epochs):
        batches = pairs.epoch(schedule.question_batch)
        total = schedule.question_epochs * len(batches)
        for number, chosen in enumerate(tqdm(batches, desc=f"questions {epoch + 1}", unit="step")):
            done = epoch * len(batches) + number
            rate = schedule.question_rate * min(1.0, (done + 1) / 10) * (1 - done / total)
            pooled, loss = _loss(table, pairs.batch(chosen), schedule.scale, both_ways=False)
            more, beside = _loss(table, texts.draw(schedule.question_batch), schedule.scale, both_ways=True)
            (loss + schedule.mixed_in * beside).backward()  # type: ignore[no-untyped-call]
            table.step([*pooled, *more], rate)
        report(f"questions, epoch {epoch + 1}: loss {float(loss.detach()):.3f}")


def _loss(table: EmbeddingTable, batch: Batch, scale: float, *, both_ways: bool) -> tuple[list[Pooled], torch.Tensor]:
    queries, documents = table.pool(batch.queries), table.pool(batch.documents)
    return [queries, documents], contrast(queries.means, documents.means, batch.masked, scale, both_ways)
