"""ParsedDocument -> list[Outline]: headings, boxes and tables with the names of what they hold, for questions that ask for lists."""

import re
from dataclasses import dataclass
from typing import Any

from index.markers import numeral
from index.nodes import Leaf, ParsedDocument, Section
from index.tables.grid import Table

MIN_ITEMS = 2
FEWEST_COUNTED = 3
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
        kind: section, box or table.
        start: first code point of the title's line, or of the first item.
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
    _walk(doc, parsed.text, parsed.root, (), found)
    return found


def outline_from(values: dict[str, Any]) -> Outline:
    """Return the outline that `dataclasses.asdict` and JSON made into plain values."""
    return Outline(**{**values, "above": tuple(values["above"]), "items": tuple(Item(**item) for item in values["items"])})


def _walk(doc: str, text: str, section: Section, above: tuple[str, ...], found: list[Outline]) -> None:
    items = _table_items(section.table) if section.table else _items(text, section)
    if len(items) < MIN_ITEMS:
        items = _counted_items(text, section)
    title = section.title
    if title and len(items) >= MIN_ITEMS:
        found.append(Outline(doc, title, above, section.kind, section.start, tuple(items)))
    inner = (*above, title) if title and section.kind != "table" else above
    for child in section.children:
        if isinstance(child, Section):
            _walk(doc, text, child, inner, found)


def _items(text: str, section: Section) -> list[Item]:
    """Names of the sections and titled paragraphs directly below a section, boxes and tables left out."""
    items = []
    for child in section.children:
        if isinstance(child, Leaf):
            if child.kind == "paragraph" and child.title and child.start != section.start:
                items.append(_named(text, child.title, child))
        elif child.kind in ("section", "clause") and child.title and isinstance(child.children[0], Leaf):
            items.append(_named(text, child.title, child.children[0]))
    return items


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
