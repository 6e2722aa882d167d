"""Rows of tables whose rows are years and whose columns are indicators -> facts."""

from collections.abc import Iterator
from dataclasses import replace

from facts.fact import Fact
from facts.natures import REMARK
from facts.periods import year_mentions
from facts.table_facts import table_facts
from index.catalog import DocumentInfo
from index.passages import Passage, RowView

HEADS = ("", "年份", "年度", "时间", "时期", "阶段", "年", "指标", "项目", "指标名称")
LONGEST = 14  # characters of a year and what is said of it


def is_turned(row: RowView) -> bool:
    """Tell whether a row is a year, and no column beside it one."""
    dated = [header for header, _, _ in row.cells if year_mentions(header, 0, len(header))]
    return row.head in HEADS and len(row.label) <= LONGEST and not dated and len(year_mentions(row.label, 0, len(row.label))) == 1


def turned_facts(info: DocumentInfo, passage: Passage, text: str) -> Iterator[Fact]:
    """Yield the facts of one such row: a column's name is the indicator, the row's label the header of its year.

    Args:
        info: the document.
        passage: a table row, of which `is_turned` holds.
        text: the document's text.
    """
    row = passage.row
    if row is None:
        return
    at = passage.start + len(row.label)
    for header, value, unit in row.cells:
        place = text.find(value, at, passage.end) if value else -1
        if place < 0 or REMARK.search(header):
            continue
        at = place + len(value)
        cell = RowView(header, ((row.label, value, unit),), row.caption, row.note)
        yield from table_facts(info, replace(passage, start=place, row=cell), text)
