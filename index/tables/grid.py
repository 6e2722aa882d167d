"""Rows of pieces as they stand in a file -> a table whose cells know their headers.

A `RawRow` keeps the pieces of a row in the file's order, each with the number of the column it belongs to, so that a
cell that the file tore in two is whole again in the `Table` while the text stays literal.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import Literal

from index.tables.several_units import unit_of_column
from index.tables.values import FIGURE_HEAD

Role = Literal["row", "header", "caption"]
NO_CELL = -1  # column of a piece that is table syntax, such as the bars of a Markdown row
UNIT = re.compile(r"[（(\[]([^（()）\[\]]{1,12})[)）\]]\s?[*＊#△▲☆★①-⑩]*$")
UNIT_WORDS = re.compile(
    r"%|％|‰|[亿万千百]?(?:元|家|人年|人次|人|名|件|项|个|篇|户|台|套|公里|平方公里|平方米|公顷|亩|吨|年|天|次|所|位|支|颗|辆|度|美元|吨标准煤|千瓦|千瓦时|兆瓦|[毫微千]?克|公斤|升|立方米|米|岁|分钟|小时|学时|倍|处|条|张|座|幢|册|头|只|株|标箱|床)"
    r"(?:/\S{1,8})?|[亿万千]元?/\S{1,8}|个?百分点"
)
STATED_UNIT = re.compile(r"单位\s?[:：]\s?([^\s（()）。；，、]{1,12})\s?[)）\]]?$")
BARE_UNIT = re.compile(r"(?<=[\u4e00-\u9fff）)])(?<![超过上十百千万近])\s?(万亿元|亿元|万元|平方公里|公顷)$")
UNIT_REACH = 30  # characters at the end of a name that can hold its unit
UNIT_HEADERS = ("单位", "计量单位", "指标单位")
COUNTERS = ("序号", "序", "编号", "No.", "No", "#", "")
CODES = ("代码", "编码", "代号", "指标代码", "指标编号")
GROUP = re.compile(r"(?:指标|目标)?(?:类别|类型|领域|分类|维度|方面|板块|大类)|[一二]级指标|目标")  # of rows, not of one
NATURES = re.compile(r"(?:指标)?(?:属性|性质|类型)")
PART = re.compile(r"其\s?中\s?[：:]?\s*")  # what a row opens with that is a part of the one above it
MOST_PARTS = 20  # rows below the one that they are parts of
NAMES = re.compile(r"(?:具体|主要|核心|[二三]级)?指标(?:名称|内容)?|(?:项目|指标)?名称|项目")


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
    """Header rows (mostly one), then body rows with repeated headers and "续表" lines between, in the file's order."""

    headers: tuple[RawRow, ...]
    rows: tuple[tuple[Role, RawRow], ...]

    @property
    def width(self) -> int:
        """Number of columns."""
        return max(row.width for row in (*self.headers, *(row for role, row in self.rows if role == "row")))


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
        label_column: the column that names a row.
        stated_unit: the unit that a line of its own states beside the caption ("单位：万元"), or "".
    """

    caption: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    note: str = ""
    label_column: int = 0
    stated_unit: str = ""

    def unit(self, row: Row, column: int | None = None) -> str:
        """Return the unit of a row's figures, or of its figure in one column; "" where none is given.

        It stands in the figure itself (a share), in the column's header, in a unit column, in brackets after the row's
        name, in any header, in the caption, or on a line of its own beside the caption.
        """
        if column is not None:
            if row.cells[column].text.strip().endswith(("%", "％")):
                return "%"
            names = (self.header[column], *reversed(self.header[column].split()))  # its own, or that of the merged cell above it
            if unit := next(filter(None, map(_header_unit, names)), ""):
                return unit
        for place, name in enumerate(self.header):
            if squeeze(name) in UNIT_HEADERS:
                return row.cells[place].text.strip()
        units = {unit for unit in map(bracket_unit, self.header) if unit} if column is None else set()
        of_headers = units.pop() if len(units) == 1 else ""
        stated = unit_of_column(self.stated_unit, self.header[column] if column is not None else "")
        return bracket_unit(self.label(row)) or of_headers or bracket_unit(self.caption) or stated

    def label(self, row: Row) -> str:
        """Return the row's header: what its figures are about."""
        return row.cells[self.label_column].text.strip()

    def whole(self, row: Row) -> str:
        """Return the label of the row that another is a part of, by its own words (其中：国家级), or ""."""
        if not PART.match(self.label(row)):
            return ""
        at = bisect_left(self.rows, row.start, key=lambda other: other.start)
        above = (self.label(other) for other in reversed(self.rows[max(0, at - MOST_PARTS) : at]))
        return next((label for label in above if not PART.match(label)), "")


def squeeze(text: str) -> str:
    """Return a text without white space."""
    return re.sub(r"\s+", "", text)


def bracket_unit(text: str) -> str:
    """Return the unit at the end of a name ("高新技术企业数 (家)" -> "家", "奖励标准（单位：万元）" -> "万元"), or ""."""
    end = text.strip()[-UNIT_REACH:]
    if match := STATED_UNIT.search(end):
        return squeeze(match.group(1))
    match = UNIT.search(end)
    first = re.split("[，、,；;]", squeeze(match.group(1)))[0] if match else ""
    return first if UNIT_WORDS.fullmatch(first) else ""


def _header_unit(name: str) -> str:
    """The unit of a column's name, in brackets or bare at its end: 产值（营收）亿元."""
    return bracket_unit(name) or (match[1] if (match := BARE_UNIT.search(name.strip())) else "")


def _stands_aside(name: str) -> bool:
    """Tell whether a column's name is that of units, numbers, groups, natures or figures, which may stand before the names of rows."""
    return name in (*UNIT_HEADERS, *COUNTERS, *CODES) or bool(GROUP.fullmatch(name) or NATURES.fullmatch(name) or FIGURE_HEAD.search(name))


def label_column(header: tuple[str, ...]) -> int:
    """Return the column that names a row: the first that is no number, unit, figure or group beside a name of rows."""
    names = [squeeze(re.sub(r"[（(].*", "", name)) for name in header]
    place = next((place for place, name in enumerate(names) if NAMES.fullmatch(name)), 0)
    if place and names[place] != "项目" and all(map(_stands_aside, names[:place])):
        return place
    place = 0
    while place + 1 < len(names) and names[place + 1]:
        named = any(NAMES.fullmatch(name) for name in names[place + 1 : place + 3])
        if names[place] not in COUNTERS and not (named and GROUP.fullmatch(names[place])):
            break
        place += 1
    return place
