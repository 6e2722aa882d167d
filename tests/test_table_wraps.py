"""Rows whose cells are broken over lines: names around their row's number, words of lists under a caption."""

from index.lines import Line, clean_lines
from index.metadata import guess_metadata
from index.passages import chunk_document
from index.structure import parse_document
from index.tables.centred import centred_rows
from index.tables.counted import counted_rows
from index.tables.ragged import ragged_rows
from index.tables.torn import torn_rows
from index.tables.worded import worded_rows


def lines(text: str) -> list[Line]:
    return clean_lines(text)[0]


INDICATORS = """序号 指标名称 单位 2020年 2025年
1 研发强度 % 2.1 2.9
规上工业企业研发经费支出与营业
2 % 1.5 2.1
收入之比
有研发活动的企业在规上企业
3 % 46 62
中所占比重
4 高企数 家 168 360
"""

PROJECTS = """项目名称 主要内容 总投资 建设年限 责任单位
一期工程 研发楼26万平方米，公寓1200套 18亿元 2021—2023 管委会
检测分中心 高压、机械、环境三大
实验室 2.2亿元 2022—2024 市场监管局
中试基地 试验场400亩 1.6亿元 2022—2025 街道
合计 21.8亿元
"""


def test_a_name_around_the_line_of_its_number() -> None:
    rows, taken = centred_rows(lines(INDICATORS))
    assert [row.cells(5) for row in rows] == [
        ["序号", "指标名称", "单位", "2020年", "2025年"],
        ["1", "研发强度", "%", "2.1", "2.9"],
        ["2", "规上工业企业研发经费支出与营业收入之比", "%", "1.5", "2.1"],
        ["3", "有研发活动的企业在规上企业中所占比重", "%", "46", "62"],
        ["4", "高企数", "家", "168", "360"],
    ]
    assert taken == 9


def test_rows_that_hold_their_names_are_none_of_these() -> None:
    assert centred_rows(lines("序号 指标 数\n1 甲 3\n2 乙 4")) == ([], 0)
    assert centred_rows(lines("序号 指标 数\n1 3\n2 4")) == ([], 0)


def test_words_of_a_cell_broken_over_two_lines() -> None:
    rows, taken = worded_rows(lines(PROJECTS))
    assert [row.cells(5) for row in rows][2] == ["检测分中心", "高压、机械、环境三大实验室", "2.2亿元", "2022—2024", "市场监管局"]
    assert (len(rows), taken) == (4, 5)
    assert worded_rows(lines("方向 重点 目标\n甲 乙 丙\n丁 戊 己")) == ([], 0)


def test_both_kinds_in_a_document_under_captions_in_brackets() -> None:
    parsed = parse_document(
        f"# 某市规划\n\n## 一、目标\n到2025年，实现目标。\n【专栏1】主要指标\n{INDICATORS}\n【专栏2】重大项目\n{PROJECTS}"
    )
    rows = [passage.row for passage in chunk_document("x", parsed) if passage.row]
    assert [row.label for row in rows][1:3] == ["规上工业企业研发经费支出与营业收入之比", "有研发活动的企业在规上企业中所占比重"]
    assert dict((header, text) for header, text, _ in rows[5].cells)["总投资"] == "2.2亿元"
    assert rows[0].caption == "【专栏1】主要指标" and rows[5].caption == "【专栏2】重大项目"


def test_a_title_that_goes_on_in_the_next_line(tmp_path) -> None:
    parsed = parse_document("关于加快推进科技创新若干政策的\n实施意见\n\n各乡镇人民政府：\n　　现提出如下意见。")
    assert guess_metadata(parsed, tmp_path / "x.txt").title == "关于加快推进科技创新若干政策的实施意见"


def test_the_reading_that_takes_most_lines() -> None:
    table = """表1 主要指标
序号 主要指标 单位 2020年 2025年 属性
1 研发投入占地区生产总值比
重 % 2.8 3.5 预期性
2 高企数 家 210 450 预期性
3 有研发活动企业占比 % 52.6
*
 75 预期性
4 劳动生产率 万元/人 17.8 24.5 预期性
"""
    rows = [passage.row for passage in chunk_document("x", parse_document(f"到2025年，实现目标。\\n{table}")) if passage.row]
    assert [row.label for row in rows] == ["研发投入占地区生产总值比重", "高企数", "有研发活动企业占比", "劳动生产率"]


def test_numbered_rows_of_one_cell_a_line_with_names_of_two() -> None:
    table = "序号\n指标\n单位\n2023年\n2026年\n属性\n1\n高企数\n家\n412\n700\n预期性\n"
    table += "2\n财政科技支出占一般公共\n预算支出比重\n%\n1.9\n2.5\n约束性\n"
    table += "3\n贷款余额\n亿元\n63\n125\n预期性\n"
    rows, taken = counted_rows(lines(table))
    assert [row.cells(6)[1] for row in rows] == ["指标", "高企数", "财政科技支出占一般公共预算支出比重", "贷款余额"]
    assert taken == 25 and rows[2].cells(6) == ["2", "财政科技支出占一般公共预算支出比重", "%", "1.9", "2.5", "约束性"]
    assert counted_rows(lines("序号\n指标\n数\n1\n甲\n乙\n丙\n丁\n2\n戊\n3")) == ([], 0)


GROUPED = """专栏1 主要指标
类别
序号
指标名称
单位
2025年实际
2030年目标
属性
投入
1
研发强度
%
2.1
2.9
预期性
2
财政科技支出占比
%
3.9
≥4.5
约束性

- 3 -

类别
序号
指标名称
单位
2025年实际
2030年目标
属性
3
引进团队
个
—
[60]
预期性
主体
4
高企数①
家
168
360
预期性
注：①高企数按有效期内统计。
"""


def test_numbered_rows_of_one_cell_a_line_in_groups_that_a_page_cuts() -> None:
    rows = [passage.row for passage in chunk_document("x", parse_document(f"到2030年，实现目标。\n{GROUPED}")) if passage.row]
    assert [row.label for row in rows] == ["研发强度", "财政科技支出占比", "引进团队", "高企数①"]
    assert [(text, unit) for row in rows for header, text, unit in row.cells if header == "2030年目标"] == [
        ("2.9", "%"),
        ("≥4.5", "%"),
        ("[60]", "个"),
        ("360", "家"),
    ]


def test_rows_of_one_cell_a_line_in_groups_without_numbers() -> None:
    bare = "\n".join(line for line in GROUPED.split("\n") if line not in ("序号", "1", "2", "3", "4"))
    rows = [passage.row for passage in chunk_document("x", parse_document(f"到2030年，实现目标。\n{bare}")) if passage.row]
    assert [row.label for row in rows] == ["研发强度", "财政科技支出占比", "引进团队", "高企数①"]
    assert [text for row in rows for header, text, _ in row.cells if header == "2025年实际"] == ["2.1", "3.9", "—", "168"]


def test_words_that_go_on_below_their_row_and_units_below_the_header() -> None:
    table = "园区名称 主导产业 2023年营收 2026年目标\n（亿元） （亿元）\n经开区 储能材料、电子 412 700\n 信息\n"
    table += "特种车辆 特种车辆 276 480\n产业园\n"
    rows, taken = ragged_rows(lines(table))
    assert [row.cells(4) for row in rows] == [
        ["园区名称", "主导产业", "2023年营收（亿元）", "2026年目标（亿元）"],
        ["经开区", "储能材料、电子信息", "412", "700"],
        ["特种车辆产业园", "特种车辆", "276", "480"],
    ]
    assert taken == 6
    assert ragged_rows(lines("名称 产业 营收\n甲园 储能 412\n乙园 电子 276")) == ([], 0)  # nothing goes on below


TOWNS = """镇（街道）   2023年规上    2027年产值   主攻产业
             企业数        目标

城关街道    142    335    五金工具、
                              园林机械
白沙镇    63    95    软件信息
柳河镇    41    62    智能传感器
合计    246    492

下一段说明。
"""

WORKS = """序号   项目名称   建设单位   总投资（亿元）   建设年限   建设内容

1   锂电工厂   甲工具集团   18.5   2024—2026   年产工具1200万台
2   储能基地   乙新能   25.6   2024—2027   年产储能系统
2吉瓦时
3   中试基地   丙科创   4.7   2024—2026   中试车间
"""


def test_header_and_cells_broken_over_lines_that_wide_gaps_part() -> None:
    rows, taken = torn_rows(lines(TOWNS))
    assert taken == 7
    assert [row.cells(4) for row in rows] == [
        ["镇（街道）", "2023年规上企业数", "2027年产值目标", "主攻产业"],
        ["城关街道", "142", "335", "五金工具、园林机械"],
        ["白沙镇", "63", "95", "软件信息"],
        ["柳河镇", "41", "62", "智能传感器"],
        ["合计", "246", "492", ""],
    ]


def test_a_last_cell_that_goes_on_at_the_margin_of_numbered_rows() -> None:
    parsed = parse_document("## 附件3 重点支撑项目\n\n" + WORKS)
    rows = [passage.row for passage in chunk_document("plan", parsed) if passage.row]
    assert [row.label for row in rows] == ["锂电工厂", "储能基地", "中试基地"]
    assert rows[1].cells[3][:2] == ("建设内容", "年产储能系统2吉瓦时")


def test_each_column_has_its_own_of_several_stated_units() -> None:
    parsed = parse_document("## 附件2 主要目标分解表\n\n单位：家、亿元\n\n" + TOWNS)
    row = next(passage.row for passage in chunk_document("plan", parsed) if passage.row)
    assert [unit for _, _, unit in row.cells] == ["家", "亿元", ""]


def test_marks_of_quotes_are_no_part_of_a_line() -> None:
    kept, dropped = clean_lines("> 其中2024年、20\n> 26年分别20家\n>\n>60\n> 60")
    assert [line.text for line in kept] == ["其中2024年、20", "26年分别20家", ">60", "> 60"]
    assert {one.kind for one in dropped} == {"quote mark"}
