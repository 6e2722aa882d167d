"""Passages of the five plans: exact spans, stable ids, sizes, and rows that know their headers."""

import json
from collections import Counter
from dataclasses import asdict
from pathlib import Path

import pytest

from index.catalog import read_catalog
from index.passages import chunk_document, passage_from
from index.pieces import MAX_CHARS, MIN_CHARS
from index.readers.read import read_document
from index.structure import parse_document

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = read_catalog(ROOT / "corpus")


@pytest.mark.parametrize("info", DOCUMENTS, ids=lambda info: info.id)
def test_spans_ids_and_sizes(info):
    parsed = parse_document(read_document(ROOT / "corpus" / info.file))
    passages = chunk_document(info.id, parsed)
    assert passages == chunk_document(info.id, parsed)
    assert max(Counter(passage.passage_id for passage in passages).values()) == 1
    end = 0
    for passage in passages:
        assert parsed.text[passage.start : passage.end] == passage.text
        assert passage.start >= end
        end = passage.end
        assert passage.scope[0] <= passage.start < passage.end <= passage.scope[1]
        if passage.kind in ("clause", "box"):
            assert len(passage.text) <= MAX_CHARS
            alone = passage.scope[1] - passage.scope[0] < 2 * MIN_CHARS
            assert len(passage.text) >= MIN_CHARS or alone


def test_every_leaf_that_says_something_stands_in_a_passage():
    for info in DOCUMENTS:
        parsed = parse_document(read_document(ROOT / "corpus" / info.file))
        passages = chunk_document(info.id, parsed)
        held = [(passage.start, passage.end) for passage in passages]
        for place in parsed.places():
            if place.leaf.kind in ("paragraph", "row", "note"):
                assert any(start < place.leaf.end and place.leaf.start < end for start, end in held), parsed.text[
                    place.leaf.start : place.leaf.end
                ]


def test_a_row_knows_its_headers_and_units():
    text = "表 1 主要指标\n\n指标\t2020 年\t2025 年\n研发投入强度 (%)\t3.2\t3.8\n企业数 (家)\t166 (2019)\t600\n"
    rows = [passage for passage in chunk_document("x", parse_document(text)) if passage.kind == "row"]
    assert [(row.row.label, row.row.cells) for row in rows if row.row] == [
        ("研发投入强度 (%)", (("2020 年", "3.2", "%"), ("2025 年", "3.8", "%"))),
        ("企业数 (家)", (("2020 年", "166 (2019)", "家"), ("2025 年", "600", "家"))),
    ]
    assert "表 1 主要指标" in rows[0].context and "2025 年" in rows[0].context
    assert [passage_from(json.loads(json.dumps(asdict(row)))) for row in rows] == rows
