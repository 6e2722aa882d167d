"""Documents of other layouts, leaf by leaf and cell by cell, against references made by hand."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from index.nodes import ParsedDocument, Place
from index.readers.read import read_document
from index.structure import parse_document
from index.tables.grid import Table

DOCUMENTS = Path(__file__).resolve().parent / "documents"
NAMES = sorted(path.stem for path in DOCUMENTS.glob("*.json"))


def squeezed(text: str) -> str:
    return "".join(text.split())


def parsed(name: str) -> ParsedDocument:
    path = next(path for path in DOCUMENTS.iterdir() if path.stem == name and path.suffix in (".txt", ".md"))
    return parse_document(read_document(path))


def reference(name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((DOCUMENTS / f"{name}.json").read_text(encoding="utf-8"))
    return data


def depth(place: Place) -> int:
    return len(place.headings) - (place.leaf.kind in ("heading", "caption"))


def entries(document: ParsedDocument) -> list[tuple[int, str, str]]:
    """Depth, kind and text of every leaf; title lines and the leaves of one table are one entry."""
    found: list[tuple[int, str, str]] = []
    table: Table | None = None
    for place in document.places():
        text = squeezed(document.text[place.leaf.start : place.leaf.end])
        if place.table is not None:
            if place.table is not table:
                found.append((depth(place), "table", squeezed(place.table.caption)))
            table = place.table
        elif place.leaf.kind == "title" and found and found[-1][1] == "title":
            found[-1] = (0, "title", found[-1][2] + text)
        else:
            found.append((depth(place), place.leaf.kind, text))
    return found


def tables(document: ParsedDocument) -> list[Table]:
    found: list[Table] = []
    for place in document.places():
        if place.table is not None and not any(place.table is table for table in found):
            found.append(place.table)
    return found


@pytest.mark.parametrize("name", NAMES)
def test_every_leaf_stands_where_the_reference_has_it(name: str) -> None:
    got = entries(parsed(name))
    wanted = reference(name)["outline"]
    shown = [f"{'  ' * level}{kind}: {text}" for level, kind, text in got]
    for line, (level, kind, text) in zip(wanted, got, strict=False):
        indent = (len(line) - len(line.lstrip())) // 2
        wanted_kind, _, words = line.strip().partition(":")
        first, gap, last = squeezed(words).partition("…")
        assert (level, kind) == (indent, wanted_kind), (line, shown)
        middle = last.split("…")
        framed = gap and text.startswith(first) and text.endswith(middle[-1]) and all(part in text for part in middle)
        assert text == first or framed, (line, text)
    assert len(got) == len(wanted), shown


@pytest.mark.parametrize("name", NAMES)
def test_every_cell_stands_under_its_header(name: str) -> None:
    document = parsed(name)
    wanted = reference(name)["tables"]
    found = tables(document)
    assert [squeezed(table.caption) for table in found] == [squeezed(table["caption"]) for table in wanted]
    for table, expected in zip(found, wanted, strict=True):
        assert [squeezed(head) for head in table.header] == [squeezed(head) for head in expected["header"]]
        cells = [[squeezed(cell.text) for cell in row.cells] for row in table.rows]
        assert cells == [[squeezed(cell) for cell in row] for row in expected["rows"]]
        assert [table.unit(row) for row in table.rows] == expected["units"]
        assert squeezed(table.note) == squeezed(expected["note"])
        for row in table.rows:
            for cell in row.cells:
                assert squeezed("".join(document.text[start:end] for start, end in cell.spans)) == squeezed(cell.text)


@pytest.mark.parametrize("name", NAMES)
def test_rubbish_is_dropped_and_listed(name: str) -> None:
    assert dict(Counter(item.kind for item in parsed(name).dropped)) == reference(name)["dropped"]


def test_there_are_documents() -> None:
    assert len(NAMES) >= 8
