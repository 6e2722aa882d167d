"""Lines whose cells are parted by tabs -> rows."""

from index.lines import Line
from index.tables.grid import Piece, RawRow, squeeze
from index.tables.values import MAX_COLUMNS

LEAST_REPEATED = 4  # columns of a header that may come again without its first


def is_tabbed(line: Line) -> bool:
    """Tell whether a line is a row of at least two tab-separated cells."""
    tabs = line.text.count("\t")
    if not 1 <= tabs < MAX_COLUMNS:
        return False
    cells = line.text.split("\t")
    return len(cells) >= 3 or bool(cells[0].strip() and cells[1].strip())


def tabbed_row(line: Line) -> RawRow:
    """Return the row of one line; blank cells leave no piece, the tabs stay as glue."""
    pieces: list[Piece] = []
    glue = ""
    for column, cell in enumerate(line.text.split("\t")):
        if column:
            glue += "\t"
        if cell.strip():
            pieces.append(Piece(cell.strip(), column, glue if pieces else ""))
            glue = ""
    return RawRow(tuple(pieces), line.after_page_break)


def same_cells(row: RawRow, header: RawRow) -> bool:
    """Tell whether a row repeats the header, the name of its first column perhaps left out."""
    width = max(row.width, header.width)
    cells, heads = ([squeeze(cell) for cell in one.cells(width)] for one in (row, header))
    return cells == heads or (len(cells) >= LEAST_REPEATED and not cells[0] and cells[1:] == heads[1:])
