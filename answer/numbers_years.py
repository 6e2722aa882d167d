"""A figure told in a question -> the year that it is of, by the documents."""

import re
from collections.abc import Sequence

from answer.quantity import decimal
from answer.series import gather_series, same_unit
from answer.telling import Teller, short_name
from facts.fact import Fact
from facts.quantities import find_quantities
from retriever.slots import Slots

WHICH_YEAR = re.compile(r"(?:是|算|属于|指)?(?:哪一?年|什么时候|何时)(?:的|度)?(?:数|数据|水平)?")


def tell_year_of(teller: Teller, slots: Slots, ids: Sequence[str], facts: Sequence[Fact]) -> bool:
    """Tell of which year a figure is that the question names, and the figures of the years it names besides; say whether it was told.

    Args:
        teller: the answer in the making.
        slots: what is asked.
        ids: the indicators linked.
        facts: those of the region asked about.
    """
    asked = WHICH_YEAR.search(slots.text)
    if not asked:
        return False
    quantities = list(find_quantities(slots.text, 0, asked.start()))
    found = [fact for fact in facts if any(decimal(fact.value) == one.value and same_unit(fact.unit, one.unit) for one in quantities)]
    of_ids = [fact for fact in found if fact.indicator in ids]
    found = of_ids or [fact for fact in found if fact.origin == "table"] or found
    if len({(fact.indicator, fact.year, fact.scope) for fact in found}) != 1:
        return False
    first = found[0]
    told = [first]
    for series in gather_series(facts, [first.indicator], [first.region], first.scope):
        told += [fact for year in slots.years if year != first.year for fact in series.values(year)[:1]]
    words = "，".join(map(teller.dated, told))
    return teller.tell(f"{first.region}{first.scope}{short_name(first.name)}：{words}", told)
