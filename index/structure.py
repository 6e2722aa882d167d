"""Text of a file -> ParsedDocument: normalised text, tree of headings, clauses, boxes and tables, with exact spans."""

from collections import Counter
from collections.abc import Sequence

from index.blocks import Block, split_blocks
from index.decimals import decimal_chapters
from index.lines import clean_lines
from index.markers import Marker, parse_marker
from index.nodes import Leaf, LeafKind, ParsedDocument, Section
from index.roles import judge_roles
from index.signs import heading_words, runin_title
from index.tables.grid import RawTable, squeeze
from index.tables.written import write_table
from index.tree import TreeBuilder

ATTACHED_TABLE = "附"
LABEL = (3, 8)  # characters of a heading that may be a label


def parse_document(text: str) -> ParsedDocument:
    """Turn the text of a file into a document.

    Works from signs of structure alone (numbering, captions, rulings, line widths), never from names. Time is linear in
    the length of the text.

    Args:
        text: the file's text with LF line ends; any text is accepted.

    Returns:
        The document. Its text is the file's without the dropped stretches and with lines joined, otherwise literal
        (a table whose columns stand one after the other has its cells in rows);
        the leaves of its tree cover every character of it that is no white space exactly once, in order.
    """
    lines, dropped = clean_lines(text)
    blocks = split_blocks(lines)
    roles = judge_roles(blocks)
    writer = _Writer(_again(blocks, roles))
    chapters = decimal_chapters([block.text if block.kind == "paragraph" else "" for block in blocks])
    for at, (block, role) in enumerate(zip(blocks, roles, strict=True)):
        if block.table:
            writer.table(block.table, block)
        else:
            writer.write(block, role, chapters.get(at) or parse_marker(block.text))
    return ParsedDocument("".join(writer.pieces), writer.tree.finish(), tuple(dropped))


def _again(blocks: Sequence[Block], roles: Sequence[str]) -> frozenset[str]:
    """The short headings without a number that come back: 申报条件 under one item after another."""
    bare = [squeeze(block.text) for block, role in zip(blocks, roles, strict=True) if role == "heading" and not parse_marker(block.text)]
    return frozenset(title for title, count in Counter(bare).items() if count > 1 and LABEL[0] <= len(title) <= LABEL[1])


class _Writer:
    """The normalised text while it grows, one leaf a line, and the tree of its leaves."""

    def __init__(self, again: frozenset[str]) -> None:
        self.pieces: list[str] = []
        self.tree = TreeBuilder(again)
        self._length = 0

    def add(self, text: str) -> tuple[int, int]:
        """Append a leaf's text on a line of its own and return its span."""
        glue = "\n" if self.pieces else ""
        self.pieces.append(glue + text)
        start = self._length + len(glue)
        self._length = start + len(text)
        return start, self._length

    def write(self, block: Block, role: str, marker: Marker | None) -> None:
        """Append a block that is no table, and give its leaf its place in the tree."""
        text = block.text
        start, end = self.add(text)
        if role in ("title", "contents", "unit"):
            kind: LeafKind = "title" if role == "title" else "contents" if role == "contents" else "unit"
            self.tree.leaf(Leaf(kind, start, end))
        elif role == "note":
            self.tree.note(Leaf("note", start, end), text)
        elif role == "caption":
            leaf = Leaf("caption", start, end, heading_words(text))
            self.tree.caption(leaf, of_table=bool(block.caption), attached=leaf.title.startswith(ATTACHED_TABLE))
        elif role == "attachment":
            self.tree.attachment(Leaf("heading", start, end, heading_words(text)))
        elif role == "heading":
            self.tree.heading(Leaf("heading", start, end, heading_words(text)), marker, text)
        elif role == "outside":
            self.tree.outside(Leaf("paragraph", start, end))
        else:
            self.tree.paragraph(Leaf("paragraph", start, end, runin_title(text)), marker, text)

    def table(self, raw: RawTable, block: Block) -> None:
        """Append a table; its caption stays a leaf of the box around it."""
        caption = heading_words(block.caption)
        table, lines = write_table(raw, caption, block.unit, self.add)
        leaves = tuple(Leaf(line.role, line.start, line.end, row=line.row) for line in lines)
        self.tree.table(Section("table", caption, leaves, table))
