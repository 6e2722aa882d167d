"""Quantities that a profile tells -> what follows from two of them: a sum for each mu, the share of some among the staff."""

import re
from collections.abc import Iterator, Sequence

from facts.told import Told

MU = "亩"
KEPT, TRAINEES = re.compile(r"留下|留用|留任|转正"), re.compile(r"见习|实习|学徒|大学生|毕业生")
LAND = re.compile(r"占地|用地|土地|厂区|面积|地")
PER_MU = {"税": "亩均税收", "产值": "亩均产值", "增加值": "亩均增加值", "营收": "亩均营业收入", "营业收入": "亩均营业收入"}
PEOPLE = re.compile(
    r"残疾人?|研发(?:人员)?|科技人员|技术人员|技术员|专科|大专|本科|硕士|博士|毕业生|大学生|退役军人|退伍军人|农民工|脱贫人口|技师|高级工|工程师"
)
STAFF = re.compile(r"(?:员工|职工|从业人员|一共|总共|全(?:厂|公司)|公司|团队|人数|^我们|^)(?:有|是|现有|共)?$")


def per_mu(told: Sequence[Told]) -> Iterator[Told]:
    """Yield sums of money for each mu of the land that a profile tells, where it tells of one piece only."""
    land = [item for item in told if item.unit == MU and LAND.search(item.words)]
    if len(land) != 1 or not land[0].value:
        return
    for noun, name in PER_MU.items():
        sums = [item for item in told if item.unit == "万元" and noun in item.words and MU not in item.words]
        if len(sums) == 1 and not any(name[:4] in item.words for item in told):
            yield Told(name, sums[0].value / land[0].value, "万元", f"{sums[0].value:f}万元÷{land[0].value:f}亩")


def share_of_staff(told: Sequence[Told]) -> Iterator[Told]:
    """Yield what share of the staff each kind of people is, where the number of all is told."""
    people = [item for item in told if item.unit in ("人", "名", "个")]
    whole = [item for item in people if item.unit == "人" and not PEOPLE.search(item.words) and STAFF.search(item.words)]
    if len(whole) != 1 or not whole[0].value:
        return
    for item in people:
        kind = PEOPLE.search(item.words)
        if kind and item.value <= whole[0].value:
            share = item.value / whole[0].value * 100
            yield Told(f"{kind.group()}占职工总数", share, "%", f"{item.value:f}人÷{whole[0].value:f}人")


def share_kept(told: Sequence[Told]) -> Iterator[Told]:
    """Yield what share of those who came for a time was kept on: 10个大学生见习, 留下来8个."""
    people = [item for item in told if item.unit in ("人", "名", "个")]
    kept = [item for item in people if KEPT.search(item.words)]
    whole = [item for item in people if TRAINEES.search(item.words) and item not in kept]
    if len({item.value for item in kept}) == 1 and len({item.value for item in whole}) == 1 and 0 < kept[0].value <= whole[0].value:
        yield Told("留用率", kept[0].value / whole[0].value * 100, "%", f"{kept[0].value:f}人÷{whole[0].value:f}人")
