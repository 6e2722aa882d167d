"""Gold evidence and hits -> at which rank each quote is found; judgments bind to spans, so re-chunking voids none."""

from collections.abc import Sequence

from eval.answers import AnswerRow, Excerpt
from eval.gold import Evidence, GoldQuestion
from eval.matching import normal


def excerpt_text(excerpt: Excerpt) -> str:
    """Return the normal text in which a quote may stand: it may begin in the context and end in the text."""
    return normal(f"{excerpt.context}\n{excerpt.text}")


def ranks_found(evidence: Sequence[Evidence], hits: Sequence[Excerpt]) -> tuple[int | None, ...]:
    """Return for each quote the 1-based rank of the first hit of its document that holds it, or None."""
    texts = [(hit.doc, excerpt_text(hit)) for hit in hits]
    ranks: list[int | None] = []
    for item in evidence:
        quote = normal(item.quote)
        ranks.append(next((rank for rank, (doc, text) in enumerate(texts, 1) if doc == item.doc and quote in text), None))
    return tuple(ranks)


def judged(gold: GoldQuestion) -> bool:
    """Tell whether retrieval can be judged: what an unanswerable question quotes is near it, not evidence."""
    return gold.answerable and bool(gold.evidence)


def recall_all(gold: GoldQuestion, row: AnswerRow, k: int) -> float | None:
    """Return 1 when all evidence (any, where any is enough) stands in the first k hits, else 0."""
    if not judged(gold):
        return None
    found = [rank is not None and rank <= k for rank in ranks_found(gold.evidence, row.hits)]
    return float(any(found) if gold.any_evidence else all(found))


def recall_each(gold: GoldQuestion, row: AnswerRow, k: int) -> float | None:
    """Return the share of the quotes that stand in the first k hits; where any is enough, one found is all."""
    if not judged(gold):
        return None
    found = [rank is not None and rank <= k for rank in ranks_found(gold.evidence, row.hits)]
    return float(any(found)) if gold.any_evidence else sum(found) / len(found)


def gains(gold: GoldQuestion, row: AnswerRow) -> tuple[list[int], int]:
    """Project the evidence to hits: what each hit is the first to bring, and how many quotes no hit brings.

    A hit earns the number of quotes that no better hit holds, so a duplicate earns nothing. Where any quote is
    enough, the first hit with one earns 1 and the others nothing.
    """
    ranks = [rank for rank in ranks_found(gold.evidence, row.hits) if rank is not None]
    if gold.any_evidence:
        best = min(ranks, default=None)
        return [int(rank == best) for rank in range(1, len(row.hits) + 1)], int(best is None)
    return [ranks.count(rank) for rank in range(1, len(row.hits) + 1)], len(gold.evidence) - len(ranks)
