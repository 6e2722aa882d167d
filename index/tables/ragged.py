"""Rows of a line each under a caption, whose words may go on in a line of their own below -> rows.

园区名称 主导产业 2023年营收 2026年目标 高企目标
（亿元） （亿元） （家）
经开区 储能材料、电子 412 700 120
 信息
特种车辆 特种车辆 276 480 85
产业园
"""

import re
from collections.abc import Sequence

from index.lines import Line
from index.tables.grid import NO_CELL, Piece, RawRow
from index.tables.values import MAX_COLUMNS, is_value, looks_like_header

FEWEST = 3  # columns
LONGEST_REST = 8  # characters of a word that goes on below
UNIT = re.compile(r"[（(][^（()）]{1,8}[)）]")
STOPS = "。；："


def ragged_rows(lines: Sequence[Line]) -> tuple[list[RawRow], int]:
    """Return header and rows, and how many lines they take; [] where no row has such a rest and the header no units below it.

    Args:
        lines: lines below a caption, the header first.
    """
    header = lines[0].text.split() if lines else []
    if not FEWEST <= len(header) <= MAX_COLUMNS or not looks_like_header(header):
        return [], 0
    units = lines[1].text.split() if len(lines) > 1 else []
    units = units if units and all(map(UNIT.fullmatch, units)) else []
    groups: list[tuple[Line, list[Line]]] = []
    at = 1 + bool(units)
    while at < len(lines):
        cells = lines[at].text.split()
        if any(stop in lines[at].text for stop in STOPS):
            break
        if len(cells) == len(header) and any(map(is_value, cells)):
            groups.append((lines[at], []))
        elif groups and len(cells) == 1 and len(cells[0]) <= LONGEST_REST and not is_value(cells[0]):
            groups[-1][1].append(lines[at])
        else:
            break
        at += 1
    figures = _figures([line.text.split() for line, _ in groups], len(header))
    if len(groups) < 2 or not any(figures) or not (units or any(rest for _, rest in groups)):
        return [], 0
    under = [column for column, holds in enumerate(figures) if holds]
    if units and len(units) != len(under):
        return [], 0
    return [_header(lines[0], header, units, under), *(_row(line, rest, figures) for line, rest in groups)], at


def _figures(rows: Sequence[Sequence[str]], width: int) -> list[bool]:
    """For each column, whether it holds figures in every row."""
    return [bool(rows) and all(is_value(row[column]) for row in rows) for column in range(width)]


def _header(line: Line, names: Sequence[str], units: Sequence[str], under: Sequence[int]) -> RawRow:
    pieces = [Piece(name, column, " " if column else "") for column, name in enumerate(names)]
    if units:
        pieces.append(Piece(" ", NO_CELL))
    for place, (unit, column) in enumerate(zip(units, under, strict=True) if units else ()):
        pieces += [Piece(" ", NO_CELL)] * bool(place) + [Piece(unit, column)]
    return RawRow(tuple(pieces), line.after_page_break)


def _row(line: Line, rest: Sequence[Line], figures: Sequence[bool]) -> RawRow:
    """A row; what is set in goes on in the first column of words after the name, what is not in the name."""
    second = next((column for column, holds in enumerate(figures) if column and not holds), 0)
    pieces = [Piece(cell, column, " " if column else "") for column, cell in enumerate(line.text.split())]
    for more in rest:
        pieces += [Piece(" ", NO_CELL), Piece(more.text.strip(), second if more.text[0].isspace() else 0)]
    return RawRow(tuple(pieces), line.after_page_break)
