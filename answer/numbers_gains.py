"""Series of several places or parts -> by how much each changes, the largest change first."""

import re
from collections.abc import Sequence
from decimal import Decimal

from answer.formula import Result, difference, growth
from answer.numbers_change import end_points
from answer.numbers_rivals import tell_rivals
from answer.quantity import decimal
from answer.series import Series
from answer.telling import Teller, short_name
from facts.fact import Fact
from retriever.slots import Slots

LEVEL = re.compile(r"最[高大多]|谁[更]?[高大多]|哪[个里家]?[^，。？?]{0,4}[高大多]|highest")
LEAST_CHANGE = re.compile(r"(?:涨|增[加长幅]?|提[高升]|升|幅度?)[^，。？?]{0,3}(?:最|更)|最[快]|最大的?(?:增|涨|提)|most improved")
SHARE_UNITS = ("%", "％")


def tell_changes(teller: Teller, series: Sequence[Series], slots: Slots) -> bool:
    """Tell by how much each place's figure changes, the largest change first; say whether all were told.

    Args:
        teller: the answer in the making.
        series: one a place.
        slots: what is asked.
    """
    found: list[tuple[Decimal, Series, tuple[Fact, Fact], list[Result]]] = []
    for one in series:
        pair = end_points(one, slots)
        if pair is None:
            return False
        old, new = teller.terms(pair)
        results = [difference(new, old)]
        if slots.asks("growth") and new.unit not in SHARE_UNITS and old.value > 0:
            results.append(growth(new, old))
        found.append((results[0].value, one, pair, results))
    found.sort(key=lambda item: -item[0])
    (most, first, _, results), (least, last, *_) = found[0], found[-1]
    same = most == least
    pairs = [fact for _, _, pair, _ in found for fact in (pair[1], pair[0])]
    more, fewest = ("更", "") if len(found) == 2 else ("最", "最少，")
    lead = (
        f"{'、'.join(item[1].region for item in found)}一样多"
        if same
        else f"{first.region}增加得{more}多，{results[0].told}；{last.region}{fewest}{found[-1][3][0].told}"
    )
    if LEVEL.search(slots.text) and not LEAST_CHANGE.search(slots.text):
        top = max((pair[1] for _, _, pair, _ in found), key=lambda fact: decimal(fact.value) or Decimal(0))
        holder = next(one.region for _, one, pair, _ in found if pair[1] is top)
        lead = f"{holder}最高（{teller.value(top)}）；{lead}"
    if not teller.tell(lead, pairs):
        return False
    for _, one, (old_fact, new_fact), results in found:
        told = "，".join(f"{'增加' if place == 0 else '增幅'}{result.told}（{result.formula}）" for place, result in enumerate(results))
        if not teller.tell(
            f"{one.region}{short_name(new_fact.name)}：{teller.dated(old_fact)}，{teller.dated(new_fact)}，{told}",
            [new_fact, old_fact],
            results,
        ):
            return False
    for _, one, (old_fact, _), _ in found:
        tell_rivals(teller, one, [old_fact])
    return True
