"""A measure whose tiers are rows of a table, each with its own limits, and a profile -> the sum of the rows that it reaches."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from facts.graded_tables import GRADE
from facts.judging import Judge
from facts.measure import Amount, Measure
from facts.sums import plain_sum
from facts.tiers import is_reached
from facts.told import in_ten_thousands

MORE = re.compile(r"^(?:再|另)")
Sums = tuple[str, str, str, bool]  # formula, value, unit, capped


def of_rows(measure: Measure, judge: Judge, one: Callable[[Measure], Sums]) -> Sums | None:
    """Return the sum of the rows that a profile reaches; None where none is, or where it is not plain which of several is paid.

    Args:
        measure: its amounts have words of their own.
        judge: judges their words against the profile.
        one: reckons a measure of a single row.
    """
    met = [group for group in _groups(measure.amounts) if any(is_reached(measure, item, judge) == "met" for item in group)]
    if not met:
        return None
    best = _best(met)
    if best is None:
        return None
    found = [one(_alone(measure, group)) for group in best]
    if len(found) == 1:
        return found[0]
    if any(not value or "/" in unit for _, value, unit, _ in found):
        return None
    values = [in_ten_thousands(Decimal(value), unit) for _, value, unit, _ in found]
    whole = sum(values, Decimal(0))
    terms = "+".join(f"{plain_sum(value)}万元" for value in values)
    return f"{terms}={plain_sum(whole)}万元", plain_sum(whole), "万元", any(item[3] for item in found)


def _groups(amounts: Sequence[Amount]) -> list[list[Amount]]:
    """The amounts of each row."""
    found: dict[str, list[Amount]] = {}
    for amount in amounts:
        found.setdefault(amount.words + (amount.when if not amount.when.startswith(amount.words) else ""), []).append(amount)
    return list(found.values())


def _alone(measure: Measure, group: Sequence[Amount]) -> Measure:
    """The measure as if it had that row alone."""
    return replace(
        measure,
        amounts=tuple(replace(item, when="", words="") for item in group),
        paying=group[0].words,
        text=f"{measure.text}，{group[0].when}",
    )


def _best(met: Sequence[list[Amount]]) -> list[list[Amount]] | None:
    """Of several rows that are reached: all where they are counted or come on top, of grades the highest, else not plain."""
    more = [group for group in met if MORE.match(group[0].words)]
    rest = [group for group in met if group not in more]
    if len(rest) < 2:
        return [*rest, *more]
    nouns = {GRADE.sub("", group[0].when) for group in rest}
    if len(nouns) == 1:
        return [max(rest, key=lambda group: _size(group[0])), *more]
    return [*rest, *more] if all(group[0].per for group in rest) else None


def _size(amount: Amount) -> Decimal:
    return in_ten_thousands(Decimal(amount.fixed), amount.unit) if amount.fixed else Decimal(amount.rate or 0)
