"""Lines whose cells are parted by wide gaps, header or cells broken over lines, rows not set under the header -> rows.

镇（街道）  2023年规上  2027年产值  主攻产业
            企业数      目标
城关街道  142  335  五金工具、
                        园林机械
合计  1126  2600
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from index.lines import Line
from index.signs import is_caption, is_heading, is_note
from index.tables.aligned import Placed, aligned_columns, placed_cells
from index.tables.grid import COUNTERS, NO_CELL, Piece, RawRow, squeeze
from index.tables.merged import UNFINISHED
from index.tables.values import MAX_COLUMNS, is_header_cell, is_value, looks_like_header

FEWEST = 3  # columns
LONGEST = 60  # characters of a cell
LONGEST_REST = 12  # characters of a cell that goes on below
STOPS = "[。；：]"


@dataclass(slots=True)
class Torn:
    """A row in the making: its own line and cells, and what goes on below them, each with its column."""

    line: Line
    cells: list[Placed]
    rests: list[tuple[str, int]] = field(default_factory=list)

    def is_value(self, column: int) -> bool:
        """Tell whether the row has a figure in a column."""
        return column < len(self.cells) and is_value(self.cells[column].text)


def torn_rows(lines: Sequence[Line]) -> tuple[list[RawRow], int]:
    """Return header and rows of such a table, and how many lines they take; [] where nothing in it is broken.

    Args:
        lines: lines that may belong to the table, the header first.
    """
    head = Torn(lines[0], placed_cells(lines[0].text))
    width = len(head.cells)
    if not FEWEST <= width <= MAX_COLUMNS or not looks_like_header([cell.text for cell in head.cells]):
        return [], 0
    at = 1
    if len(lines) > 1 and (second := _second_header(head, lines[1])):
        head.rests = second
        at = 2
    rows: list[Torn] = []
    while at < len(lines) and squeeze(lines[at].text) != squeeze(head.line.text) and _add(rows, head, lines[at]):
        at += 1
    whole = [row for row in rows if len(row.cells) == width]
    if len(whole) < 2 or not (head.rests or any(row.rests for row in rows)) or not any(_figures(whole, width)):
        return [], 0
    return [_raw(row) for row in (head, *rows)], at


def _second_header(head: Torn, line: Line) -> list[tuple[str, int]]:
    """The cells of a header's second line and their columns; [] where it is none: set in, names alone, each under one of the first."""
    cells = placed_cells(line.text)
    columns = aligned_columns(cells, [cell.start for cell in head.cells])
    named = all(is_header_cell(cell.text) and not is_value(cell.text) for cell in cells)
    if not cells or not line.text[0].isspace() or line.after_blank or len(cells) >= len(head.cells) or not columns or not named:
        return []
    return [(cell.text, column) for cell, column in zip(cells, columns, strict=True)]


def _add(rows: list[Torn], head: Torn, line: Line) -> bool:
    """Add a line as a row, or to the row above it; say whether it is either."""
    cells = placed_cells(line.text)
    if is_note(line.text) or is_caption(line.text) or re.search(STOPS, line.text) or any(len(cell.text) > LONGEST for cell in cells):
        return False
    width = len(head.cells)
    if len(cells) == width and any(is_value(cell.text) for cell in cells[1:]):
        rows.append(Torn(line, cells))
        return True
    if not rows or line.after_blank or is_heading(line.text):
        return False
    figures = _figures(rows, width)
    if 2 <= len(cells) < width and [is_value(cell.text) for cell in cells] == figures[: len(cells)] and not any(figures[len(cells) :]):
        rows.append(Torn(line, cells))  # its last cells, words in the rows above, are blank
        return True
    if len(cells) != 1 or len(cells[0].text) > LONGEST_REST or is_value(cells[0].text):
        return False
    column = _column_below(rows[-1], cells[0], figures, head, set_in=line.text[0].isspace())
    if column is not None:
        rows[-1].rests.append((cells[0].text, column))
    return column is not None


def _column_below(row: Torn, rest: Placed, figures: Sequence[bool], head: Torn, *, set_in: bool) -> int | None:
    """The column of words that a cell alone on its line goes on in, None where there is none."""
    counted = squeeze(head.cells[0].text) in COUNTERS
    if not set_in and not counted:
        return 0
    words = [column for column in range(1, len(row.cells)) if not figures[column] and not row.is_value(column)]
    if not set_in:
        return words[-1] if words and words[-1] == len(head.cells) - 1 else None
    unfinished = [column for column in words if row.cells[column].text.endswith(UNFINISHED)]
    return min(unfinished or words, key=lambda column: abs(row.cells[column].start - rest.start), default=None)


def _figures(rows: Sequence[Torn], width: int) -> list[bool]:
    """For each column, whether it holds figures in most rows."""
    return [2 * sum(row.is_value(column) for row in rows) > len(rows) for column in range(width)]


def _raw(row: Torn) -> RawRow:
    pieces = [Piece(cell.text, column, " " if column else "") for column, cell in enumerate(row.cells)]
    for text, column in row.rests:
        pieces += [Piece(" ", NO_CELL)] * (pieces[-1].column != column)  # a space in the text, none in the cell
        pieces.append(Piece(text, column))
    return RawRow(tuple(pieces), row.line.after_page_break)
