"""Evidence on a figure -> the piece that states it, then those that speak of what is not told yet."""

from collections.abc import Sequence

from answer.answer import MAX_FACT
from answer.draft import Draft
from answer.evidence import Evidence, readable
from answer.quoting import statement
from index.store import PassageIndex
from retriever.concepts import Concept, coverage

SECOND_FACT = 0.6  # share of the best score from which on another piece of evidence is told as well
SECOND_COVERAGE = 0.5  # share of the best coverage that it must have too
READ_FIGURES, MOST_FIGURES = 8, 4
NOVEL = 1.0  # weight of what was not told yet, in choosing the next figure
LONG_SENTENCE = 150


def tell_figure(evidence: Sequence[Evidence], concepts: Sequence[Concept], index: PassageIndex, years: Sequence[int]) -> Draft:
    """Quote the piece that fits best, then those that speak of what is not told yet.

    Args:
        evidence: pieces found in the hits, best first; at least one.
        concepts: what the question asks about.
        index: where they come from.
        years: the years whose columns of a row are told; all where there are none.
    """
    draft = Draft(index, MAX_FACT)
    best = evidence[0]
    region = index.infos[best.doc].region
    left = list(concepts)
    rest = list(evidence[:READ_FIGURES])
    while rest and len(draft.citations) < MOST_FIGURES:
        item = max(rest, key=lambda one: one.score + NOVEL * _novel(one, left) * bool(draft.citations))
        rest.remove(item)
        if item.score < SECOND_FACT * best.score or item.coverage + _novel(item, left) < SECOND_COVERAGE * best.coverage:
            continue
        first = not draft.citations
        lead = region if first else "" if index.infos[item.doc].region == region else index.infos[item.doc].region
        draft.state(statement(item, lead, MAX_FACT - 40 if first else LONG_SENTENCE, years))
        left = [concept for concept in left if not coverage([concept], *readable(item.text))]
    return draft


def _novel(item: Evidence, left: Sequence[Concept]) -> float:
    """The share of a question that a piece speaks of and that was not told before."""
    return sum(concept.weight for concept in left if coverage([concept], *readable(item.text)))
