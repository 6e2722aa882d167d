"""What must hold for every text, whatever it is: spans, completeness, order, cells, repeatability."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from index.nodes import ParsedDocument
from index.readers.read import read_document
from index.structure import parse_document
from index.tables.grid import Table

ROOT = Path(__file__).resolve().parent.parent
FILES = [path for path in sorted([*(ROOT / "corpus" / "documents").iterdir(), *(ROOT / "tests" / "documents").iterdir()])]
FILES = [path for path in FILES if path.suffix in (".txt", ".md") and path.name != "README.md"]

PIECES = st.sampled_from(
    """一、总体要求¦（一）指导思想¦1. 强化创新主体。¦2．¦（1）¦①¦第一章¦第二条 支持标准¦附件1¦附件：1.申报表¦目录¦总则......3¦一、目标\t4¦1
专栏 1 重点工程¦表 1 主要指标（单位：万元）¦续表1¦单位：万元¦注：为累计数。¦*为2019年数据¦- 3 -¦第 3 页¦— 12 —¦\f¦云岭县规划¦2024年3月18日
序号 指标 单位 2020年 2025年¦1 研发投入 亿元 3.2 >60¦2 高新技术企业数¦家 112 380¦（家）¦1.5¦*¦指标\t2020年\t2025年¦增加值\t3.2\t[17]
\t国家级\t200
\t指标¦\t2020年¦\t3.2 (预测)¦| 指标 | 2020年 | |¦| | 目标 | 实绩 |¦|---|---|---|
| 增加值 | 3 | 4 |¦| | 5、 | 6 |
## 主要指标¦**加粗。**正文¦> 注：引文
指标¦2020年¦86.4¦预期性¦坚持以科技创新为引领，加快建设高水平创新型城市，推动经济高质量
发展。¦“十四五”时期¦一是加快¦——目标；¦　　¦
😀¦R&D¦\ufeff¦３．６％
[bookmark: _Toc1]¦任务 | 牵头 | 时限¦投产 | 经发办 | 6月¦类别 级别 标准¦冠军 国家级 200¦     省级 80""".replace("\n", "¦").split("¦")
)
MIXED = st.lists(st.one_of(PIECES, st.sampled_from(["\n", "\n\n", " ", "\t", "|"]), st.text(max_size=6)), max_size=60).map("".join)
LINES = st.lists(PIECES, max_size=40).map("\n".join)
ANY = st.one_of(st.text(max_size=300), MIXED, LINES)


def visible(text: str) -> str:
    return "".join(text.split())


def leaf_texts(document: ParsedDocument) -> list[str]:
    return [document.text[place.leaf.start : place.leaf.end] for place in document.places()]


def tables(document: ParsedDocument) -> list[Table]:
    found: list[Table] = []
    for place in document.places():
        if place.table is not None and not (found and found[-1] is place.table):
            found.append(place.table)
    return found


def is_subsequence(part: str, whole: str) -> bool:
    rest = iter(whole)
    return all(char in rest for char in part)


def check_spans(document: ParsedDocument) -> None:
    at = 0
    for place in document.places():
        leaf = place.leaf
        assert at <= leaf.start < leaf.end <= len(document.text)
        assert document.text[leaf.start : leaf.end].strip()
        assert not document.text[at : leaf.start].strip()
        assert all(section.start <= leaf.start and leaf.end <= section.end for section in place.sections)
        at = leaf.end
    assert not document.text[at:].strip()


def check_nothing_lost(source: str, document: ParsedDocument) -> None:
    kept = visible("".join(leaf_texts(document)))
    assert Counter(kept) + Counter(visible("".join(item.text for item in document.dropped))) == Counter(visible(source))
    prose = [document.text[place.leaf.start : place.leaf.end] for place in document.places() if place.table is None]
    assert is_subsequence(visible("".join(prose)), visible(source))  # cells of columns that stand one after the other are put in rows
    assert all(source.split("\n")[item.line - 1].replace("\f", " ").find(item.text[:1]) >= 0 for item in document.dropped)


def check_cells(document: ParsedDocument) -> None:
    for table in tables(document):
        assert len(table.header) >= 2
        for rank, row in enumerate(table.rows):
            assert len(row.cells) == len(table.header)
            above = [(earlier.start, earlier.end) for earlier in table.rows]
            for cell in row.cells:
                for start, end in cell.spans:
                    assert any(first <= start < end <= last for first, last in above), (rank, cell)
                assert visible("".join(document.text[start:end] for start, end in cell.spans)) == visible(cell.text)
    for place in document.places():
        if place.leaf.kind == "row":
            assert place.table is not None
            row = place.table.rows[place.leaf.row]
            assert (row.start, row.end) == (place.leaf.start, place.leaf.end)


@example("指标\t2000\t2000\n0 0 0\n: 0 0 :")
@given(ANY)
@settings(max_examples=150, deadline=None)
def test_any_text_is_parsed_whole(source: str) -> None:
    document = parse_document(source)
    check_spans(document)
    check_nothing_lost(source, document)
    check_cells(document)


@given(ANY)
@settings(max_examples=60, deadline=None)
def test_parsing_is_repeatable(source: str) -> None:
    assert parse_document(source) == parse_document(source)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_character_of_a_document_stands_in_one_leaf(path: Path) -> None:
    source = read_document(path)
    document = parse_document(source)
    check_spans(document)
    check_nothing_lost(source, document)
    check_cells(document)


def test_the_documents_are_there() -> None:
    assert len(FILES) >= 12


@pytest.mark.parametrize(
    "source", ["", "\n", " \t\n\u3000", "甲", "\ufeff", "- 1 -", "|", "\t", "\f", "附件", "一、", "表 1 甲", "单位：万元"]
)
def test_the_smallest_texts(source: str) -> None:
    document = parse_document(source)
    check_spans(document)
    check_nothing_lost(source, document)
