"""ParsedDocument -> list[Passage]: the units that are retrieved, with exact spans."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Literal

from index.instructions import without_instructions
from index.nodes import ParsedDocument, Place
from index.pieces import even_pieces
from index.tables.context import table_context
from index.tables.grid import COUNTERS, PART, UNIT_HEADERS, Table, squeeze
from index.tables.kinds import ENDED
from index.tables.values import FIGURE_HEAD

LEVEL = re.compile(r"^(?:[市省县区]级及?以上|全社会|全[市区县省])")  # what only the whole is

IN_BRACKETS = re.compile(r"[（(][^（()）]*[)）]$")

PassageKind = Literal["title", "clause", "box", "row", "note"]


@dataclass(frozen=True, slots=True)
class RowView:
    """A table row with all that its table says of it.

    Attributes:
        label: the row's header: what its figures are about.
        cells: (column header, cell text, unit of the cell's figure or "") of the other columns.
        caption: the table's caption, or "".
        note: the table's note, or "".
        head: the header above the label: what kind of thing names a row, or "".
    """

    label: str
    cells: tuple[tuple[str, str, str], ...]
    caption: str
    note: str
    head: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """The unit retrieved: a span of one document; `text` is the document's text at [start, end).

    Attributes:
        passage_id: stable while the passage's words and document stay the same.
        doc: document id.
        start: first code point in the document's text.
        end: one past the last.
        text: the literal text.
        kind: title page, clause, box (专栏), table row or note.
        headings: the headings above, outermost first.
        context: of a row or note, what its table says of it: caption, headers, unit, note; else "".
        row: of a row, its cells; else None.
        scope: span of the clause, box or table that the passage is a part of, the headings just above included.
    """

    passage_id: str
    doc: str
    start: int
    end: int
    text: str
    kind: PassageKind
    headings: tuple[str, ...]
    context: str
    scope: tuple[int, int]
    row: RowView | None = None


def chunk_document(doc: str, parsed: ParsedDocument) -> list[Passage]:
    """Cut a document into passages.

    Clauses and boxes give passages of 40 to 500 characters (shorter only where a section holds no more), cut at
    sentence borders; every table row is a passage of its own, whatever its length.

    Args:
        doc: document id.
        parsed: the document.

    Returns:
        Passages in the order of the text; headings, captions and tables of contents stand in none, and no sentence that
        instructs a language model.
    """
    seen: Counter[str] = Counter()
    passages = []
    above = {child.leaf.start: heading.leaf.start for heading, child in _after_headings(parsed)}
    for kind, places in _groups(parsed):
        around = places[0].sections[-1] if kind == "row" else None
        first = places[0].leaf.start
        scope = (around.start, around.end) if around else (above.get(first, first), places[-1].leaf.end)
        table = places[0].table if kind in ("row", "note") else None
        for start, end in _spans(parsed.text, kind, places):
            text = parsed.text[start:end]
            row = next((place.leaf.row for place in places if place.leaf.start == start), -1)
            context = table_context(table, row) if table else ""
            key = hashlib.sha256(f"{doc}\n{text}".encode()).hexdigest()[:10]
            seen[key] += 1
            passage_id = f"{doc}-{key}" + (f"-{seen[key]}" if seen[key] > 1 else "")
            view = row_view(table, row) if table and row >= 0 else None
            passages.append(Passage(passage_id, doc, start, end, text, kind, places[0].headings, context, scope, view))
    return passages


def row_view(table: Table, row: int) -> RowView:
    """Return a row's cells with their headers and units, its label and running number left out."""
    body = table.rows[row]
    label = _name(table.label(body), table.whole(body))
    columns = [column for column in range(len(body.cells)) if column != table.label_column and not _is_counter(table, column)]
    cells = tuple((" ".join(table.header[column].split()), body.cells[column].text.strip(), table.unit(body, column)) for column in columns)
    return RowView(label, cells, table.caption, table.note, squeeze(table.header[table.label_column]))


def _name(label: str, whole: str) -> str:
    """A row's label; of a part, with what it is a part of: 其中：国家级 of 省级以上创新平台 is 国家级创新平台."""
    part = PART.sub("", label)
    bare, noun = (IN_BRACKETS.sub("", name).strip() for name in (part, whole))
    own = bool(ENDED.search(bare)) or bare[-2:] == noun[-2:]  # it names by itself what is counted
    return part if own or not whole else f"{part}{LEVEL.sub('', whole)}"


def _is_counter(table: Table, column: int) -> bool:
    name = squeeze(table.header[column])
    return name in UNIT_HEADERS or (name in COUNTERS and bool(name)) or (column < table.label_column and not FIGURE_HEAD.search(name))


def passage_from(values: dict[str, Any]) -> Passage:
    """Return the passage that `dataclasses.asdict` and JSON made into plain values."""
    row = values["row"]
    view = RowView(**{**row, "cells": tuple(tuple(cell) for cell in row["cells"])}) if row else None
    return Passage(**{**values, "headings": tuple(values["headings"]), "scope": tuple(values["scope"]), "row": view})


def _groups(parsed: ParsedDocument) -> Iterator[tuple[PassageKind, list[Place]]]:
    """Runs of leaves of one section that passages may be made from."""
    for (kind, _), run in groupby(parsed.places(), key=lambda place: (_kind(place), tuple(id(section) for section in place.sections))):
        places = list(run)
        if kind in ("row", "note"):
            for place in places:
                yield kind, [place]
        elif kind:
            yield kind, places


def _after_headings(parsed: ParsedDocument) -> Iterator[tuple[Place, Place]]:
    """Pairs of the first of a run of headings and captions, and the leaf that follows the run."""
    first: Place | None = None
    for place in parsed.places():
        if place.leaf.kind in ("heading", "caption"):
            first = first or place
        elif first:
            yield first, place
            first = None


def _kind(place: Place) -> PassageKind | None:
    leaf = place.leaf.kind
    if leaf in ("row", "note", "title"):
        return leaf
    if leaf != "paragraph":
        return None
    return "box" if any(section.kind == "box" for section in place.sections) else "clause"


def _spans(text: str, kind: PassageKind, places: Iterable[Place]) -> Iterator[tuple[int, int]]:
    whole = [(place.leaf.start, place.leaf.end) for place in places]
    leaves = [span for start, end in whole for span in without_instructions(text, start, end)]
    if kind in ("row", "note"):
        yield from (span for span in whole if span in leaves)
    elif kind == "title":
        yield whole[0][0], whole[-1][1]
    else:
        yield from even_pieces(text, leaves)
