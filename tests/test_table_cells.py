"""Cells of a table know their headers, their units and what was merged; what is written keeps its spans."""

import pytest

from index.lines import clean_lines
from index.structure import parse_document
from index.tables.find import TableFinder
from index.tables.grid import NO_CELL, Cell, Piece, RawRow, Row, Table, bracket_unit, label_column
from index.tables.merged import fill_merged, is_second_header, merge_headers
from index.tables.written import write_table


def test_second_header() -> None:
    assert is_second_header(["指标", "2020年", ""], ["", "目标", "实绩"])
    assert is_second_header(["指标", "2020年", "2020年"], ["指标", "目标", "实绩"])
    assert is_second_header(["指标", "目标", ""], ["", "2025年", "2030"])
    assert not is_second_header(["指标", "2020年", ""], ["", "3", "4"])
    assert not is_second_header(["指标", "2020年", "备注"], ["", "目标", "实绩"])
    assert not is_second_header(["指标", "2020年", ""], ["甲", "目标", "实绩"])
    assert not is_second_header(["指标", ""], ["", ""])
    assert merge_headers(["指标", "2020年", "", "属性"], ["指标", "目标", "实绩", ""]) == ["指标", "2020年 目标", "2020年 实绩", "属性"]


def row(*texts: str, at: int = 0) -> list[Cell]:
    return [Cell(text, ((at + place, at + place + 1),) if text else ()) for place, text in enumerate(texts)]


def test_blank_cells_of_a_group_take_the_text_above() -> None:
    filled = fill_merged([row("甲", "乙", "3"), row("", "", "4", at=9), row("丙", "", "5", at=19)], [False, False, False])
    assert [[cell.text for cell in cells] for cells in filled] == [["甲", "乙", "3"], ["甲", "乙", "4"], ["丙", "", "5"]]
    assert filled[1][0] is filled[0][0]


def test_a_cell_cut_by_a_page_is_one_in_all_rows_of_its_group() -> None:
    rows = [row("甲", "一、", "3"), row("", "", "4", at=9), row("", "二", "5", at=19)]
    filled = fill_merged(rows, [False, False, True])
    assert [cells[1] for cells in filled] == [Cell("一、二", ((1, 2), (20, 21)))] * 3
    assert fill_merged(rows, [False, False, False])[2][1].text == "二"


def test_a_blank_first_row_is_left_blank() -> None:
    assert [[cell.text for cell in cells] for cells in fill_merged([row("", "乙")], [False])] == [["", "乙"]]
    assert fill_merged([], []) == []


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("企业数 (家)", "家"),
        ("劳动生产率（万元/人）", "万元/人"),
        ("比重（%）", "%"),
        ("标准（单位：千册）", "千册"),
        ("标准 单位：万元", "万元"),
        ("指标（预期性）", ""),
        ("（家）企业", ""),
        ("", ""),
        ("比重[个百分点]", "个百分点"),
    ],
)
def test_bracket_unit(name: str, unit: str) -> None:
    assert bracket_unit(name) == unit


def table(header: tuple[str, ...], texts: tuple[str, ...], caption: str = "", stated: str = "") -> tuple[Table, Row]:
    body = Row(0, 1, tuple(Cell(text) for text in texts))
    return Table(caption, header, (body,), "", label_column(header), stated), body


def unit(header: str, texts: str, column: int | None = None, **more: str) -> str:
    found, body = table(tuple(header.split("|")), tuple(texts.split("|")), **more)
    return found.unit(body, column)


def test_unit_of_a_row() -> None:
    assert unit("指标|单位|2020年", "甲（家）|亿元|3", caption="表（万元）", stated="个") == "亿元"
    assert unit("指标|2020年", "甲（家）|3", caption="表（万元）", stated="个") == "家"
    assert unit("指标|金额（亿元）", "甲|3", caption="表（万元）", stated="个") == "亿元"
    assert unit("指标|金额（亿元）|数量（家）", "甲|3|4", caption="表（万元）", stated="个") == "万元"
    assert unit("指标|2020年", "甲|3", stated="个") == "个"
    assert unit("指标|2020年", "甲|3") == ""


def test_unit_of_a_figure() -> None:
    assert unit("指标|单位|2020年|年均增长", "甲|亿元|3|5.2%", 3) == "%"
    assert unit("指标|单位|2020年|年均增长（%）", "甲|亿元|3|5.2", 3) == "%"
    assert unit("指标|金额（亿元）|数量（家）", "甲|3|4", 2) == "家"
    assert unit("指标|金额（亿元）|数量", "甲|3|4", 2, stated="个") == "个"


def test_label_is_the_first_column_that_is_no_number() -> None:
    headers = [("序号", "指标"), ("指标", "2020年"), ("", "指标"), ("", ""), ("序号",)]
    assert [label_column(header) for header in headers] == [1, 0, 1, 0, 0]


@pytest.mark.parametrize(
    "lead", ["表 1 指标\n单位：万元\n", "单位：万元\n表 1 指标\n", "表 1 指标（单位：万元）\n", "奖励标准\n（单位：万元）\n"]
)
def test_unit_line_beside_the_caption(lead: str) -> None:
    document = parse_document(f"正文一句。\n{lead}类别\t金额\n甲\t3\n乙\t4\n")
    found = next(place.table for place in document.places() if place.table)
    assert [found.unit(body) for body in found.rows] == ["万元", "万元"]
    assert found.caption


def test_writing_keeps_spans() -> None:
    text: list[str] = []

    def add(piece: str) -> tuple[int, int]:
        start = sum(map(len, text))
        text.append(piece)
        return start, start + len(piece)

    raw = TableFinder(clean_lines("| 指标 | 数 |\n| 甲 | 3 |\n| | 4 |")[0]).find(0, captioned=False)[0]
    assert raw is not None
    written, roles = write_table(raw, "题", "家", add)
    assert [line.role for line in roles] == ["header", "row", "row"]
    assert ["".join(text)[start:end] for body in written.rows for cell in body.cells for start, end in cell.spans] == ["甲", "3", "甲", "4"]
    assert (written.caption, written.stated_unit, written.header) == ("题", "家", ("指标", "数"))


def test_pieces_of_one_cell_are_joined() -> None:
    raw = RawRow((Piece("甲", 0), Piece("|", NO_CELL), Piece("乙", 0, " "), Piece("丙", 5)))
    assert raw.cells(2) == ["甲 乙", ""] and raw.width == 6
