"""Lines of a Markdown table -> rows."""

import re

from index.lines import Line
from index.tables.grid import NO_CELL, Piece, RawRow

BAR = re.compile(r"(?<!\\)\|")


def is_markdown(line: Line) -> bool:
    """Tell whether a line is a row between bars."""
    body = line.text.strip()
    return body.startswith("|") and len(BAR.findall(body)) >= 2


def markdown_row(line: Line) -> RawRow:
    """Return the row of one line; the bars are pieces of no column."""
    body = line.text.strip()
    pieces: list[Piece] = []
    at, column = 0, -1
    for match in [*BAR.finditer(body), None]:
        end = match.start() if match else len(body)
        if cell := body[at:end].strip():
            pieces.append(Piece(cell, max(column, 0), " " if pieces else ""))
        if match:
            pieces.append(Piece("|", NO_CELL, " " if pieces else ""))
            at, column = match.end(), column + 1
    return RawRow(tuple(pieces), line.after_page_break)
