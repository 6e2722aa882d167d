"""RawTable -> its text, row by row, and the Table whose cells know their spans."""

from collections.abc import Callable
from dataclasses import dataclass

from index.tables.grid import NO_CELL, Cell, RawRow, RawTable, Role, Row, Table, label_column
from index.tables.merged import fill_merged, merge_headers

Add = Callable[[str], tuple[int, int]]  # takes a text to the end of the document's text and returns its span


@dataclass(frozen=True, slots=True)
class WrittenLine:
    """A line of a written table: what it is, its span, and of a body row, its place in the table."""

    role: Role
    start: int
    end: int
    row: int = -1


def write_table(raw: RawTable, caption: str, unit: str, add: Add) -> tuple[Table, list[WrittenLine]]:
    """Write a table's rows to the document's text.

    Args:
        raw: the rows as they stand in the file.
        caption: the caption line, or "".
        unit: the unit stated beside the caption, or "".
        add: writes a text and returns its span.

    Returns:
        The table, and its lines in order.
    """
    width = raw.width
    lines: list[WrittenLine] = []
    names: list[str] = []
    for header in raw.headers:
        lines.append(WrittenLine("header", *_write(header, width, add)[1]))
        texts = header.cells(width)
        names = merge_headers(names, texts) if names else texts
    grid: list[list[Cell]] = []
    spans: list[tuple[int, int]] = []
    continued: list[bool] = []
    for role, row in raw.rows:
        cells, span = _write(row, width, add)
        lines.append(WrittenLine(role, *span, row=len(grid) if role == "row" else -1))
        if role == "row":
            grid.append(cells)
            spans.append(span)
            continued.append(row.continued)
    rows = tuple(Row(*span, tuple(cells)) for span, cells in zip(spans, fill_merged(grid, continued), strict=True))
    return Table(caption, tuple(names), rows, "", label_column(tuple(names)), unit), lines


def _write(row: RawRow, width: int, add: Add) -> tuple[list[Cell], tuple[int, int]]:
    """Write one row and return its cells with their spans, and its own span."""
    pieces: list[str] = []
    marks: list[list[tuple[int, int]]] = [[] for _ in range(width)]
    length = 0
    for piece in row.pieces:
        begin = length + len(piece.glue)
        length = begin + len(piece.text)
        pieces.append(piece.glue + piece.text)
        if piece.column != NO_CELL:
            marks[piece.column].append((begin, length))
    start, end = add("".join(pieces))
    cells = [
        Cell(text, tuple((start + begin, start + stop) for begin, stop in spans))
        for text, spans in zip(row.cells(width), marks, strict=True)
    ]
    return cells, (start, end)
