"""Every flattening of rows: tabs, bars, one cell a line, spaces."""

import pytest

from index.lines import Line, clean_lines
from index.tables.aligned import aligned_rows
from index.tables.grid import NO_CELL, RawRow
from index.tables.grouped import grouped_rows
from index.tables.layout import Columns, judge_columns, lay_texts
from index.tables.lined import is_clear_header, lined_rows
from index.tables.markdown import is_markdown, markdown_row
from index.tables.spaced import spaced_rows
from index.tables.stacked import plain_rows, stacked_rows
from index.tables.tabbed import is_tabbed, tabbed_row
from index.tables.tokens import tokenize_lines


def lines(text: str) -> list[Line]:
    return clean_lines(text)[0]


def cells(rows: list[RawRow]) -> list[list[str]]:
    width = max((row.width for row in rows), default=0)
    return [row.cells(width) for row in rows]


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


ALIGNED = """指标名称                  单位      2025年实际  2030年目标  属性
一、创新投入
研发经费投入强度          %         2.18        2.8         预期性
规模以上工业企业研发费用  %         1.62        2.2         预期性
占营业收入比重
二、创新主体
高新技术企业数            家        〔52〕      260         预期性
三、保障措施
第一条  本表由主管部门解释。"""


def test_cells_under_their_header_go_on_below_a_full_one_and_groups_stand_alone() -> None:
    found, taken = aligned_rows(lines(ALIGNED))
    assert cells(found) == [
        ["指标名称", "单位", "2025年实际", "2030年目标", "属性"],
        [""] * 5,
        ["研发经费投入强度", "%", "2.18", "2.8", "预期性"],
        ["规模以上工业企业研发费用占营业收入比重", "%", "1.62", "2.2", "预期性"],
        [""] * 5,
        ["高新技术企业数", "家", "〔52〕", "260", "预期性"],
    ]
    assert taken == 7
    assert [row.pieces[0].column for row in found if not row.width] == [NO_CELL, NO_CELL]


@pytest.mark.parametrize(
    "text",
    [
        "指标名称  单位  目标\n研发强度  %  2.8\n企业数  家  260",  # whole rows alone are read line by line
        "各单位    请注意    以下事项\n会议室    在三楼    请准时到",  # no figures
        "指标名称 单位 目标\n研发强度 % 2.8",  # no wide gaps
    ],
)
def test_other_lines_are_no_aligned_table(text: str) -> None:
    assert aligned_rows(lines(text)) == ([], 0)


GROUPED = """类别 序号 指标名称 单位 2020年 2025年 属性
创新投入 1 规模以上工业企业研发费用占营业收
入比重 % 1.62 2.10 预期性
2 研发经费支出 亿元 19.4 36.0 预期性
创新主体 3 高新技术企业数 家 186 400 约束性
4 技术合同成交额 亿元 21.4 60 预期性"""


def test_a_group_before_the_running_number_is_a_cell_of_its_own() -> None:
    found, taken = grouped_rows(lines(GROUPED))
    assert cells(found) == [
        ["类别", "序号", "指标名称", "单位", "2020年", "2025年", "属性"],
        ["创新投入", "1", "规模以上工业企业研发费用占营业收入比重", "%", "1.62", "2.10", "预期性"],
        ["", "2", "研发经费支出", "亿元", "19.4", "36.0", "预期性"],
        ["创新主体", "3", "高新技术企业数", "家", "186", "400", "约束性"],
        ["", "4", "技术合同成交额", "亿元", "21.4", "60", "预期性"],
    ]
    assert taken == 6


@pytest.mark.parametrize("text", ["序号 指标名称 单位 目标\n1 研发强度 % 2.8\n2 企业数 家 260", "类别 说明\n甲 乙"])
def test_tables_without_such_a_group_are_left_to_other_readers(text: str) -> None:
    assert grouped_rows(lines(text)) == ([], 0)
