"""Rows of indicator tables -> facts: a cell a fact, with the year of its column."""

import re
from collections.abc import Iterator
from dataclasses import replace

from facts.cell_parts import UNIT_END, Part, cell_parts
from facts.cells import read_cell, remark_of, unit_of
from facts.fact import Fact, Span
from facts.indicators import match_name, own_name
from facts.natures import NATURE, REMARK, STARRED, row_nature
from facts.own_units import INCREASE, beside, figure_and_unit
from facts.periods import REACHED, YearMention, kind_of, year_mentions
from facts.quantities import find_quantities
from facts.scope import KIND_OF_PLACE, entity_of
from index.catalog import DocumentInfo
from index.passages import Passage

MARKED = re.compile(r"\s*(?:[①-⑩]+|[*＊#△▲☆★])(?=\s*(?:[（(][^（()）]*[)）])?$)")
EMPTY = re.compile(r"[【〔\[［（(]?[-—–－/\\*\s]*[】〕\]］）)]?|暂?无|缺")
BASE = re.compile(r"基期|基数|基准|现状|期初")
GROWTH = re.compile(r"增量|增幅|增长|增速|累计新增|年均(?:增长率?|增速|增幅|新增|提高)?")
SHARE_OF_BEFORE = re.compile(r"增速|增幅|增长")  # such a column is in % unless it says otherwise
RANK = re.compile(r"排名|排位|位次|名次")
OTHER = re.compile(  # what makes a column's figures those of something else
    rf"(?:全[国省市区]|[^\s\d年（()）]{{0,4}})(?:{RANK.pattern})|(?:目标)?完成(?:率|比例|进度)|达成率|占[^\s\d年]{{0,6}}比重|占比"
)
SHARES = ("%", "‰", "百分点")
NAMED = re.compile(r"[\u4e00-\u9fff]|[A-Za-z]{2}")  # a figure or a sign names no row
OPENING = ("[", "［", "【", "〔", "{", "｛")
AIMED = re.compile(r"目标|现状|基数|基期|基准|实绩|完成值|累计")
SUMMED = re.compile(r"累计(?!新增)")
SAID = "(?:为|是|指|系|以)?[^。；;，,\\d]{0,6}"  # between a column's word and the year that a caption or note gives it


def table_facts(info: DocumentInfo, passage: Passage, text: str) -> Iterator[Fact]:
    """Yield the facts of one row: of every column whose header names a year.

    Args:
        info: the document.
        passage: a table row.
        text: the document's text.
    """
    row = passage.row
    if row is None or not NAMED.search(row.label):
        return
    nature = row_nature(row)
    at = passage.start
    columns = [(header, value, unit, column_year(info, header, row.caption, row.note)) for header, value, unit in row.cells]
    for header, value, unit, mention in columns:
        place = text.find(value, at, passage.end) if value else -1
        if place >= 0:
            at = place + len(value)
        if mention is None or REMARK.search(header) or EMPTY.fullmatch(value) or place < 0:
            continue
        if parts := cell_parts(row.label, value):
            yield from (_part_fact(info, passage, text, mention, place, part, nature) for part in parts)
            continue
        figure, of = figure_and_unit(value, unit)
        if read_cell(figure, of, "") or not any(find_quantities(value, 0, len(value))):
            whole = _cell_fact(info, passage, text, header, mention, Span(place, place + len(value)), (figure, of), nature)
            yield whole
            if more := beside(value, row.note):
                yield _fact_beside(whole, more, place)


def column_year(info: DocumentInfo, header: str, caption: str, note: str = "") -> YearMention | None:
    """Return the year of a column: its header's own, or for growth and aims that of caption, note or the period's end."""
    found = year_mentions(header, 0, len(header))
    if found:
        return found[-1]
    if not GROWTH.search(header) and not AIMED.search(header):
        return None
    if told := said_year(header, f"{caption}。{note}"):
        return told
    named = [mention for mention in year_mentions(caption, 0, len(caption)) if not (mention.is_plan and BASE.search(header))]
    if BASE.search(header):
        return named[0] if len({mention.year for mention in named}) == 1 else None
    if named:
        return named[-1]
    return YearMention(info.years[1], 0, 0) if info.years and not REACHED.search(header) else None


def said_year(header: str, words: str) -> YearMention | None:
    """Return the year that a caption or note gives a column by its word: 基期为2025年, 累计为2026—2030年.

    >>> said_year("目标值", "（基期为2025年，目标为2030年）").year
    2030
    """
    for word in AIMED.findall(header):
        if match := re.search(rf"{word}(?:值|年|数)?{SAID}((?:19|20)\d{{2}})年?(?:\s*[-—–－~至]+\s*((?:19|20)\d{{2}}))?", words):
            return YearMention(int(match[2] or match[1]), 0, 0)
    return None


def _cell_fact(
    info: DocumentInfo, passage: Passage, text: str, header: str, mention: YearMention, span: Span, figure: tuple[str, str], nature: str
) -> Fact:
    row = passage.row
    assert row is not None
    value, unit = figure[0], "" if EMPTY.fullmatch(figure[1]) else figure[1]
    growth = GROWTH.search(header)
    if growth and value.startswith(OPENING):  # a sum over the years in a column of rates
        growth = GROWTH.match("增量")
    if growth and SHARE_OF_BEFORE.search(growth.group()) and unit not in SHARES:
        unit = "%"
    mark = MARKED.search(row.label)
    label = STARRED.sub("", MARKED.sub("", row.label))
    name = UNIT_END.sub("", label).strip()
    other = OTHER.search(header) if not growth else None  # 2025年全省排名: no figure of the row's own
    if other:
        unit = "位" if RANK.search(other.group()) else "%"
    name = f"{name}{growth.group() if growth else other.group() if other else ''}"
    found = match_name(name) if not growth and not other else None
    part = found.before if found and (entity_of(found.before) or KIND_OF_PLACE.search(found.before)) else ""
    read = read_cell(value, unit, row.note)
    note = "，".join(filter(None, (read.note if read else "", _said_of(mark.group(), row.note) if mark else "")))
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
        name=name if other else label,
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
        cumulative=True if "累计" in note or "累计" in row.label or SUMMED.search(header) else None,
    )


def _said_of(mark: str, note: str) -> str:
    """What the note says of a mark behind a row's name; that its rows are binding is no remark on the figure."""
    said = remark_of(mark, note)
    return "" if NATURE.search(said) else said


def _fact_beside(whole: Fact, more: tuple[str, str, int], place: int) -> Fact:
    """What stands in brackets beside a figure, under the name that the table's note gives it, of the same year and unit."""
    value, name, start = more
    if INCREASE.fullmatch(name):
        name = f"{UNIT_END.sub('', whole.name).strip()}{name.removesuffix('数')}"
    found = match_name(name)
    span = Span(place + start, place + start + len(value))
    known = found.indicator.id if found and not found.before else own_name(name)
    return replace(whole, indicator=known, name=name, value=value.replace(",", ""), spans=(span,), note="", comparator="", scope="")


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
