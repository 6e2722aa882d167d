"""Rows of words under a caption, cells parted by spaces, a cell here and there broken over two lines -> rows.

项目名称 主要内容 总投资 建设年限 责任单位
检验检测分中心 高压、机械、环境三大
实验室 2.2亿元 2022—2024 市场监管局
"""

from collections.abc import Sequence

from index.lines import Line
from index.tables.grid import Piece, RawRow
from index.tables.values import MAX_COLUMNS, looks_like_header

FEWEST = 4  # columns; prose has no such number of spaces in line after line
LONGEST = 80  # characters of a cell
STOPS = "。；："


def worded_rows(lines: Sequence[Line]) -> tuple[list[RawRow], int]:
    """Return header and rows, and how many lines they take; [] where there are not two rows that have just a cell a column.

    Args:
        lines: lines below a caption, the header first.
    """
    header = lines[0].text.split() if lines else []
    width = len(header)
    if not FEWEST <= width <= MAX_COLUMNS or not looks_like_header(header):
        return [], 0
    rows = [_row(lines[0], header)]
    at = 1
    while at < len(lines):
        cells = _cells(lines[at])
        after = _cells(lines[at + 1]) if at + 1 < len(lines) else []
        if len(cells) == width:
            rows.append(_row(lines[at], cells))
            at += 1
        elif 1 < len(cells) < width and 1 < len(after) and len(cells) + len(after) == width + 1:
            rows.append(_row(lines[at], cells, after))
            at += 2
        else:
            break
    return (rows, at) if len(rows) > 2 else ([], 0)


def _cells(line: Line) -> list[str]:
    """The cells of a line, none where one is too long or ends a sentence."""
    cells = line.text.split()
    return [] if any(len(cell) > LONGEST or any(stop in cell for stop in STOPS) for cell in cells) else cells


def _row(line: Line, cells: Sequence[str], after: Sequence[str] = ()) -> RawRow:
    """A row of a line, or of two, the last cell of the first going on in the second."""
    pieces = [Piece(cell, column, " " if column else "") for column, cell in enumerate(cells)]
    pieces += [Piece(cell, len(cells) - 1 + place, " " if place else "") for place, cell in enumerate(after)]
    return RawRow(tuple(pieces), line.after_page_break)
