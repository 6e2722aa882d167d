"""Lines whose cells stand under their header, parted by wide gaps -> rows, cells broken over lines put together.

A conversion that keeps the page's look leaves such tables. Cells are told by where they stand: a line with a cell or two
under a full one goes on with it, a line alone that no cell is full above names a group of rows.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from index.lines import Line
from index.markers import parse_marker
from index.signs import is_caption, is_heading, is_note
from index.tables.grid import NO_CELL, Piece, RawRow
from index.tables.values import MAX_COLUMNS, is_value, looks_like_header

COUNTED = re.compile(r"^\s*(?:序号?|编号) (?=\S)")  # a narrow column of numbers, its header close to the next
CELL = re.compile(r"\S+(?: \S+)*")
LEAST_COLUMNS = 3
GAP = 4  # places at a column's end that a full cell may leave free: a character and the gap
LONGEST_GROUP = 20
STOPS = "。；"


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell and the places of the line, in widths of a Latin letter, that it takes."""

    text: str
    start: int
    end: int


@dataclass(slots=True)
class Open:
    """A row that may go on: its pieces, and the last placed cell of every column."""

    pieces: list[Piece]
    last: dict[int, Placed]
    continued: bool = False
    group: bool = field(default=False)


def aligned_rows(lines: Sequence[Line]) -> tuple[list[RawRow], int]:
    """Return header and rows of a table whose cells stand under its header, and how many lines they take; [] for none.

    Args:
        lines: lines that may belong to the table, the header first.
    """
    header = placed_cells(COUNTED.sub(r"\g<0> ", lines[0].text))
    if not LEAST_COLUMNS <= len(header) <= MAX_COLUMNS or not looks_like_header([cell.text for cell in header]):
        return [], 0
    starts = [cell.start for cell in header]
    rows: list[Open] = []
    taken = 1
    for at, line in enumerate(lines[1:], 1):
        cells = placed_cells(line.text)
        columns = aligned_columns(cells, starts)
        if any(stop in line.text for stop in STOPS) or is_note(line.text) or is_caption(line.text) or not columns:
            break
        goes_on = not is_heading(line.text) and _goes_on(rows, cells, columns, starts)
        if not goes_on and not _begins(rows, line, cells, columns, len(starts)):
            break
        taken = at + 1
    while rows and rows[-1].group:
        rows.pop()
        taken -= 1
    full = [row for row in rows if any(is_value(cell.text) for cell in row.last.values())]
    spaced = any(" " in cell.text for row in full for cell in row.last.values())  # 2027年 6月: a cell with a gap of its own
    if len(full) < 2 or not (spaced or any(row.group or len(row.pieces) > len(row.last) for row in rows)):
        return [], 0  # whole rows alone are read line by line
    head = RawRow(tuple(Piece(cell.text, column, " " if column else "") for column, cell in enumerate(header)))
    return [head, *(RawRow(tuple(row.pieces), row.continued) for row in rows)], taken


def placed_cells(text: str) -> list[Placed]:
    """Return the cells of a line, parted by two spaces or more, and the places they take."""
    found = []
    for match in CELL.finditer(text.replace("\u3000", "  ")):
        body = text.replace("\u3000", "  ")
        start = _width(body[: match.start()])
        found.append(Placed(match.group(), start, start + _width(match.group())))
    return found


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def aligned_columns(cells: Sequence[Placed], starts: Sequence[int]) -> list[int]:
    """Return the column of every cell, the one whose stretch it shares most of; [] where two cells share one."""
    ends = [*starts[1:], 10**6]
    columns = []
    for cell in cells:
        shared = [min(cell.end, end) - max(cell.start, start) for start, end in zip(starts, ends, strict=True)]
        columns.append(shared.index(max(shared)))
    return columns if all(one < two for one, two in zip(columns, columns[1:], strict=False)) else []


def _goes_on(rows: Sequence[Open], cells: Sequence[Placed], columns: Sequence[int], starts: Sequence[int]) -> bool:
    """Add a line's cells to the row above where each stands under a full one."""
    if not rows or rows[-1].group or any(is_value(cell.text) for cell in cells):
        return False
    row = rows[-1]
    above = [row.last.get(column) for column in columns]
    if not all(cell and _is_full(cell, column, starts) for cell, column in zip(above, columns, strict=True)):
        return False
    for cell, column in zip(cells, columns, strict=True):
        row.pieces.append(Piece(cell.text, column))
        row.last[column] = cell
    return True


def _is_full(cell: Placed, column: int, starts: Sequence[int]) -> bool:
    return column + 1 < len(starts) and not is_value(cell.text) and starts[column + 1] - cell.end <= GAP


def _begins(rows: list[Open], line: Line, cells: Sequence[Placed], columns: Sequence[int], width: int) -> bool:
    """Open a row or a group of rows with a line; say whether it is one."""
    if len(cells) == 1 and columns[0] == 0 and (parse_marker(line.text) or len(cells[0].text) <= LONGEST_GROUP):
        rows.append(Open([Piece(cells[0].text, NO_CELL)], {}, line.after_page_break, group=True))
        return True
    if columns[0] or len(cells) < max(2, width - 2):
        return False
    pieces = [Piece(cell.text, column, " " if place else "") for place, (cell, column) in enumerate(zip(cells, columns, strict=True))]
    rows.append(Open(pieces, dict(zip(columns, cells, strict=True)), line.after_page_break))
    return True
