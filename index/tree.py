"""Leaves in order -> a tree of sections, by numbering; lost headings leave a section without a title."""

from index.markers import RANK, Marker
from index.nodes import Leaf, Section
from index.open_sections import OpenSection, OpenSections
from index.ranks import ATTACHED_RANK, BOX_RANK, JUST_BELOW, Ranks
from index.signs import IN_BRACKETS

LABEL_LENGTH = 30
LIST_STYLES = ("digit-bracket", "circled", "markdown")  # paragraphs with these open no clause
INNER_STYLES = ("digit", "digit-bracket", "circled", "markdown")  # numbering that a box may hold


class TreeBuilder:
    """Builds the tree while leaves arrive in order."""

    def __init__(self, again: frozenset[str] = frozenset()) -> None:
        """Start an empty document; `again` holds its headings without a number that come back: labels within each item."""
        self._open = OpenSections()
        self._ranks = Ranks(again)

    def finish(self) -> Section:
        """Return the tree; the builder is spent."""
        return self._open.finish()

    def leaf(self, leaf: Leaf) -> None:
        """Add a leaf that opens and closes nothing."""
        self._open.add(leaf)

    def outside(self, leaf: Leaf) -> None:
        """Add a leaf that belongs to the document or attachment as a whole, such as a signature."""
        self._open.close_to(ATTACHED_RANK + JUST_BELOW)
        self._open.add(leaf)

    def table(self, section: Section) -> None:
        """Add a table; the box around it, if its caption opened one, stays open for a note only."""
        self._open.add(section)

    def note(self, leaf: Leaf, text: str) -> None:
        """Add a note; it is handed to the table just above it."""
        self._open.note(leaf, text)

    def caption(self, leaf: Leaf, *, of_table: bool, attached: bool) -> None:
        """Open a box; captions follow one another, they do not nest. An attached table (附表) leaves all sections."""
        self._leave_box()
        if attached:
            self._open.close_to(ATTACHED_RANK + JUST_BELOW)
        self._open.push(OpenSection("box", BOX_RANK, leaf.title, style="table" if of_table else "box"))
        self._open.add(leaf)

    def attachment(self, leaf: Leaf) -> None:
        """Open the section of a text that is attached or issued, by its title."""
        self._ranks.forget_articles()
        self._open.enter(OpenSection("section", ATTACHED_RANK, leaf.title, style="appendix"))
        self._open.add(leaf)

    def heading(self, leaf: Leaf, marker: Marker | None, text: str) -> None:
        """Open a section for a heading, numbered or not."""
        if self._in_box() and not self._ends_box(marker, heading=True):
            self._open.add(leaf)
            self._open.top.paragraphs += 1
            return
        self._leave_box()
        if marker and marker.style == "appendix":
            self._ranks.forget_articles()
        rank = self._ranks.rank(marker, text, self._open.stack)
        if marker and marker.style in RANK:
            self._ranks.remember(text, rank)
        self._open.enter(OpenSection("section", rank, leaf.title, marker.number if marker else 0, marker.style if marker else ""))
        self._open.add(leaf)

    def paragraph(self, leaf: Leaf, marker: Marker | None, text: str) -> None:
        """Add a paragraph; a numbered one opens a clause that unnumbered paragraphs after it belong to."""
        if self._in_box() and self._box_takes(marker, text):
            box = self._open.top
            box.paragraphs += 1
            if marker:
                box.counts[marker.style] = marker.number
            self._open.add(leaf)
            return
        self._leave_box()
        if marker and marker.style not in (*LIST_STYLES, "appendix"):
            rank = self._ranks.rank(marker, text, self._open.stack)
            self._open.enter(OpenSection("clause", rank, leaf.title, marker.number, marker.style))
        self._open.add(leaf)

    def _in_box(self) -> bool:
        return self._open.top.kind == "box"

    def _leave_box(self) -> None:
        while self._in_box():
            self._open.pop()

    def _box_takes(self, marker: Marker | None, text: str) -> bool:
        """Tell whether a paragraph belongs to the open box: not below a table, and labelled where the others are."""
        box = self._open.top
        labelled = bool(marker) or "：" in IN_BRACKETS.sub("", text)[:LABEL_LENGTH]
        if box.style == "table" or self._ends_box(marker, heading=False) or (box.labelled and not labelled):
            return False
        box.labelled = box.labelled or labelled
        return True

    def _ends_box(self, marker: Marker | None, *, heading: bool) -> bool:
        """Tell whether a paragraph or heading stands outside the open box: outer numbering goes on, or a higher one starts."""
        box = self._open.top
        if marker is None:
            return heading and (box.paragraphs > 0 or box.style == "table")
        outer = {section.style: section.number for section in self._open.stack if section.style in RANK}
        if marker.number == outer.get(marker.style, -1) + 1 and box.counts.get(marker.style, 0) != marker.number - 1:
            return True
        return marker.style not in INNER_STYLES or box.style == "table"
