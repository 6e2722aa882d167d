"""A figure of a part of a region and that of the whole region -> the share that the part has of it, or the gap between the two."""

import re
from dataclasses import replace

from answer.formula import share
from answer.numbers_many import tell_many
from answer.numbers_sums import PER_HEAD
from answer.quantity import decimal
from answer.series import Series, comparable, is_aim
from answer.telling import Teller, short_name
from facts.fact import Fact
from retriever.slots import Slots

AGAINST = r"(?:比|与|和|跟|同|较)(?:整个)?(?:全[市省区县旗]|{})"  # 比全市高多少


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
    pair = _pair(part, whole, slots)
    if not pair or PER_HEAD.search(pair[0].unit):
        return False
    one, other = pair
    result = share(*teller.terms([one, other]))
    said = f"{part.scope}{short_name(one.name).removeprefix(part.scope)}{teller.dated(one)}，{whole.region}{teller.dated(other)}"
    return teller.tell(f"{said}，前者占后者的{result.told}（{result.formula}）", [one, other], [result])


def tell_against_whole(teller: Teller, part: Series, whole: Series, slots: Slots) -> bool:
    """Tell a part's figure beside that of its whole region, with the gap or multiple asked for; say whether it was told."""
    pair = _pair(part, whole, slots)
    if not pair or not re.search(AGAINST.format(re.escape(whole.region[:2])), slots.text):
        return False
    one, other = pair
    return tell_many(teller, [(replace(part, region=part.scope), one), (whole, other)], slots, [], "")


def _pair(part: Series, whole: Series, slots: Slots) -> tuple[Fact, Fact] | None:
    """The figures of a part and of its whole in the year asked for, or the last that both have."""
    for year in [year for year in (*slots.years, *reversed(part.years)) if year in part.years and year in whole.years]:
        for one in part.values(year):
            if other := next((other for other in whole.values(year) if _alike(one, other)), None):
                return one, other
    return None


def _alike(one: Fact, other: Fact) -> bool:
    return comparable(one, other) and is_aim(one) == is_aim(other) and bool(decimal(other.value))
