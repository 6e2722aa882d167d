"""Lines of one cell each -> rows."""

from collections.abc import Sequence

from index.lines import Line
from index.markers import parse_marker
from index.signs import is_caption, is_note, unit_of_line
from index.tables.grid import GROUP, Piece, RawRow, label_column, squeeze
from index.tables.values import column_width, is_quantity, looks_like_header

MAX_CELL = 60
MAX_REST = 14  # longest line that is taken as the remainder of the cell above it
MAX_PLAIN = 30
STOPS = "。；！？"


def is_tab_led(line: Line) -> bool:
    """Tell whether a line is one cell led by a tab, as Word leaves the cells of a table copied as text."""
    return line.text.startswith("\t") and 0 < len(line.text.strip()) <= MAX_CELL and "\t" not in line.text.strip()


def is_remainder(line: Line) -> bool:
    """Tell whether a line can be the remainder of a tab-led cell above it."""
    short = len(line.text) <= 2 * MAX_REST and len(line.text.strip()) <= MAX_REST
    return short and not line.after_blank and line.text[0] not in ("\t", " ", "\u3000") and not any(stop in line.text for stop in STOPS)


def is_plain_cell(line: Line) -> bool:
    """Tell whether a bare line can be a cell: short, no sentence, caption, note or heading."""
    text = line.text
    if len(text) > 2 * MAX_PLAIN or len(text.strip()) > MAX_PLAIN or any(stop in text for stop in STOPS):
        return False
    marker = parse_marker(text)
    return not (marker and marker.style != "digit-bracket") and not is_caption(text) and not is_note(text) and not unit_of_line(text)


def stacked_rows(run: Sequence[Line]) -> list[RawRow]:
    """Return rows of tab-led cells: parted by blank lines where these agree, else by the width that fits best."""
    groups: list[list[list[Line]]] = []
    for line in run:
        if is_tab_led(line) or not groups:
            if line.after_blank or not groups:
                groups.append([])
            groups[-1].append([line])
        else:
            groups[-1][-1].append(line)
    widths = [len(group) for group in groups]
    alike = sum(width == max(widths, default=0) for width in widths)
    if len(groups) >= 2 and max(widths) > 1 and alike * 3 >= len(groups) * 2 and widths[0] == max(widths):
        return [_row(group) for group in groups]
    cells = [cell for group in groups for cell in group]
    return _by_width(cells, column_width([_text(cell) for cell in cells]))


def plain_rows(run: Sequence[Line]) -> list[RawRow]:
    """Return the rows of bare short lines, one cell each and header first, as far as they go; [] where there are none.

    The rows after the first must have figures where it has them, in all columns but one.
    """
    texts = [line.text.strip() for line in run]
    values = [is_quantity(text) for text in texts]
    best: list[RawRow] = []
    for width in range(2, min(10, len(run) // 2) + 1):
        if not looks_like_header(texts[:width]):
            continue
        if GROUP.fullmatch(squeeze(texts[0])) and label_column(tuple(texts[:width])) == 1:
            grouped = max((_grouped(run, values, width, opens) for opens in (1, 0)), key=_cells)
            best = grouped if len(grouped) > 2 and _cells(grouped) > _cells(best) else best
        pattern = values[width : 2 * width]
        counted = texts[width] == "1"
        if (pattern[0] and not counted) or not any(pattern):
            continue
        end = width
        while end + width <= len(run) and _is_like(values[end : end + width], pattern):
            if counted and texts[end] != str(end // width):
                break
            end += width
        if end // width >= 3 and end > _cells(best):
            best = _by_width([[line] for line in run[:end]], width)
    return best


def _grouped(run: Sequence[Line], values: Sequence[bool], width: int, opens: int) -> list[RawRow]:
    """Rows with figures where the first has them, a group's word before its first row alone; `opens`: before the very first too."""
    rows = [_row([[line] for line in run[:width]])]
    pattern = values[width + opens : 2 * width + opens - 1]
    at = width
    while any(pattern) and not pattern[0] and not values[at]:
        word = next((word for word in (0, 1) if values[at + word : at + word + width - 1] == pattern), None)
        if word is None:
            break
        cells = [[line] for line in run[at : at + word + width - 1]]
        rows.append(_row(cells, 1 - word))
        at += len(cells)
        if at >= len(values):
            break
    return rows


def _cells(rows: Sequence[RawRow]) -> int:
    return sum(len(row.pieces) for row in rows)


def _is_like(row: Sequence[bool], pattern: Sequence[bool]) -> bool:
    return row[0] == pattern[0] and sum(a != b for a, b in zip(row, pattern, strict=True)) <= 1


def _text(cell: Sequence[Line]) -> str:
    return " ".join(line.text.strip() for line in cell)


def _by_width(cells: Sequence[Sequence[Line]], width: int) -> list[RawRow]:
    return [_row(cells[start : start + width]) for start in range(0, len(cells), width)] if width else []


def _row(cells: Sequence[Sequence[Line]], first: int = 0) -> RawRow:
    pieces: list[Piece] = []
    for column, cell in enumerate(cells, first):
        for part, line in enumerate(cell):
            text = line.text.strip()
            glue = "" if not pieces else "\t" if not part else " " if text[0] in "(（*" else ""
            pieces.append(Piece(text, column, glue))
    return RawRow(tuple(pieces), cells[0][0].after_page_break)
