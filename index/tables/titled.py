"""Rows of marked cells (tabs, bars) with bare titles of groups between them -> the lines of the whole table."""

from collections.abc import Callable, Sequence

from index.lines import Line
from index.markers import parse_marker
from index.signs import is_caption, is_note, is_table_title
from index.tables.values import is_value, looks_like_header

LONGEST = 20  # characters of a title
MARKS = "\t|"
STOPS = "。；，：:"


def with_titles(lines: Sequence[Line], at: int, run: Sequence[Line], accepts: Callable[[Line], bool]) -> Sequence[Line]:
    """Return the lines of a table that goes on below titles of groups, these among them; the run itself where none does.

    Args:
        lines: all lines.
        at: where the table starts.
        run: the lines from there on that are rows.
        accepts: tells whether a line is a row.
    """
    end = at + len(run)
    header = run[0].text if run else ""
    while run and end + 1 < len(lines) and _is_title(lines[end]) and accepts(lines[end + 1]) and _is_row(lines[end + 1], header):
        end += 1
        while end < len(lines) and accepts(lines[end]) and _is_row(lines[end], header):
            end += 1
    return lines[at:end] if run and end > at + len(run) else run


def _is_title(line: Line) -> bool:
    text = line.text.strip()
    marker = parse_marker(text)
    chapter = marker is not None and marker.style in ("part", "chapter", "section", "article", "appendix")
    plain = len(text) <= LONGEST and not any(mark in text for mark in STOPS + MARKS) and not is_value(text)
    return plain and not chapter and not line.after_blank and not (is_caption(text) or is_note(text) or is_table_title(text))


def _is_row(line: Line, header: str) -> bool:
    """Tell whether a line is a row below a header: as many marks, and not names alone."""
    alike = all(line.text.count(mark) == header.count(mark) for mark in MARKS)
    cells = line.text.replace("|", "\t").split("\t")
    return alike and not line.after_blank and not looks_like_header([cell for cell in cells if cell.strip()])
