"""Rows and headers with blank cells -> every cell under the text that governs it."""

from collections.abc import Sequence

from index.tables.grid import Cell
from index.tables.values import YEAR, is_header_cell, is_value

UNFINISHED = ("、", "，", ",")


class _Shared:
    """A cell that several rows share; text that follows after a page break is added to it for all of them."""

    __slots__ = ("_cell", "_parts")

    def __init__(self, cell: Cell) -> None:
        self._parts = [cell]
        self._cell: Cell | None = None

    @property
    def is_unfinished(self) -> bool:
        """Tell whether the text breaks off in the middle of a list."""
        return self._parts[-1].text.rstrip().endswith(UNFINISHED)

    def extend(self, cell: Cell) -> None:
        """Add the remainder."""
        self._parts.append(cell)

    def cell(self) -> Cell:
        """Return the whole cell."""
        if self._cell is None:
            if len(self._parts) == 1:
                self._cell = self._parts[0]
            else:
                text = "".join(part.text.strip() for part in self._parts)
                self._cell = Cell(text, tuple(span for part in self._parts for span in part.spans))
        return self._cell


def fill_merged(rows: Sequence[Sequence[Cell]], continued: Sequence[bool]) -> list[list[Cell]]:
    """Give blank cells of a merged group the text that governs them.

    A row whose first cell is blank belongs to the group above it; its other blank cells belong to merged cells too.
    Just after a repeated header, text in a column whose cell above ends without a stop is that cell's remainder.

    Args:
        rows: the cells of each row.
        continued: for each row, whether a repeated header or a page break stands just above it.
    """
    filled: list[list[_Shared]] = []
    for row, is_continued in zip(rows, continued, strict=True):
        cells = [_Shared(cell) for cell in row]
        if filled and row and not row[0].text.strip() and any(cell.text.strip() for cell in row):
            for column, cell in enumerate(row):
                above = filled[-1][column]
                if not cell.text.strip():
                    cells[column] = above
                elif is_continued and column and above.is_unfinished:
                    above.extend(cell)
                    cells[column] = above
        filled.append(cells)
    return [[cell.cell() for cell in cells] for cells in filled]


def is_second_header(first: Sequence[str], second: Sequence[str]) -> bool:
    """Tell whether a row parts the columns of the header above it: names alone, at least one below a merged cell."""
    upper, lower = [cell.strip() for cell in first], [cell.strip() for cell in second]
    if not lower or lower[0] not in ("", upper[0]) or not any(lower):
        return False
    named = [cell for cell in lower if cell]
    if any(is_value(cell) and not YEAR.fullmatch(cell) for cell in named) or not all(map(is_header_cell, named)):
        return False
    return any(name and (not upper[column] or upper[column] == upper[column - 1]) for column, name in enumerate(lower) if column)


def merge_headers(first: Sequence[str], second: Sequence[str]) -> list[str]:
    """Return one name a column for a header of two rows: the merged cell's name, then the part's."""
    names: list[str] = []
    above = ""
    for upper, lower in zip(first, second, strict=True):
        above = upper.strip() or (above if lower.strip() else "")
        parts = [part for part in (above, lower.strip()) if part]
        names.append(parts[0] if len(set(parts)) == 1 else " ".join(parts))
    return names
