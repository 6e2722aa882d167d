"""Rows of indicator tables -> whether their targets are binding (约束性) or expected (预期性)."""

import re

from index.passages import RowView

NATURE = re.compile(r"预期性|约束性")
REMARK = re.compile(r"备注|说明|情况|单位|属性|类型|性质|责任|来源|序号")
STARRED = re.compile(r"^[*＊▲△★☆#]\s*")


def row_nature(row: RowView) -> str:
    """Return the nature of a row's targets by its own words, by the table's note or by its star; "" where nothing tells it."""
    remarks = " ".join(value for header, value, _ in row.cells if REMARK.search(header))
    own = NATURE.search(f"{remarks} {row.label}")
    said = set(NATURE.findall(row.note))
    return own.group() if own else said.pop() if len(said) == 1 else starred_nature(row.label, row.note)


def starred_nature(label: str, note: str) -> str:
    """Return what a note says of rows with a star, or of those without one: 带*为约束性指标，其余为预期性指标.

    >>> starred_nature("*森林覆盖率", "注：带*为约束性指标，其余为预期性指标。"), starred_nature("绿地", "带*为约束性，其余为预期性")
    ('约束性', '预期性')
    """
    told = re.search(
        r"[*＊▲△★☆#]\s*号?(?:的|者)?(?:为|是|表示)(约束性|预期性)(?:指标)?(?:[，,；;]\s*(?:其余|其他|其它)(?:的)?(?:均|都)?为(约束性|预期性))?",
        note,
    )
    return ((told[1] if STARRED.match(label) else told[2]) or "") if told else ""
