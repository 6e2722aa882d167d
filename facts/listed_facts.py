"""Rows of tables of parks, institutes and the like -> facts of each of them: a body a column, or a body a row."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from facts.fact import Fact, Span
from facts.indicators import match_name, own_name
from facts.periods import YearMention, kind_of, year_mentions
from facts.quantities import Quantity, find_quantities, plain_decimal
from facts.scope import KIND_OF_PLACE, entity_of
from index.catalog import DocumentInfo
from index.passages import Passage, RowView

DATED = re.compile(r"(?:到|至)?(?:19|20)\d{2}\s*年(?:底|末|度)?的?")
UNIT_END = re.compile(r"\s*[（(][^（()）]*[)）]\s*$")
AIMED = re.compile(r"目标值?$|规划值$|计划数?$")
BODY = re.compile(r"(?:[园区院所城镇港谷廊]|街道|基地|中心|公司|大学)$")
FEWEST = 2  # bodies in a header


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure of such a table: what it is of, of whom, its year, and the words of its header."""

    name: str
    scope: str
    quantity: Quantity
    mention: YearMention
    header: str


def is_listed(row: RowView) -> bool:
    """Tell whether a row's figures are of bodies: its headers are, or it is one itself and its headers name years or aims."""
    return _has_bodies_above(row) or (
        _is_body(row.label)
        and match_name(row.label) is None
        and any(year_mentions(header, 0, len(header)) for header, _, _ in row.cells)
        and any(_noun(header) for header, _, _ in row.cells if year_mentions(header, 0, len(header)))
    )


def listed_facts(info: DocumentInfo, passage: Passage, text: str) -> Iterator[Fact]:
    """Yield the facts of one row of such a table.

    Args:
        info: the document.
        passage: a table row, of which `is_listed` holds.
        text: the document's text.
    """
    row = passage.row
    if row is None:
        return
    for one in _by_column(passage, row, text) if _has_bodies_above(row) else _by_row(info, passage, row, text):
        found = match_name(one.name)
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
            kind=kind_of(one.mention.year, one.header, info.years[0] if info.years else None),
            scope="" if one.scope == info.region else one.scope,
            note="",
            spans=(Span(quantity.start, quantity.end), *_name_span(text, row.label, passage)),
            passage_id=passage.passage_id,
            origin="table",
        )


def _by_column(passage: Passage, row: RowView, text: str) -> Iterator[Stated]:
    """2025年营业收入 | of 甲园 | of 乙园."""
    dated = year_mentions(row.label, 0, len(row.label))
    for header, quantity in _figures(passage, row, text):
        yield Stated(_noun(row.label), re.sub(r"\s+", "", header), quantity, dated[-1], row.label)


def _by_row(info: DocumentInfo, passage: Passage, row: RowView, text: str) -> Iterator[Stated]:
    """甲园 | 2023年营收 | 2026年目标 | 高企目标: a header without a noun goes on with the one before it."""
    named = ""
    nouns: dict[str, str] = {}
    for header, _, _ in row.cells:
        named = nouns[header] = _noun(header) or named
    for header, quantity in _figures(passage, row, text):
        dated = year_mentions(header, 0, len(header))
        aimed = bool(AIMED.search(UNIT_END.sub("", header)))
        mention = dated[-1] if dated else YearMention(info.years[1], 0, 0) if aimed and info.years else None
        if mention is not None and nouns[header]:
            yield Stated(nouns[header], re.sub(r"\s+", "", row.label), quantity, mention, header)


def _figures(passage: Passage, row: RowView, text: str) -> Iterator[tuple[str, Quantity]]:
    """The headers of a row with the one figure that each cell is, in the unit it has or that of its column."""
    at = passage.start
    for header, value, unit in row.cells:
        place = text.find(value, at, passage.end) if value else -1
        if place < 0:
            continue
        at = place + len(value)
        for said in (value, value + unit):
            found = [one for one in find_quantities(said, 0, len(said)) if one.start == 0]
            if len(found) == 1 and found[0].end == len(said):
                one = found[0]
                yield header, Quantity(place, place + len(value), one.value, one.high, one.unit, one.comparator)
                break


def _noun(header: str) -> str:
    """What a header is of, without its year, its unit and the word for an aim."""
    return AIMED.sub("", DATED.sub("", UNIT_END.sub("", header)).strip()).strip()


def _has_bodies_above(row: RowView) -> bool:
    headers = [header for header, _, _ in row.cells]
    return len(headers) >= FEWEST and all(map(_is_body, headers)) and bool(year_mentions(row.label, 0, len(row.label)))


def _is_body(name: str) -> bool:
    plain = UNIT_END.sub("", name.strip())
    return bool(BODY.search(plain) or entity_of(plain) or KIND_OF_PLACE.search(plain))


def _name_span(text: str, label: str, passage: Passage) -> tuple[Span, ...]:
    place = text.find(label, passage.start, passage.end)
    return (Span(place, place + len(label)),) if place >= 0 else ()
