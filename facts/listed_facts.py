"""Rows of tables of parks, institutes and the like -> facts of each of them: a body a column, or a body a row."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from facts.fact import Fact, Kind, Span
from facts.indicators import match_name, own_name
from facts.periods import YearMention, kind_of, year_mentions
from facts.quantities import Quantity, find_quantities, plain_decimal
from facts.scope import KIND_OF_PLACE, entity_of
from facts.table_facts import name_span
from index.catalog import DocumentInfo
from index.passages import Passage, RowView
from index.tables.grid import bracket_unit

DATED = re.compile(r"(?:到|至)?(?:19|20)\d{2}\s*年(?:底|末|度)?的?")
UNIT_END = re.compile(r"\s*[（(][^（()）]*[)）]\s*$")
BARE_UNIT = re.compile(r"(?:万亿元|亿元|万元|平方公里|公顷|万?平方米|亩|%)$")  # 产值（营收）亿元: a unit without brackets
AIMED = re.compile(r"目标值?$|规划值$|计划数?$")
BODY = re.compile(r"(?:[园区院所城镇港谷廊县旗]|街道|基地|中心|公司|大学)$")
PLACES = re.compile(  # what stands above names of bodies
    r"(?:各|重点|主要|区域|所属|科技|创新|产业)*(?:园区|分园|旗县区?|区县(?:市)?|县区|县域|县市区?|市县区?|市区县|县[（(]市[、，]?区[)）]|市州|地市|地区|城市|区域|板块|片区|"
    r"功能区|组团|平台|载体|小镇|走廊|街道|(?:乡镇|镇乡|镇|乡)(?:[、，]?街道|[（(]街道[)）])?|镇街|街镇|开发区|高新区|机构|研究院所?|实验室|单位|企业)(?:名称)?"
)
WORKS = re.compile(r"(?:重大|重点|科技|产业)*(?:项目|工程)(?:名称)?")  # what stands above names of projects
DEED = re.compile(  # what is to be done in the plan's period, though its header names no year
    r"(?:[\d一二两三四五六七八九十]+年)?(?:累计)?(?=(?:新增|净增|新建|盘活|改造|淘汰|腾退|收储|引进|引育|培育|建设|完成|整治|消化|实施)[^（(]*[^（(\d])"
)
EXTENT = re.compile(r"面积|总投资|投资额|投资总额|计划投资|投资规模|投资[（(]|投资$")  # what a body has without a year
PLANNED = re.compile(r"投资|规划|目标")
ALL = re.compile(r"合\s*计|总\s*计|全[市区县省]|小\s*计")
TOTAL = "合计"
INDICATORS = re.compile(r"(?:主要|具体|核心)?指标(?:名称|内容)?")  # what stands above names of indicators
FEWEST = 2  # bodies in a header


@dataclass(frozen=True, slots=True)
class Stated:
    """A figure of such a table: what it is of, of whom, its year, and the words of its header."""

    name: str
    scope: str
    quantity: Quantity
    mention: YearMention | None
    header: str


def is_listed(row: RowView) -> bool:
    """Tell whether a row's figures are of bodies: its headers are, or it is one itself and its headers name years or aims."""
    if _has_bodies_above(row):
        return True
    if match_name(row.label) is not None or INDICATORS.fullmatch(row.head) or bracket_unit(row.label):
        return False
    if PLACES.fullmatch(row.head) or WORKS.fullmatch(row.head):
        return True
    dated = [header for header, _, _ in row.cells if year_mentions(header, 0, len(header))]
    return _is_body(row.label) and any(map(_noun, dated))


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
            year=one.mention.year if one.mention else None,
            value=plain_decimal(quantity.value),
            value_high=plain_decimal(quantity.high) if quantity.high is not None else None,
            unit=quantity.unit,
            comparator=quantity.comparator,
            kind=_kind(info, one),
            scope=_scope(info, one, known=found is not None and not found.before),
            note="",
            spans=(Span(quantity.start, quantity.end), *name_span(text, row.label, passage)),
            passage_id=passage.passage_id,
            origin="table",
        )


def _scope(info: DocumentInfo, one: Stated, *, known: bool) -> str:
    """Whom a figure is of: a total is the whole region's where its name says so much by itself, else only that of its table."""
    if one.scope == info.region or (known and is_total(one.scope)):
        return ""
    return TOTAL if is_total(one.scope) else one.scope


def is_total(label: str) -> bool:
    """Tell whether a row adds up those above it."""
    return bool(ALL.fullmatch(label))


def _kind(info: DocumentInfo, one: Stated) -> Kind:
    if one.mention is None:
        return "target" if PLANNED.search(one.header) else "actual"
    return kind_of(one.mention.year, one.header, info.years[0] if info.years else None)


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
    for head, quantity in _figures(passage, row, text):
        header = unicodedata.normalize("NFKC", head)
        dated = year_mentions(header, 0, len(header))
        aimed = bool(AIMED.search(UNIT_END.sub("", header)))
        aimed = aimed or bool(DEED.match(header))
        mention = dated[-1] if dated else YearMention(info.years[1], 0, 0) if aimed and info.years else None
        if nouns[head] and (mention is not None or EXTENT.search(UNIT_END.sub("", header))):
            yield Stated(nouns[head], re.sub(r"\s+", "", row.label), quantity, mention, header)


def _figures(passage: Passage, row: RowView, text: str) -> Iterator[tuple[str, Quantity]]:
    """The headers of a row with the one figure that each cell is, in the unit it has or that of its column."""
    at = passage.start
    for header, value, unit in row.cells:
        place = text.find(value, at, passage.end) if value else -1
        if place < 0:
            continue
        at = place + len(value)
        tail = BARE_UNIT.search(DATED.sub("", unicodedata.normalize("NFKC", header)).strip())
        for said in (value, value + unit, *([value + tail.group()] if tail else [])):
            found = [one for one in find_quantities(said, 0, len(said)) if one.start == 0]
            if len(found) == 1 and found[0].end == len(said):
                one = found[0]
                yield header, Quantity(place, place + len(value), one.value, one.high, one.unit, one.comparator)
                break


def _noun(header: str) -> str:
    """What a header is of, without its year, its unit and the word for an aim."""
    undated = DATED.sub("", UNIT_END.sub("", unicodedata.normalize("NFKC", header))).strip()
    bare = UNIT_END.sub("", BARE_UNIT.sub("", undated))
    return AIMED.sub("", DEED.sub("", bare, count=1)).strip()


def _has_bodies_above(row: RowView) -> bool:
    headers = [header for header, _, _ in row.cells]
    return len(headers) >= FEWEST and all(map(_is_body, headers)) and bool(year_mentions(row.label, 0, len(row.label)))


def _is_body(name: str) -> bool:
    plain = UNIT_END.sub("", name.strip())
    return bool(BODY.search(plain) or entity_of(plain) or KIND_OF_PLACE.search(plain))
