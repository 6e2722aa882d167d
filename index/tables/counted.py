"""Numbered rows of one cell a line, whose names may take several lines -> rows."""

from collections.abc import Sequence

from index.lines import Line
from index.tables.grid import Piece, RawRow, label_column, squeeze
from index.tables.values import is_value, looks_like_header

NAME = 1  # the column after the running number
MOST_COLUMNS = 12
MOST_MORE = 2  # lines that a name takes besides its first
FEWEST = 3  # rows


def counted_rows(run: Sequence[Line]) -> tuple[list[RawRow], int]:
    """Return header and rows, and how many lines they take; [] where there are not three rows.

    Args:
        run: bare short lines, the header's cells first.
    """
    texts = [line.text.strip() for line in run]
    width = next((place for place, text in enumerate(texts[: MOST_COLUMNS + 1]) if text == "1"), 0)
    header = texts[:width]
    if width < 3 or label_column(tuple(header)) != NAME or not squeeze(header[0]) or not looks_like_header(header):
        return [], 0
    rows = [_row(run[:width], 0)]
    at = width
    pattern: list[bool] = []
    while at < len(run) and texts[at] == str(len(rows)):
        more = next((more for more in range(MOST_MORE + 1) if _fits(texts[at:], width, more, pattern, len(rows) + 1)), None)
        if more is None:
            break
        pattern = pattern or _pattern(texts[at + NAME + more + 1 : at + width + more])
        rows.append(_row(run[at : at + width + more], more))
        at += width + more
    return (rows, at) if len(rows) > FEWEST else ([], 0)


def _fits(texts: Sequence[str], width: int, more: int, pattern: Sequence[bool], following: int) -> bool:
    """Tell whether a row fits whose name takes some more lines: words there, figures as in the first row, the next number after it."""
    end = width + more
    if len(texts) < end or any(map(is_value, texts[NAME : NAME + more + 1])):
        return False
    cells = _pattern(texts[NAME + more + 1 : end])
    alike = not pattern or sum(one != other for one, other in zip(cells, pattern, strict=True)) <= 1
    goes_on = len(texts) > end and texts[end] == str(following)
    return any(cells) and alike and (goes_on or (bool(pattern) and cells == list(pattern)))


def _pattern(cells: Sequence[str]) -> list[bool]:
    return [is_value(cell) for cell in cells]


def _row(lines: Sequence[Line], more: int) -> RawRow:
    pieces: list[Piece] = []
    for place, line in enumerate(lines):
        column = place if place <= NAME else max(NAME, place - more)
        joined = NAME < place <= NAME + more
        pieces.append(Piece(line.text.strip(), column, "" if joined or not pieces else "\t"))
    return RawRow(tuple(pieces), lines[0].after_page_break)
