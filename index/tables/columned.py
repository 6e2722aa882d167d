"""Lines of one cell each that stand column after column, as some web pages are copied -> rows.

序号 / 1 / 2 / 指标（单位） / 研发投入（亿元） / 高企数（家） / 2023年 / 3.2 / 112 / 2026年 / 5 / 220
"""

from collections.abc import Sequence

from index.lines import Line
from index.tables.grid import COUNTERS, Piece, RawRow, squeeze
from index.tables.values import YEAR, is_header_cell, is_value, looks_like_header

FEWEST_ROWS = 3
FEWEST_COLUMNS = 3
MOST_COLUMNS = 12
ALIKE = 0.8  # share of a column's cells that must be figures, or words


def columned_rows(run: Sequence[Line]) -> tuple[list[RawRow], int]:
    """Return header and rows of such a table, and how many lines they take; [] where there is none.

    The columns are as high as one another: as the first, where it counts the rows, else as what stands between two years.

    Args:
        run: bare short lines, the first column's header first.
    """
    texts = [line.text.strip() for line in run]
    height = _height(texts)
    if height <= FEWEST_ROWS:
        return [], 0
    columns: list[Sequence[Line]] = []
    for start in range(0, len(texts) - height + 1, height):
        if len(columns) == MOST_COLUMNS or not _is_column(texts[start : start + height]):
            break
        columns.append(run[start : start + height])
    figures = [_share(column) >= ALIKE for column in columns]
    words = [share <= 1 - ALIKE for share in map(_share, columns)]
    header = [column[0].text.strip() for column in columns]
    if len(columns) < FEWEST_COLUMNS or not any(figures[1:]) or not any(words) or not looks_like_header(header):
        return [], 0
    return [_row([column[place] for column in columns]) for place in range(height)], height * len(columns)


def _height(texts: Sequence[str]) -> int:
    """How many lines a column takes, its header included; 0 where nothing tells."""
    if texts and squeeze(texts[0]) in COUNTERS:
        return next((place for place, text in enumerate(texts) if place and text != str(place)), len(texts))
    years = [place for place, text in enumerate(texts) if YEAR.fullmatch(text)][:2]
    if len(years) < 2 or "年" in texts[0] or any(map(is_value, texts[: years[0]])):
        return 0
    height = years[1] - years[0]
    return height if not years[0] % height else 0


def _is_column(cells: Sequence[str]) -> bool:
    share = sum(map(is_value, cells[1:])) / (len(cells) - 1)
    return is_header_cell(cells[0]) and not (is_value(cells[0]) and not YEAR.fullmatch(cells[0])) and not 1 - ALIKE < share < ALIKE


def _share(column: Sequence[Line]) -> float:
    return sum(is_value(line.text.strip()) for line in column[1:]) / (len(column) - 1)


def _row(cells: Sequence[Line]) -> RawRow:
    pieces = [Piece(line.text.strip(), column, "\t" if column else "") for column, line in enumerate(cells)]
    return RawRow(tuple(pieces), cells[0].after_page_break)
