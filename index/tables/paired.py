"""Rows of a table that stands in two halves side by side -> rows of one table, the left half of a row before the right."""

from collections.abc import Sequence

from index.tables.grid import NO_CELL, Piece, RawRow, squeeze
from index.tables.values import FIGURE_HEAD

LEAST = 4  # columns of both halves


def half_of(names: Sequence[str]) -> int:
    """Return how many columns each half of a header has that names the same ones twice, figures among them; 0 for another.

    >>> half_of(["指标", "2025年", "2030年", "指标", "2025年", "2030年"]), half_of(["指标", "2025年", "2030年"])
    (3, 0)
    """
    width = len(names)
    half = [squeeze(name) for name in names[: width // 2]]
    if width < LEAST or width % 2 or half != [squeeze(name) for name in names[width // 2 :]] or len(set(half)) < len(half):
        return 0
    return width // 2 if any(map(FIGURE_HEAD.search, half)) else 0


def one_below_the_other(rows: Sequence[RawRow]) -> list[RawRow]:
    """Return rows with their right halves as rows of their own, as they are where the header names its columns once."""
    half = half_of(rows[0].cells(rows[0].width)) if rows else 0
    return [part for row in rows for part in _parts(row, half)] if half else list(rows)


def _parts(row: RawRow, half: int) -> list[RawRow]:
    if not row.width:
        return [row]
    cut = next((place for place, piece in enumerate(row.pieces) if piece.column >= half), len(row.pieces))
    right = [Piece(piece.text, piece.column - half if piece.column != NO_CELL else NO_CELL, piece.glue) for piece in row.pieces[cut:]]
    if not right or any(0 <= piece.column < half for piece in row.pieces[cut:]):
        return [row]
    right[0] = Piece(right[0].text, right[0].column)
    return [RawRow(row.pieces[:cut], row.continued), RawRow(tuple(right))]
