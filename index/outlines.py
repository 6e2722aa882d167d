"""ParsedDocument -> list[Outline]: headings, boxes and tables with the names of what they hold, for questions that ask for lists."""

import re
from dataclasses import dataclass, replace
from typing import Any

from index.enumerations import enumerations
from index.markers import parse_marker
from index.nodes import Leaf, ParsedDocument, Section
from index.numerals import numeral
from index.signs import BULLET
from index.tables.grid import Table

MIN_ITEMS = 2
FEWEST_CHAPTERS = 3
FEWEST_COUNTED = FEWEST_ALIKE = 3
ALIKE = re.compile(r"\s*(?P<name>[^。；;：:\s]{4,24})。")
COUNTED = re.compile(r"(?:(\d{1,2})\s?[.．、]|[（(](\d{1,2})[)）]|([①-⑳]))\s*(?P<name>[^；;。，\d\s][^；;。，]{1,29})(?=[；;。])")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing in a list: its name, and the span that says so."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Outline:
    """What stands below one heading, caption or table.

    Attributes:
        doc: document id.
        title: the heading or caption.
        above: the headings above it, outermost first.
        kind: section, box, table, list (what running text counts off), or document (its chapters).
        start: first code point of the title's line, of the words that announce a list, or of the first item.
        items: what it holds, in order.
    """

    doc: str
    title: str
    above: tuple[str, ...]
    kind: str
    start: int
    items: tuple[Item, ...]


def outline_document(doc: str, parsed: ParsedDocument) -> list[Outline]:
    """Return the outlines of a document that hold at least two named items, in order."""
    found: list[Outline] = []
    chapters = _chapters(parsed.text, parsed.root)
    if len(chapters) >= FEWEST_CHAPTERS:
        found.append(Outline(doc, "全文各章", (), "document", chapters[0].start, tuple(chapters)))
    _walk(doc, parsed.text, parsed.root, (), found)
    return found


def outline_from(values: dict[str, Any]) -> Outline:
    """Return the outline that `dataclasses.asdict` and JSON made into plain values."""
    return Outline(**{**values, "above": tuple(values["above"]), "items": tuple(Item(**item) for item in values["items"])})


def _walk(doc: str, text: str, section: Section, above: tuple[str, ...], found: list[Outline]) -> None:
    items = _table_items(section.table) if section.table else _items(text, section)
    if len(items) < MIN_ITEMS:
        items = _counted_items(text, section) or _alike(text, section)
    title = section.title
    if title and len(items) >= MIN_ITEMS:
        found.append(Outline(doc, title, above, section.kind, section.start, tuple(items)))
    inner = (*above, title) if title and section.kind != "table" else above
    if not section.table:
        paragraphs = [child for child in section.children if isinstance(child, Leaf) and child.kind == "paragraph"]
        for one in enumerations(text, paragraphs, title):
            listed = tuple(Item(*item) for item in one.items)
            if [item.name for item in listed] != [item.name for item in items]:
                found.append(Outline(doc, one.title, inner, "list", one.start, listed))
    for child in section.children:
        if isinstance(child, Section):
            _walk(doc, text, child, inner, found)


def _items(text: str, section: Section) -> list[Item]:
    """Names of the sections and titled paragraphs directly below a section, boxes and tables left out.

    Returns none where their numbers leave a gap: what stands there is not all that the section holds.
    """
    items: list[tuple[Item, int, bool]] = []  # with its number (0 where it has none), and whether a dash opens it
    for child in section.children:
        leaf = child if isinstance(child, Leaf) else child.children[0]
        if isinstance(child, Leaf):
            if child.kind != "paragraph" or not child.title or child.start == section.start:
                continue
        elif child.kind not in ("section", "clause") or not child.title or not isinstance(leaf, Leaf):
            continue
        if isinstance(leaf, Leaf):
            words = text[leaf.start : leaf.end]
            marker = parse_marker(words)
            items.append((_named(text, child.title, leaf), marker.number if marker else 0, bool(BULLET.match(words))))
    items = [one for one in items if one[2] == items[0][2]]  # dashes below a titled paragraph are its own
    first = next((number - place for place, (_, number, _) in enumerate(items) if number), 0)
    gap = any(number and number != first + place for place, (_, number, _) in enumerate(items))
    return [] if gap else [item for item, _, _ in items]


def _alike(text: str, section: Section) -> list[Item]:
    """The first sentences of a section's paragraphs where all open with the same two characters: 坚持核心地位，科技争投。"""
    leaves = [child for child in section.children if isinstance(child, Leaf) and child.kind == "paragraph"]
    opened = [match for leaf in leaves if (match := ALIKE.match(text, leaf.start, leaf.end))]
    if len(opened) < FEWEST_ALIKE or len(opened) < len(leaves) or len({match["name"][:2] for match in opened}) > 1:
        return []
    return [Item(match["name"], match.start("name"), match.end("name")) for match in opened]


def _chapters(text: str, root: Section) -> list[Item]:
    """Headings right below the document, none where the first of them or one between is lost."""
    sections = tuple(child for child in root.children if isinstance(child, Section) and child.kind == "section" and child.title)
    numbers = [marker.number for one in sections if (marker := parse_marker(text[one.start : one.end]))]
    whole = not numbers or numbers[0] == 1
    return _items(text, replace(root, children=sections)) if whole else []


def _counted_items(text: str, section: Section) -> list[Item]:
    """Names that one paragraph of a section counts, one behind the other: 1. 甲；2. 乙；3. 丙。"""
    for child in section.children:
        if isinstance(child, Leaf) and child.kind == "paragraph":
            parts = list(COUNTED.finditer(text, child.start, child.end))
            if len(parts) >= FEWEST_COUNTED and [numeral(next(filter(None, part.groups()))) for part in parts] == list(
                range(1, len(parts) + 1)
            ):
                return [Item(part["name"], part.start("name"), part.end("name")) for part in parts]
    return []


def _named(text: str, name: str, leaf: Leaf) -> Item:
    name = name[match.end() :] if (match := BULLET.match(name)) else name
    name = name.strip() or name
    at = text.find(name, leaf.start, leaf.end)
    return Item(name, at, at + len(name)) if at >= 0 else Item(name, leaf.start, min(leaf.end, leaf.start + 60))


def _table_items(table: Table) -> list[Item]:
    """Labels of a table's rows, each once."""
    items: dict[str, Item] = {}
    for row in table.rows:
        cell = row.cells[table.label_column]
        if cell.spans and cell.text.strip():
            items.setdefault(cell.text.strip(), Item(cell.text.strip(), cell.spans[0][0], cell.spans[-1][1]))
    return list(items.values())
