"""A heading -> its rank: how deep it stands, by its number, or for one without a number by its like among the numbered."""

from index.markers import DECIMALS, RANK, Marker, parse_marker
from index.open_sections import OpenSection
from index.tables.grid import squeeze

ATTACHED_RANK = -0.95  # attachments, and what is issued by a notice that ends with its date
MARKDOWN_RANK = -0.9  # "#" headings without other numbering stand above all numbering; deeper ones follow in tenths
BOX_RANK = 50.0
UNNUMBERED = 0.5  # a heading without a number stands half a rank above the numbering that follows it
JUST_BELOW = 0.01
OPENINGS = frozenset(("前言", "序言", "引言", "序", "导言", "目录"))  # what stands before the first chapter
THROUGH = ("article", "item")


class Ranks:
    """Ranks of one document's headings; remembers what its numbered ones look like and where its articles and items stand."""

    def __init__(self, again: frozenset[str] = frozenset()) -> None:
        """Start with a document of which no heading has been read, but it is known which without a number come back."""
        self._again = again
        self._forms: dict[tuple[str, str], float] = {}  # first two and last two characters of numbered headings -> rank
        self._counted: dict[str, float] = {}  # style that counts through a whole text -> its rank there

    def rank(self, marker: Marker | None, text: str, stack: list[OpenSection]) -> float:
        """Return the rank of a heading or clause.

        Args:
            marker: its number, or None.
            text: its line.
            stack: the sections that stand open, the document first.
        """
        if marker is None:
            return self._unnumbered(text, stack)
        if marker.style == "markdown":
            return MARKDOWN_RANK + marker.number / 10
        if marker.style == "appendix":
            return ATTACHED_RANK
        if marker.style in DECIMALS:
            return self._decimal(marker.style, stack)
        if marker.style == "circled":  # it heads titles that glyphs open
            return self._unnumbered(text, stack) - JUST_BELOW
        if marker.style in THROUGH:
            return self._counted_through(marker.style, stack)
        return float(RANK[marker.style])

    def remember(self, text: str, rank: float) -> None:
        """Keep the rank of a numbered heading for those without a number that are like it."""
        self._forms.setdefault(_form(text), rank)

    def forget_articles(self) -> None:
        """Let the articles of the text that begins here stand where its own headings put them."""
        self._counted.clear()

    def _unnumbered(self, text: str, stack: list[OpenSection]) -> float:
        top = stack[-1]
        if top.style == "appendix" and len(top.children) == 1:
            return top.rank + JUST_BELOW  # the title of the attachment
        if squeeze(text) in OPENINGS:
            return float(RANK["comma"])  # no chapter stands below it
        if squeeze(text) in self._again:
            above = [section.rank for section in stack if section.kind != "box" and squeeze(section.title) not in self._again]
            return max(above) + JUST_BELOW
        form = _form(text)
        if form in self._forms:
            return self._forms[form]
        ranks = [section.rank for section in stack if section.style in RANK and section.style not in ("appendix", "circled")]
        return min([RANK["comma"] - UNNUMBERED, *(rank - UNNUMBERED for rank in ranks if rank < RANK["comma"])])

    def _decimal(self, style: str, stack: list[OpenSection]) -> float:
        """Decimal numbers stand below chapters, or below 一、 where the first of them does."""
        if "decimal" not in self._counted:
            chaptered = any(section.style == "comma" and section.kind == "section" for section in stack)
            self._counted["decimal"] = float(RANK["comma"]) if chaptered else RANK["chapter"] + UNNUMBERED
        return self._counted["decimal"] + (1 + DECIMALS.index(style)) / 10

    def _counted_through(self, style: str, stack: list[OpenSection]) -> float:
        """Articles and items count through a whole text, whatever its headings are: they stand below those above the first one."""
        if style not in self._counted:
            above = [section.rank for section in stack if section.kind == "section" and section.style not in THROUGH]
            self._counted[style] = max([float(RANK[style]), *(rank + UNNUMBERED for rank in above)])
        return self._counted[style]


def _form(text: str) -> tuple[str, str]:
    """Return the first and last two characters of a heading's words; headings of one kind often share them."""
    marker = parse_marker(text)
    words = text[marker.end if marker else 0 :].strip().removesuffix("。")
    return words[:2], words[-2:]
