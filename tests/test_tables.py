"""Every flattening of a table, found and read."""

import pytest

from index.lines import Line, clean_lines
from index.nodes import ParsedDocument
from index.structure import parse_document
from index.tables.find import TableFinder
from index.tables.grid import NO_CELL, Cell, Piece, RawRow, Row, Table, bracket_unit, label_column
from index.tables.layout import Columns, judge_columns, lay_texts
from index.tables.lined import is_clear_header, lined_rows
from index.tables.markdown import is_markdown, markdown_row
from index.tables.merged import fill_merged, is_second_header, merge_headers
from index.tables.runs import MAX_TRIES, Runs
from index.tables.spaced import spaced_rows
from index.tables.stacked import plain_rows, stacked_rows
from index.tables.tabbed import is_tabbed, tabbed_row
from index.tables.tokens import tokenize_lines
from index.tables.values import column_width, is_value, looks_like_header
from index.tables.written import write_table


def lines(text: str) -> list[Line]:
    return clean_lines(text)[0]


def cells(rows: list[RawRow]) -> list[list[str]]:
    width = max((row.width for row in rows), default=0)
    return [row.cells(width) for row in rows]


def grid(document: ParsedDocument) -> list[list[list[str]]]:
    """Header and rows of every table."""
    tables = [section.table for place in document.places() for section in place.sections if section.table and place.leaf.kind == "header"]
    unique = [table for at, table in enumerate(tables) if table not in tables[:at]]
    return [[list(table.header), *([cell.text for cell in row.cells] for row in table.rows)] for table in unique]


# values


@pytest.mark.parametrize(
    "text",
    [
        "3",
        "3.2",
        ">60",
        "＞60",
        "≥88",
        "1,200",
        "１２",
        "57.9%",
        "12 ％",
        "[17]",
        "[ 17 ]".replace(" ", ""),
        "(3200)",
        "166.7 (2019)",
        "3.2 (预测)",
        "1.5 *",
        "-",
        "---",
        "—",
        "√",
        "完成",
        "0.3个百分点",
        "-2.5",
        "约 30",
    ],
)
def test_value(text: str) -> None:
    assert is_value(text)


@pytest.mark.parametrize("text", ["", "亿元", "2020年", "增速高于固定资产投资增速", "3家", "5G基站", "第3位", "1" * 41, "1 2"])
def test_no_value(text: str) -> None:
    assert not is_value(text)


def test_header_needs_a_header_word_and_no_figures() -> None:
    assert looks_like_header(["序号", "指标"])
    assert looks_like_header(["甲", "2020年", "2025"])
    assert not looks_like_header(["甲", "乙"])
    assert not looks_like_header(["指标", "3.2"])
    assert not looks_like_header(["指标"])


def test_column_width_is_that_of_even_columns() -> None:
    assert column_width("指标 单位 2020年 甲 元 3 乙 家 4".split()) == 3
    assert column_width("序号 指标 2020年 1 甲 3 2 乙 4".split()) == 3
    assert column_width("甲 乙 丙 丁".split()) == 0
    assert column_width("指标 单位 2020年 甲 元 3 乙 家".split()) == 0
    assert column_width("指标 2020年 甲 3".split()) == 0  # one row shows no width


# tabs and bars


def test_tabbed() -> None:
    assert is_tabbed(lines("甲\t乙")[0]) and is_tabbed(lines("\t\t丙")[0])
    assert not any(is_tabbed(line) for line in lines("甲 乙\n\t甲\n甲\t\n" + "甲\t" * 40))
    row = tabbed_row(lines("甲\t\t丙 丁")[0])
    assert row.cells(3) == ["甲", "", "丙 丁"]
    assert "".join(piece.glue + piece.text for piece in row.pieces) == "甲\t\t丙 丁"


def test_markdown() -> None:
    assert is_markdown(lines("| 甲 | 乙 |")[0]) and is_markdown(lines("甲 | 乙 | 丙")[0])
    assert not any(is_markdown(line) for line in lines("甲|乙\n甲 | 乙\n| |\n甲||乙"))
    assert markdown_row(lines("| 甲 | | 丙\\|丁 |")[0]).cells(3) == ["甲", "", "丙\\|丁"]
    assert markdown_row(lines("甲 | 乙 | 丙")[0]).cells(3) == ["甲", "乙", "丙"]
    assert [piece.text for piece in markdown_row(lines("| 甲 | 乙 |")[0]).pieces if piece.column == NO_CELL] == ["|"] * 3


# one cell a line


def test_stacked_rows_by_blank_lines_or_by_width() -> None:
    wanted = [["指标", "2020年"], ["增加值 （亿元）", "3"], ["企业数", "4"]]
    assert cells(stacked_rows(lines("\t指标\n\t2020年\n\n\t增加值\n（亿元）\n\t3\n\n\t企业数\n\t4"))) == wanted
    assert cells(stacked_rows(lines("\t指标\n\n\t2020年\n\n\t增加值\n（亿元）\n\n\t3\n\n\t企业数\n\n\t4")))[0] == wanted[0]
    assert stacked_rows(lines("\t甲\n\t乙\n\t丙\n\t丁\n\t戊")) == []


def test_plain_rows_go_as_far_as_the_pattern() -> None:
    assert cells(plain_rows(lines("指标\n2020年\n甲\n3\n乙\n4\n以上为指标"))) == [["指标", "2020年"], ["甲", "3"], ["乙", "4"]]
    assert cells(plain_rows(lines("序号\n指标\n数\n1\n甲\n3\n2\n乙\n4\n4\n丙\n5"))) == [
        ["序号", "指标", "数"],
        ["1", "甲", "3"],
        ["2", "乙", "4"],
    ]
    assert plain_rows(lines("指标\n目标\n甲\n乙\n丙\n丁")) == []


# spaces


def test_lined_rows() -> None:
    found = lined_rows(
        lines("类别 级别 标准\n冠军 国家级 200\n     省级 80\n巨人 企业 国家级 100\n冠军 市级 3\n以上为标准。"), captioned=False
    )
    assert cells(found) == [
        ["类别", "级别", "标准"],
        ["冠军", "国家级", "200"],
        ["", "省级", "80"],
        ["巨人 企业", "国家级", "100"],
        ["冠军", "市级", "3"],
    ]
    assert cells(lined_rows(lines("评价得分 等次 额度\n优 甲 多\n良 乙 少"), captioned=False))[1:] == [
        ["优", "甲", "多"],
        ["良", "乙", "少"],
    ]
    assert cells(lined_rows(lines("指标 名称  2020 年  单位\n甲 乙  3  家\n丙 丁  4  家"), captioned=False))[0] == [
        "指标 名称",
        "2020 年",
        "单位",
    ]
    assert lined_rows(lines("类别 标准\n甲 3\n乙 4"), captioned=False) == []
    assert len(lined_rows(lines("类别 标准\n甲 3\n乙 4"), captioned=True)) == 3
    assert lined_rows(lines("类别 级别 标准\n甲 国家级 3"), captioned=True) == []
    assert lined_rows(lines("企业 发展 目标\n坚持 创新，驱动 发展\n加快 建设，推动 进步"), captioned=False) == []


def test_clear_header() -> None:
    assert is_clear_header("序号 指标 2020 年") and is_clear_header("类型 比例 上限")
    assert not is_clear_header("类型 上限") and not is_clear_header("1 指标 3") and not is_clear_header("甲 乙 丙")


def test_tokens_put_broken_words_together() -> None:
    tokens = tokenize_lines(lines("海洋产业\n增加值 1.5\n*\n 5 家 （个）\n2020\n年"))
    assert [token.text for token in tokens] == ["海洋产业增加值", "1.5*", "5", "家（个）", "2020年"]


def test_spaced_rows_with_running_numbers() -> None:
    rows, count = spaced_rows(lines("序号 指标 单位 2020年\n1 海洋产业增加值占\n比重 % 14.5\n2 企业数 家 46\n3 企业数 家 80"))
    assert cells(rows) == [
        ["序号", "指标", "单位", "2020年"],
        ["1", "海洋产业增加值占比重", "%", "14.5"],
        ["2", "企业数", "家", "46"],
        ["3", "企业数", "家", "80"],
    ]
    assert count == 5


def test_spaced_rows_count_on_from_a_number() -> None:
    source = lines("序号 指标 2020年\n4 甲 3\n5 乙 4")
    assert spaced_rows(source)[0] == []
    assert cells(spaced_rows(source, first_number=4)[0]) == [["序号", "指标", "2020年"], ["4", "甲", "3"], ["5", "乙", "4"]]


def test_spaced_rows_without_running_numbers() -> None:
    rows, _ = spaced_rows(lines("指标 2020年 2025年\n高新技术 3 4\n科技型中 小企业 5 6"))
    assert cells(rows) == [["指标", "2020年", "2025年"], ["高新技术", "3", "4"], ["科技型中 小企业", "5", "6"]]


def test_words_alone_or_far_from_the_header_are_no_spaced_table() -> None:
    assert spaced_rows(lines("指标 单位\n甲 乙\n丙 丁\n戊 己")) == ([], 0)
    assert spaced_rows(lines("序号 指标 2020年\n1 甲 3 4 5 6\n2 乙 7 8 9 1")) == ([], 0)


def test_a_spaced_table_of_two_columns_goes_on_under_its_caption() -> None:
    found = grid(parse_document("表 1 数\n指标 2020年\n甲 3\n乙 4\n- 2 -\n续表\n指标 2020年\n丙 5\n丁 6"))
    assert found == [[["指标", "2020年"], ["甲", "3"], ["乙", "4"], ["丙", "5"], ["丁", "6"]]]


def test_laying_is_the_cheapest() -> None:
    columns = Columns((False, True, True), (0.1, 1.5, 1.5))
    assert lay_texts(["甲", "3", "4"], columns) == (0.0, [0, 1, 2])
    assert lay_texts(["甲", "乙", "3", "4"], columns) == (pytest.approx(0.1), [0, 0, 1, 2])
    assert lay_texts(["甲", "3"], columns) == (pytest.approx(2.0), [0, 1])  # one column stays empty
    assert lay_texts(["甲", "高于平均", "4"], columns) == (pytest.approx(1.0), [0, 1, 2])  # a word among figures
    assert lay_texts(["甲"] * 61, columns)[0] == 2.0 * 61


def test_columns_are_judged_by_whole_rows() -> None:
    columns = judge_columns([["甲", "3"], ["乙", "-"], ["丙", "丁", "4"]], 2)
    assert columns.figures == (False, True)


# finding


def test_runs_give_up_after_some_tries() -> None:
    source = lines("甲\n" * 50)
    runs = Runs(source, lambda line: line.text == "甲", 10)
    for at in range(MAX_TRIES):
        assert len(runs.at(at)) == 10
        runs.failed()
    assert runs.at(MAX_TRIES) == []
    assert Runs(source, lambda line: False).at(0) == []


def test_nothing_is_found_in_prose() -> None:
    finder = TableFinder(lines("指标 如下 所示。\n甲\t\n一、指标 单位 2020年\n甲 元 3\n乙 家 4"))
    assert [finder.find(at, captioned=True)[0] for at in range(3)] == [None, None, None]


def test_a_table_goes_on_after_its_header_comes_again() -> None:
    found = grid(parse_document("表 1 指标\n指标\t2020年\n甲\t3\n- 3 -\n续表\n单位：家\n指标\t2020年\n乙\t4\n正文一句。"))
    assert found == [[["指标", "2020年"], ["甲", "3"], ["乙", "4"]]]


def test_a_table_under_another_header_is_another_table() -> None:
    found = grid(parse_document("表 1 甲\n序号 指标 2020年\n1 甲 3\n2 乙 4\n- 1 -\n序号 指标 2020年 2025年\n1 丙 3 5\n2 丁 4 6"))
    assert [len(table[0]) for table in found] == [3, 4]


def test_another_table_does_not_go_on() -> None:
    found = grid(parse_document("指标\t2020年\n甲\t3\n\n表 2 金额\n\n类别\t金额\n乙\t4"))
    assert found == [[["指标", "2020年"], ["甲", "3"]], [["类别", "金额"], ["乙", "4"]]]


def test_a_header_of_two_rows() -> None:
    found = grid(parse_document("指标\t2020年\t\t属性\n\t目标\t实绩\t\n甲\t3\t4\t预期性\n乙\t5\t6\t约束性"))
    assert found == [[["指标", "2020年 目标", "2020年 实绩", "属性"], ["甲", "3", "4", "预期性"], ["乙", "5", "6", "约束性"]]]


# headers, merged cells, units


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
    assert [label_column(header) for header in [("序号", "指标"), ("指标", "2020年"), ("", "指标"), ("", ""), ("序号",)]] == [
        0 + 1,
        0,
        1,
        0,
        0,
    ]


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

    raw = TableFinder(lines("| 指标 | 数 |\n| 甲 | 3 |\n| | 4 |")).find(0, captioned=False)[0]
    assert raw is not None
    written, roles = write_table(raw, "题", "家", add)
    assert [line.role for line in roles] == ["header", "row", "row"]
    assert ["".join(text)[start:end] for body in written.rows for cell in body.cells for start, end in cell.spans] == ["甲", "3", "甲", "4"]
    assert (written.caption, written.stated_unit, written.header) == ("题", "家", ("指标", "数"))


def test_pieces_of_one_cell_are_joined() -> None:
    raw = RawRow((Piece("甲", 0), Piece("|", NO_CELL), Piece("乙", 0, " "), Piece("丙", 5)))
    assert raw.cells(2) == ["甲 乙", ""] and raw.width == 6


def test_a_header_whose_first_cell_alone_is_bare_and_cells_broken_over_lines():
    text = "表1 补助标准\n档次\n\t上年度\n研发费用\n\t比例\n\n\t一档\n\t500万元\n\t4%\n\n\t二\n档\n\t100万元\n\t2%\n\n\t其他\n\t酌情\n"
    table, end = TableFinder(lines(text)).find(1, captioned=True)
    assert [row.cells(3) for row in (*table.headers, *(row for role, row in table.rows if role == "row"))] == [
        ["档次", "上年度研发费用", "比例"],
        ["一档", "500万元", "4%"],
        ["二档", "100万元", "2%"],
        ["其他", "酌情", ""],
    ]
    assert end == len(lines(text))


def test_a_label_broken_in_a_table_whose_rows_end_with_a_word():
    header = "专栏1 完成情况\n指标名称 2015年 2020年目标 2020年实绩 完成情况\n"
    text = header + "企业数（家） 118 260 386 超额完成\n产业增加值占工业增\n加值比重（%） 38 55 61 完成\n专利（件） 13 25 28 完成\n"
    table, _ = TableFinder(lines(text)).find(1, captioned=True)
    assert [row.cells(5) for role, row in table.rows if role == "row"] == [
        ["企业数（家）", "118", "260", "386", "超额完成"],
        ["产业增加值占工业增加值比重（%）", "38", "55", "61", "完成"],
        ["专利（件）", "13", "25", "28", "完成"],
    ]


def test_a_remark_in_brackets_and_about_behind_a_figure_stay_with_it():
    header = "专栏2 指标\n序号 指标 单位 2020年 2025年 属性\n1 企业数 家 386 760 预期性\n"
    text = header + "2 投资年均增速 % 9.7\n（“十三五”\n年均） 15\n左右 预期性\n3 专利数 件 41 90 预期性\n"
    table, _ = TableFinder(lines(text)).find(1, captioned=True)
    (row,) = [row.cells(6) for role, row in table.rows if role == "row" and row.cells(6)[0] == "2"]
    assert row[3].replace(" ", "") == "9.7（“十三五”年均）" and row[4] == "15左右" and row[5] == "预期性"
