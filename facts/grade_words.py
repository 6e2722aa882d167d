"""Grades that a rule lists by number (达到二级、三级、四级) and a profile that tells one -> whether it reaches what is asked."""

import re

from facts.profile import Profile
from facts.states import state
from facts.verdict import Verdict

GRADE = r"(?:[一二三四五六七\d]级|[A-D]级|[1-5]A级?)"
ASKED = re.compile(rf"^(?P<what>[^,;，；]{{0,14}}?)(?:达到|评定为|评为|获评|认定为|为)(?P<grade>{GRADE})(?P<up>(?:及|\(?含\)?)?以上)?$")
TOLD = re.compile(rf"(?:评|达到?|获|定|拿|过|是|到)[^,;。，；\d]{{0,5}}?(?P<grade>{GRADE})(?!工|技师|响应|教授|职称|资质)")
LISTED = re.compile(rf"(?:达到|评定为|评为|获评|认定为)(?P<grade>{GRADE})(?!(?:及|\(?含\)?)?以上)的?(?:[,，按]|奖|给|补)")
FEWEST = 2  # grades that a rule lists with a sum for each


def of_grade(profile: Profile, body: str, about: str) -> Verdict | None:
    """Return what is known of a grade asked for, where the rule lists grades and one of them is told; None elsewhere.

    Args:
        profile: what is told.
        body: a single thing asked for.
        about: the words of the whole rule, whose list tells which grades reach one that is asked for with 以上.
    """
    asked, listed = ASKED.match(body), {match["grade"] for match in LISTED.finditer(about)}
    told = [match["grade"] for match in TOLD.finditer(profile.text) if state(profile.text, match.start("grade"), match.end()) == "met"]
    if asked is None or len(listed) < FEWEST or len(set(told)) != 1 or told[0] not in listed:
        return None
    return "met" if told[0] == asked["grade"] or asked["up"] else "not_met"
