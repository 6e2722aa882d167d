"""Sums for each of a unit, one a thing (大棚每亩4000元；中药材每亩300元), and a case that tells of more than one of them."""

import re
from collections.abc import Sequence
from decimal import Decimal

from facts.case import Case
from facts.counts_told import counts_told
from facts.likeness import shared_run
from facts.payment import Payment
from facts.quantities import find_quantities
from facts.sums import plain_sum
from facts.term import Term

TIMED = ("月", "年", "天")
LEAST = 2  # characters that a telling shares with the words of a sum
MARKS = ",;。，；、"
FLOOR = re.compile(r"以上|不低于|不少于|达到|满")


def own_counts(case: Case, payments: Sequence[Payment]) -> list[Term]:
    """Return a part for each sum of which a number of its own is told; none unless several are.

    Args:
        case: the measure and who asks.
        payments: the sums that are paid for each of something.
    """
    units = {tuple(unit for unit in one.per if unit not in TIMED) for one in payments}
    times = {unit for one in payments for unit in one.per if unit in TIMED}
    if len(payments) < 2 or len(units) != 1 or len(next(iter(units))) != 1 or len(times) > 1:  # noqa: PLR2004
        return []
    unit, time = next(iter(units))[0], next(iter(times), "")
    found: dict[int, set[Decimal]] = {}
    for count in counts_told(case.judge.profile, unit):
        place = _meant(_piece(case.judge.profile.text, count.start), payments)
        if place is not None:
            found.setdefault(place, set()).add(count.value)
    if len(found) < 2 or any(len(values) > 1 for values in found.values()):
        return []
    parts = [(payments[place], next(iter(values))) for place, values in sorted(found.items())]
    return [_term(one, value, unit, time) for one, value in parts if value >= _floor(one, unit)]


def _meant(clause: str, payments: Sequence[Payment]) -> int | None:
    """The place of the one sum that a clause tells of by most of its words."""
    near = [len(shared_run(clause, re.split("[，：]", one.when)[-1])) for one in payments]
    best = max(near)
    return near.index(best) if best >= LEAST and near.count(best) == 1 else None


def _piece(text: str, at: int) -> str:
    """The stretch of a text between marks that holds a place: 重度失能老人20位."""
    low = max(text.rfind(mark, 0, at) for mark in MARKS) + 1
    high = min((end for mark in MARKS if (end := text.find(mark, at)) >= 0), default=len(text))
    return text[low:high]


def _floor(one: Payment, unit: str) -> Decimal:
    """From how many of a unit on a sum is paid."""
    limits = [item for item in find_quantities(one.when, 0, len(one.when)) if item.unit == unit and FLOOR.search(one.when)]
    return limits[0].value if limits else Decimal(0)


def _term(one: Payment, value: Decimal, unit: str, time: str) -> Term:
    fixed = one.fixed or Decimal(0)
    paid = f"{plain_sum(fixed * 10000)}元" if one.unit == "元" else f"{plain_sum(fixed)}万元"
    return Term(f"{plain_sum(value)}{unit}×{paid}", value * fixed, time)
