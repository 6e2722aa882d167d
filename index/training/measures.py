"""Scores and judgments -> R@1, R@10, MRR@10, nDCG@10, question by question."""

from __future__ import annotations

from collections.abc import Sequence

import ir_measures
import numpy as np
from ir_measures import RR, Success, nDCG

MEASURES: dict[str, ir_measures.measures.Measure] = {
    "R@1": Success @ 1,
    "R@10": Success @ 10,
    "MRR@10": RR @ 10,
    "nDCG@10": nDCG @ 10,
}
"""R@k counts a question as found when any of its passages stands among the first k."""
DEPTH = 100


def measure(scores: np.ndarray, relevant: Sequence[frozenset[int]]) -> dict[str, np.ndarray]:
    """Return every measure for every question.

    Args:
        scores: float32, shape (n_questions, n_passages); ties go to the lower position.
        relevant: for each question the positions of its passages; none may be empty.

    Returns:
        Name -> float64, shape (n_questions,).

    Raises:
        ValueError: counts differ, or a question has no relevant passage.
    """
    if len(scores) != len(relevant):
        raise ValueError(f"expected as many judgments as rows, got {len(relevant)}, {len(scores)}")
    empty = [i for i, positions in enumerate(relevant) if not positions]
    if empty:
        raise ValueError(f"questions without a relevant passage have no measure: {empty[:5]}")
    qrels = {str(q): {str(p): 1 for p in found} for q, found in enumerate(relevant)}
    run = {str(q): _top(row) for q, row in enumerate(scores)}
    values = {name: np.full(len(relevant), np.nan) for name in MEASURES}
    names = {str(m): name for name, m in MEASURES.items()}
    for value in ir_measures.iter_calc(list(MEASURES.values()), qrels, run):
        values[names[str(value.measure)]][int(value.query_id)] = value.value
    return values


def _top(row: np.ndarray) -> dict[str, float]:
    """The first passages by (-score, position), with scores that keep this order."""
    order = np.lexsort((np.arange(len(row)), -row))[:DEPTH]
    return {str(position): float(DEPTH - rank) for rank, position in enumerate(order)}


def bootstrap_difference(ours: np.ndarray, theirs: np.ndarray, seed: int = 7, draws: int = 10_000) -> tuple[float, float, float]:
    """Return the mean difference with its paired 95 % bootstrap interval.

    Args:
        ours: float64, shape (n,), a measure of each question.
        theirs: the same questions under another condition.
        seed: of the draws.
        draws: number of resampled sets.

    Returns:
        Mean of ours - theirs, lower and upper bound (percentile method).
    """
    if ours.shape != theirs.shape:
        raise ValueError(f"expected the same questions twice, got {ours.shape}, {theirs.shape}")
    difference = ours - theirs
    rng = np.random.default_rng(seed)
    means = np.empty(draws)
    for start in range(0, draws, 500):
        picks = rng.integers(len(difference), size=(min(500, draws - start), len(difference)))
        means[start : start + len(picks)] = difference[picks].mean(axis=1)
    low, high = np.percentile(means, [2.5, 97.5])
    return float(difference.mean()), float(low), float(high)
