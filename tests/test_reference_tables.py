"""Every cell of every table of the five plans, against references made by hand."""

import json
import re
import unicodedata
from pathlib import Path

import pytest

from index.nodes import ParsedDocument, Section
from index.readers.read import read_document
from index.structure import parse_document
from index.tables.grid import Table

ROOT = Path(__file__).resolve().parent.parent
REFERENCES = ROOT / "tests" / "references"


def squeezed(text: str | None) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text or ""))


def parsed(doc: str) -> ParsedDocument:
    return parse_document(read_document(ROOT / "corpus" / "documents" / f"{doc}.txt"))


def sections(section: Section) -> list[Section]:
    found = [section]
    for child in section.children:
        if isinstance(child, Section):
            found.extend(sections(child))
    return found


def cases() -> list[tuple[str, dict]]:
    return [
        (reference["doc"], table)
        for path in sorted((REFERENCES / "tables").glob("*.json"))
        for reference in [json.loads(path.read_text(encoding="utf-8"))]
        for table in reference["tables"]
    ]


@pytest.mark.parametrize(("doc", "expected"), cases(), ids=lambda value: value if isinstance(value, str) else value["caption"][:8])
def test_every_cell_is_found_with_its_headers(doc: str, expected: dict) -> None:
    document = parsed(doc)
    caption = squeezed(expected["caption"])
    if expected["kind"] == "items":
        box = next(section for section in sections(document.root) if section.kind == "box" and squeezed(section.title) == caption)
        items = [leaf for leaf in box.children if leaf.kind == "paragraph"]
        found = [[leaf.title, document.text[leaf.start : leaf.end].partition("：")[2]] for leaf in items]
        assert [[squeezed(cell) for cell in row] for row in found] == [[squeezed(cell) for cell in row] for row in expected["rows"]]
        return
    table = next(section.table for section in sections(document.root) if section.table and squeezed(section.table.caption) == caption)
    assert [squeezed(name) for name in table.header] == [squeezed(name) for name in expected["header"]]
    cells = [[squeezed(cell.text) for cell in row.cells] for row in table.rows]
    assert cells == [[squeezed(cell) for cell in row] for row in expected["rows"]]
    assert [squeezed(table.unit(row)) for row in table.rows] == [squeezed(unit) for unit in expected["units"]]
    assert squeezed(table.note) == squeezed(expected["note"])
    for row in table.rows:
        for cell in row.cells:
            assert squeezed("".join(document.text[start:end] for start, end in cell.spans)) == squeezed(cell.text)


def test_references_hold_all_tables() -> None:
    counted: dict[str, int] = {}
    for doc, _ in cases():
        counted[doc] = counted.get(doc, 0) + 1
    assert counted == {"yuyao-145": 9, "ningbo-145": 2, "cixi-145": 2, "jiangbei-145": 2}
    for doc, count in counted.items():
        tables = [section.table for section in sections(parsed(doc).root) if isinstance(section.table, Table)]
        items = sum(1 for other, table in cases() if other == doc and table["kind"] == "items")
        assert len(tables) == count - items
    assert not [section for section in sections(parsed("ningbo-315").root) if section.table]


@pytest.mark.parametrize("path", sorted((REFERENCES / "outlines").glob("*.json")), ids=lambda path: path.stem)
def test_outline(path: Path) -> None:
    reference = json.loads(path.read_text(encoding="utf-8"))
    document = parsed(reference["doc"])
    headed = [place for place in document.places() if place.leaf.kind in ("heading", "caption")]
    found = [squeezed(place.headings[-1] if place.headings else "") for place in headed]
    clauses = {squeezed(place.leaf.title) for place in document.places() if place.leaf.kind == "paragraph"}
    for heading in reference["headings"]:
        words = squeezed(heading["text"])
        unnumbered = re.sub(r"^(\d+[.．、]|[(（][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+、)", "", words)
        optional = heading["level"] == "runin" or heading.get("in_box")
        assert optional or words in found or unnumbered in clauses, f"not a heading: {heading}"
    expected = {squeezed(heading["text"]) for heading in reference["headings"]}
    assert [words for words in found if words not in expected] == []
