"""Figures of neighbouring rows or sentences -> few stretches of the document that state them all."""

from collections.abc import Sequence

from answer.answer import MAX_CITATION
from answer.draft import Statement
from facts.fact import Fact
from index.store import PassageIndex

LEAD = 24  # characters before a figure that are cited with it where there is room


def spanning(facts: Sequence[Fact], index: PassageIndex) -> list[Statement]:
    """Return stretches of at most MAX_CITATION characters, as few as will do, one of which holds the value of each fact.

    Args:
        facts: of any documents, in any order.
        index: where they come from.
    """
    found: list[Statement] = []
    for doc in dict.fromkeys(fact.doc for fact in facts):
        spans = sorted({(fact.spans[0].start, fact.spans[0].end) for fact in facts if fact.doc == doc})
        start, end = spans[0]
        for one, other in spans[1:]:
            if other - max(0, start - LEAD) > MAX_CITATION:
                found += _stretch(doc, start, end, index)
                start = one
            end = other
        found += _stretch(doc, start, end, index)
    return found


def _stretch(doc: str, start: int, end: int, index: PassageIndex) -> list[Statement]:
    passage = index.passage_at(doc, start)
    if passage is None:
        return []
    return [Statement("", passage, max(passage.start, start - LEAD, end - MAX_CITATION), end)]
