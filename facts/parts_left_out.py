"""A sum told with a part that a rule does not count (里头有250万是二手设备), and the rule -> the sum without it."""

import re
from decimal import Decimal

from facts.profile import Profile
from facts.relations import KIN
from facts.told import Told

NOT_COUNTED = re.compile(r"(?P<what>[^。；，（(,;]{2,24}?)(?:均|都)?(?:不计入|不计算在内|不纳入[^，。；]{0,4}(?:基数|范围)|不予?计算)")
PART = re.compile(
    r"(?:里头|里面|其中|当中)(?:有|包括|含)?(?P<number>\d+(?:\.\d+)?)(?P<unit>万|亿)元?(?:左右)?(?:都|全)?(?:是|为|属于|花在|用来|用于|买)?(?P<what>[^,;。，；]{2,20})"
)
OF_KIN = re.compile(r"(?:投资|股权|控股|关联)(?:关系|关联|方)?|关联")
GENERIC = re.compile(r"设备|费用|支出|投入|采购|购买|企业|项目|部分")
SHORTEST = 2


def counted(profile: Profile, told: Told, about: str) -> Told:
    """Return a sum without the parts that a profile tells of it and a rule does not count.

    Args:
        profile: what is told.
        told: the sum.
        about: the words of the whole rule.
    """
    things = [match["what"] for match in NOT_COUNTED.finditer(about)]
    if told.unit != "万元" or not things:
        return told
    value = told.value
    for part in PART.finditer(profile.text):
        less = Decimal(part["number"]) * (10000 if part["unit"] == "亿" else 1)
        if less < value and any(_names(thing, part["what"]) for thing in things):
            value -= less
    return Told(told.words, value, told.unit, told.terms) if value != told.value else told


def _names(thing: str, words: str) -> bool:
    """Tell whether words name what a rule leaves out, by two characters that are its own, or as of kin."""
    own = GENERIC.sub(" ", thing)
    pairs = {own[at : at + SHORTEST] for at in range(len(own) - 1) if " " not in own[at : at + SHORTEST]}
    return any(pair in words for pair in pairs) or bool(OF_KIN.search(thing) and KIN.search(words))
