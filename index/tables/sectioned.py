"""Lines of space-parted cells with titles between the rows (一、科技创新) -> rows, the titles of no column."""

import re
from collections.abc import Callable, Sequence

from index.lines import Line
from index.tables.grid import COUNTERS, NO_CELL, Piece, RawRow
from index.tables.spaced import spaced_rows

TITLE = re.compile(r"\s*(?:[（(]?[一二三四五六七八九十]{1,2}[）)、.．])\s*[^\s\d，。；：:]{2,16}\s*")
NUMBERED = re.compile(r"\s*(\d{1,3})\s+\S")


def sectioned_rows(lines: Sequence[Line], may_hold: Callable[[Line], bool], *, first_number: int = 1) -> tuple[list[RawRow], int]:
    """Return header and rows of a table whose rows are numbered through, and how many lines they take; [] where there is none.

    Args:
        lines: the header (序号 指标名称 …) and what stands below it.
        may_hold: tells whether a line can be one of cells.
        first_number: the running number of the first row.
    """
    names = lines[0].text.split()
    if len(names) < 3 or names[0] not in COUNTERS:
        return [], 0
    kept, places, titles = [lines[0]], [0], dict[int, Line]()
    number = first_number
    for place, line in enumerate(lines[1:], 1):
        following = NUMBERED.match(lines[place + 1].text) if place + 1 < len(lines) else None
        if TITLE.fullmatch(line.text) and following and int(following[1]) == number:
            titles[number] = line
            continue
        if not may_hold(line):
            break
        match = NUMBERED.match(line.text)
        number += bool(match and int(match[1]) == number)
        kept.append(line)
        places.append(place)
    rows, taken = spaced_rows(kept, first_number=first_number) if titles else ([], 0)
    if not rows:
        return [], 0
    return list(_with_titles(rows, titles)), places[taken - 1] + 1


def _with_titles(rows: Sequence[RawRow], titles: dict[int, Line]) -> Sequence[RawRow]:
    """Rows with the titles between them put back, each before the row of its number."""
    found: list[RawRow] = []
    for row in rows:
        number = next((piece.text for piece in row.pieces if piece.column == 0), "")
        if found and number.isdecimal() and int(number) in titles:
            found.append(RawRow((Piece(titles[int(number)].text.strip(), NO_CELL),)))
        found.append(row)
    return found
