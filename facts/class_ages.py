"""A condition that sets an age for one class of people (博士不超过40周岁), and a profile -> the verdict; others' ages do not bind it."""

import re

from facts.numerals import arabic
from facts.profile import Profile
from facts.verdict import Verdict

CLASSES = r"博士(?:后|研究生)?|硕士(?:研究生)?|本科(?:毕业)?生?|大专(?:毕业)?生?|高级技师|技师|高级工|正高(?:级)?|副高(?:级)?"
AGE = re.compile(
    rf"^(?:申请人|人才|对象)?(?:的?年龄)?(?P<who>{CLASSES}|其他人员|其他人才|其他)(?:的?年龄)?(?:一般)?(?P<wide>可?放宽[到至])?(?:不超过|不高于|须在|在)?(?P<most>\d{{2}})周?岁(?:以下|以内)?(?:[(（]含[)）])?$"
)
TOLD = re.compile(r"(?P<age>\d{2})(?:周?岁)")
NAMES = re.compile(CLASSES)


def of_class(profile: Profile, reading: str) -> Verdict | None:
    """Return whether a profile keeps the age set for one class of people; None where words set none.

    An age set for another class than the one told, or a wider one that need not be used, binds nobody: it is met.

    Args:
        profile: what is told.
        reading: the condition.

    >>> from datetime import date
    >>> from facts.profile import read_profile
    >>> told = read_profile("请来的博士今年45岁", date(2026, 1, 1))
    >>> [of_class(told, words) for words in ("博士不超过40周岁", "其他人员不超过35周岁", "高级技师可放宽至45周岁", "年龄不超过40周岁")]
    ['not_met', 'met', 'met', None]
    """
    asked = AGE.match(arabic(re.sub(r"\s", "", reading)))
    if asked is None:
        return None
    own = {match.group() for match in NAMES.finditer(profile.text)}
    ages = {int(match["age"]) for match in TOLD.finditer(profile.text)}
    who = asked["who"]
    if not own:
        return "met" if asked["wide"] else "unknown"
    if who.startswith("其他") or not any(one.startswith(who[:2]) for one in own):
        return "met"
    if len(ages) != 1:
        return "unknown"
    return "met" if next(iter(ages)) <= int(asked["most"]) else "not_met"
