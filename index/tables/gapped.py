"""Lines whose cells are parted by wide gaps -> rows; a row that is set in leaves its first cells blank.

编号    情形    标准    上限
（一）  首次认定    10万元    —
        重新认定    3万元    —
"""

import re
from collections.abc import Sequence

from index.lines import Line
from index.tables.grid import Piece, RawRow
from index.tables.values import MAX_COLUMNS

GAP = re.compile(r" {2,}|\u3000{2,}")
NAME = re.compile(r"[^\d，。；：:、]{1,12}")
FEWEST = 3  # columns
LONGEST = 60  # characters of a cell


def gapped_rows(lines: Sequence[Line]) -> list[RawRow]:
    """Return header and rows of a table of wide gaps, one line each; [] where there is none.

    Args:
        lines: lines from the header on.
    """
    header = _cells(lines[0].text) if lines else []
    if not FEWEST <= len(header) <= MAX_COLUMNS or not all(map(NAME.fullmatch, header)) or lines[0].text[:1].isspace():
        return []
    rows = [_row(lines[0], header, 0)]
    for line in lines[1:]:
        cells = _cells(line.text)
        blank = len(header) - len(cells)
        set_in = line.text[:2].isspace() and len(cells) > 1
        if any(len(cell) > LONGEST for cell in cells) or blank < 0 or (blank and not set_in) or "。" in line.text:
            break
        rows.append(_row(line, cells, blank))
    return rows if len(rows) >= FEWEST else []


def _cells(text: str) -> list[str]:
    return [cell for cell in GAP.split(text.strip()) if cell.strip()]


def _row(line: Line, cells: Sequence[str], first: int) -> RawRow:
    pieces = [Piece(cell.strip(), first + place, " " if place else "") for place, cell in enumerate(cells)]
    return RawRow(tuple(pieces), line.after_page_break)
