"""Lines of one row each below a header of two lines, things above and the years of each below them -> rows.

园区 研发强度（%） 企业数（家）
2025年 2030年 2025年 2030年
甲园 3.1 4.0 120 260
"""

import re
from collections.abc import Sequence

from index.lines import Line
from index.tables.grid import Piece, RawRow
from index.tables.tokens import LAST_HEADERS
from index.tables.values import MAX_COLUMNS, YEAR, is_header_cell, is_value

CELL = re.compile(r"(?:19|20)\d{2} ?年|[^\s]+(?: [（(][^（()）\s]{1,10}[)）](?!\S))?")  # a bracket belongs to the word before it
FEWEST = 2  # rows
FEWEST_YEARS = 2  # columns of a thing
LONGEST = 400  # characters of a line


def opens_tiered(lines: Sequence[Line]) -> bool:
    """Tell whether the second of some lines is the lower part of a header: nothing but years."""
    lower = _cells(lines[1]) if len(lines) > 1 else []
    return len(lower) >= FEWEST_YEARS and all(map(YEAR.fullmatch, lower))


def tiered_rows(lines: Sequence[Line]) -> list[RawRow]:
    """Return the two header rows and the rows that follow them, as far as they go; [] where there are not two.

    Args:
        lines: lines that may belong to the table, the header's two first.
    """
    if not opens_tiered(lines):
        return []
    upper, lower = _cells(lines[0]), _cells(lines[1])
    body = [_cells(line) for line in lines[2:]]
    width = len(body[0]) if body else 0
    singles = width - len(lower)
    things = len(upper) - singles
    if not (0 < singles < len(upper) and width <= MAX_COLUMNS and all(map(is_header_cell, upper))) or len(lower) % things:
        return []
    years = len(lower) // things
    if years < FEWEST_YEARS or lower != lower[:years] * things:
        return []
    last = next((place for place, name in enumerate(reversed(upper)) if name not in LAST_HEADERS or place == singles - 1), 0)
    first = singles - last
    figures = range(first, first + len(lower))
    count = next((place for place, row in enumerate(body) if not _fits(row, width, figures)), len(body))
    if count < FEWEST:
        return []
    above = [*range(first), *range(first, first + len(lower), years), *range(first + len(lower), width)]
    headers = [_row(lines[0], upper, above), _row(lines[1], lower, figures)]
    return headers + [_row(line, cells, range(width)) for line, cells in zip(lines[2 : 2 + count], body, strict=False)]


def _cells(line: Line) -> list[str]:
    """The cells of a line, none where it is a long one."""
    return CELL.findall(line.text) if len(line.text) <= LONGEST else []


def _fits(cells: Sequence[str], width: int, figures: range) -> bool:
    """Tell whether a line is a row: a name, and figures below the years."""
    return len(cells) == width and not is_value(cells[figures.start - 1]) and all(is_value(cells[column]) for column in figures)


def _row(line: Line, cells: Sequence[str], columns: Sequence[int]) -> RawRow:
    pieces = [Piece(cell, column, " " if place else "") for place, (cell, column) in enumerate(zip(cells, columns, strict=True))]
    return RawRow(tuple(pieces), line.after_page_break)
