"""Lines of one row each, cells parted by spaces -> rows."""

import re
from collections.abc import Sequence

from index.lines import Line
from index.tables.grid import Piece, RawRow
from index.tables.layout import Columns, judge_columns, lay_texts
from index.tables.values import MAX_COLUMNS, YEAR, is_value, looks_like_header

WORD = re.compile(r"(?:19|20)\d{2}\s年\S*|\S+(?:\s[*＊](?!\S))?")
WIDE = re.compile(r"\S+(?:[ ]\S+)*")
STOPS = "。；："
LONGEST_LINE = 400  # characters of a header
CHEAP = 1.0  # what laying a row with too many words may cost


def lined_rows(lines: Sequence[Line], *, captioned: bool) -> list[RawRow]:
    """Return the header and the rows that follow it, one a line, as far as they go; [] where there are not two rows.

    Args:
        lines: lines that may belong to the table, the header first.
        captioned: a caption stands above; else three columns at least are needed.
    """
    for pattern in (WIDE, WORD):
        header = [match.group() for match in pattern.finditer(lines[0].text)]
        if not (2 if captioned else 3) <= len(header) <= MAX_COLUMNS or not looks_like_header(header):
            continue
        rows = _body(lines[1:], len(header), pattern)
        if len(rows) >= 2 and _is_table(rows, len(header)):
            return [_row(lines[0], list(enumerate(header))), *_laid(lines[1:], rows, len(header))]
    return []


def _body(lines: Sequence[Line], width: int, pattern: re.Pattern[str]) -> list[list[str]]:
    """Cells of the lines that are a row each; a line one cell short that is set in has a blank first cell."""
    rows: list[list[str]] = []
    for line in lines:
        cells = [match.group() for match in pattern.finditer(line.text)]
        set_in = bool(rows) and line.text[:2].isspace() and len(cells) == width - 1 and width > 2
        other_header = len(cells) > width and looks_like_header(cells)
        if any(stop in line.text for stop in STOPS) or other_header or not (width <= len(cells) <= 2 * width or set_in):
            break
        rows.append(["", *cells] if set_in else cells)
    return rows


def _is_table(rows: Sequence[Sequence[str]], width: int) -> bool:
    """Tell whether rows agree: as many cells as the header nearly everywhere, and figures or short words in each."""
    exact = [row for row in rows if len(row) == width]
    if len(exact) * 2 < len(rows) or any(len(cell) > 2 * MAX_COLUMNS or "，" in cell for row in exact for cell in row[1:]):
        return False
    return any(judge_columns(exact, width).figures) or (width >= 3 and len(exact) == len(rows))


def _laid(lines: Sequence[Line], rows: Sequence[Sequence[str]], width: int) -> list[RawRow]:
    columns = judge_columns([row for row in rows if len(row) == width], width)
    laid: list[RawRow] = []
    for line, row in zip(lines, rows, strict=False):
        placed = _place(row, width, columns)
        if not placed:
            break
        laid.append(_row(line, placed))
    return laid


def _place(row: Sequence[str], width: int, columns: Columns) -> list[tuple[int, str]]:
    if len(row) == width:
        return [(column, cell) for column, cell in enumerate(row) if cell]
    cost, places = lay_texts(row, columns)
    return list(zip(places, row, strict=True)) if cost <= CHEAP else []


def _row(line: Line, cells: Sequence[tuple[int, str]]) -> RawRow:
    pieces = [Piece(cell, column, " " if place else "") for place, (column, cell) in enumerate(cells)]
    return RawRow(tuple(pieces), line.after_page_break)


def names_figures(text: str) -> bool:
    """Tell whether a header names years, units, indicators or running numbers, as those above figures do."""
    words = [match.group() for match in WORD.finditer(text[:LONGEST_LINE])]
    return any(YEAR.match(word) or word in ("单位", "指标", "指标名称", "序号") for word in words)


def is_clear_header(text: str) -> bool:
    """Tell whether a line by itself looks like the header of a table of space-separated cells."""
    if len(text) > LONGEST_LINE:
        return False
    words = [match.group() for match in WORD.finditer(text)]
    return len(words) >= 3 and looks_like_header(words) and not any(is_value(word) and not YEAR.fullmatch(word) for word in words)
