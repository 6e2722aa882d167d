"""Leaves and headings with their ranks -> sections that grow, the innermost last; what is closed is a Section."""

from dataclasses import dataclass, field, replace

from index.markers import RANK
from index.nodes import Leaf, Section, SectionKind

DOCUMENT_RANK = -1.0  # nothing closes the document


@dataclass(slots=True)
class OpenSection:
    """A section that may still grow.

    Attributes:
        kind: what it is.
        rank: how deep it stands; a new section closes those of its rank and below.
        title: its heading's words.
        number: the number of its heading, 0 where it has none.
        style: of a section or clause, the style of its number; of a box, "table" or "box".
        children: what it holds so far.
        counts: style of numbering -> last number seen directly below.
        labelled: of a box, its paragraphs open with a label or a number.
        paragraphs: of a box, how many it holds.
    """

    kind: SectionKind
    rank: float
    title: str = ""
    number: int = 0
    style: str = ""
    children: list["OpenSection | Section | Leaf"] = field(default_factory=list)
    counts: dict[str, int] = field(default_factory=dict)
    labelled: bool = False
    paragraphs: int = 0

    def close(self) -> Section:
        """Return the finished section."""
        return Section(self.kind, self.title, tuple(child.close() if isinstance(child, OpenSection) else child for child in self.children))


class OpenSections:
    """The section that grows and those around it, the document outermost."""

    def __init__(self) -> None:
        """Start an empty document."""
        self.stack = [OpenSection("document", DOCUMENT_RANK)]
        self._notes: list[str] = []

    @property
    def top(self) -> OpenSection:
        """The innermost open section."""
        return self.stack[-1]

    def finish(self) -> Section:
        """Return the whole document."""
        self._hand_notes()
        return self.stack[0].close()

    def add(self, child: Leaf | Section) -> None:
        """Add what opens nothing to the innermost section."""
        self._hand_notes()
        self.top.children.append(child)

    def note(self, leaf: Leaf, text: str) -> None:
        """Add a note; it is handed to the table just above it."""
        self.top.children.append(leaf)
        self._notes.append(text.strip())

    def enter(self, section: OpenSection) -> None:
        """Close what the section ends and open it; numbering that starts over shows that a heading above it is lost."""
        self.close_to(section.rank)
        parent = self.top
        if section.style == "digit" and section.number == 1 and parent.counts.get("digit", 0) > 1:
            parent = self._lost_section(parent)
        if section.style:
            parent.counts[section.style] = section.number
        self.push(section)

    def push(self, section: OpenSection) -> None:
        """Open a section inside the innermost one, whatever their ranks."""
        self._hand_notes()
        self.top.children.append(section)
        self.stack.append(section)

    def pop(self) -> None:
        """Close the innermost section."""
        self._hand_notes()
        self.stack.pop()

    def close_to(self, rank: float) -> None:
        """Close the sections that a new one of this rank ends."""
        while len(self.stack) > 1 and self.top.rank >= rank:
            self.pop()

    def _lost_section(self, parent: OpenSection) -> OpenSection:
        """Open a section whose heading is lost, beside the one whose numbering had begun."""
        intro = _take_intro(parent)
        bracket = float(RANK["bracket"])
        lost = OpenSection("section", bracket if parent.kind == "document" else max(parent.rank, bracket))
        self.close_to(lost.rank)
        self.push(lost)
        lost.children.extend(intro)
        return lost

    def _hand_notes(self) -> None:
        """Give the notes that have arrived to the table just above them."""
        if not self._notes:
            return
        children = self.top.children
        place = len(children) - len(self._notes) - 1
        above = children[place] if place >= 0 else None
        if isinstance(above, Section) and above.table:
            children[place] = replace(above, table=replace(above.table, note="\n".join(self._notes)))
        self._notes = []


def _take_intro(parent: OpenSection) -> list[Leaf]:
    """Take the unnumbered paragraph just before a numbering that starts over out of the clause before it."""
    clause = parent.children[-1] if parent.children else None
    if isinstance(clause, OpenSection) and len(clause.children) > 1:
        last = clause.children[-1]
        if isinstance(last, Leaf) and last.kind == "paragraph":
            clause.children.pop()
            return [last]
    return []
