"""Measures that pay a share of what another pays (按首次认定标准的80%) -> the same with that sum in their base."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from facts.likeness import likeness
from facts.measure import Amount, Measure
from facts.told import Told, in_ten_thousands

STANDARD = re.compile(r"(?P<what>[\u4e00-\u9fff]{2,12}?)(?:的)?(?:奖励|补助|奖补|补贴|资助)?(?:标准|额度)")
STATED = re.compile(r"(?:标准|额度)（(?P<sum>\d+(?:\.\d+)?)(?P<unit>万元|元)）$")
LIKE = 0.8  # share of what the sum is for that another measure's words must hold


def with_standards(measures: Sequence[Measure]) -> Iterator[Measure]:
    """Yield measures with the sum behind the base of a share that is taken of another one beside them.

    Args:
        measures: those of a document, in order.
    """
    for measure in measures:
        beside = [one for one in measures if one is not measure and one.passage_id == measure.passage_id]
        yield replace(measure, amounts=tuple(_summed(amount, beside) for amount in measure.amounts))


def _summed(amount: Amount, beside: Sequence[Measure]) -> Amount:
    match = STANDARD.fullmatch(amount.base) if amount.rate else None
    fits = [
        first
        for one in beside
        for first in one.amounts[:1]
        if match and first.fixed and not (first.per or first.when) and likeness(match["what"], one.text) >= LIKE
    ]
    sums = {(one.fixed, one.unit) for one in fits}
    if len(sums) != 1:
        return amount
    fixed, unit = sums.pop()
    return replace(amount, base=f"{amount.base}（{fixed}{unit}）")


def standard_of(base: str) -> Told | None:
    """Return the sum that a share is taken of, where its base states it.

    >>> standard_of("首次认定标准（20万元）").value
    Decimal('20')
    """
    match = STATED.search(base)
    return Told(base, in_ten_thousands(Decimal(match["sum"]), match["unit"]), "万元") if match else None
