"""Lines of one cell each that come again in one pattern of words and figures, a cell here and there broken -> rows.

A header of more lines than the rows have cells is put together by its own marks (2030年 / 产值（亿元）); what a row has more
of before its first figure goes on with the longest lines there.

园区名称
面积
（平方公里）
2030年
产值（亿元）
甲产业园
9.6
310
乙高端装备智能
制造园
17.3
760
"""

from collections.abc import Sequence
from itertools import combinations, pairwise

from index.lines import Line
from index.tables.grid import Piece, RawRow
from index.tables.values import YEAR, is_header_cell, is_quantity, is_value, looks_like_header

FEWEST_COLUMNS, MOST_COLUMNS = 3, 10
MOST_HEADS = 16
OPENING = "（(〔［["
MOST_MORE = 2  # lines that a row has besides its cells
MOST_BROKEN = 0.5  # share of rows
FEWEST = 3  # rows, the header's among them


def patterned_rows(run: Sequence[Line]) -> tuple[list[RawRow], int]:
    """Return header and rows, and how many lines they take; [] where nothing is broken, or where there are not two rows.

    Args:
        run: bare short lines below a caption, the header's cells first.
    """
    texts = [line.text.strip() for line in run]
    best: tuple[list[RawRow], int] = ([], 0)
    for count in range(FEWEST_COLUMNS, min(MOST_HEADS, len(texts)) + 1):
        if not _is_head(texts[count - 1]):
            break
        for columns in _headers(texts[:count]):
            names = ["".join(text for text, column in zip(texts, columns, strict=False) if column == at) for at in range(columns[-1] + 1)]
            if FEWEST_COLUMNS <= len(names) <= MOST_COLUMNS and looks_like_header(names):
                rows, taken = _read(run, texts, columns)
                if taken > best[1]:
                    best = rows, taken
    return best


def _is_head(text: str) -> bool:
    return bool(YEAR.fullmatch(text)) or (is_header_cell(text) and not is_value(text))


def _headers(texts: Sequence[str]) -> list[list[int]]:
    """The columns of a header's lines: a unit in brackets goes on with the line above it, a year may with the line below."""
    found = []
    for years in (True, False):
        columns = [0]
        for above, text in pairwise(texts):
            joined = text[0] in OPENING or (years and YEAR.fullmatch(above) and not YEAR.fullmatch(text))
            columns.append(columns[-1] + (not joined))
        found += [columns] * (columns not in found)
    return found


def _read(run: Sequence[Line], texts: Sequence[str], columns: Sequence[int]) -> tuple[list[RawRow], int]:
    """Header and rows under one reading of the header; the first row is whole and shows the pattern."""
    width, at = columns[-1] + 1, len(columns)
    header = list(texts[:at])
    values = [is_quantity(text) for text in texts]
    pattern = values[at : at + width]
    if len(pattern) < width or pattern[0] or sum(pattern) in (0, width):
        return [], 0
    lead = pattern.index(True)
    rows = [_row(run[:at], columns)]
    body = broken = 0
    while at < len(texts):
        if list(texts[at : at + len(header)]) == header:
            rows.append(_row(run[at : at + len(header)], columns))
            at += len(header)
            continue
        more = next((more for more in range(MOST_MORE + 1) if _fits(values[at : at + width + more], pattern, lead, more)), None)
        if more is None:
            break
        end = at + width + more
        rows.append(_row(run[at:end], [*_lead(texts[at : at + lead + more], lead), *range(lead, width)]))
        body, broken, at = body + 1, broken + bool(more), end
    fits = body + 1 >= FEWEST and MOST_BROKEN * body >= broken and (broken or width < len(columns))
    return (rows, at) if fits else ([], 0)


def _fits(values: Sequence[bool], pattern: Sequence[bool], lead: int, more: int) -> bool:
    """Tell whether a row has words before its first figure, some lines more than the pattern, and what the pattern has behind them."""
    return len(values) == len(pattern) + more and not any(values[: lead + more]) and list(values[lead + more :]) == list(pattern[lead:])


def _lead(texts: Sequence[str], cells: int) -> list[int]:
    """The columns of the lines before the first figure, so that those which go on are the longest."""
    if len(texts) == cells:
        return list(range(cells))
    ways = combinations(range(len(texts) - 1), len(texts) - cells)  # the lines that go on
    going = max(ways, key=lambda way: sum(len(texts[place]) for place in way))
    columns, column = [], 0
    for place in range(len(texts)):
        columns.append(column)
        column += place not in going
    return columns


def _row(lines: Sequence[Line], columns: Sequence[int]) -> RawRow:
    pieces: list[Piece] = []
    for line, column in zip(lines, columns, strict=True):
        joined = bool(pieces) and pieces[-1].column == column
        pieces.append(Piece(line.text.strip(), column, "" if joined or not pieces else "\t"))
    return RawRow(tuple(pieces), lines[0].after_page_break)
