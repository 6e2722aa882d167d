"""Counts of which each event allows but so many (每次展会最多补助3个展位), and a profile -> how many count over all its events."""

import re
from decimal import Decimal
from typing import Literal

from facts.profile import Profile
from index.numerals import numeral

ALLOWED = re.compile(
    r"(?:每|同一|单)(?:次|场|届|个|趟|展会)(?:[^，。；\d家户]{0,8})(?:最多|不超过|限|最高)[^，。；\d]{0,8}(?P<most>\d+)(?P<unit>[个件名人台张间])"
)
NUMBER = r"(?<![\d.])(?P<n>\d{1,2}|[一两二三四五六七八九])"
EVENTS = re.compile(rf"{NUMBER}(?:次|趟|场|届|个[^,;。\d]{{0,8}}?展(?!位))")
ALIKE = re.compile(r"(?:每[次趟场届个]?|都|各)[^,;。\d]{0,6}?(?<![\d.])(?P<n>\d{1,3})个")
ONE_BY_ONE = re.compile(r"(?:一|1|另一|另1)(?:次|趟|场|届)[^,;。\d]{0,6}?(?<![\d.])(?P<n>\d{1,3})个")
FEWEST = 2


def over_events(profile: Profile, unit: str, words: str) -> Decimal | Literal[False] | None:
    """Return how many count over all events, False where that is not plain, None where it is of one event or there is no such most.

    Args:
        profile: what is told.
        unit: what a sum is paid for each of.
        words: what a measure pays, without white space, numerals in digits.

    >>> from datetime import date
    >>> from facts.profile import read_profile
    >>> told = read_profile("去了2趟境外展,一趟5个标准展位,一趟1个", date(2027, 4, 1))
    >>> over_events(told, "个", "每个标准展位1万元，每次展会最多补助3个展位")
    Decimal('4')
    """
    allowed = next((match for match in ALLOWED.finditer(words) if match["unit"] == unit), None)
    if allowed is None:
        return None
    most, text = Decimal(allowed["most"]), profile.text
    single = [Decimal(match["n"]) for match in ONE_BY_ONE.finditer(text)]
    if len(single) >= FEWEST:
        return sum((min(number, most) for number in single), Decimal(0))
    events = {Decimal(numeral(match["n"])) for match in EVENTS.finditer(text)}
    several = {number for number in events if number > 1}
    if not several:
        return None
    alike = {Decimal(match["n"]) for match in ALIKE.finditer(text)}
    return next(iter(several)) * min(next(iter(alike)), most) if len(several) == 1 and len(alike) == 1 else False
