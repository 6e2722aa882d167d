"""A question for the rank that a region holds by an indicator, or held before -> that rank, as the documents tell it."""

import re
from collections.abc import Sequence

from answer.formula import difference
from answer.quantity import decimal
from answer.telling import Teller, short_name
from facts.fact import Fact
from facts.indicators import match_name
from facts.likeness import overlap
from retriever.rest import spoken
from retriever.slots import Slots

WHICH_RANK = re.compile(r"第几|排几|名次|位次|排名(?:是|多少|怎样|如何|呢|$|[？?])")
MOVED = re.compile(
    r"(?:之前|以前|原来|原先|此前|早先|五年前)[^，。？?]{0,4}(?:第几|排几|排第几)|(?:往前|前进|进步|上升|提升|跃升|升|进|挪|掉|退步?|下降)了?(?:多少|几)个?[名位]"
)
RANK = "位"
NAMES = 0.6  # share of the pairs of characters of an indicator's name that the turn before holds


def tell_standing(teller: Teller, slots: Slots, ids: Sequence[str], facts: Sequence[Fact]) -> bool:
    """Tell the rank by one of some indicators, of the year asked for or the last; say whether it was told.

    Args:
        teller: the answer in the making.
        slots: what is asked.
        ids: the indicators linked.
        facts: those of the region asked about.
    """
    if MOVED.search(slots.text):
        return _tell_moved(teller, slots, ids, facts)
    if not WHICH_RANK.search(slots.text):
        return False
    ranks = [fact for fact in facts if fact.unit == RANK and not fact.scope and fact.year is not None and _is_of(fact, ids)]
    years = [year for year in slots.years if any(fact.year == year for fact in ranks)] or sorted({fact.year or 0 for fact in ranks})[-1:]
    if not ranks or (slots.years and years[0] not in slots.years):
        return False
    found = next(fact for fact in ranks if fact.year == years[0])
    return teller.tell(f"{found.region}{short_name(found.name)}：{teller.dated(found)}", [found])


def _tell_moved(teller: Teller, slots: Slots, ids: Sequence[str], facts: Sequence[Fact]) -> bool:
    """Tell the former rank and the last by the one indicator that is meant, and by how many places it moved."""
    said = spoken(slots.text + "".join(slots.earlier[-1:]))
    ranks = [fact for fact in facts if fact.unit == RANK and not fact.scope and fact.year is not None and decimal(fact.value)]
    of_name = [
        fact for fact in ranks if _is_of(fact, ids) or overlap(spoken(short_name(fact.name).removeprefix(fact.region[:2])), said) >= NAMES
    ]
    names = {fact.indicator for fact in of_name}
    ordered = sorted(of_name, key=lambda fact: fact.year or 0)
    if len(names) != 1 or len({fact.year for fact in ordered}) != 2 or len(ordered) != 2:
        return False
    old, new = ordered
    one, two = teller.terms([old, new])
    ahead = one.value > two.value
    gap = difference(one, two) if ahead else difference(two, one)
    words = f"{'前进' if ahead else '后退'}{gap.told}（{gap.formula}）" if gap.value else "没有变化"
    name = short_name(new.name).removeprefix(new.region[:2])
    return teller.tell(f"{new.region}{name}：{teller.dated(old)}，{teller.dated(new)}，{words}", [old, new], [gap] if gap.value else [])


def _is_of(fact: Fact, ids: Sequence[str]) -> bool:
    found = match_name(fact.name)
    return fact.indicator in ids or (found is not None and found.indicator.id in ids)
