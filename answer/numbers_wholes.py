"""A figure of a part of a region and that of the whole region -> the share that the part has of it."""

import re

from answer.formula import share
from answer.numbers_sums import PER_HEAD
from answer.quantity import decimal
from answer.series import Series, comparable, is_aim
from answer.telling import Teller, short_name
from facts.fact import Fact
from retriever.slots import Slots


def tell_share_of_whole(teller: Teller, part: Series, whole: Series, slots: Slots) -> bool:
    """Tell what share of the whole region's figure a part's is, in the year asked for or the last that both have; say whether it was told.

    Args:
        teller: the answer in the making.
        part: the part's figures.
        whole: the region's figures of the same indicator.
        slots: what is asked.
    """
    after = re.split(r"占", slots.text, maxsplit=1)[-1]
    if not re.search(r"全[市省区县旗]|" + re.escape(whole.region[:2]), after):
        return False
    years = [year for year in (*slots.years, *reversed(part.years)) if year in part.years and year in whole.years]
    for year in years:
        pairs = [(one, other) for one in part.values(year) for other in whole.values(year) if _alike(one, other)]
        if pairs:
            one, other = pairs[0]
            result = share(*teller.terms([one, other]))
            said = f"{part.scope}{short_name(one.name).removeprefix(part.scope)}{teller.dated(one)}，{whole.region}{teller.dated(other)}"
            return teller.tell(f"{said}，前者占后者的{result.told}（{result.formula}）", [one, other], [result])
    return False


def _alike(one: Fact, other: Fact) -> bool:
    return comparable(one, other) and is_aim(one) == is_aim(other) and not PER_HEAD.search(one.unit) and bool(decimal(other.value))
