"""Lists of policies as tables: one cell a line, gaps or tabs between cells, titles between rows, cells broken over lines."""

import pytest

from index.passages import chunk_document
from index.structure import parse_document

LINES = """示例县惠企目录
编号
政策事项
适用企业
享受门槛
扶持力度
兑现部门
1
设备补助
规模以上企业
设备投资300万元以上，
且已投产
按投资额的6%补助，
最高90万元
县经信局
2
厂房补贴
科技企业
租用标准厂房
每年补贴8万元
县科技局、
县财政局
说明：
1.本目录由县经信局解释。"""
GAPS = """示例县惠企清单
事项名称    支持对象与条件            支持标准          责任单位

                 一、融资类
      （本类事项要求企业拥有有效专利3件以上）
贷款贴息    办理专利质押融资，        贷款额的2%，      县金融办
            贷款期限1年以上           最高20万元
保险补贴    投保专利保险              保费的40%         县金融办
                 二、上市类
挂牌奖励    在区域股权市场挂牌        奖励15万元        县金融办
第二条 本清单由县金融办解释。"""
TABS = "示例县扶持项目表\n项目\t申报主体\t补助标准\n（一）种植业\n大棚\t合作社\t每亩补助900元\n仓储\t粮食企业\t每吨补助20元\n说明：无。"
NO_COUNTER = """政策名称
补助标准
支持对象
主管单位
一、住宿类
民宿提升
每床补助900元
有证的民宿
县文旅局
酒店评星
四星30万元
新评定的四星级饭店
县文旅局"""


def rows_of(text: str) -> list[tuple[str, ...]]:
    """The cells of every row, its label first."""
    rows = [passage.row for passage in chunk_document("a", parse_document(text)) if passage.row]
    return [(row.label, *(cell for _, cell, _ in row.cells)) for row in rows]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            LINES,
            [
                ("设备补助", "规模以上企业", "设备投资300万元以上，且已投产", "按投资额的6%补助，最高90万元", "县经信局"),
                ("厂房补贴", "科技企业", "租用标准厂房", "每年补贴8万元", "县科技局、县财政局"),
            ],
        ),
        (
            GAPS,
            [
                ("贷款贴息", "办理专利质押融资，贷款期限1年以上", "贷款额的2%，最高20万元", "县金融办"),
                ("保险补贴", "投保专利保险", "保费的40%", "县金融办"),
                ("挂牌奖励", "在区域股权市场挂牌", "奖励15万元", "县金融办"),
            ],
        ),
        (TABS, [("大棚", "合作社", "每亩补助900元"), ("仓储", "粮食企业", "每吨补助20元")]),
        (
            NO_COUNTER,
            [
                ("民宿提升", "每床补助900元", "有证的民宿", "县文旅局"),
                ("酒店评星", "四星30万元", "新评定的四星级饭店", "县文旅局"),
            ],
        ),
    ],
)
def test_rows_of_a_list_of_policies_are_cut_by_what_their_cells_are(text: str, wanted: list[tuple[str, ...]]) -> None:
    assert rows_of(text) == wanted


def test_headings_above_labelled_lines_are_no_headers() -> None:
    text = "一、支持项目\n（一）培育奖励\n1.首次奖励\n支持对象：外贸企业。\n支持条件：首次出口。\n支持标准：奖励3万元。\n" * 2
    assert not rows_of(text)
