"""A question for the rank that a region holds by an indicator -> that rank, as the documents tell it."""

import re
from collections.abc import Sequence

from answer.telling import Teller, short_name
from facts.fact import Fact
from facts.indicators import match_name
from retriever.slots import Slots

WHICH_RANK = re.compile(r"第几|排几|名次|位次|排名(?:是|多少|怎样|如何|呢|$|[？?])")
RANK = "位"


def tell_standing(teller: Teller, slots: Slots, ids: Sequence[str], facts: Sequence[Fact]) -> bool:
    """Tell the rank by one of some indicators, of the year asked for or the last; say whether it was told.

    Args:
        teller: the answer in the making.
        slots: what is asked.
        ids: the indicators linked.
        facts: those of the region asked about.
    """
    if not WHICH_RANK.search(slots.text):
        return False
    ranks = [fact for fact in facts if fact.unit == RANK and not fact.scope and fact.year is not None and _is_of(fact, ids)]
    years = [year for year in slots.years if any(fact.year == year for fact in ranks)] or sorted({fact.year or 0 for fact in ranks})[-1:]
    if not ranks or (slots.years and years[0] not in slots.years):
        return False
    found = next(fact for fact in ranks if fact.year == years[0])
    return teller.tell(f"{found.region}{short_name(found.name)}：{teller.dated(found)}", [found])


def _is_of(fact: Fact, ids: Sequence[str]) -> bool:
    found = match_name(fact.name)
    return fact.indicator in ids or (found is not None and found.indicator.id in ids)
