"""Rows whose names open with their running numbers (1.林地面积) -> the rows, the numbers no part of the names."""

import re
from collections.abc import Sequence

from index.tables.grid import NO_CELL, PART, Piece, RawRow, Role, label_column
from index.tables.kinds import kinds_of

FEWEST = 3  # rows
FIRST = re.compile(r"(\d{1,2})(?=[.、．\s]|[^\d.,，%％年])")
BEHIND = r"[.、．]?\s*(?=[^\d\s.,，、．%％年]|\d{1,2}[^\d\s.,，、．%％年])"  # a number: a name, which may open with a figure (5G基站)


def without_numbers(header: Sequence[str], body: Sequence[tuple[Role, RawRow]]) -> list[tuple[Role, RawRow]]:
    """Return the rows of an indicator table, their numbers parted from the names where these count from row to row.

    Args:
        header: the names of the columns.
        body: the rows with their roles.
    """
    if not kinds_of(header) or "serial" in kinds_of(header):
        return list(body)
    column = label_column(tuple(header))
    found: list[tuple[Role, RawRow]] = []
    last = count = 0
    for role, row in body:
        place = next((place for place, piece in enumerate(row.pieces) if piece.column == column), -1)
        text = row.pieces[place].text if place >= 0 else ""
        if role != "row" or PART.match(text):
            found.append((role, row))
            continue
        first = FIRST.match(text)
        number = last + 1 if last else int(first[1]) if first else 0
        match = re.match(rf"({number}){BEHIND}", text) if number else None
        if not match:
            return list(body)
        last, count = number, count + 1
        found.append((role, RawRow(_parted(row.pieces, place, match.end()), row.continued)))
    return found if count >= FEWEST else list(body)


def _parted(pieces: Sequence[Piece], place: int, end: int) -> tuple[Piece, ...]:
    piece = pieces[place]
    number = piece.text[:end]
    glue = number[len(number.rstrip()) :]
    parts = (Piece(number.rstrip(), NO_CELL, piece.glue), Piece(piece.text[end:], piece.column, glue))
    return (*pieces[:place], *parts, *pieces[place + 1 :])
