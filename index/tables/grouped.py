"""Lines of space-parted cells whose rows are numbered behind a column that groups them -> rows, the group a cell of its own."""

import re
from collections.abc import Sequence
from dataclasses import replace

from index.lines import Line
from index.tables.grid import COUNTERS, GROUP, Piece, RawRow
from index.tables.spaced import spaced_rows
from index.tables.values import is_value

NUMBERED = re.compile(r"\s*(?:(?P<group>\S{2,12})\s+)?(?P<number>\d{1,3})\s+(?=\S)")
FIRST = re.compile(r"\s*(\S+)\s+")


def grouped_rows(lines: Sequence[Line], *, first_number: int = 1) -> tuple[list[RawRow], int]:
    """Return header and rows of such a table and how many lines they take; [] where there is none.

    Args:
        lines: lines that may belong to the table, the header first (类别 序号 指标名称 …).
        first_number: the running number of the first row.
    """
    names = lines[0].text.split()
    if len(names) < 4 or not GROUP.fullmatch(names[0]) or names[1] not in COUNTERS:
        return [], 0
    groups: dict[int, str] = {}
    bare = [replace(lines[0], text=FIRST.sub("", lines[0].text, count=1))]
    number = first_number
    for line in lines[1:]:
        match = NUMBERED.match(line.text)
        if match and int(match["number"]) == number and not (match["group"] and is_value(match["group"])):
            if match["group"]:
                groups[number] = match["group"]
                line = replace(line, text=line.text[match.start("number") :])
            number += 1
        bare.append(line)
    rows, taken = spaced_rows(bare, first_number=first_number)
    if not rows or not groups:
        return [], 0
    heads = [names[0], *(groups.get(first_number + place, "") for place in range(len(rows) - 1))]
    return [_behind(head, row) for head, row in zip(heads, rows, strict=True)], taken


def _behind(group: str, row: RawRow) -> RawRow:
    """A row with its columns one further, the word of its group, where it opens one, in the first."""
    pieces = [replace(piece, column=piece.column + 1) for piece in row.pieces]
    if group:
        pieces = [Piece(group, 0), replace(pieces[0], glue=" "), *pieces[1:]]
    return RawRow(tuple(pieces), row.continued)
