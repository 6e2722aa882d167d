"""What was done, by any of its usual words, and a profile -> the month of the clause that tells it."""

import re
from datetime import date

from facts.days import moment_in
from facts.profile import Profile
from facts.states import state
from facts.traits import CLAUSE

DEEDS = (
    re.compile(
        r"引进(?![^,;]{0,6}(?:技术|设备|成果|专利))|入职|进(?:了|的)?(?:的)?我们|来(?:了|的)?我们|加入(?:了)?我们|来(?:到)?[^,;。]{0,6}(?:工作|上班)"
    ),
    re.compile(r"(?:新)?(?:获得|取得|发放|办理)[^,;]{0,30}贷款|贷款(?=\d)|贷了|贷到|贷的|放款|借了"),
    re.compile(r"发布(?!会)|颁布"),
    re.compile(r"并(?:了|上)?网"),
)


def deed_in(words: str) -> re.Pattern[str] | None:
    """Return what is done by some words, the first where there are several; None for nothing that is known here."""
    found = [(match.start(), deed) for deed in DEEDS if (match := deed.search(words))]
    return min(found, key=lambda one: one[0])[1] if found else None


def days_of(profile: Profile, words: str) -> set[date]:
    """Return the months or years in which a profile tells to have done what some words name; empty where it tells none."""
    deed = deed_in(words)
    found = set()
    for clause in CLAUSE.finditer(profile.text) if deed else ():
        told = deed.search(clause.group()) if deed else None
        day = moment_in(clause.group(), profile.today) if told else None
        if told and day and state(profile.text, clause.start() + told.start(), clause.start() + told.end()) == "met":
            found.add(day)
    return found
