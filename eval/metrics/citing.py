"""Gold evidence and citations -> how much of it is cited, and how many of the citations show it.

A quote is cited when it stands in one citation, or in several that touch. A citation shows evidence when it holds a
quote or lies within one. Gold need not name every place that proves a point, so precision is a lower bound.
"""

from collections.abc import Sequence
from dataclasses import replace

from eval.answers import AnswerRow, Excerpt
from eval.gold import GoldQuestion
from eval.matching import normal
from eval.metrics.evidence import judged

SHORTEST = 4  # characters of a citation that may count as part of a quote


def joined(citations: Sequence[Excerpt]) -> list[Excerpt]:
    """Return the citations with those that overlap or touch, by their spans, made one."""
    placed = [item for item in citations if item.start is not None and item.end is not None]
    groups = [item for item in citations if item.start is None or item.end is None]
    last: Excerpt | None = None
    for item in sorted(placed, key=lambda item: (item.doc, item.start or 0, item.end or 0)):
        start, end = item.start or 0, item.end or 0
        if last is not None and last.doc == item.doc and start <= (last.end or 0):
            kept = max(0, (last.end or 0) - start)
            last = replace(last, text=last.text + item.text[kept:], end=max(last.end or 0, end))
            groups[-1] = last
        else:
            last = item
            groups.append(item)
    return groups


def cited_quotes(gold: GoldQuestion, row: AnswerRow) -> tuple[bool, ...]:
    """Return for each quote of the evidence whether it is cited."""
    texts = [(item.doc, normal(item.text)) for item in joined(row.citations)]
    return tuple(any(doc == item.doc and normal(item.quote) in text for doc, text in texts) for item in gold.evidence)


def showing(gold: GoldQuestion, row: AnswerRow) -> tuple[bool, ...]:
    """Return for each citation whether it shows evidence."""
    quotes = [(item.doc, normal(item.quote)) for item in gold.evidence]
    return tuple(
        any(doc == item.doc and (quote in text or (len(text) >= SHORTEST and text in quote)) for doc, quote in quotes)
        for item, text in ((item, normal(item.text)) for item in row.citations)
    )


def citation_recall(gold: GoldQuestion, row: AnswerRow) -> float | None:
    """Return the share of the evidence that is cited; where any quote is enough, one cited is all."""
    if not judged(gold):
        return None
    cited = cited_quotes(gold, row)
    return float(any(cited)) if gold.any_evidence else sum(cited) / len(cited)


def citation_precision(gold: GoldQuestion, row: AnswerRow) -> float | None:
    """Return the share of the citations that show evidence; None where nothing is cited or judged."""
    shown = showing(gold, row)
    return sum(shown) / len(shown) if judged(gold) and shown else None


def citation_length(gold: GoldQuestion, row: AnswerRow) -> float | None:
    """Return the mean number of characters of a citation."""
    lengths = [len(item.text) for item in row.citations]
    return sum(lengths) / len(lengths) if lengths else None
