"""A level by number that words ask for (水平达到二级以上, 评估二级、三级), and a profile -> whether it is reached."""

import re

from facts.days import number
from facts.likeness import core, pairs
from facts.profile import Profile
from facts.states import state
from facts.traits import CLAUSE
from facts.verdict import Verdict, either

LEVEL = re.compile(r"(?P<n>[一二三四五六1-6])级(?!市场|域名|学科|建造|保护)")
ASKED = re.compile(r"(?:(?:达到?|[过为到]|评[估定价]|认证|等级)[^,;。]{0,3}?)(?P<levels>(?:[一二三四五六1-6]级(?:、|和|或者?|及)?)+)")
CAPABLE = re.compile(r"成熟度|水平|能力")  # of these the higher number is more; of other things it may be less
UPWARD = re.compile(r"级(?:及)?以上")


def level_told(profile: Profile, body: str) -> Verdict | None:
    """Return what is told of the levels that words ask for; None where they ask for none, or none is told that can be held against them.

    >>> from datetime import date
    >>> from facts.profile import read_profile
    >>> level_told(read_profile("能力成熟度评估过了一级", date(2026, 1, 1)), "通过能力成熟度评估二级、三级")
    'not_met'
    """
    if not (asked := ASKED.search(body)):
        return None
    wanted = {number(match["n"]) or 0 for match in LEVEL.finditer(asked["levels"])}
    thing = core(ASKED.sub("", body))
    found: list[Verdict] = []
    for clause in CLAUSE.finditer(profile.text):
        if not pairs(thing) & pairs(clause.group()):
            continue
        for held in LEVEL.finditer(clause.group()):
            so = state(profile.text, clause.start() + held.start(), clause.start() + held.end())
            has = number(held["n"]) or 0
            upward = has > min(wanted) and bool(UPWARD.search(body) and CAPABLE.search(body))
            if so != "met":
                found.append(so)
            elif has in wanted or upward:
                found.append("met")
            elif CAPABLE.search(body):
                found.append("not_met" if has < min(wanted) else "unknown")
    return either(found) if found else None
