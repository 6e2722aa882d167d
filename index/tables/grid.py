"""Rows of pieces as they stand in a file -> a table whose cells know their headers.

A `RawRow` keeps the pieces of a row in the file's order, each with the number of the column it belongs to, so that a
cell that the file tore in two is whole again in the `Table` while the text stays literal.
"""

import re
from dataclasses import dataclass, field

NO_CELL = -1  # column of a piece that is table syntax, such as the bars of a Markdown row
UNIT = re.compile(r"[（(\[]([^（()）\[\]]{1,12})[)）\]]\s*$")
UNIT_WORDS = re.compile(r"%|％|‰|[亿万千百]?(?:元|家|人年|人次|人|名|件|项|个|篇|户|台|套|公里|平方公里|平方米|亩|吨|年|天|次|所|位|支|颗|辆|度|美元|吨标准煤)(?:/\S+)?|[亿万千]元?/\S+|百分点|个百分点")
UNIT_HEADERS = ("单位", "计量单位", "指标单位")


@dataclass(frozen=True, slots=True)
class Piece:
    """A literal stretch of a line: the column it belongs to and the white space put before it."""

    text: str
    column: int
    glue: str = ""


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row in the file's order; `continued` says that it stands just after a repeated header or page break."""

    pieces: tuple[Piece, ...]
    continued: bool = False

    def cells(self, width: int) -> list[str]:
        """Return the text of every column; pieces of one cell are joined."""
        texts = [""] * width
        for piece in self.pieces:
            if 0 <= piece.column < width:
                texts[piece.column] += (piece.glue if texts[piece.column] else "") + piece.text
        return texts

    @property
    def width(self) -> int:
        """Number of columns the row reaches."""
        return max((piece.column for piece in self.pieces), default=-1) + 1


@dataclass(frozen=True, slots=True)
class RawTable:
    """Header rows (the first, and its repetitions) and body rows, in the file's order."""

    header: RawRow
    rows: tuple[tuple[bool, RawRow], ...]  # (is a repeated header, row)
    kind: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its text, and the spans of the document's text that it is made of (empty for a blank cell)."""

    text: str
    spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A body row: its span and one cell a column, merged cells filled in from the row that holds them."""

    start: int
    end: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A table of a document.

    Attributes:
        caption: the caption line, or "".
        header: one text a column.
        rows: the body rows; each has as many cells as the header.
        note: the note below the table, or "".
    """

    caption: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    note: str = ""
    label_column: int = field(default=0)

    def unit(self, row: Row, column: int | None = None) -> str:
        """Return the unit of a row's figures, or of its figure in one column; "" where none is given.

        It stands in a unit column, in brackets after the row's name, in the column's header, or in the caption.
        """
        for place, name in enumerate(self.header):
            if squeeze(name) in UNIT_HEADERS:
                return row.cells[place].text.strip()
        heads = [self.header[column]] if column is not None else list(self.header)
        units = [unit for unit in map(bracket_unit, heads) if unit]
        return bracket_unit(self.label(row)) or (units[0] if len(set(units)) == 1 else "") or bracket_unit(self.caption)

    def label(self, row: Row) -> str:
        """Return the row's header: what its figures are about."""
        return row.cells[self.label_column].text.strip()


def squeeze(text: str) -> str:
    """Return a text without white space."""
    return re.sub(r"\s+", "", text)


def bracket_unit(text: str) -> str:
    """Return the unit in brackets at the end of a name ("高新技术企业数 (家)" -> "家"), or ""."""
    match = UNIT.search(text.strip())
    return squeeze(match.group(1)) if match and UNIT_WORDS.fullmatch(squeeze(match.group(1))) else ""


def label_column(header: tuple[str, ...]) -> int:
    """Return the column that names a row: the first that is no running number."""
    return 1 if len(header) > 1 and squeeze(header[0]) in ("序号", "编号", "No.", "No", "#", "") and header[1].strip() else 0


def fill_merged(rows: list[list[Cell]], continued: list[bool]) -> list[list[Cell]]:
    """Give blank cells of a merged group the text that governs them.

    A row whose first cell is blank belongs to the group above it; its other blank cells belong to merged cells too.
    Just after a repeated header, text in a column whose cell above ends without a stop is that cell's remainder.
    """
    filled: list[list[Cell]] = []
    group: list[int] = []  # indexes of the current group's rows
    for index, row in enumerate(rows):
        cells = list(row)
        if cells and not cells[0].text.strip() and filled and any(cell.text.strip() for cell in cells):
            above = filled[-1]
            for column, cell in enumerate(cells):
                if not cell.text.strip():
                    cells[column] = above[column]
                elif continued[index] and column and above[column].text.rstrip().endswith(("、", "，", ",")):
                    joined = Cell(above[column].text.rstrip() + cell.text.strip(), above[column].spans + cell.spans)
                    for earlier in group:
                        if filled[earlier][column] == above[column]:
                            filled[earlier][column] = joined if earlier != group[-1] else filled[earlier][column]
                    filled[-1] = [joined if at == column else kept for at, kept in enumerate(filled[-1])]
                    cells[column] = joined
            group.append(index)
        else:
            group = [index]
        filled.append(cells)
    return filled
