"""Reference measures and the measures of a run -> which were found, and which of those found are none.

A measure is found where a span shares at least half of the shorter of the two with the benefit clause or a further mention.
One found sentence may hold several reliefs, so a span counts for each; how tightly it fits is a figure of its own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from eval.extraction.found import FoundMeasure
from eval.extraction.gold_measures import GoldMeasure
from eval.placing import PlaceFinder, Span, overlap

HALF = 0.5


@dataclass(frozen=True, slots=True)
class MeasureMatch:
    """The outcome of matching.

    Attributes:
        found: reference measures with the found measure that fits each best.
        missed: reference measures that no found measure holds.
        right: found measures of the reference's documents that hold a reference measure.
        extra: those that hold none.
        unplaced: reference measures of which no quote stands in the text that the run gives.
    """

    found: tuple[tuple[GoldMeasure, FoundMeasure], ...]
    missed: tuple[GoldMeasure, ...]
    right: tuple[FoundMeasure, ...]
    extra: tuple[FoundMeasure, ...]
    unplaced: tuple[GoldMeasure, ...]
    tightness: tuple[float, ...]


def match_measures(gold: Sequence[GoldMeasure], found: Sequence[FoundMeasure], texts: Mapping[str, PlaceFinder]) -> MeasureMatch:
    """Hold the measures of a run against the reference."""
    spans = {measure.id: measure_spans(measure, texts) for measure in gold}
    docs = {measure.doc for measure in gold}
    best: list[tuple[GoldMeasure, FoundMeasure]] = []
    fits: list[float] = []
    for measure in gold:
        holding = [other for other in found if other.doc == measure.doc and holds(other.span, spans[measure.id])]
        if holding:
            chosen = max(holding, key=lambda other: (tightness(other.span, spans[measure.id]), -other.span[0]))
            best.append((measure, chosen))
            fits.append(tightness(chosen.span, spans[measure.id]))
    caught = {measure.id for measure, _ in best}
    every = [(measure.doc, spans[measure.id]) for measure in gold]
    right = [other for other in found if any(doc == other.doc and holds(other.span, places) for doc, places in every)]
    rest = [other for other in found if other.doc in docs and other not in right]
    return MeasureMatch(
        found=tuple(best),
        missed=tuple(measure for measure in gold if measure.id not in caught),
        right=tuple(right),
        extra=tuple(rest),
        unplaced=tuple(measure for measure in gold if measure.doc in texts and not spans[measure.id]),
        tightness=tuple(fits),
    )


def measure_spans(measure: GoldMeasure, texts: Mapping[str, PlaceFinder]) -> list[Span]:
    """Return every place where a quote of the measure stands."""
    finder = texts.get(measure.doc)
    return [span for quote in measure.quotes for span in finder.spans(quote)] if finder else []


def holds(span: Span, places: Sequence[Span]) -> bool:
    """Tell whether a span shares at least half of the shorter with one of the places."""
    return any(overlap(span, place) >= HALF * max(1, min(span[1] - span[0], place[1] - place[0])) for place in places)


def tightness(span: Span, places: Sequence[Span]) -> float:
    """Return the greatest share of a span and a place that both have: 1 where they are the same.

    >>> tightness((0, 10), [(0, 5), (20, 30)])
    0.5
    """
    shares = [(overlap(span, place), max(span[1], place[1]) - min(span[0], place[0])) for place in places]
    return max((shared / union for shared, union in shares if shared), default=0.0)
