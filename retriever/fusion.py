"""Scores of two retrievers -> one score: reciprocal rank fusion."""

import numpy as np

RRF_K = 30  # the paper's 60 is for runs of 1,000 documents; half of it served best on the development questions


def ranks(scores: np.ndarray) -> np.ndarray:
    """Return 1-based ranks of scores, best first; ties share the better rank, so that order does not depend on position.

    >>> ranks(np.array([0.2, 0.9, 0.2])).tolist()
    [2, 1, 2]
    """
    order = np.sort(-scores, kind="stable")
    return np.searchsorted(order, -scores, side="left") + 1


def reciprocal_rank_fusion(scores: list[np.ndarray], weights: list[float], rrf_k: int = RRF_K) -> np.ndarray:
    """Fuse scores of the same passages.

    Args:
        scores: one array of shape (n,) a retriever, higher is better; a passage at or below 0 was not found by it.
        weights: one weight a retriever.
        rrf_k: the constant; not the number of hits.

    Returns:
        float64, shape (n,): sum of weight / (rrf_k + rank) over the retrievers that found the passage, divided by the
        score of a passage that is first everywhere, so that 1 is best.

    Source: Cormack, Clarke, Büttcher: Reciprocal Rank Fusion outperforms Condorcet, SIGIR 2009; constant used: k = 30.
    """
    total = np.zeros(len(scores[0]))
    for values, weight in zip(scores, weights, strict=True):
        total += np.where(values > 0, weight / (rrf_k + ranks(values)), 0.0)
    return total * (rrf_k + 1) / sum(weights)
