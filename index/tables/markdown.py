"""Lines of a Markdown table -> rows."""

import re
from collections.abc import Sequence

from index.lines import Line
from index.tables.grid import NO_CELL, Piece, RawRow
from index.tables.values import MAX_COLUMNS

NAME = re.compile(r"[^\d，。；：—]{1,12}")
BOLD = re.compile(r"(\*{1,3}|_{2})(?![\s*])([^*]+?)(?<!\s)\1")
BREAK = re.compile(r"(<br\s*/?>)", re.IGNORECASE)
HAN = re.compile(r"[\u4e00-\u9fff]")
LONGEST_NAME = 40
BAR = re.compile(r"(?<!\\)\|")


def is_markdown(line: Line) -> bool:
    """Tell whether a line is a row: between bars, or at least three cells parted by bars that stand free."""
    body = line.text.strip()
    if "|" not in body:
        return False
    bars = len(BAR.findall(body))
    if not 2 <= bars <= MAX_COLUMNS or not body.strip("| \t"):
        return False
    return body.startswith("|") or body.count(" | ") == bars


def markdown_row(line: Line) -> RawRow:
    """Return the row of one line; the bars are pieces of no column."""
    body = line.text.strip()
    pieces: list[Piece] = []
    at, column = 0, -1 if body.startswith("|") else 0
    for match in [*BAR.finditer(body), None]:
        end = match.start() if match else len(body)
        if cell := body[at:end].strip():
            pieces += _cell(cell, column, " " if pieces else "")
        if match:
            pieces.append(Piece("|", NO_CELL, " " if pieces else ""))
            at, column = match.end(), column + 1
    return RawRow(tuple(pieces), line.after_page_break)


def _cell(cell: str, column: int, glue: str) -> list[Piece]:
    """The pieces of a cell; marks of emphasis around the whole of it are of no column."""
    if BREAK.search(cell):
        return _broken(cell, column, glue)
    bold = BOLD.fullmatch(cell)
    if not bold:
        return [Piece(cell, column, glue)]
    return [Piece(bold[1], NO_CELL, glue), Piece(bold[2], column), Piece(bold[1], NO_CELL)]


def _broken(cell: str, column: int, glue: str) -> list[Piece]:
    """The pieces of a cell with line breaks; parts of one name are joined, others kept apart."""
    pieces: list[Piece] = []
    for place, part in enumerate(BREAK.split(cell)):
        text = part.strip()
        mark = BREAK.fullmatch(text)
        before = pieces[-2].text if len(pieces) > 1 else ""
        alike = before[-1:] == text[-1:]  # several names
        joined = len(cell) <= LONGEST_NAME and HAN.match(text[:1]) and HAN.match(before[-1:]) and not alike
        apart = "" if mark or joined or text[:1] in ("（", "(") else " "
        if text:
            pieces.append(Piece(text, NO_CELL if mark else column, apart if place else glue))
    return pieces


def one_table(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines of the first of several tables: below a blank line, a row of names alone is a header."""
    later = (place for place, line in enumerate(lines) if place > 1 and line.after_blank and not line.after_page_break)
    cut = next((place for place in later if all(map(NAME.fullmatch, _cells(lines[place])))), 0)
    return lines[:cut] if cut and not any(line.after_blank for line in lines[1:cut]) else lines


def _cells(line: Line) -> list[str]:
    return [cell.strip() for cell in BAR.split(line.text.strip().strip("|"))]
