"""Rows of indicator tables -> facts: a cell a fact, with the year of its column."""

import re
from collections.abc import Iterator

from facts.cell_parts import UNIT_END, Part, cell_parts
from facts.cells import read_cell, remark_of, unit_of
from facts.fact import Fact, Span
from facts.indicators import match_name, own_name
from facts.periods import REACHED, YearMention, kind_of, year_mentions
from facts.quantities import find_quantities
from facts.scope import KIND_OF_PLACE, entity_of
from index.catalog import DocumentInfo
from index.passages import Passage

MARKED = re.compile(r"\s*[①-⑩]+(?=\s*(?:[（(][^（()）]*[)）])?$)")
EMPTY = re.compile(r"[-—–/\\*\s]*|无|/")
GROWTH = re.compile(r"增量|增幅|增长|增速|累计新增|年均(?:增长率?|增速|增幅|新增|提高)?")
SHARE_OF_BEFORE = re.compile(r"增速|增幅|增长")  # such a column is in % unless it says otherwise
SHARES = ("%", "‰", "百分点")
REMARK = re.compile(r"备注|说明|情况|单位|属性|类型|性质|责任|来源|序号")
NATURE = re.compile(r"预期性|约束性")
OPENING = ("[", "［")
AIMED = re.compile(r"目标|现状|基数|基期|实绩|完成值")


def table_facts(info: DocumentInfo, passage: Passage, text: str) -> Iterator[Fact]:
    """Yield the facts of one row: of every column whose header names a year.

    Args:
        info: the document.
        passage: a table row.
        text: the document's text.
    """
    row = passage.row
    if row is None or not row.label:
        return
    nature = _nature(row.note, " ".join(value for header, value, _ in row.cells if REMARK.search(header)))
    at = passage.start
    columns = [(header, value, unit, column_year(info, header, row.caption)) for header, value, unit in row.cells]
    for header, value, unit, mention in columns:
        place = text.find(value, at, passage.end) if value else -1
        if place >= 0:
            at = place + len(value)
        if mention is None or REMARK.search(header) or EMPTY.fullmatch(value) or place < 0:
            continue
        if parts := cell_parts(row.label, value):
            yield from (_part_fact(info, passage, text, mention, place, part, nature) for part in parts)
        elif read_cell(value, unit, "") or not any(find_quantities(value, 0, len(value))):
            yield _cell_fact(info, passage, text, header, mention, Span(place, place + len(value)), unit, nature)


def column_year(info: DocumentInfo, header: str, caption: str) -> YearMention | None:
    """Return the year of a column: its header's own, or for growth and aims that of the caption or the period's end."""
    found = year_mentions(header, 0, len(header))
    if found:
        return found[-1]
    if not GROWTH.search(header) and not AIMED.search(header):
        return None
    if named := year_mentions(caption, 0, len(caption)):
        return named[-1]
    return YearMention(info.years[1], 0, 0) if info.years and GROWTH.search(header) else None


def _cell_fact(
    info: DocumentInfo, passage: Passage, text: str, header: str, mention: YearMention, span: Span, unit: str, nature: str
) -> Fact:
    row = passage.row
    assert row is not None
    value = text[span.start : span.end]
    growth = GROWTH.search(header)
    if growth and value.startswith(OPENING):  # a sum over the years in a column of rates
        growth = GROWTH.match("增量")
    if growth and SHARE_OF_BEFORE.search(growth.group()) and unit not in SHARES:
        unit = "%"
    mark = MARKED.search(row.label)
    name = UNIT_END.sub("", MARKED.sub("", row.label)).strip()
    name = f"{name}{growth.group()}" if growth else name
    found = match_name(name) if not growth else None
    part = found.before if found and (entity_of(found.before) or KIND_OF_PLACE.search(found.before)) else ""
    read = read_cell(value, unit, row.note)
    note = "，".join(filter(None, (read.note if read else "", remark_of(mark.group(), row.note) if mark else "")))
    out = read.unit if read else unit_of(unit)
    first = info.years[0] if info.years else None
    kind = kind_of(mention.year, header + note, first)
    if "预测" in note and kind != "target":
        kind = "forecast"
    elif kind == "actual" and not REACHED.search(header):
        kind = "baseline"  # a year beside that of the target, which it is set against
    own = own_name(name) if not (read and read.rate) else own_name(f"{name}{'' if '增' in name else read.rate}")
    return Fact(
        doc=info.id,
        region=info.region,
        indicator=found.indicator.id if found and (not found.before or part) and not (read and read.rate) else own,
        name=MARKED.sub("", row.label),
        year=mention.year,
        value=read.value if read else value.strip(),
        value_high=(read.high or None) if read else None,
        unit="百分点" if growth and growth.group() == "增量" and out == "%" else out,
        comparator=growth.group() if growth else read.comparator if read else "",
        kind=kind,
        scope=part,
        note=note,
        spans=(span, *name_span(text, row.label, passage)),
        passage_id=passage.passage_id,
        origin="table",
        nature=nature,
        cumulative=True if "累计" in note or "累计" in row.label else None,
    )


def _part_fact(info: DocumentInfo, passage: Passage, text: str, mention: YearMention, place: int, part: Part, nature: str) -> Fact:
    """One figure of a cell that tells several, under the deed that it tells and what all of them are done to."""
    row = passage.row
    assert row is not None
    return Fact(
        doc=info.id,
        region=info.region,
        indicator=own_name(part.name),
        name=row.label,
        year=mention.year,
        value=part.value,
        value_high=None,
        unit=part.unit,
        comparator="",
        kind=kind_of(mention.year, "", info.years[0] if info.years else None),
        scope="",
        note=part.deed,
        spans=(Span(place + part.start, place + part.end), *name_span(text, row.label, passage)),
        passage_id=passage.passage_id,
        origin="table",
        nature=nature,
        cumulative=None,
    )


def name_span(text: str, label: str, passage: Passage) -> tuple[Span, ...]:
    """Return where a row's name stands, nothing where a page break or a merged cell parts it from the row."""
    place = text.find(label, passage.start, passage.end)
    return (Span(place, place + len(label)),) if place >= 0 else ()


def _nature(note: str, remarks: str) -> str:
    own = NATURE.search(remarks)
    if own:
        return own.group()
    said = set(NATURE.findall(note))
    return said.pop() if len(said) == 1 else ""
