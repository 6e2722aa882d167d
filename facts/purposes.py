"""Grounds that name an aim (以扩大产能为主要目的), and a profile -> whether that is what it tells to have done the thing for."""

import re

from facts.likeness import core, pairs
from facts.profile import Profile
from facts.states import clause_of, doubtful, following
from facts.verdict import Verdict

ASKED = re.compile(r"以(?P<aim>[\u4e00-\u9fff、]{2,16}?)为(?:主要|唯一|直接|根本)?目的?")
TOLD = re.compile(r"(?:为了|[纯是专]为|目的(?:就)?是|图的(?:就)?是|冲着)(?P<aim>[^,;。，；]{2,16})")
NOT = re.compile(r"(?:不|没|未)(?:有|是|再|会|为了)?$")


def aims_at(profile: Profile, body: str) -> Verdict | None:
    """Return whether a profile tells the aim that words name; None where they name none, or it tells none.

    Args:
        profile: what is told.
        body: grounds of an exclusion.
    """
    if not (asked := ASKED.search(body)):
        return None
    wanted = pairs(core(asked["aim"]))
    found: list[Verdict] = []
    for told in TOLD.finditer(profile.text):
        low, high = clause_of(profile.text, *told.span())
        if doubtful(profile.text[low:high], following(profile.text, high)):
            return "unknown"
        if NOT.search(profile.text[low : told.start()]):
            continue
        aim = re.split(r"不(?!断|仅|但)|而不是|没有?", told["aim"])[0]  # 为省电不扩产
        found.append("met" if wanted & pairs(core(aim)) else "not_met")
    if not found:
        return None
    return "met" if "met" in found else "not_met"
