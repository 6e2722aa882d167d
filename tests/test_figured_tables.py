"""Tables kept in the look of a page: names broken above or below their line of figures, years parted by one space, pages between."""

import pytest

from facts.targets import extract_facts
from index.catalog import DocumentInfo
from index.lines import clean_lines
from index.passages import chunk_document
from index.structure import parse_document
from index.tables.figured import figured_rows

ABOVE = """表 1  “十五五”科技创新主要指标
类别  序    指    标          单位  2020年 2025年 2027年 2030年 属性
      号                            实绩  实绩  中期  目标
      1   全社会研发经费投入强度   %   1.31  1.84  2.10  2.60  预期性
          规上工业企业研发经费
创新  2   支出占营业收入比重       %   0.81  1.22  1.45  1.80  预期性
投入      财政科技支出占一般
      3   公共预算支出比重         %   1.02  1.33  1.60  2.10  约束性
      4   高新技术企业数           家   51   143   210   300   预期性
          每万人口高价值发明专利
      5   拥有量                   件   0.7  1.9  2.8  4.1  预期性

— 9 —

续表 1
类别  序    指    标          单位  2020年 2025年 2027年 2030年 属性
产出  6   技术合同成交额          亿元  5.2  22.7  36   60   预期性
          数字经济核心产业增加值
      7   占地区生产总值比重       %   3.1  5.2  6.4  8.5  预期性
      8   新增高技能人才           人 〔2100〕〔4300〕 — 〔7000〕 预期性
"""
BELOW = """表 2  主要指标
序  指标名称                单位  2025年 2030年
1   规模以上工业企业研发经费支出  %  1.22  1.80
    占营业收入比重
2   高新技术企业数          家  143  300
3   每万人口高价值发明专利拥有量    件  1.9  4.1
    （按常住人口）
4   技术合同成交额          亿元  22.7  60
"""
TITLE = "岚汀市“十五五”科技创新规划"


def figures(table: str) -> dict[tuple[str, int], tuple[str, str]]:
    parsed = parse_document(f"{TITLE}\n\n二、发展目标\n{table}\n三、重点任务\n加强基础研究。\n")
    left = dict.fromkeys("level parent issuer number date source sha256".split(), "")
    info = DocumentInfo(id="made", file="made.txt", title=TITLE, region="岚汀市", status="final", period="2026-2030", **left)
    found = extract_facts(info, chunk_document("made", parsed), parsed.text)
    return {(one.indicator, one.year): (one.value, one.unit) for one in found if one.year}


@pytest.mark.parametrize(
    ("indicator", "year", "value"),
    [
        ("研发经费占GDP比重", 2027, ("2.1", "%")),
        ("规上工业研发经费占营业收入比重", 2030, ("1.8", "%")),
        ("财政科技投入占财政支出比例", 2020, ("1.02", "%")),
        ("每万人高价值发明专利拥有量", 2025, ("1.9", "件")),
        ("数字经济核心产业增加值占GDP比重", 2027, ("6.4", "%")),
        ("技术合同成交额", 2030, ("60", "亿元")),
    ],
)
def test_parts_of_a_name_above_its_figures(indicator, year, value) -> None:
    found = figures(ABOVE)
    assert found.get((indicator, year)) == value, sorted(key for key in found)


def test_parts_of_a_name_below_its_figures() -> None:
    lines, _ = clean_lines(BELOW)
    rows, taken = figured_rows(lines[1:])
    cells = [row.cells(6) for row in rows]
    assert taken == len(lines) - 1
    assert cells[1][2:5] == ["规模以上工业企业研发经费支出占营业收入比重", "%", "1.22"]
    assert cells[3][2] == "每万人口高价值发明专利拥有量（按常住人口）"


WHOLE = """指标  单位  2025年 2030年
高新技术企业数  家  143  300
技术合同成交额  亿元  22.7  60
研发投入强度  %  1.8  2.6
"""
PROSE = """指标  单位  2025年 2030年
全市高新技术企业快速增长，
研发投入强度持续提高。
技术合同成交额  亿元  22.7  60
"""


@pytest.mark.parametrize("text", [WHOLE, PROSE])
def test_whole_rows_and_prose_are_left_to_other_ways_of_reading(text) -> None:
    lines, _ = clean_lines(text)
    assert figured_rows(lines) == ([], 0)
