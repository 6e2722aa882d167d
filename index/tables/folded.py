"""Lines of one cell each, some cells broken over lines, below a header of one line a cell -> rows.

No mark tells where a cell ends. It is judged by what columns hold: figures in each cell of one, none in each of another;
and by where lines break: a full one goes on, one that ends in a comma does as well.

平台名称
依托单位
2030年目标
甲实验室
甲大学
研发人员260人，攻克关键技
术40项
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate, product
from math import inf

from index.lines import Line
from index.tables.grid import Piece, RawRow
from index.tables.values import HEADER_WORD, is_value

FEWEST_COLUMNS, MOST_COLUMNS = 3, 6
FEWEST = 2  # rows
CLEAR = 3  # rows that need no usual header
LONGEST_HEAD = 12  # characters
MOST_LINES = 3  # of a cell
MOST_BODY = 120  # lines
UNFINISHED = ("，", "、", "（", "和", "及", "与")
FULL = 0.8  # share of the widest line from which on a line that no comma ends may go on
MOST_COST = 0.35  # of a row
UNLIKE = 1.0  # what a cell costs that has figures where its column has none, or none where it has some
BROKEN_OFF = 3.0  # a cell that ends in a comma
GOES_ON = 1.0  # a line that goes on, at most: less the fuller it is


@dataclass(frozen=True, slots=True)
class _Reading:
    """One way to part lines into cells: its cost, and how many lines each cell has, row after row."""

    cost: float
    counts: tuple[int, ...]


def folded_rows(run: Sequence[Line]) -> tuple[list[RawRow], int]:
    """Return header and rows, and how many lines they take; [] where the lines do not part into cells in one clear way.

    Args:
        run: bare short lines below a caption, the header's cells first.
    """
    texts = [line.text.strip() for line in run]
    heads = next((place for place, text in enumerate(texts) if not _is_head(text)), len(texts))
    widths = range(FEWEST_COLUMNS, min(heads, MOST_COLUMNS) + 1)
    if len(texts) > MOST_BODY or any(map(is_value, texts)):
        return [], 0
    readings = [(reading, width) for width in widths if (reading := _best(texts[width:], width)) and _heads(texts[:width], reading)]
    if not readings:
        return [], 0
    best, width = min(readings, key=lambda one: (one[0].cost, -one[1]))
    if best.cost > MOST_COST * len(best.counts) / width or not _breaks_where_full(texts[width:], best.counts):
        return [], 0
    rows = [_row(run[:width], [1] * width)]
    at = width
    for first in range(0, len(best.counts), width):
        counts = best.counts[first : first + width]
        rows.append(_row(run[at : at + sum(counts)], counts))
        at += sum(counts)
    return rows, at


def _is_head(text: str) -> bool:
    return len(text) <= LONGEST_HEAD and "，" not in text and not (any(map(str.isdecimal, text)) and not HEADER_WORD.search(text))


def _heads(texts: Sequence[str], reading: _Reading) -> bool:
    """Tell whether lines head such rows: each by a usual word, or the first alone where three rows have a line a cell."""
    usual = [bool(HEADER_WORD.search(text)) for text in texts]
    return all(usual) or (usual[0] and len(reading.counts) >= CLEAR * len(texts) and set(reading.counts) == {1})


def _best(body: Sequence[str], width: int) -> _Reading | None:
    """The cheapest way to part lines, over all that columns may hold; None where none has two rows or figures tell nothing."""
    patterns = [pattern for pattern in product((False, True), repeat=width) if any(pattern) and not pattern[0]]
    found = min((_part(body, pattern) for pattern in patterns), key=lambda reading: reading.cost, default=None)
    return found if found and found.cost < inf and len(found.counts) >= FEWEST * width else None


def _part(body: Sequence[str], pattern: Sequence[bool]) -> _Reading:
    """The cheapest way to part lines into cells that have figures in some columns and none in the others."""
    width, widest = len(pattern), max(map(_width, body), default=1)
    best = [[_Reading(inf, ())] * width for _ in body] + [[_Reading(0.0, ()), *[_Reading(inf, ())] * (width - 1)]]
    for at in range(len(body) - 1, -1, -1):
        for column in range(width):
            best[at][column] = min(
                (
                    _Reading(_cost(body[at : at + count], pattern[column], widest) + later.cost, (count, *later.counts))
                    for count in range(1, min(MOST_LINES, len(body) - at) + 1)
                    for later in [best[at + count][(column + 1) % width]]
                ),
                key=lambda reading: reading.cost,
            )
    return best[0][0]


def _cost(lines: Sequence[str], figures: bool, widest: int) -> float:
    """What it costs to take lines for one cell of a column that has figures or none."""
    unlike = UNLIKE * (any(char.isdecimal() for line in lines for char in line) != figures)
    going = sum(GOES_ON * (1 - _width(line) / widest) for line in lines[:-1] if not line.endswith(UNFINISHED))
    return unlike + going + BROKEN_OFF * lines[-1].endswith(UNFINISHED)


def _breaks_where_full(body: Sequence[str], counts: Sequence[int]) -> bool:
    """Tell whether the lines that go on are wide ones, or end in a comma."""
    ends = set(accumulate(counts))
    widest = max(map(_width, body), default=0)
    broken = (line for place, line in enumerate(body[: sum(counts)], 1) if place not in ends)
    return all(line.endswith(UNFINISHED) or _width(line) >= FULL * widest for line in broken)


def _width(text: str) -> int:
    return sum(1 if char.isascii() else 2 for char in text)


def _row(lines: Sequence[Line], counts: Sequence[int]) -> RawRow:
    pieces: list[Piece] = []
    columns = [column for column, count in enumerate(counts) for _ in range(count)]
    for place, (line, column) in enumerate(zip(lines, columns, strict=True)):
        same = place and columns[place - 1] == column
        pieces.append(Piece(line.text.strip(), column, "\t" if place and not same else ""))
    return RawRow(tuple(pieces), lines[0].after_page_break)
