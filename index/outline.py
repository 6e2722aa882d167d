"""Leaves in order -> a tree of sections, by numbering; lost headings leave a section without a title."""

from dataclasses import dataclass, field, replace

from index.markers import RANK, Marker, parse_marker
from index.nodes import Leaf, Section, SectionKind
from index.tables.grid import Table

DOCUMENT_RANK = -1.0
MARKDOWN_RANK = -0.9  # "#" headings without other numbering stand above all numbering; deeper ones follow in tenths
UNNUMBERED = 0.5  # a heading without a number stands half a rank above the numbering that follows it
BOX_RANK = 50.0
LABEL_LENGTH = 30


@dataclass(slots=True)
class _Open:
    """A section that may still grow."""

    kind: SectionKind
    rank: float
    title: str = ""
    number: int = 0
    style: str = ""
    children: list["_Open | Section | Leaf"] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)  # style -> last number seen directly below
    labelled: bool = False  # of a box: its paragraphs open with a label or a number
    paragraphs: int = 0

    def close(self) -> Section:
        """Return the finished section."""
        return Section(self.kind, self.title, tuple(child.close() if isinstance(child, _Open) else child for child in self.children))


class Outline:
    """Builds the tree while leaves arrive in order."""

    def __init__(self) -> None:
        self._stack = [_Open("document", DOCUMENT_RANK)]
        self._forms: list[tuple[str, str, float]] = []  # (first two, last two characters, rank) of numbered headings

    def finish(self) -> Section:
        """Return the tree; the outline is spent."""
        return self._stack[0].close()

    def leaf(self, leaf: Leaf) -> None:
        """Add a leaf that opens and closes nothing."""
        self._stack[-1].children.append(leaf)

    def table(self, section: Section) -> None:
        """Add a table; the box around it, if its caption opened one, stays open for a note only."""
        self._stack[-1].children.append(section)

    def note(self, leaf: Leaf, text: str) -> None:
        """Add a note and hand it to the table just above it."""
        children = self._stack[-1].children
        if children and isinstance(children[-1], Section) and children[-1].table:
            table: Table = children[-1].table
            children[-1] = replace(children[-1], table=replace(table, note=(table.note + "\n" + text.strip()).strip()))
        children.append(leaf)

    def caption(self, leaf: Leaf, title: str, of_table: bool) -> None:
        """Open a box; captions follow one another, they do not nest."""
        self._leave_box()
        box = _Open("box", BOX_RANK, title, style="table" if of_table else "box")
        self._push(box)
        box.children.append(leaf)

    def heading(self, leaf: Leaf, marker: Marker | None, text: str) -> None:
        """Open a section for a heading, numbered or not."""
        if self._in_box() and not self._ends_box(marker, heading=True):
            self._stack[-1].children.append(leaf)
            self._stack[-1].paragraphs += 1
            return
        self._leave_box()
        rank = self._rank(marker, leaf.title)
        if marker and marker.style in RANK:
            self._forms.append((*_form(text), rank))
        self._enter(_Open("section", rank, leaf.title, marker.number if marker else 0, marker.style if marker else ""))
        self._stack[-1].children.append(leaf)

    def paragraph(self, leaf: Leaf, marker: Marker | None, text: str) -> None:
        """Add a paragraph; a numbered one opens a clause that unnumbered paragraphs after it belong to."""
        if self._in_box():
            box = self._stack[-1]
            label = text[:LABEL_LENGTH].partition("：")
            labelled = bool(marker) or bool(label[1])
            if not self._ends_box(marker, heading=False) and not (box.labelled and not labelled) and box.style != "table":
                box.labelled = box.labelled or labelled
                box.paragraphs += 1
                if marker:
                    box.counts[marker.style] = marker.number
                box.children.append(leaf)
                return
            self._leave_box()
        if marker is None or marker.style in ("digit-bracket", "circled", "markdown"):
            self._stack[-1].children.append(leaf)
            return
        self._enter(_Open("clause", float(RANK[marker.style]), leaf.title, marker.number, marker.style))
        self._stack[-1].children.append(leaf)

    def _in_box(self) -> bool:
        return self._stack[-1].kind == "box"

    def _leave_box(self) -> None:
        while self._in_box():
            self._stack.pop()

    def _ends_box(self, marker: Marker | None, *, heading: bool) -> bool:
        """Tell whether a paragraph or heading stands outside the open box: outer numbering goes on, or a higher one starts."""
        box = self._stack[-1]
        if marker is None:
            return heading and (box.paragraphs > 0 or box.style == "table")
        outer = {section.style: section.number for section in self._stack if section.style in RANK}
        if marker.style in outer and marker.number == outer[marker.style] + 1 and box.counts.get(marker.style, 0) != marker.number - 1:
            return True
        if marker.style in ("digit", "digit-bracket", "circled", "markdown") and box.style != "table":
            return False
        return True

    def _rank(self, marker: Marker | None, title: str) -> float:
        """Return how deep a heading stands: by its style, or for one without a number by its like among the numbered."""
        if marker and marker.style == "markdown":
            return MARKDOWN_RANK + marker.number / 10
        if marker:
            return float(RANK[marker.style])
        head, tail = _form(title)
        for known_head, known_tail, rank in self._forms:
            if tail == known_tail and head == known_head:
                return rank
        styles = [section.rank for section in self._stack if section.style in RANK]
        return min([RANK["comma"] - UNNUMBERED, *(rank - UNNUMBERED for rank in styles if rank < RANK["comma"])])

    def _enter(self, section: _Open) -> None:
        """Close what the section ends and open it; numbering that starts over shows that a heading above it is lost."""
        while self._stack[-1].rank >= section.rank:
            self._stack.pop()
        parent = self._stack[-1]
        last = parent.counts.get(section.style, 0)
        if section.style == "digit" and section.number == 1 and last > 1:
            intro = self._take_intro(parent)
            while len(self._stack) > 1 and self._stack[-1].rank >= parent.rank and self._stack[-1].kind != "document":
                self._stack.pop()
            lost = _Open("section", max(parent.rank, RANK["bracket"] * 1.0) if parent.kind != "document" else RANK["bracket"] * 1.0)
            self._push(lost)
            lost.children.extend(intro)
            parent = lost
        if section.style:
            parent.counts[section.style] = section.number
        self._push(section)

    def _take_intro(self, parent: _Open) -> list["_Open | Section | Leaf"]:
        """Take the unnumbered paragraph just before a numbering that starts over out of the clause before it."""
        clause = parent.children[-1] if parent.children else None
        if isinstance(clause, _Open) and len(clause.children) > 1 and isinstance(clause.children[-1], Leaf) and clause.children[-1].kind == "paragraph":
            return [clause.children.pop()]
        return []

    def _push(self, section: _Open) -> None:
        self._stack[-1].children.append(section)
        self._stack.append(section)


def _form(text: str) -> tuple[str, str]:
    marker = parse_marker(text)
    words = text[marker.end if marker else 0 :].strip().removesuffix("。")
    return words[:2], words[-2:]
