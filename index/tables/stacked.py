"""Lines of one cell each -> rows."""

from index.lines import Line
from index.tables.grid import Piece, RawRow
from index.tables.values import column_width, is_value, looks_like_header

MAX_CELL = 60
MAX_REST = 14  # longest line that is taken as the remainder of the cell above it
STOPS = "。；！？"


def is_tab_led(line: Line) -> bool:
    """Tell whether a line is one cell led by a tab, as Word leaves the cells of a table copied as text."""
    return line.text.startswith("\t") and 0 < len(line.text.strip()) <= MAX_CELL and "\t" not in line.text.strip()


def stacked_run(lines: list[Line], at: int) -> list[Line]:
    """Return the lines from `at` on that are tab-led cells or short remainders of them."""
    end = at
    while end < len(lines):
        line = lines[end]
        rest = end > at and not line.after_blank and line.text[:1] not in ("\t", " ", "\u3000")
        if not is_tab_led(line) and not (rest and len(line.text.strip()) <= MAX_REST and not any(stop in line.text for stop in STOPS)):
            break
        end += 1
    return lines[at:end]


def stacked_rows(run: list[Line]) -> list[RawRow]:
    """Return rows: parted by blank lines where these agree with a header's width, else by the width that fits best."""
    groups: list[list[list[Line]]] = []
    for line in run:
        if is_tab_led(line) or not groups:
            if line.after_blank or not groups:
                groups.append([])
            groups[-1].append([line])
        else:
            groups[-1][-1].append(line)
    cells = [cell for group in groups for cell in group]
    widths = {len(group) for group in groups}
    if len(groups) < 2 or len(widths) > 1:
        width = column_width([" ".join(line.text.strip() for line in cell) for cell in cells])
        if not width:
            return []
        groups = [cells[start : start + width] for start in range(0, len(cells), width)]
    return [_row(group) for group in groups]


def plain_rows(lines: list[Line], at: int) -> tuple[list[RawRow], int]:
    """Return the rows of bare short lines, one cell each and header first, and the index after them; [] where none."""
    end = at
    while end < len(lines) and len(lines[end].text.strip()) <= 30 and not any(stop in lines[end].text for stop in STOPS):
        end += 1
    while end - at >= 6:
        texts = [line.text.strip() for line in lines[at:end]]
        width = column_width(texts)
        if width and looks_like_header(texts[:width]) and sum(map(is_value, texts)) >= len(texts) // width - 1:
            cells = [[line] for line in lines[at:end]]
            return [_row(cells[start : start + width]) for start in range(0, len(cells), width)], end
        end -= 1
    return [], at


def _row(cells: list[list[Line]]) -> RawRow:
    pieces: list[Piece] = []
    for column, cell in enumerate(cells):
        for part, line in enumerate(cell):
            glue = "" if not pieces else "\t" if not part else " " if line.text.strip()[0] in "(（*" else ""
            pieces.append(Piece(line.text.strip(), column, glue))
    return RawRow(tuple(pieces), cells[0][0].after_page_break)
