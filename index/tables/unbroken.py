"""Numbered rows of one whole cell a line, however long -> rows: each has as many lines as the header, and opens with the next number."""

from collections.abc import Sequence

from index.lines import Line
from index.markers import parse_marker
from index.tables.grid import COUNTERS, Piece, RawRow, squeeze
from index.tables.values import is_value, looks_like_header

FEWEST_COLUMNS, MOST_COLUMNS = 3, 12
FEWEST = 3  # rows
HEAD = 12  # characters that a header has at most
HEADINGS = ("part", "chapter", "section", "article", "item", "comma", "bracket", "appendix")


def opens_unbroken(line: Line) -> bool:
    """Tell whether a line is the header of running numbers, with which such a table begins."""
    return squeeze(line.text) in COUNTERS


def unbroken_rows(lines: Sequence[Line], *, first_number: int = 1) -> list[RawRow]:
    """Return the header and its rows; [] where there are not three, or where one has more or fewer lines than the header.

    Args:
        lines: the header's cells first.
        first_number: the running number of the first row.
    """
    texts = [line.text.strip() for line in lines]
    width = next((place for place, text in enumerate(texts[: MOST_COLUMNS + 1]) if text == str(first_number)), 0)
    header = texts[:width]
    if width < FEWEST_COLUMNS or not looks_like_header(header) or any(len(head) > HEAD or is_value(head) for head in header):
        return []
    end, number = width, first_number
    while texts[end : end + 1] == [str(number)] and _is_whole(lines[end : end + width], width):
        end, number = end + width, number + 1
    if str(number) in texts[end - width + 1 : end + width] or number - first_number < FEWEST:
        return []  # a cell is broken over lines, or left out
    return [_row(lines[start : start + width]) for start in range(0, end, width)]


def _is_whole(row: Sequence[Line], width: int) -> bool:
    """Tell whether a row has its lines, and none of them but its number begins what stands behind the table."""
    markers = (parse_marker(line.text.strip()) for line in row[1:])
    return len(row) == width and not any(marker and marker.style in HEADINGS for marker in markers)


def _row(lines: Sequence[Line]) -> RawRow:
    pieces = [Piece(line.text.strip(), column, "\t" if column else "") for column, line in enumerate(lines)]
    return RawRow(tuple(pieces), lines[0].after_page_break)
