"""Rows of an indicator table whose cells are parted by tabs, one here and there broken over lines -> rows.

序号	指标	单位	2025年
（基期）	2028年
1	研发经费支出与
营业收入之比	%	2.1	2.9
"""

from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from index.lines import Line
from index.signs import is_caption, is_note
from index.tables.grid import NO_CELL, Piece, RawRow
from index.tables.kinds import Kind, figure_cost, is_known, is_word, kinds_of
from index.tables.values import is_value, looks_like_header

FEWEST_TABS = 2
FEWEST = 3  # rows, the header's among them
MOST_LINES = 4  # of a row
LONGEST = 40  # characters of a part of a cell
LONGEST_TITLE = 20
LONGEST_TABLE = 300
DEAREST = 0.8  # what a cell of a column of figures may cost
OPEN: tuple[Kind, ...] = ("name", "group", "words")


def rejoined_rows(lines: Sequence[Line]) -> tuple[list[RawRow], int]:
    """Return header and rows, and how many lines they take; [] where no cell is broken, or where the parts make no sure rows.

    Args:
        lines: lines that may belong to the table, the header first.
    """
    if not lines or "\t" not in lines[0].text or not any(is_known(cell) for cell in lines[0].text.split("\t")):
        return [], 0
    counts = Counter(line.text.count("\t") for line in takewhile(_is_part, lines[:LONGEST_TABLE]) if "\t" in line.text)
    tabs = counts.most_common(1)[0][0] if counts else 0
    head = _group(lines, tabs) if tabs >= FEWEST_TABS else []
    names = _cells(head)
    kinds = kinds_of([name.strip() for name in names]) if head and looks_like_header(names) else []
    if not kinds:
        return [], 0
    rows, taken, broken = [_row(head)], len(head), len(head) > 1
    while group := _sure_group(lines[taken:], tabs, kinds):
        titled = "\t" not in group[0].text
        rows += [RawRow((Piece(group[0].text.strip(), NO_CELL),))] * titled + [_row(group[titled:])]
        taken, broken = taken + len(group), broken or len(group) - titled > 1
    return (rows, taken) if broken and len(rows) >= FEWEST else ([], 0)


def _is_part(line: Line) -> bool:
    text = line.text
    return not ("。" in text or is_note(text) or is_caption(text)) and ("\t" in text or len(text) <= LONGEST)


def _group(lines: Sequence[Line], tabs: int) -> list[Line]:
    """The lines from the first on that have as many tabs together as a row; [] where they have more."""
    found: list[Line] = []
    for line in lines[: MOST_LINES + 1]:
        if found and sum(part.text.count("\t") for part in found) == tabs:
            goes_on = found[-1].text.endswith("、") and "\t" not in line.text and _is_part(line)  # a list of offices
            return [*found, line] if goes_on else found
        if not _is_part(line) or (found and line.after_blank):
            break
        found.append(line)
    return found if sum(part.text.count("\t") for part in found) == tabs else []


def _sure_group(lines: Sequence[Line], tabs: int, kinds: Sequence[Kind]) -> list[Line]:
    """The lines of the next row, a title above it among them; [] where they do not agree with the columns."""
    title = lines[:1] if lines and "\t" not in lines[0].text and len(lines[0].text) <= LONGEST_TITLE and _is_part(lines[0]) else []
    group = _group(lines[len(title) :], tabs)
    if not group and not title and _agree(lines[:1], kinds):
        return list(lines[:1])  # the last cells are blank
    if not group or "\t" not in group[0].text or any(is_value(line.text.split("\t")[0]) for line in group[1:]):
        return []
    column = 0
    for line in group[:-1]:
        column += line.text.count("\t")
        if kinds[column] not in OPEN or not is_word(line.text.split("\t")[-1].strip()):
            return []
    return [*title, *group] if _agree(group, kinds) else []


def _agree(group: Sequence[Line], kinds: Sequence[Kind]) -> bool:
    """Tell whether the cells of a row are what its columns hold, as far as they go: at least a name and a figure."""
    cells = _cells(group)
    figures = [cell for cell, kind in zip(cells, kinds, strict=False) if kind == "figure" and cell]
    return len(cells) <= len(kinds) and bool(figures) and all(figure_cost(cell) <= DEAREST for cell in figures)


def _cells(group: Sequence[Line]) -> list[str]:
    """The cells of a row, its broken ones whole."""
    cells: list[str] = []
    for line in group:
        first, *more = (cell.strip() for cell in line.text.split("\t"))
        cells = [*cells[:-1], cells[-1] + first, *more] if cells else [first, *more]
    return cells


def _row(group: Sequence[Line]) -> RawRow:
    pieces: list[Piece] = []
    column, glue = 0, ""
    for line in group:
        for place, cell in enumerate(line.text.split("\t")):
            column += place > 0
            glue += "\t" * (place > 0)
            if cell.strip():
                pieces.append(Piece(cell.strip(), column, glue if pieces else ""))
                glue = ""
    return RawRow(tuple(pieces), group[0].after_page_break)
