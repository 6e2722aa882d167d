"""Sums counted by one thing, with a most for each of another (每吨300元，单个项目最高50万元), and a case -> what that most does."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from facts.case import Case
from facts.counts import count_of
from facts.payment import Payment
from facts.term import Term

ITEM = re.compile(r"(?P<unit>台套|[个家项件场次套笔部款人名届期班艘辆例集店台])(?P<noun>.*)")


def under_item_cap(case: Case, terms: list[Term], paid: Sequence[Payment]) -> tuple[list[Term], Decimal | None]:
    """Return the parts and the cap of all of them: that of the one item; a gap where several items are told and it may cut.

    Args:
        case: the measure and who asks.
        terms: the parts that were counted.
        paid: what they are paid for.
    """
    limits = case.terms.limits
    item = ITEM.fullmatch(limits.item)
    if limits.whole is not None or limits.each is None or item is None or any(_same(one, item) for one in paid):
        return terms, limits.whole
    number = None if item["unit"] == "家" else count_of(case.judge.profile, item["unit"], item["noun"], frozenset(), case.about)
    if number is None or number.value <= 1:
        return terms, limits.each
    value = sum((one.value for one in terms if one.value is not None), Decimal(0))
    return ([replace(one, value=None) for one in terms] if value > limits.each else terms), None


def _same(one: Payment, item: re.Match[str]) -> bool:
    """Tell whether a sum is counted by the very item that has a most."""
    return item["unit"] in one.per and (not item["noun"] or not one.noun or item["noun"] in one.noun or one.noun in item["noun"])
