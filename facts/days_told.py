"""A sum for each day, and a profile -> how many days are told, as many as count."""

import re
from decimal import Decimal

from facts.numerals import arabic
from facts.profile import Profile

DAYS = re.compile(r"(?<![\d.月])(?P<n>\d{1,3})天(?!前|后|内|以)")
COURSES = re.compile(r"(?P<n>\d{1,3})期")
MOST = re.compile(r"(?:不超过|最多|最长|上限)(?P<n>\d{1,3})天")


def days_told(profile: Profile, rule: str) -> Decimal | None:
    """Return the days of the one course that a profile tells of, no more than a rule lets count; None where that is not plain.

    Args:
        profile: what is told.
        rule: the words of what is paid.
    """
    text = arabic(profile.text)
    days = {int(match["n"]) for match in DAYS.finditer(text)}
    courses = {int(match["n"]) for match in COURSES.finditer(text)}
    if len(days) != 1 or courses - {1}:
        return None
    most = MOST.search(arabic(re.sub(r"\s", "", rule)))
    return Decimal(min(days.pop(), int(most["n"]))) if most else Decimal(days.pop())
