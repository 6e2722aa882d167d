"""Lines of an indicator table without any mark between its cells -> rows, read by what the columns of its header hold.

A header says which columns hold running numbers, names, units, figures and natures. Rows are the stretches of lines whose
cells agree with that in the header's order, however lines break: a cell a line, a row a line, or a name that goes on below.
A line of words alone between rows is a title of some, or the rest of cells above it.
"""

from collections.abc import Sequence

from index.lines import Line
from index.tables.grid import RawRow
from index.tables.kinds import is_known
from index.tables.typed_body import Body
from index.tables.typed_header import headers, names_of
from index.tables.typed_reading import Reading

FEWEST = 3  # rows; 2 under a caption
UNKNOWN = 1.0  # a header of none of the usual names


def typed_rows(lines: Sequence[Line], *, captioned: bool, first_number: int = 1) -> tuple[list[RawRow], int]:
    """Return header and rows, and how many lines they take; [] where the lines are no such table beyond doubt.

    Args:
        lines: lines that may belong to the table, the header first.
        captioned: a caption stands above.
        first_number: the running number of the first row, where rows have one.
    """
    best: tuple[float, Body, Reading] | None = None
    for header in headers(lines):
        body = Body(lines, header)
        reading = body.reading(first_number)
        worth = reading.worth - UNKNOWN * sum(not is_known(name) for name in names_of(header.tokens, header.columns))
        if reading.is_sure(FEWEST - captioned) and (best is None or worth > best[0] + 1e-9):
            best = worth, body, reading
    if best is None:
        return [], 0
    _, body, reading = best
    return body.rows(reading), body.header.taken + sum(step.lines for step in reading.steps)
