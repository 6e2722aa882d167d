"""Reference facts and the facts of a run -> which were found, which were made up, and how well each was understood.

A fact is found where document, last year, value and unit agree and the value's span touches the reference's quote; each
is used once. What else is said of it (kind, comparator, scope, indicator, unit word) is judged on the pairs.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from eval.extraction.found import FoundFact
from eval.extraction.gold_facts import GoldFact
from eval.matching import normal
from eval.metrics.amounts import amount, last_year, relation, split_unit, whole
from eval.placing import PlaceFinder, Span, overlap

Key = tuple[str, str, tuple[Decimal, str] | str, object]
FEW = 2


@dataclass(frozen=True, slots=True)
class FactMatch:
    """The outcome of matching.

    Attributes:
        pairs: reference and found facts that are one.
        missed: reference facts that no found fact states, the optional ones left out.
        extra: found figures of the reference's documents that the reference does not hold.
        worded: found facts whose value is words; the reference holds few such, so they are counted, not judged.
        unplaced: reference facts whose quote stands nowhere in the text that the run gives: faults of one of the two.
        placed: whether spans were compared; without texts they cannot be.
    """

    pairs: tuple[tuple[GoldFact, FoundFact], ...]
    missed: tuple[GoldFact, ...]
    extra: tuple[FoundFact, ...]
    worded: int
    unplaced: tuple[GoldFact, ...]
    placed: bool


def match_facts(gold: Sequence[GoldFact], found: Sequence[FoundFact], texts: Mapping[str, PlaceFinder]) -> FactMatch:
    """Pair the facts; those that agree in more come first, ties by order of the files."""
    docs = {fact.doc for fact in gold}
    by_key: dict[Key, list[int]] = {}
    for place, fact in enumerate(found):
        by_key.setdefault(_key(fact), []).append(place)
    spans = [quote_spans(fact, texts) for fact in gold]
    candidates = [
        (-agreement(fact, found[other]), place, other)
        for place, fact in enumerate(gold)
        for other in by_key.get(_key(fact), ())
        if _touches(found[other].span, spans[place], bool(texts))
    ]
    pairs: dict[int, int] = {}
    used: set[int] = set()
    for _, place, other in sorted(candidates):
        if place not in pairs and other not in used:
            pairs[place] = other
            used.add(other)
    rest = [fact for other, fact in enumerate(found) if other not in used and fact.doc in docs]
    return FactMatch(
        pairs=tuple((gold[place], found[other]) for place, other in sorted(pairs.items())),
        missed=tuple(fact for place, fact in enumerate(gold) if place not in pairs and not fact.optional),
        extra=tuple(fact for fact in rest if _is_figure(fact)),
        worded=sum(not _is_figure(fact) for fact in rest),
        unplaced=tuple(fact for fact, places in zip(gold, spans, strict=True) if fact.doc in texts and not places),
        placed=bool(texts),
    )


def quote_spans(fact: GoldFact, texts: Mapping[str, PlaceFinder]) -> list[Span]:
    """Return where the quote may stand: everywhere it does, or the place nearest to the hint where there is one."""
    places = texts[fact.doc].spans(fact.quote) if fact.doc in texts else []
    if fact.start_hint is None or len(places) < FEW:
        return places
    hint = fact.start_hint
    return [min(places, key=lambda span: abs(span[0] - hint))]


def agreement(gold: GoldFact, found: FoundFact) -> int:
    """Return in how many respects beside the figure itself two facts agree, the kind counting most."""
    return 4 * kind_right(gold, found) + 2 * indicator_right(gold, found) + scope_right(gold, found) + comparator_right(gold, found)


def kind_right(gold: GoldFact, found: FoundFact) -> bool:
    """Tell whether baseline, actual, forecast and target were told apart."""
    return gold.kind == found.kind


def comparator_right(gold: GoldFact, found: FoundFact) -> bool:
    """Tell whether exactly, at least, at most and about were told apart."""
    return relation(gold.comparator) == relation(found.comparator)


def unit_right(gold: GoldFact, found: FoundFact) -> bool:
    """Tell whether the very unit was taken, where matching lets one counting word pass for another."""
    return split_unit(gold.unit)[1] == split_unit(found.unit)[1]


def scope_right(gold: GoldFact, found: FoundFact) -> bool:
    """Tell whether the same part of the jurisdiction is meant; one name may be the longer."""
    one, other = whole(gold.scope), whole(found.scope)
    return one == other or bool(one and other and (one in other or other in one))


def indicator_right(gold: GoldFact, found: FoundFact) -> bool:
    """Tell whether the indicator, or its name in the document, is the same; the document's name may be the longer."""
    names = [(normal(gold.indicator), normal(found.indicator)), (normal(gold.name), normal(found.name))]
    return any(one and other and (one in other or other in one) for one, other in names)


def _key(fact: GoldFact | FoundFact) -> Key:
    high = amount(fact.value_high, fact.unit) if fact.value_high else ""
    return fact.doc, last_year(fact.year), amount(fact.value, fact.unit), high


def _touches(span: Span | None, places: Iterable[Span], has_texts: bool) -> bool:
    return not has_texts or (span is not None and any(overlap(span, place) for place in places))


def _is_figure(fact: FoundFact) -> bool:
    return not isinstance(amount(fact.value, fact.unit), str)
