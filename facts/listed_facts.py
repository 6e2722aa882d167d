"""Rows of tables that have a body a column -> facts of each of them: 2025年营业收入 | 甲园 | 乙园."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from facts.fact import Fact, Span
from facts.indicators import match_name, own_name
from facts.periods import YearMention, kind_of, year_mentions
from facts.quantities import Quantity, find_quantities, plain_decimal
from facts.scope import KIND_OF_PLACE, entity_of
from index.catalog import DocumentInfo
from index.passages import Passage

DATED = re.compile(r"(?:到|至)?(?:19|20)\d{2}\s*年(?:底|末|度)?的?")
UNIT_END = re.compile(r"\s*[（(][^（()）]*[)）]\s*$")
BODY = re.compile(r"(?:[园区院所城镇港谷廊]|街道|基地|中心|公司|大学)$")
FEWEST = 2  # bodies in a header


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure of a list: what it is of, of whom, and its year."""

    name: str
    scope: str
    quantity: Quantity
    mention: YearMention


def listed_facts(info: DocumentInfo, passage: Passage, text: str) -> Iterator[Fact]:
    """Yield the facts of one row that names an indicator with its year, under headers that are all parks, institutes or the like.

    Args:
        info: the document.
        passage: a table row.
        text: the document's text.
    """
    row = passage.row
    if row is None or not row.label or any(year_mentions(header, 0, len(header)) for header, _, _ in row.cells):
        return
    bodies = [header for header, _, _ in row.cells if _is_body(header)]
    dated = year_mentions(row.label, 0, len(row.label))
    if not dated or len(bodies) < FEWEST or len(bodies) != len(row.cells):
        return
    for one in _columns(passage, text, dated[-1]):
        found = match_name(one.name)
        first = info.years[0] if info.years else None
        quantity = one.quantity
        yield Fact(
            doc=info.id,
            region=info.region,
            indicator=found.indicator.id if found and not found.before else own_name(one.name),
            name=one.name,
            year=one.mention.year,
            value=plain_decimal(quantity.value),
            value_high=plain_decimal(quantity.high) if quantity.high is not None else None,
            unit=quantity.unit,
            comparator=quantity.comparator,
            kind=kind_of(one.mention.year, row.label, first),
            scope="" if one.scope == info.region else one.scope,
            note="",
            spans=(Span(quantity.start, quantity.end), *_name_span(text, row.label, passage)),
            passage_id=passage.passage_id,
            origin="table",
        )


def _columns(passage: Passage, text: str, mention: YearMention) -> Iterator[Stated]:
    row = passage.row
    assert row is not None
    name = DATED.sub("", UNIT_END.sub("", row.label)).strip()
    at = passage.start
    for header, value, unit in row.cells:
        place = text.find(value, at, passage.end) if value else -1
        if place < 0:
            continue
        at = place + len(value)
        if quantity := _with_unit(value, unit, place):
            yield Stated(name, re.sub(r"\s+", "", header), quantity, mention)


def _with_unit(value: str, unit: str, place: int) -> Quantity | None:
    """The one figure that a cell is, in the unit it has or that of its column."""
    for said in (value, value + unit):
        found = [one for one in find_quantities(said, 0, len(said)) if one.start == 0]
        if len(found) == 1 and found[0].end == len(said):
            one = found[0]
            return Quantity(place, place + len(value), one.value, one.high, one.unit, one.comparator)
    return None


def _is_body(header: str) -> bool:
    name = UNIT_END.sub("", header.strip())
    return bool(BODY.search(name) or entity_of(name) or KIND_OF_PLACE.search(name))


def _name_span(text: str, label: str, passage: Passage) -> tuple[Span, ...]:
    place = text.find(label, passage.start, passage.end)
    return (Span(place, place + len(label)),) if place >= 0 else ()
