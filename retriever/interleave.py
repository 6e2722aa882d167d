"""Rankings of several questions or regions -> one, each taking its turn."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from retriever.windows import Hit


def merge_hits(parts: Sequence[Sequence[Hit]], k: int) -> tuple[Hit, ...]:
    """Return the hits of several questions (best first, of each) in turns, none shown twice, scores falling with the place so taken."""
    merged: list[Hit] = []
    for turn in range(max(len(part) for part in parts)):
        for part in parts:
            if turn < len(part) and not any(_overlap(part[turn], other) for other in merged):
                merged.append(part[turn])
    ceiling = np.inf
    ranked = []
    for rank, hit in enumerate(merged[:k], 1):
        ceiling = min(ceiling, hit.score)
        ranked.append(replace(hit, rank=rank, score=float(ceiling)))
    return tuple(ranked)


def _overlap(one: Hit, other: Hit) -> bool:
    return one.passage.doc == other.passage.doc and one.start < other.end and other.start < one.end


def take_turns(orders: list[list[int]], rankings: list[np.ndarray], own: list[np.ndarray]) -> tuple[list[int], np.ndarray]:
    """Interleave rankings, each region's own passages first; scores fall with the place so taken."""
    queues = [[row for row in order if mine[row]] for order, mine in zip(orders, own, strict=True)]
    rest = [row for row in orders[0] if not any(mine[row] for mine in own)]
    merged: list[int] = []
    for turn in range(max((len(queue) for queue in queues), default=0)):
        merged.extend(queue[turn] for queue in queues if turn < len(queue))
    merged = list(dict.fromkeys([*merged, *rest]))
    scores = np.zeros(len(rankings[0]))
    best = np.max(rankings, axis=0)
    ceiling = np.inf
    for row in merged:
        ceiling = min(ceiling, float(best[row]))
        scores[row] = ceiling
    return merged, scores
