"""Facts -> the disagreements among them: two values of one document for the same indicator, year and scope."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from itertools import combinations
from typing import Any, Literal

from facts.fact import Fact
from facts.indicators import folded

ConflictKind = Literal["contradiction", "rounding", "definition"]
REASONS: dict[ConflictKind, str] = {
    "contradiction": "同一文件对同一指标、同一年份给出了不同的数，文件没有说明原因",
    "rounding": "两个数位数不同，取舍到同样位数后一致",
    "definition": "两处的口径写法不同或没有写明，可能不是同一统计范围",
}
BASE_SAID = re.compile(r"含|包括|口径|范围")
LOWER = ("超过", "不低于", "以上", "多")


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two facts that disagree, and in which way."""

    kind: ConflictKind
    facts: tuple[Fact, Fact]
    reason: str

    def as_dict(self) -> dict[str, Any]:
        """Return the conflict as plain JSON types."""
        return {"kind": self.kind, "reason": self.reason, "facts": [fact.as_dict() for fact in self.facts]}


def conflicts(facts: Iterable[Fact]) -> list[Conflict]:
    """Return all disagreements, by document and place, each pair of values once.

    Figures of different documents, scopes, kinds (a target and what was reached) or ways of counting (累计 and a year's)
    are no conflict; nor is a floor ("超过600家") under a figure that meets it, unless both are targets.
    """
    groups: dict[tuple[object, ...], list[Fact]] = {}
    for fact in facts:
        if fact.year is not None and number(fact) is not None and not grows(fact):
            key = (fact.doc, fact.indicator, fact.year, fact.scope, fact.kind == "target", fact.unit, bool(fact.cumulative))
            groups.setdefault(key, []).append(fact)
    found: list[Conflict] = []
    for group in groups.values():
        seen: set[frozenset[str]] = set()
        for one, other in combinations(sorted(group, key=lambda fact: (fact.origin != "table", fact.spans[0].start)), 2):
            pair = frozenset((one.value, other.value))
            if one.value == other.value and one.value_high == other.value_high or pair in seen or agree(one, other):
                continue
            seen.add(pair)
            kind = kind_of_conflict(one, other)
            found.append(Conflict(kind, (one, other), REASONS[kind]))
    return sorted(found, key=lambda conflict: (conflict.facts[0].doc, conflict.facts[0].spans[0].start))


def kind_of_conflict(one: Fact, other: Fact) -> ConflictKind:
    """Tell in which way two figures of the same indicator disagree."""
    if rounded_alike(one, other):
        return "rounding"
    if base_said(one) != base_said(other):
        return "definition"
    if folded(one.name) != folded(other.name) and different_base(one.name, other.name):
        return "definition"
    return "contradiction"


def base_said(fact: Fact) -> str:
    """Return what the remark on a figure says of what it is with or without, "" where it says nothing of it."""
    return fact.note if BASE_SAID.search(fact.note) else ""


def rounded_alike(one: Fact, other: Fact) -> bool:
    """Tell whether the finer figure is rounded or cut to the coarser: 3.38 to 3.4, 14354 to 1.43万; never 640 to 600."""
    values = sorted((number(one) or Decimal(0), number(other) or Decimal(0)), key=_precision)
    coarse, fine = values
    step = Decimal(1).scaleb(_exponent(coarse))
    if _precision(coarse) >= _precision(fine) or (step > 1 and _precision(coarse) < 2):
        return False
    return -step / 2 <= fine - coarse < step


def different_base(one: str, other: str) -> bool:
    """Tell whether one name states a base that the other does not: 规上工业 …, 省级 …."""
    bases = ("规上", "规模以上", "工业", "省", "国家", "市级", "备案", "年度", "从业", "就业", "户籍", "常住")
    return any((base in folded(one)) != (base in folded(other)) for base in bases)


def agree(one: Fact, other: Fact) -> bool:
    """Tell whether a floor that was reached and the figure itself say the same: 超过1000家 and 1000家 or 1020家."""
    low, high = sorted((one, other), key=lambda fact: number(fact) or Decimal(0))
    return low.comparator in LOWER and one.kind != "target" and (number(high) or 0) <= (number(low) or 0) * Decimal("1.1")


def number(fact: Fact) -> Decimal | None:
    """Return a fact's value as a number, None where it is words."""
    try:
        return Decimal(fact.value)
    except InvalidOperation:
        return None


def grows(fact: Fact) -> bool:
    """Tell whether a fact states a growth rate or an increment rather than a level."""
    return any(word in fact.comparator for word in ("增", "提高", "提升", "上升", "下降", "降低", "前移", "翻"))


def _exponent(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _precision(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)
