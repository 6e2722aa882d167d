"""Lines whose cells are parted by wide gaps or tabs, under the headers of a list of policies -> rows.

A cell is of the column that it stands under (behind tabs: of the tab's column). A line opens a row where it has a cell of the
first column, or one that pays after the row above has been paid; else its cells go on with those above. Lines of one cell
between rows are titles of the rows below, or what is said below a title.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from index.lines import Line
from index.markers import parse_marker
from index.signs import is_caption, is_note
from index.tables.aligned import Placed, placed_cells
from index.tables.fits import FREE, NUMBER, SUM, breaks_off, is_office
from index.tables.grid import NO_CELL, Piece, RawRow, squeeze
from index.tables.heads import heads_offers, kind_of_head
from index.tables.offered import PARTS
from index.tables.offered_reading import RULED

FEWEST = 2  # rows
FULL = 4  # places at a column's end that a broken cell may leave free
LONGEST_HEADER = 300  # characters of the line of headers
LONGEST_STEP = 12  # characters of a header of two: what is reached, and the sum
LONGEST_TITLE = 24
SLACK = 2  # places by which a cell may stand before its header


@dataclass(slots=True)
class _Open:
    """A line of the table in the making: pieces with their columns, and the last cell of every column."""

    pieces: list[Piece]
    last: dict[int, Placed] = field(default_factory=dict)
    continued: bool = False


def opens_laid_out(line: Line) -> bool:
    """Tell whether a line is the header of a list of policies, or of steps and their sums."""
    if len(line.text) > LONGEST_HEADER:
        return False
    heads = [cell.text for cell in _cells(line)]
    steps = len(heads) == 2 and kind_of_head(heads[1]) == "gives" and max(map(len, heads)) <= LONGEST_STEP
    return heads_offers(heads) or (steps and not re.search(r"[\d，。；：:]", "".join(heads)))


def laid_out_rows(lines: Sequence[Line]) -> tuple[list[RawRow], int]:
    """Return header and rows, and how many lines they take; [] where there are not two rows that pay.

    Args:
        lines: the header and what stands below it.
    """
    table = _Table(_cells(lines[0]))
    taken = 1
    for at, line in enumerate(lines[1:], 1):
        if not table.add(line, lines[at + 1] if at + 1 < len(lines) else None):
            break
        taken = at + 1
    while table.rows and not table.rows[-1].last:  # titles of what is no table any more
        taken -= 1
        table.rows.pop()
    paid = [row for row in table.rows if table.is_paid(row)]
    if len(paid) < FEWEST or len(paid) < sum(len(row.last) > 1 for row in table.rows):
        return [], 0
    head = RawRow(tuple(Piece(cell.text, column, " " if column else "") for column, cell in enumerate(table.heads)))
    return [head, *(RawRow(tuple(row.pieces), row.continued) for row in table.rows)], taken


def opens_part(line: Line) -> bool:
    """Tell whether a line opens a chapter or an article, or a part below the table."""
    marker = parse_marker(line.text)
    return marker is not None and (marker.style in PARTS or "。" in line.text)


def _cells(line: Line) -> list[Placed]:
    """The cells of a line with their places: the tab's column, or the width of what stands before them."""
    if "\t" not in line.text.strip():
        return placed_cells(line.text)
    return [Placed(cell.strip(), place, place + 1) for place, cell in enumerate(line.text.split("\t")) if cell.strip()]


class _Table:
    """Rows as they grow."""

    def __init__(self, heads: Sequence[Placed]) -> None:
        self.heads = heads
        self.rows: list[_Open] = []
        self._kinds = [kind_of_head(head.text) for head in heads]
        self._label = 1 if self._kinds[0] == "counter" else 0

    def is_paid(self, row: _Open) -> bool:
        """Tell whether a row has a cell that pays."""
        gives = [piece.text for piece in row.pieces if piece.column != NO_CELL and self._kinds[piece.column] in ("gives", "limit")]
        return any(SUM.search(words) or FREE.search(words) or re.search(r"\d", words) for words in gives)

    def add(self, line: Line, below: Line | None) -> bool:
        """Add a line as a row, to the row above, as a title or as the header come again; say whether it is any of these."""
        cells = _cells(line)
        if is_note(line.text) or is_caption(line.text) or len(cells) > len(self.heads) or opens_part(line):
            return False
        if squeeze(line.text) == squeeze("".join(head.text for head in self.heads)):
            self.rows.append(_Open([Piece(cell.text, column, " " if column else "") for column, cell in enumerate(cells)]))
            return True
        columns = self._columns(cells)
        if not columns or (len(cells) == 1 and not self._below(cells[0], columns[0]) and self._is_title(cells[0], below)):
            self._title(line, cells)
            return bool(columns) and bool(self.rows) and len(cells) == 1
        if self._opens(cells, columns):
            pieces = [
                Piece(cell.text, column, " " if place else "") for place, (cell, column) in enumerate(zip(cells, columns, strict=True))
            ]
            self.rows.append(_Open(pieces, dict(zip(columns, cells, strict=True)), line.after_page_break))
            return True
        return self._goes_on(cells, columns)

    def _title(self, line: Line, cells: Sequence[Placed]) -> None:
        if len(cells) == 1:
            self.rows.append(_Open([Piece(cells[0].text, NO_CELL)], {}, line.after_page_break))

    def _columns(self, cells: Sequence[Placed]) -> list[int]:
        """The column of every cell: the last header that begins no further right than it, a little slack aside; [] for a clash."""
        found = []
        for cell in cells:
            before = [column for column, head in enumerate(self.heads) if head.start <= cell.start + SLACK * (cell.end - cell.start > 1)]
            found.append(before[-1] if before else 0)
        if any(one >= two for one, two in zip(found, found[1:], strict=False)):
            return list(range(len(cells))) if len(cells) == len(self.heads) else []
        return found

    def _is_title(self, cell: Placed, below: Line | None) -> bool:
        """Tell whether a cell alone on its line is a title, or what is said below one: a row begins below it."""
        words = cell.text
        if RULED.fullmatch(words):
            return True
        if len(words) > LONGEST_TITLE or re.search("[，。；]", words) or SUM.search(words) or is_office(words):
            return False
        under = _cells(below) if below else []
        opens = len(under) > 1 and self._columns(under)[:1] == [0] or (len(under) == 1 and RULED.fullmatch(under[0].text))
        return bool(opens) and not NUMBER.fullmatch(words)

    def _below(self, cell: Placed, column: int) -> bool:
        """Tell whether a cell alone on its line goes on with what stands full above it, or broken off."""
        above = self.rows[-1].last.get(column) if self.rows else None
        if above is None or parse_marker(cell.text):
            return False
        full = column + 1 < len(self.heads) and self.heads[column + 1].start - above.end <= FULL and "\t" not in cell.text
        return breaks_off(above.text) or (full and self.heads[column + 1].start > column + 1)

    def _opens(self, cells: Sequence[Placed], columns: Sequence[int]) -> bool:
        """Tell whether a line opens a row."""
        row = self.rows[-1] if self.rows else None
        if len(cells) < 2:
            return False
        if row is None or not row.last:
            return True
        if self._label and columns[0] == 0:
            return NUMBER.fullmatch(cells[0].text) is not None
        pays = any(self._kinds[column] == "gives" and SUM.search(cell.text) for cell, column in zip(cells, columns, strict=True))
        broken = any(breaks_off(row.last[column].text) for column in columns if column in row.last)
        if columns[0] <= self._label and columns[0] in row.last and (pays or len(cells) > len(self.heads) // 2):
            return not breaks_off(row.last[columns[0]].text)
        return pays and self.is_paid(row) and not broken and len(cells) > len(self.heads) // 2

    def _stays(self, cell: Placed, column: int, *, alone: bool) -> bool:
        """Tell whether a cell that goes on with one above stands within its column; one alone in the first goes on with a full one."""
        if alone and column == 0:
            return self._below(cell, 0)
        return column + 1 == len(self.heads) or cell.end <= self.heads[column + 1].start + FULL

    def _goes_on(self, cells: Sequence[Placed], columns: Sequence[int]) -> bool:
        """Add the cells of a line to the row above it."""
        if not self.rows or not self.rows[-1].last:
            return False
        row = self.rows[-1]
        if not all(self._stays(cell, column, alone=len(cells) == 1) for cell, column in zip(cells, columns, strict=True)):
            return False
        for cell, column in zip(cells, columns, strict=True):
            if row.pieces[-1].column != column:
                row.pieces.append(Piece(" ", NO_CELL))
            row.pieces.append(Piece(cell.text, column))
            row.last[column] = cell
        return True
