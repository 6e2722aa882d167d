"""One indicator of several regions -> their figures side by side, those that lack one said so."""

import re
from collections.abc import Sequence
from dataclasses import replace

from answer.draft import Statement
from answer.evidence import NUMERAL, Evidence
from answer.numbers_change import end_points
from answer.numbers_gains import asks_multiples
from answer.numbers_many import Missing, tell_many
from answer.quantity import decimal
from answer.quoting import statement
from answer.series import Series, gather_series
from answer.telling import Teller, short_name
from facts.fact import Fact
from facts.indicators import counts_alike, load_indicators
from facts.likeness import overlap
from index.catalog import DocumentInfo
from index.store import PassageIndex
from retriever.levels import BESIDE
from retriever.operations import Operation
from retriever.slots import Slots
from retriever.years import years_in

PARTS_ONLY = re.compile(r"区县|县区|县市|市县|下辖|[两三四五]个(?:区|县)")
CLAUSE = re.compile(r"[^，；;。]+")
QUOTED = 120  # characters quoted of a region whose figure is not among the facts
NAMED = 0.5  # share of an indicator's name that words must hold to be of it
SET_APART: tuple[Operation, ...] = ("difference", "rank", "compare")
WHOLE_TOO = re.compile(rf"(?<!占)比(?:{BESIDE})")
LATER = re.compile(r"终点|期末|目标|将来|以后|到时候")  # beside 起点, 现在: what is aimed at as well
ADDED: tuple[Operation, ...] = ("sum", "share", "exists")
SPEAKS = 0.75  # share of the best coverage from which on evidence speaks of what is asked


def compare_regions(
    teller: Teller,
    series: Sequence[Series],
    asked: Sequence[str],
    slots: Slots,
    evidence: Sequence[Evidence],
    top: str,
    facts: Sequence[Fact],
) -> bool:
    """Tell the figures of several regions with what is computed of them; say whether anything was told.

    Args:
        teller: the answer in the making.
        series: the indicator's facts, a series a region.
        asked: the regions.
        slots: what is asked.
        evidence: pieces found, in which regions without such facts may tell a figure.
        top: the region above the others, or "".
        facts: all facts, for regions that have only a near indicator.
    """
    if (ends := _both_ends(slots)) and all(decimal(fact.value) for at in ends for one in series if (fact := figure_of(one, at, series))):
        return all([_compare(teller, series, asked, at, evidence, top, facts) for at in ends])
    return _compare(teller, series, asked, slots, evidence, top, facts)


def _both_ends(slots: Slots) -> tuple[Slots, ...]:
    """What is asked of the figures that places start from and of those that they aim at, where both are (起点差多少，终点呢)."""
    if slots.years or slots.over_time or slots.aims or not (slots.asks("baseline") and slots.asks(*SET_APART) and LATER.search(slots.text)):
        return ()
    aimed = (slots.operations - {"baseline"}) or frozenset({"lookup"})
    return replace(slots, wants_target=False), replace(slots, operations=aimed, wants_target=True)


def _compare(
    teller: Teller,
    series: Sequence[Series],
    asked: Sequence[str],
    slots: Slots,
    evidence: Sequence[Evidence],
    top: str,
    facts: Sequence[Fact],
) -> bool:
    """Tell the figures of one year, or of those that the places aim at."""
    chosen: list[tuple[Series, Fact]] = []
    for region in asked:
        found = [(one, fact) for one in series if one.region == region and (fact := figure_of(one, slots, series))]
        chosen.extend(found[:1])
    if not slots.aims and len({fact.year for _, fact in chosen}) > 1:
        chosen = _of_one_year([one for one, _ in chosen], slots.years) or chosen
    told = {one.region for one, _ in chosen}
    missing = []
    for region in (region for region in asked if region not in told):
        near = _near(series[0].indicator, region, slots, series, facts)
        of_year = [item for item in evidence if not slots.years or _may_be_of(item, slots.years, facts)]
        quote = None if near else _quote(region, short_name(series[0].facts[0].name), slots.text, of_year, teller.index)
        missing.append(Missing(region, quote, near))
    if not chosen or (
        len(chosen) == 1 and not slots.asks("exists") and (len(asked) > 2 or slots.asks("sum", "share", "multiple", "difference"))
    ):
        return False
    if slots.asks("growth", "average_annual") and not (slots.over_time or slots.aims or slots.asks(*ADDED)):
        if not all(end_points(one, slots) for one, _ in chosen):
            return False  # by how much something grows is no figure of how much there is
        slots = replace(slots, over_time=True)
    if not tell_many(teller, chosen, slots, missing, top):
        return False
    apart = not (slots.over_time or slots.aims or asks_multiples(slots))
    for year in slots.years[1:] if apart and len(chosen) == len(asked) else ():
        later = _of_one_year([one for one, _ in chosen], [year])
        if later and {fact.year for _, fact in later} != {fact.year for _, fact in chosen}:
            tell_many(teller, later, slots, [], top)
    return True


def _near(indicator: str, region: str, slots: Slots, others: Sequence[Series], facts: Sequence[Fact]) -> Fact | None:
    """The figure of a near but different indicator of the same unit that a region without the one asked for has, of the same year."""
    known = load_indicators()
    if indicator not in known:
        return None
    alike = [other for other, _ in known[indicator].apart if counts_alike(indicator, other)]
    found = (figure_of(one, slots, [*others, one]) for one in gather_series(facts, alike, [region]))
    return next(filter(None, found), None)


def _may_be_of(item: Evidence, years: Sequence[int], facts: Sequence[Fact]) -> bool:
    """Tell whether a piece of evidence tells a figure of one of some years, names its year itself, or is of no year that is known."""
    held = {fact.year for fact in facts if fact.doc == item.doc and item.start <= fact.spans[0].start < item.end and fact.year}
    return not held or bool(held & set(years)) or bool(years_in(item.text))


def _quote(region: str, name: str, asked: str, evidence: Sequence[Evidence], index: PassageIndex) -> Statement | None:
    """The best words of a region on an indicator, where they tell a figure that is not among the facts; of long ones the clause of it."""
    best = max((item.coverage for item in evidence), default=0.0)
    own = [item for item in evidence if index.infos[item.doc].region == region and NUMERAL.search(item.text)]
    speaking = next((item for item in own if item.coverage >= SPEAKS * best), None)
    found = _clause_of(speaking, asked) if speaking else None
    return statement(found, region, QUOTED) if found and overlap(name, f"{found.text}{found.passage.context}") >= NAMED else None


def _clause_of(item: Evidence, asked: str) -> Evidence:
    """A sentence, or where it is too long to be quoted the clause with a figure that holds most of what is asked."""
    if item.is_row or len(item.text) <= QUOTED:
        return item
    clauses = [match for match in CLAUSE.finditer(item.text) if NUMERAL.search(match.group())]
    best = max(clauses, key=lambda match: overlap(asked, match.group()), default=None)
    if best is None:
        return item
    return replace(item, text=best.group(), start=item.start + best.start(), end=item.start + best.end())


def figure_of(series: Series, slots: Slots, others: Sequence[Series]) -> Fact | None:
    """The fact of a series that is compared: of the year asked for, else of the year that most plans set targets for."""
    own = dict(slots.aims)
    if series.region in own:
        year = own[series.region]
    elif slots.years:
        year = max(slots.years) if slots.over_time else slots.years[0]
    else:
        base = slots.asks("baseline") and not slots.wants_target
        dated = [fact.year for one in others for fact in one.facts if (fact.kind == "target") != base and fact.year]
        year = max(sorted(set(dated), reverse=base), key=dated.count, default=0)
    found = series.values(year)
    return next((fact for fact in found if decimal(fact.value) is not None), found[0] if found else None)


def _of_one_year(series: Sequence[Series], asked: Sequence[int]) -> list[tuple[Series, Fact]]:
    """The figures of the first year asked for that all series have one of; none where there is no such year."""
    for year in asked:
        found = [(one, next((fact for fact in one.values(year) if decimal(fact.value) is not None), None)) for one in series]
        chosen = [(one, fact) for one, fact in found if fact is not None]
        if len(chosen) == len(series):
            return chosen
    return []


def below_top(every: tuple[str, ...], slots: Slots, top: str) -> tuple[str, ...]:
    """All regions; without the one above them where its parts are asked about."""
    parts = PARTS_ONLY.search(slots.text) and not WHOLE_TOO.search(slots.text)
    return tuple(region for region in every if region != top) if parts else every


def default_regions(documents: Sequence[DocumentInfo], top: str) -> tuple[str, ...]:
    """The region that stands for a question which names none."""
    return (top,) if top else tuple(dict.fromkeys(info.region for info in documents if info.region))[:1]
