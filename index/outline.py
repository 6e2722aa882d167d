"""Leaves in order -> a tree of sections, by numbering; lost headings leave a section without a title."""

from dataclasses import dataclass, field, replace

from index.markers import RANK, Marker, parse_marker
from index.nodes import Leaf, Section, SectionKind

DOCUMENT_RANK = -1.0
ATTACHED_RANK = -0.95  # attachments, and what is issued by a notice that ends with its date
MARKDOWN_RANK = -0.9  # "#" headings without other numbering stand above all numbering; deeper ones follow in tenths
UNNUMBERED = 0.5  # a heading without a number stands half a rank above the numbering that follows it
JUST_BELOW = 0.01
BOX_RANK = 50.0
LABEL_LENGTH = 30
LIST_STYLES = ("digit-bracket", "circled", "markdown")  # paragraphs with these open no clause
INNER_STYLES = ("digit", "digit-bracket", "circled", "markdown")  # numbering that a box may hold


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
        """Start an empty document."""
        self._stack = [_Open("document", DOCUMENT_RANK)]
        self._forms: dict[tuple[str, str], float] = {}  # first two and last two characters of numbered headings -> rank
        self._article_rank: float | None = None
        self._notes: list[str] = []

    def finish(self) -> Section:
        """Return the tree; the outline is spent."""
        self._hand_notes()
        return self._stack[0].close()

    def leaf(self, leaf: Leaf) -> None:
        """Add a leaf that opens and closes nothing."""
        self._add(leaf)

    def outside(self, leaf: Leaf) -> None:
        """Add a leaf that belongs to the document or attachment as a whole, such as a signature."""
        self._close_to(ATTACHED_RANK + JUST_BELOW)
        self._add(leaf)

    def table(self, section: Section) -> None:
        """Add a table; the box around it, if its caption opened one, stays open for a note only."""
        self._add(section)

    def note(self, leaf: Leaf, text: str) -> None:
        """Add a note; it is handed to the table just above it."""
        self._stack[-1].children.append(leaf)
        self._notes.append(text.strip())

    def caption(self, leaf: Leaf, *, of_table: bool, attached: bool) -> None:
        """Open a box; captions follow one another, they do not nest. An attached table (附表) leaves all sections."""
        self._leave_box()
        if attached:
            self._close_to(ATTACHED_RANK + JUST_BELOW)
        self._push(_Open("box", BOX_RANK, leaf.title, style="table" if of_table else "box"))
        self._add(leaf)

    def attachment(self, leaf: Leaf) -> None:
        """Open the section of a text that is attached or issued, by its title."""
        self._article_rank = None
        self._enter(_Open("section", ATTACHED_RANK, leaf.title, style="appendix"))
        self._add(leaf)

    def heading(self, leaf: Leaf, marker: Marker | None, text: str) -> None:
        """Open a section for a heading, numbered or not."""
        if self._in_box() and not self._ends_box(marker, heading=True):
            self._add(leaf)
            self._stack[-1].paragraphs += 1
            return
        self._leave_box()
        if marker and marker.style == "appendix":
            self._article_rank = None
        rank = self._rank(marker, text)
        if marker and marker.style in RANK:
            self._forms.setdefault(_form(text), rank)
        self._enter(_Open("section", rank, leaf.title, marker.number if marker else 0, marker.style if marker else ""))
        self._add(leaf)

    def paragraph(self, leaf: Leaf, marker: Marker | None, text: str) -> None:
        """Add a paragraph; a numbered one opens a clause that unnumbered paragraphs after it belong to."""
        if self._in_box() and self._box_takes(marker, text):
            box = self._stack[-1]
            box.paragraphs += 1
            if marker:
                box.counts[marker.style] = marker.number
            self._add(leaf)
            return
        self._leave_box()
        if marker and marker.style not in (*LIST_STYLES, "appendix"):
            self._enter(_Open("clause", self._rank(marker, text), leaf.title, marker.number, marker.style))
        self._add(leaf)

    def _add(self, child: Leaf | Section) -> None:
        self._hand_notes()
        self._stack[-1].children.append(child)

    def _hand_notes(self) -> None:
        """Give the notes that have arrived to the table just above them."""
        if not self._notes:
            return
        children = self._stack[-1].children
        place = len(children) - len(self._notes) - 1
        above = children[place] if place >= 0 else None
        if isinstance(above, Section) and above.table:
            children[place] = replace(above, table=replace(above.table, note="\n".join(self._notes)))
        self._notes = []

    def _in_box(self) -> bool:
        return self._stack[-1].kind == "box"

    def _leave_box(self) -> None:
        while self._in_box():
            self._pop()

    def _box_takes(self, marker: Marker | None, text: str) -> bool:
        """Tell whether a paragraph belongs to the open box: not below a table, and labelled where the others are."""
        box = self._stack[-1]
        labelled = bool(marker) or "：" in text[:LABEL_LENGTH]
        if box.style == "table" or self._ends_box(marker, heading=False) or (box.labelled and not labelled):
            return False
        box.labelled = box.labelled or labelled
        return True

    def _ends_box(self, marker: Marker | None, *, heading: bool) -> bool:
        """Tell whether a paragraph or heading stands outside the open box: outer numbering goes on, or a higher one starts."""
        box = self._stack[-1]
        if marker is None:
            return heading and (box.paragraphs > 0 or box.style == "table")
        outer = {section.style: section.number for section in self._stack if section.style in RANK}
        if marker.number == outer.get(marker.style, -1) + 1 and box.counts.get(marker.style, 0) != marker.number - 1:
            return True
        return marker.style not in INNER_STYLES or box.style == "table"

    def _rank(self, marker: Marker | None, text: str) -> float:
        """Return how deep a heading stands: by its style, or for one without a number by its like among the numbered."""
        if marker is None:
            return self._unnumbered_rank(text)
        if marker.style == "markdown":
            return MARKDOWN_RANK + marker.number / 10
        if marker.style == "appendix":
            return ATTACHED_RANK
        if marker.style == "article":
            return self._rank_of_articles()
        return float(RANK[marker.style])

    def _unnumbered_rank(self, text: str) -> float:
        top = self._stack[-1]
        if top.style == "appendix" and len(top.children) == 1:
            return top.rank + JUST_BELOW  # the title of the attachment
        form = _form(text)
        if form in self._forms:
            return self._forms[form]
        ranks = [section.rank for section in self._stack if section.style in RANK and section.style != "appendix"]
        return min([RANK["comma"] - UNNUMBERED, *(rank - UNNUMBERED for rank in ranks if rank < RANK["comma"])])

    def _rank_of_articles(self) -> float:
        """Articles count through a whole text, whatever its headings are: they stand below those above the first one."""
        if self._article_rank is None:
            above = [section.rank for section in self._stack if section.kind == "section"]
            self._article_rank = max([float(RANK["article"]), *(rank + UNNUMBERED for rank in above)])
        return self._article_rank

    def _enter(self, section: _Open) -> None:
        """Close what the section ends and open it; numbering that starts over shows that a heading above it is lost."""
        self._close_to(section.rank)
        parent = self._stack[-1]
        if section.style == "digit" and section.number == 1 and parent.counts.get("digit", 0) > 1:
            parent = self._lost_section(parent)
        if section.style:
            parent.counts[section.style] = section.number
        self._push(section)

    def _lost_section(self, parent: _Open) -> _Open:
        """Open a section whose heading is lost, beside the one whose numbering had begun."""
        intro = self._take_intro(parent)
        bracket = float(RANK["bracket"])
        lost = _Open("section", bracket if parent.kind == "document" else max(parent.rank, bracket))
        self._close_to(lost.rank)
        self._push(lost)
        lost.children.extend(intro)
        return lost

    def _take_intro(self, parent: _Open) -> list["_Open | Section | Leaf"]:
        """Take the unnumbered paragraph just before a numbering that starts over out of the clause before it."""
        clause = parent.children[-1] if parent.children else None
        if isinstance(clause, _Open) and len(clause.children) > 1:
            last = clause.children[-1]
            if isinstance(last, Leaf) and last.kind == "paragraph":
                return [clause.children.pop()]
        return []

    def _close_to(self, rank: float) -> None:
        """Close the sections that a new one of this rank ends."""
        while len(self._stack) > 1 and self._stack[-1].rank >= rank:
            self._pop()

    def _pop(self) -> None:
        self._hand_notes()
        self._stack.pop()

    def _push(self, section: _Open) -> None:
        self._hand_notes()
        self._stack[-1].children.append(section)
        self._stack.append(section)


def _form(text: str) -> tuple[str, str]:
    """Return the first and last two characters of a heading's words; headings of one kind often share them."""
    marker = parse_marker(text)
    words = text[marker.end if marker else 0 :].strip().removesuffix("。")
    return words[:2], words[-2:]
