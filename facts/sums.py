"""A rate and a base -> a reckoned sum with its formula; a rate up to a limit and another above it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from facts.figures import quantity
from facts.judging import Judge
from facts.measure import Amount
from facts.told import in_ten_thousands

TWO = 2
UNDER = re.compile(r"(?P<base>[^\d，；]{2,12})(?P<limit>\d+)万元(?:（含）)?(?:及)?以下的?部分")
OVER = re.compile(r"(?:超过|高于)(?P<limit>\d+)万元的?部分")


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum that was reckoned: "720万元×8%=57.6万元" ("" for one that the text states), its value, and what limits it."""

    formula: str
    value: Decimal
    unit: str
    cap: Decimal | None


def by_parts(amounts: Sequence[Amount], judge: Judge) -> Sum | None:
    """A rate up to a limit and another for what exceeds it: 2000万元以下的部分6%, 超过的部分8%."""
    if len(amounts) != TWO or not all(amount.rate for amount in amounts):
        return None
    low, high = UNDER.search(amounts[0].when), OVER.search(amounts[1].when)
    told = quantity(judge.profile, low["base"]) if low and high and low["limit"] == high["limit"] else None
    if not low or not told:
        return None
    limit, first, second = Decimal(low["limit"]), Decimal(amounts[0].rate), Decimal(amounts[1].rate)
    under, over = min(told.value, limit), max(Decimal(0), told.value - limit)
    paid = under * first + over * second
    terms = f"{plain_sum(under)}万元×{plain_sum(first * 100)}%" + (f"+{plain_sum(over)}万元×{plain_sum(second * 100)}%" if over else "")
    return Sum(f"{terms}={plain_sum(paid)}万元", paid, "万元", cap_of(amounts[1].cap, amounts[1].unit))


def cap_of(cap: str, unit: str) -> Decimal | None:
    """Return a cap in 万元, None where there is none."""
    return in_ten_thousands(Decimal(cap), unit) if cap else None


def plain_sum(value: Decimal) -> str:
    """Return a sum without idle zeros."""
    text = f"{round(value, 4):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
