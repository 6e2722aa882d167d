"""A line that states several units for a table (单位：家、亿元、亩) -> the one that a column's figures are in."""

import re
from collections.abc import Sequence

SEPARATOR = re.compile(r"[、，,/／；;]\s*|和")
KINDS = (  # what a column's name counts, and the units of that
    (re.compile(r"比重|占比|比例|[^利汇税费]率|增速|增幅"), re.compile(r"[%％‰]|个?百分点")),
    (re.compile(r"面积|用地|土地|厂房|楼宇"), re.compile(r"[万]?(?:亩|公顷|平方公里|平方米|㎡)")),
    (re.compile(r"人数|人才|人员|职工|员工|就业|博士|工人"), re.compile(r"[万]?(?:人|名|人次)")),
    (re.compile(r"企业数|单位数|户数|家数|(?:企业|机构|工厂|车间|平台|中心)$"), re.compile(r"家|户|个")),
    (re.compile(r"机器人|设备|机床|机组|车辆|充电桩"), re.compile(r"[万]?(?:台|套|台[（(]套[)）]|辆|个)")),
    (
        re.compile(r"产值|增加值|营收|收入|投资|税收|税额|资金|金额|交易额|出口额|进口额|销售额|费用|利润|GDP|生产总值|贷款|经费"),
        re.compile(r"[百千万亿]*美?元"),
    ),
)


def unit_of_column(stated: str, header: str) -> str:
    """Return the unit of a column's figures among those stated for a table; "" where several are stated and none is plain.

    >>> unit_of_column("家、亿元、亩", "2027年产值目标"), unit_of_column("家、亿元、亩", "其他"), unit_of_column("万元", "其他")
    ('亿元', '', '万元')
    """
    units = [unit.strip() for unit in SEPARATOR.split(stated) if unit.strip()]
    if len(units) < 2 or not _all_apart(stated, units):
        return stated
    for name, unit in KINDS:
        if name.search(header):
            found = [one for one in units if unit.fullmatch(one)]
            return found[0] if len(found) == 1 else ""
    return ""


def _all_apart(stated: str, units: Sequence[str]) -> bool:
    """Tell whether the parts are units of their own, not one unit of two parts (万元/亩)."""
    return len(units) > 2 or not re.search(r"[/／]", stated)
