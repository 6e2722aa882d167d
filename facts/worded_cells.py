"""Cells of words in a table's rows (科研人员3000人, 单位 and 时限 beside it) -> the facts that their words tell."""

import re
from collections.abc import Iterator
from dataclasses import replace

from facts.carried import Carried
from facts.cell_parts import cell_parts
from facts.cells import read_cell
from facts.fact import Fact
from facts.indicators import own_name
from facts.natures import REMARK
from facts.periods import YearMention, year_mentions
from facts.scope import entity_of
from facts.text_facts import text_facts
from index.catalog import DocumentInfo
from index.passages import Passage, RowView

LONG = 24  # a longer cell is read as running text
DUE = re.compile(r"时限|完成时间|完成年限|时间节点|时间要求|进度安排|年限|期限")
TASKS = re.compile(
    r"(?:重点|主要|具体|工作|改革|目标)*(?:任务|工作|行动|举措|措施|事项|内容)(?:名称|清单|内容)?"
)  # stands above names of tasks


def worded_cells(info: DocumentInfo, passage: Passage, text: str) -> Iterator[Fact]:
    """Yield the facts that the words of a row's cells tell; the year is the cell's own, its column's, or the row's time limit.

    Args:
        info: the document.
        passage: a table row.
        text: the document's text.
    """
    row = passage.row
    if row is None:
        return
    due = _due(row)
    at = passage.start
    for header, value, unit in row.cells:
        place = text.find(value, at, passage.end) if value else -1
        if place < 0:
            continue
        at = place + len(value)
        dated = year_mentions(header, 0, len(header))
        year = dated[-1].year if dated else due
        if len(value) > LONG:
            yield from text_facts(info, passage, text, (place, at), Carried(years=_held(due)))
        elif year and not REMARK.search(header) and not read_cell(value, unit, "") and not cell_parts(row.label, value):
            for fact in text_facts(info, passage, text, (place, at), Carried(years=_held(year))):
                yield _of_row(fact, row)


def _held(year: int | None) -> list[YearMention]:
    return [YearMention(year, 0, 0)] if year else []


def _due(row: RowView) -> int | None:
    """The year by which a row's task is to be done: the only one that its time limit names."""
    found = [mention.year for header, value, _ in row.cells if DUE.search(header) for mention in year_mentions(value, 0, len(value))]
    return found[-1] if found else None


def _of_row(fact: Fact, row: RowView) -> Fact:
    """What a short cell tells: a task is no part of the jurisdiction, unless it names a body; bare verbs are told of the task."""
    if not TASKS.fullmatch(row.head):
        return replace(fact, origin="table")
    name = row.label if fact.name in row.label else fact.name
    indicator = own_name(name) if name != fact.name else fact.indicator
    return replace(fact, origin="table", scope=entity_of(row.label), note=row.label, name=name, indicator=indicator)
