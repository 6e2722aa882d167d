"""Lines -> the rows of a list of policies that starts at one of them, told by the kinds that its headers name."""

from collections.abc import Sequence

from index.lines import Line
from index.tables.grid import RawRow
from index.tables.laid_out import laid_out_rows, opens_laid_out
from index.tables.offered import offered_rows, opens_offered

MOST_HEADS = 10  # headers of one cell a line
LONGEST_BARE = 300  # lines of a table without any separator but spaces and line ends


def offers_at(lines: Sequence[Line], at: int, first_number: int) -> tuple[list[RawRow], int]:
    """Rows of a list of policies, whose headers tell the kinds of its cells."""
    below = lines[at : at + LONGEST_BARE]
    rows, taken = offered_rows(below, first_number=first_number) if opens_offered(below[: 1 + MOST_HEADS]) else ([], 0)
    if not rows and opens_laid_out(below[0]):
        rows, taken = laid_out_rows(below)
    return rows, at + taken


def offers_below(lines: Sequence[Line], at: int) -> bool:
    """Tell whether the headers of a list of policies stand just below a line: it is a part of their caption."""
    return any(opens_offered(lines[low : low + 1 + MOST_HEADS]) for low in (at + 1, at + 2))
