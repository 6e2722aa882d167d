"""A level by number that words ask for (水平达到二级以上), and a profile -> whether it is reached."""

import re

from facts.days import number
from facts.likeness import core, pairs
from facts.profile import Profile
from facts.states import state
from facts.traits import CLAUSE
from facts.verdict import Verdict

LEVEL = re.compile(r"(?:达到?|[过为到])[^,;。]{0,3}(?P<n>[一二三四五六1-6])级")
CAPABLE = re.compile(r"成熟度|水平|能力")  # of these the higher number is more; of other things it may be less


def level_told(profile: Profile, body: str) -> Verdict | None:
    """Return what is told of the level that words ask for; None where they ask for none, or none is told that can be held against it."""
    if not (asked := LEVEL.search(body)):
        return None
    thing = core(LEVEL.sub("", body))
    for clause in CLAUSE.finditer(profile.text):
        held = LEVEL.search(clause.group())
        if not held or not pairs(thing) & pairs(clause.group()):
            continue
        so = state(profile.text, clause.start() + held.start(), clause.start() + held.end())
        want, has = number(asked["n"]), number(held["n"])
        if so != "met" or want is None or has is None:
            return so if so != "met" else None
        if want == has:
            return "met"
        return ("met" if has > want else "not_met") if CAPABLE.search(body) and "以上" in body else None
    return None
