"""Numbered rows whose number stands beside the middle of a name of several lines -> rows.

A name that is longer than its column is broken into lines above and below the line that holds the row's number and
figures, as page layouts set it:

    规模以上工业企业研发经费支出与营业收
    3 % 1.47 2.1 预期性
    入之比
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from index.lines import Line
from index.tables.grid import NO_CELL, Piece, RawRow, label_column, squeeze
from index.tables.values import is_value, looks_like_header

NAME = 1  # the column after the running number


@dataclass(slots=True)
class Row:
    """A row in the making: the cells of its own line, and the lines of its name above and below."""

    cells: list[str]
    line: Line
    above: list[Line]
    below: list[Line] = field(default_factory=list)

    def lacks_name(self, width: int) -> bool:
        """Tell whether the row's own line is one cell short."""
        return len(self.cells) == width - 1


def centred_rows(lines: Sequence[Line], *, first_number: int = 1) -> tuple[list[RawRow], int]:
    """Return header and rows of a table with such names, and how many lines they take; [] where there is none.

    Args:
        lines: lines that may belong to the table, the header first.
        first_number: the running number of the first row.
    """
    header = lines[0].text.split() if lines else []
    width = len(header)
    if width < 3 or label_column(tuple(header)) != NAME or not squeeze(header[0]) or not looks_like_header(header):
        return [], 0
    rows, loose = _read(lines[1:], width, first_number)
    if len(rows) < 2 or not any(row.lacks_name(width) for row in rows):
        return [], 0
    last = rows[-1]
    last.below += loose[: len(last.above)] if last.lacks_name(width) else []
    if any(row.lacks_name(width) and not (row.above or row.below) for row in rows):
        return [], 0
    taken = 1 + sum(1 + len(row.above) + len(row.below) for row in rows)
    top = RawRow(tuple(Piece(cell, column, " " if column else "") for column, cell in enumerate(header)), lines[0].after_page_break)
    return [top, *(_raw(row, width) for row in rows)], taken


def _read(lines: Sequence[Line], width: int, number: int) -> tuple[list[Row], list[Line]]:
    """Rows in their order, and the lines of one word after the last of them."""
    rows: list[Row] = []
    loose: list[Line] = []
    for line in lines:
        cells = line.text.split()
        if cells[0] == str(number + len(rows)) and len(cells) in (width, width - 1):
            row = Row(cells, line, [])
            _share(rows, row, loose, width)
            rows.append(row)
            loose = []
        elif len(cells) == 1 and not is_value(cells[0]):
            loose.append(line)
        else:
            break
    return rows, loose


def _share(rows: Sequence[Row], row: Row, loose: Sequence[Line], width: int) -> None:
    """Share the lines between two rows: as many go below the first as stand above it, the rest above the second."""
    before = rows[-1] if rows else None
    if before is None or not row.lacks_name(width):
        below = len(loose) if before else 0
    else:
        below = min(len(before.above), len(loose) - 1) if before.lacks_name(width) else 0
    if before:
        before.below.extend(loose[:below])
    row.above.extend(loose[max(0, below) :])


def _raw(row: Row, width: int) -> RawRow:
    columns = [0, *range(2, width)] if row.lacks_name(width) else list(range(width))
    pieces = [Piece(line.text.strip(), NAME) for line in row.above]
    for column, cell in zip(columns, row.cells, strict=True):
        pieces.append(Piece(cell, column, " " if pieces else ""))
    pieces += [Piece(" ", NO_CELL)] * bool(row.below)  # a space in the text, none in the name
    pieces += [Piece(line.text.strip(), NAME) for line in row.below]
    return RawRow(tuple(pieces), (row.above[0] if row.above else row.line).after_page_break)
