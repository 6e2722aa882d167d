"""Tiers of one recognition that must be of a year (上年度新获评, 2026年以后新认定), and a profile -> whether each was of that time."""

import re
from collections.abc import Iterator
from datetime import date

from facts.days import DAY, days_in, moment_in
from facts.likeness import pairs
from facts.measure import Amount, Measure
from facts.numerals import arabic
from facts.profile import Profile
from facts.states import state
from facts.traits import CLAUSE, plain
from facts.verdict import Verdict

GAINED = r"[^，。；]{0,8}?(?:获评|认定|评定|评为|评上|获批|获得|入选|命名|授予|晋升)"
LAST_YEAR = re.compile(rf"上[一1]?年度?{GAINED}")
SINCE = re.compile(rf"{DAY.pattern}(?:及)?(?:以后|之后|后|起|以来){GAINED}")
HOW = re.compile(r"重新|复审|复核|再次|期满")  # how one is what the rule names, not which
GETS = re.compile(r"获评|认定|评定|评为|评上|获批|获得|入选|命名|授予|晋升")
GRADE = re.compile(r"国家|全国|省|市|区|县")
SENTENCE = re.compile(r"[。；;？?！!]")


def in_time(measure: Measure, amount: Amount, profile: Profile) -> Verdict | None:
    """Return whether what a tier is for is told of the time that a measure asks for, None where no time is asked or told.

    Args:
        measure: several tiers of one recognition.
        amount: the tier.
        profile: what is told, and the day it is told on.
    """
    if len(measure.amounts) == 1 or not all(one.when for one in measure.amounts) or HOW.search(amount.when):
        return None
    limits = _limits(measure, profile.today)
    days = list(_days(measure, amount, profile)) if limits else []
    if not limits or not days:
        return None
    return "met" if any(limits[0] <= _latest(day) and day <= limits[1] for day in days) else "not_met"


def _limits(measure: Measure, today: date) -> tuple[date, date] | None:
    words = "，".join([*(item.reading for item in measure.conditions if item.kind == "clause"), measure.text])
    words = arabic(re.sub(r"\s", "", words))
    if LAST_YEAR.search(words):
        return date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)
    since = SINCE.search(words)
    days = days_in(since.group()) if since else []
    return (days[0], date.max) if days else None


def _days(measure: Measure, amount: Amount, profile: Profile) -> Iterator[date]:
    """When a profile says to have got what the words of one tier alone name, with its grade."""
    others = frozenset().union(*(pairs(plain(one.when)) for one in measure.amounts if one is not amount))
    own = pairs(GETS.sub("，", plain(amount.when))) - others
    grades = GRADE.findall(amount.when)
    carried: date | None = None
    for match in CLAUSE.finditer(profile.text):
        clause = match.group()
        if match.start() and SENTENCE.match(profile.text, match.start() - 1):
            carried = None
        carried = moment_in(clause, profile.today) or carried
        at = next((place for pair in sorted(own) if (place := clause.find(pair)) >= 0), -1)
        graded = not grades or grades[-1] in clause
        if carried and at >= 0 and graded and state(profile.text, match.start() + at, match.start() + at + 2) == "met":
            yield carried


def _latest(when: date) -> date:
    """The last day that a moment told may mean: a year alone is any day of it."""
    return date(when.year, 12, 31) if (when.month, when.day) == (1, 1) else when
