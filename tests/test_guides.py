"""Application guides: a table of one cell a line, what its rows pay, and whom to call."""

from datetime import date

from facts.amounts import read_amounts
from facts.attributes import provisions_asked, wanted
from facts.limits import read_limits
from facts.profile import read_profile
from facts.thresholds import amounts
from index.catalog import DocumentInfo
from index.lines import clean_lines
from index.tables.find import TableFinder

GUIDE = """序号
项目名称
支持对象和条件
支持标准
申报窗口

1
冷链改造
实施冷库改造的物流企业，设备实际投入（不含税）达到80万元以上，且改造后通过节能验收的项目
按设备投入的12%补助，单个项目最高60万元；其中采用二氧化碳制冷的按15%补助
3月4日至3月29日

2
老字号奖励
新认定的省级老字号企业
每家奖励8万元
4月1日至4月12日

3
夜市建设
通过验收的夜市运营主体，摊位数在40个以上，开业满半年且无食品安全事故
按建设投入的20%补助，最高30万元
5月6日至5月31日

二、其他
"""


def rows_of(text: str) -> list[list[str]]:
    lines, _ = clean_lines(text)
    table, _ = TableFinder(lines).find(0, captioned=False)
    return [[piece.text for piece in row.pieces] for role, row in table.rows if role == "row"] if table else []


def test_rows_of_long_cells_one_a_line_stay_cells() -> None:
    rows = rows_of(GUIDE)
    assert [row[1] for row in rows] == ["冷链改造", "老字号奖励", "夜市建设"]
    assert rows[0][3].startswith("按设备投入的12%") and rows[2][4] == "5月6日至5月31日"


def test_a_sum_broken_before_its_figure_stays_one_cell() -> None:
    assert rows_of(GUIDE.replace("每家奖励8万元", "每家奖励\n8万元"))[1][2:5] == ["新认定的省级老字号企业", "每家奖励", "8万元"]


def test_what_a_sum_is_reckoned_on_is_no_class_of_it() -> None:
    tiers = read_amounts("按设备投入的12%补助；其中采用二氧化碳制冷的按15%补助", cell=True)
    assert tiers[0].when == "" and "二氧化碳" in tiers[1].when


def test_the_cap_of_a_later_stretch_is_not_that_of_all() -> None:
    assert read_limits("二级20万元、一级35万元；每新增1个摊位奖励2万元，每年最高12万元").whole is None
    assert read_limits("二级20万元；每新增1个摊位奖励2万元，单个企业最高50万元").whole == 50


def test_what_was_added_is_not_the_whole() -> None:
    added = read_profile("我们夜市今年新增6家商户", date(2026, 11, 20))
    whole = read_profile("我们夜市一共6家商户", date(2026, 11, 20))
    assert list(amounts(added, "入驻商户20家以上")) == ["unknown"]
    assert list(amounts(whole, "入驻商户20家以上")) == ["not_met"]


def test_a_guide_is_a_policy() -> None:
    info = DocumentInfo("g", "g.txt", "2026年度商贸资金项目申报指南", "甲市", "city", "", "", "", "", "2026-2027", "final", "", "")
    assert info.is_policy


def test_guides_are_asked_how_long_they_hold_and_what_they_do_not_say() -> None:
    assert [kind.name for kind in provisions_asked("这份指南管到哪天为止")] == ["有效期"]
    assert not [kind for kind in provisions_asked("下一年的申报指南什么时候发布") if kind.name == "申报时间"]
    assert [kind.name for kind in wanted("申报要提交哪几份材料")] == ["申报材料"]
    assert "人员组成" in [kind.name for kind in wanted("评审的专家由哪些人组成")]
