"""Lines -> blocks: contents, captions, tables, notes, and paragraphs whose broken lines are joined."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from index.contents import Contents
from index.glued_headings import part_headings
from index.lines import Line
from index.markers import parse_marker
from index.signs import is_caption, is_heading, is_note, is_table_title, is_year_remark, unit_of_line
from index.tables.find import TableFinder
from index.tables.grid import RawTable
from index.wrapping import Wrapping, join_lines

BlockKind = Literal["contents", "caption", "unit", "table", "note", "paragraph"]
LEAD_LINES = 3  # lines that can announce a table: a caption, a unit, and a title


@dataclass(frozen=True, slots=True)
class Block:
    """A unit of the file in order.

    Attributes:
        kind: what it is.
        parts: (white space put before, literal text) of each joined line; empty for a table.
        table: the table's rows, for kind table.
        caption: of a table, its caption as it stands; of a caption, the same where a table follows, else "".
        unit: of a table, the unit stated beside its caption.
    """

    kind: BlockKind
    parts: tuple[tuple[str, str], ...] = ()
    table: RawTable | None = None
    caption: str = ""
    unit: str = ""

    @property
    def text(self) -> str:
        """The joined text."""
        return "".join(glue + text for glue, text in self.parts)


def split_blocks(lines: Sequence[Line]) -> list[Block]:
    """Return the blocks of a file in order; every character of the lines that is no white space is in exactly one."""
    splitter = _Splitter(part_headings(lines))
    while splitter.step():
        pass
    return splitter.blocks


class _Splitter:
    """Walks through the lines once."""

    def __init__(self, lines: list[Line]) -> None:
        self.blocks: list[Block] = []
        self._lines = lines
        self._at = 0
        self._contents = Contents(lines)
        self._tables = TableFinder(lines)
        self._wrapping = Wrapping(lines)

    def step(self) -> bool:
        """Add the next block or blocks; False at the end."""
        if self._at >= len(self._lines):
            return False
        if (end := self._contents.end(self._at)) > self._at:
            self.blocks.extend(_line_block("contents", line) for line in self._lines[self._at : end])
            self._at = end
        elif not self._table():
            self._text()
        return True

    def _table(self) -> bool:
        """Add the table that starts here, with the lines that announce it; False where none does."""
        lead: list[Block] = []
        for line in self._lines[self._at : self._at + LEAD_LINES]:
            if not (block := _announcement(line, lead)):
                break
            lead.append(block)
        start = self._at + len(lead)
        if start >= len(self._lines):
            return False
        table, end = self._tables.find(start, captioned=bool(lead))
        if not table:
            return False
        caption = next((block.text.strip() for block in lead if block.kind == "caption"), "")
        unit = next(filter(None, (unit_of_line(block.text) for block in lead)), "")
        years = next((block.text for block in lead if is_year_remark(block.text)), "")  # what the caption leaves unsaid
        self.blocks.extend(Block(block.kind, block.parts, caption=caption) for block in lead)
        self.blocks.append(Block("table", table=table, caption=caption + years, unit=unit))
        self._at = end
        return True

    def _text(self) -> None:
        line = self._lines[self._at]
        if is_caption(line.text):
            self.blocks.append(_line_block("caption", line))
            self._at += 1
            return
        end = self._at + 1
        while self._wrapping.goes_on(end - 1, self._at) and not self._tables.find(end, captioned=False)[0]:
            end += 1
        after_table = bool(self.blocks) and self.blocks[-1].kind in ("table", "note")
        kind: BlockKind = "note" if after_table and is_note(line.text) else "paragraph"
        self.blocks.append(Block(kind, join_lines(self._lines[self._at : end])))
        self._at = end


def _announcement(line: Line, before: Sequence[Block]) -> Block | None:
    """Return the block of a line that can stand above a table, each kind once, or None."""
    kinds = {block.kind for block in before}
    if "unit" not in kinds and unit_of_line(line.text):
        return _line_block("unit", line)
    if before and is_year_remark(line.text):
        return _line_block("unit", line)
    if "caption" not in kinds and (is_caption(line.text) or is_table_title(line.text)):
        return _line_block("caption", line)
    if not before and is_heading(line.text) and is_table_title(_words(line.text)):
        return _line_block("paragraph", line)
    return None


def _words(heading: str) -> str:
    marker = parse_marker(heading)
    return heading[marker.end if marker else 0 :].strip(" \t\u3000：:")


def _line_block(kind: BlockKind, line: Line) -> Block:
    return Block(kind, (("", line.text.strip()),))
