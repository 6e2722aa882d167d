"""Rows of indicator tables -> facts: a cell a fact, with the year of its column."""

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from facts.fact import Fact, Span
from facts.indicators import match_name, own_name
from facts.periods import YearMention, kind_of, year_mentions
from facts.quantities import ASCII, normalise, plain_decimal, split_unit
from facts.scope import KIND_OF_PLACE, entity_of
from index.catalog import DocumentInfo
from index.passages import Passage

CELL = re.compile(
    r"(?P<sign>[>＞≥＜<≤]|超过|不低于|约|左右|达到)?\s*(?P<open>\[)?\s*(?P<low>\d[\d,，]*(?:\.\d+)?)\s*(?:[-–—~～至]\s*(?P<high>\d[\d,]*(?:\.\d+)?))?\s*(?P<close>\])?"
    r"\s*(?P<percent>[%％])?\s*(?P<after>以上|左右|以下|\+)?\s*(?P<star>\*+|[①②③④⑤])?\s*(?:[（(]\s*(?P<note>[^（()）]*)[)）])?\s*(?P<late>\*+)?"
)
SIGNS = {">": "超过", "＞": "超过", "≥": "不低于", "＜": "低于", "<": "低于", "≤": "不超过"}
PART = re.compile(r"(?P<deed>[\u4e00-\u9fff]{2,6}?)(?P<number>\d[\d,]*(?:\.\d+)?)(?P<scale>[万亿])?(?P<unit>[家个项名人件种台])")
EMPTY = re.compile(r"[-—–/\\*\s]*|无|/")
GROWTH = re.compile(r"增量|增幅|增长|增速|累计新增|年均")
REMARK = re.compile(r"备注|说明|情况|单位|属性|类型|性质|责任|来源|序号")
NATURE = re.compile(r"预期性|约束性")
UNIT_END = re.compile(r"\s*[（(][^（()）]*[)）]\s*$")
STARRED = re.compile(r"\*+\s*(?:号)?\s*(?:为|表示|系|是)\s*([^。；;，]+)")
BRACKETS = re.compile(r"\[\s*\]\s*(?:数据|内)?\s*(?:为|表示)?([^。；;，]+)")


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
    columns = [(header, value, unit, _column_year(header, row.caption)) for header, value, unit in row.cells]
    first = info.years[0] if info.years else None
    for header, value, unit, mention in columns:
        place = text.find(value, at, passage.end) if value else -1
        if place >= 0:
            at = place + len(value)
        if mention is None or REMARK.search(header) or EMPTY.fullmatch(value) or place < 0:
            continue
        if parts := _parts(row.label, value):
            yield from (_part_fact(info, passage, text, mention, place, match, first, nature) for match in parts)
            continue
        growth = GROWTH.search(header)
        name = UNIT_END.sub("", row.label).strip()
        name = f"{name}{growth.group()}" if growth else name
        found = match_name(name) if not growth else None
        part = found.before if found and (entity_of(found.before) or KIND_OF_PLACE.search(found.before)) else ""
        read = _read(value, unit, row.note)
        if growth and growth.group() == "增量" and read["unit"] == "%":
            read["unit"] = "百分点"
        kind = kind_of(mention.year, header + (read["note"] or ""), first)
        if read["note"] and "预测" in read["note"] and kind != "target":
            kind = "forecast"
        yield Fact(
            doc=info.id,
            region=info.region,
            indicator=found.indicator.id if found and (not found.before or part) else own_name(name),
            name=row.label,
            year=mention.year,
            value=read["value"],
            value_high=read["high"] or None,
            unit=read["unit"],
            comparator=f"{growth.group()}" if growth else read["comparator"],
            kind=kind,
            scope=part,
            note=read["note"],
            spans=(Span(place, place + len(value)), *_name_span(text, row.label, passage)),
            passage_id=passage.passage_id,
            origin="table",
            nature=nature,
            cumulative=True if "累计" in read["note"] or "累计" in row.label else None,
        )


def _parts(label: str, value: str) -> list[re.Match[str]]:
    """The figures of a cell that tells one for each of the things that its row lists: 引进、研发新产品 | 引进40个、研发200个."""
    found = list(PART.finditer(value))
    whole = "".join(match.group() for match in found) == re.sub(r"[、，,；;\s]", "", value)
    return found if len(found) > 1 and whole and all(match["deed"] in label for match in found) else []


def _part_fact(
    info: DocumentInfo,
    passage: Passage,
    text: str,
    mention: YearMention,
    place: int,
    match: re.Match[str],
    first: int | None,
    nature: str,
) -> Fact:
    """One figure of such a cell, under the deed that it tells and what all of them are done to."""
    row = passage.row
    assert row is not None
    noun = re.split(r"[、和及与]", UNIT_END.sub("", row.label).strip())[-1]
    listed = re.findall(r"[\u4e00-\u9fff]{2,6}(?=\d)", match.string)
    thing = next((noun.removeprefix(deed) for deed in listed if noun.startswith(deed)), noun)
    value, unit = normalise(Decimal(match["number"].replace(",", "")), match["scale"] or "", match["unit"])
    return Fact(
        doc=info.id,
        region=info.region,
        indicator=own_name(match["deed"] + thing),
        name=row.label,
        year=mention.year,
        value=plain_decimal(value),
        value_high=None,
        unit=unit,
        comparator="",
        kind=kind_of(mention.year, "", first),
        scope="",
        note=match["deed"],
        spans=(Span(place + match.start(), place + match.end()), *_name_span(text, row.label, passage)),
        passage_id=passage.passage_id,
        origin="table",
        nature=nature,
        cumulative=None,
    )


def _column_year(header: str, caption: str) -> YearMention | None:
    found = year_mentions(header, 0, len(header))
    if found:
        return found[-1]
    if GROWTH.search(header) or re.search(r"目标|现状|基数|基期|实绩|完成值", header):
        named = year_mentions(caption, 0, len(caption))
        return named[-1] if named else None
    return None


def _name_span(text: str, label: str, passage: Passage) -> tuple[Span, ...]:
    place = text.find(label, passage.start, passage.end)
    return (Span(place, place + len(label)),) if place >= 0 else ()


def _read(value: str, unit: str, table_note: str) -> dict[str, str]:
    """A cell's figure in its unit without scale, or its words."""
    scale, plain = split_unit(unit)
    match = CELL.fullmatch(value.strip())
    if match is None:
        return {"value": value.strip(), "high": "", "unit": normalise(Decimal(1), scale, plain)[1], "comparator": "", "note": ""}
    if match["percent"] and not plain:
        plain = "%"
    try:
        low, out = normalise(Decimal(re.sub("[,，]", "", match["low"].translate(ASCII))), scale, plain)
        high = normalise(Decimal(match["high"].replace(",", "")), scale, plain)[0] if match["high"] else None
    except InvalidOperation:
        return {"value": value.strip(), "high": "", "unit": plain, "comparator": "", "note": ""}
    sign = match["sign"] or ""
    return {
        "value": plain_decimal(low),
        "high": plain_decimal(high) if high is not None else "",
        "unit": out,
        "comparator": SIGNS.get(sign, sign) or {"+": "以上"}.get(match["after"] or "", match["after"] or ""),
        "note": _cell_note(match, table_note),
    }


def _cell_note(match: re.Match[str], table_note: str) -> str:
    said = (match["note"] or "").strip()
    notes = [f"{said}年数据" if re.fullmatch(r"(?:19|20)\d{2}年?", said) else said]
    notes[0] = notes[0].replace("年年", "年")
    if (match["star"] or match["late"]) and (found := STARRED.search(table_note)):
        notes.append(re.sub(r"\s+", "", found.group(1)))
    if match["open"] and (found := BRACKETS.search(table_note)):
        notes.append(re.sub(r"\s+", "", found.group(1)))
    return "，".join(note for note in notes if note)


def _nature(note: str, remarks: str) -> str:
    own = NATURE.search(remarks)
    if own:
        return own.group()
    said = set(NATURE.findall(note))
    return said.pop() if len(said) == 1 else ""
