"""Text of a file -> ParsedDocument: normalised text, tree of headings, clauses, boxes and tables, with exact spans."""

from collections.abc import Iterable, Sequence

from index.blocks import Block, split_blocks
from index.lines import clean_lines
from index.markers import EMPHASIS, is_heading, parse_marker, runin_title
from index.nodes import Leaf, ParsedDocument, Section
from index.outline import Outline
from index.tables.grid import NO_CELL, Cell, RawRow, Row, Table, fill_merged, label_column, squeeze

MAX_HEADING = 30  # characters of a heading without a number
MAX_TITLE = 60  # characters of a line of the title page
TITLE_LINES = 12
STOPS = "。，；：:、！？,;!?|"


class _Text:
    """The normalised text while it grows, one leaf a line."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.length = 0

    def add(self, text: str) -> tuple[int, int]:
        """Append a leaf's text on a line of its own and return its span."""
        glue = "\n" if self.pieces else ""
        self.pieces.append(glue + text)
        start = self.length + len(glue)
        self.length = start + len(text)
        return start, self.length


def parse_document(text: str) -> ParsedDocument:
    """Turn the text of a file into a document.

    Works from signs of structure alone (numbering, captions, rulings, line widths), never from names. Time is linear in
    the length of the text.

    Args:
        text: the file's text with LF line ends; any text is accepted.

    Returns:
        The document. Its text is the file's without the dropped stretches and with lines joined, otherwise literal;
        the leaves of its tree cover every character of it that is no white space exactly once, in order.
    """
    lines, dropped = clean_lines(text)
    blocks = split_blocks(lines)
    out = _Text()
    outline = Outline()
    titles = _title_lines(blocks)
    for position, block in enumerate(blocks):
        if block.table:
            outline.table(_table_section(block, blocks[position - 1 : position], out))
            continue
        start, end = out.add(block.text)
        if block.kind == "contents":
            outline.leaf(Leaf("contents", start, end))
        elif block.kind == "note":
            outline.note(Leaf("note", start, end), block.text)
        elif block.kind == "caption":
            following = blocks[position + 1] if position + 1 < len(blocks) else None
            outline.caption(Leaf("caption", start, end, block.text.strip()), block.text.strip(), bool(following and following.table))
        elif position < titles:
            outline.leaf(Leaf("title", start, end))
        elif is_heading(block.text):
            outline.heading(Leaf("heading", start, end, heading_words(block.text)), parse_marker(block.text), block.text)
        elif _is_bare_heading(block, blocks[position + 1 : position + 2]):
            outline.heading(Leaf("heading", start, end, heading_words(block.text)), parse_marker(block.text), block.text)
        else:
            outline.paragraph(Leaf("paragraph", start, end, runin_title(block.text)), parse_marker(block.text), block.text)
    root = outline.finish()
    return ParsedDocument("".join(out.pieces), root, tuple(dropped))


def heading_words(text: str) -> str:
    """Return a heading as shown in a path: literal, without emphasis marks, outer white space and its full stop."""
    return EMPHASIS.sub("", text).strip(" \t\u3000#").removesuffix("。")


def _title_lines(blocks: Sequence[Block]) -> int:
    """Return how many blocks at the start make up the title page."""
    count = 0
    for block in blocks[:TITLE_LINES]:
        plain = block.kind == "paragraph" and len(block.text) <= MAX_TITLE and not any(stop in block.text for stop in "。；，")
        marker = parse_marker(block.text) if plain else None
        if not plain or (marker and marker.style not in ("appendix", "markdown")) or squeeze(block.text) in COMMON_HEADINGS:
            break
        count += 1
    return count


COMMON_HEADINGS = frozenset(
    "前言 序言 引言 总则 附则 总体要求 指导思想 基本原则 发展目标 主要目标 重点任务 主要任务 保障措施 组织保障 组织实施 工作目标 工作要求 政策措施 发展基础 现状与形势".split()
)


def _is_bare_heading(block: Block, following: Iterable[Block]) -> bool:
    """Tell whether a line without a number is a heading: short, without stops, and followed by something."""
    text = EMPHASIS.sub("", block.text).strip()
    if parse_marker(text) is not None and parse_marker(text).style not in ("appendix", "markdown"):  # type: ignore[union-attr]
        return False
    if squeeze(text) in COMMON_HEADINGS:
        return True
    after = next(iter(following), None)
    return (
        2 <= len(text) <= MAX_HEADING
        and len(block.parts) == 1
        and not any(stop in text for stop in STOPS)
        and any("\u4e00" <= char <= "\u9fff" for char in text)
        and not text[0].isdigit()
        and after is not None
        and after.kind in ("paragraph", "caption", "table")
        and len(after.text if not after.table else "x" * 99) > len(text)
    )


def _table_section(block: Block, before: Sequence[Block], out: _Text) -> Section:
    """Write a table's rows and return its section; the caption stays a leaf of the box around it."""
    assert block.table is not None  # noqa: S101 - for the type checker; the caller has looked
    raw = block.table
    width = max([raw.header.width, *(row.width for repeated, row in raw.rows if not repeated)])
    leaves: list[Leaf] = []
    header, span = _write_row(raw.header, width, out)
    leaves.append(Leaf("header", *span))
    grid: list[list[Cell]] = []
    spans: list[tuple[int, int]] = []
    continued: list[bool] = []
    for repeated, row in raw.rows:
        cells, span = _write_row(row, width, out)
        if repeated:
            leaves.append(Leaf("header", *span))
            continue
        leaves.append(Leaf("row", *span, row=len(grid)))
        grid.append(cells)
        spans.append(span)
        continued.append(row.continued)
    names = tuple(cell.text for cell in header)
    caption = before[0].text.strip() if before and before[0].kind == "caption" else ""
    rows = tuple(Row(*span, tuple(cells)) for span, cells in zip(spans, fill_merged(grid, continued), strict=True))
    table = Table(caption, names, rows, "", label_column(names))
    return Section("table", caption, tuple(leaves), table)


def _write_row(row: RawRow, width: int, out: _Text) -> tuple[list[Cell], tuple[int, int]]:
    """Write one row and return its cells with their spans, and its own span."""
    text = ""
    marks: list[tuple[int, int, int]] = []
    for piece in row.pieces:
        begin = len(text) + len(piece.glue)
        text += piece.glue + piece.text
        if piece.column != NO_CELL:
            marks.append((piece.column, begin, begin + len(piece.text)))
    start, end = out.add(text)
    texts = row.cells(width)
    cells = [Cell(texts[column], tuple((start + begin, start + stop) for at, begin, stop in marks if at == column)) for column in range(width)]
    return cells, (start, end)
