"""Tables are found in the lines of a file, whole, and only where there are any."""

from index.lines import Line, clean_lines
from index.nodes import ParsedDocument
from index.structure import parse_document
from index.tables.find import TableFinder
from index.tables.runs import MAX_TRIES, Runs


def lines(text: str) -> list[Line]:
    return clean_lines(text)[0]


def grid(document: ParsedDocument) -> list[list[list[str]]]:
    """Header and rows of every table."""
    tables = [section.table for place in document.places() for section in place.sections if section.table and place.leaf.kind == "header"]
    unique = [table for at, table in enumerate(tables) if table not in tables[:at]]
    return [[list(table.header), *([cell.text for cell in row.cells] for row in table.rows)] for table in unique]


def test_a_spaced_table_of_two_columns_goes_on_under_its_caption() -> None:
    found = grid(parse_document("表 1 数\n指标 2020年\n甲 3\n乙 4\n- 2 -\n续表\n指标 2020年\n丙 5\n丁 6"))
    assert found == [[["指标", "2020年"], ["甲", "3"], ["乙", "4"], ["丙", "5"], ["丁", "6"]]]


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
