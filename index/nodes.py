"""The tree of a document: what its parts are, and where."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from index.lines import Dropped
from index.tables.grid import Table

SectionKind = Literal["document", "section", "clause", "box", "table"]
LeafKind = Literal["title", "contents", "heading", "paragraph", "caption", "unit", "header", "row", "note"]


@dataclass(frozen=True, slots=True)
class Leaf:
    """A stretch of text that is divided no further; `[start, end)` in the document's text.

    Attributes:
        kind: what it is.
        start: first code point.
        end: one past the last.
        title: of a paragraph, the short phrase it opens with; of a heading, its words.
        row: of a row, its index in the table that holds it.
    """

    kind: LeafKind
    start: int
    end: int
    title: str = ""
    row: int = -1


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, numbered clause, box or table with all that belongs to it; `title` is "" where its heading is lost."""

    kind: SectionKind
    title: str
    children: tuple["Section | Leaf", ...]
    table: Table | None = None

    @property
    def start(self) -> int:
        """First code point of the first leaf."""
        return self.children[0].start if self.children else 0

    @property
    def end(self) -> int:
        """One past the last code point of the last leaf."""
        return self.children[-1].end if self.children else 0


@dataclass(frozen=True, slots=True)
class Place:
    """A leaf and the sections around it, outermost first (the document itself left out)."""

    leaf: Leaf
    sections: tuple[Section, ...]

    @property
    def headings(self) -> tuple[str, ...]:
        """Titles of the sections above, lost ones left out."""
        return tuple(section.title for section in self.sections if section.title and section.kind != "table")

    @property
    def table(self) -> Table | None:
        """The table the leaf belongs to."""
        return self.sections[-1].table if self.sections else None


@dataclass(frozen=True, slots=True)
class ParsedDocument:
    """A document's normalised text, its tree, and what was dropped from the file."""

    text: str
    root: Section
    dropped: tuple[Dropped, ...]

    def places(self) -> Iterator[Place]:
        """Yield every leaf in order."""
        yield from _walk(self.root, ())


def _walk(section: Section, above: tuple[Section, ...]) -> Iterator[Place]:
    for child in section.children:
        if isinstance(child, Leaf):
            yield Place(child, above)
        else:
            yield from _walk(child, (*above, child))
