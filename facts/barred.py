"""Grounds of an exclusion that name a duty by law (强制…的) or a benefit (已享受设备补助的), and a profile -> whether they hold."""

import re

from facts.likeness import core, overlap, pairs
from facts.profile import Profile
from facts.states import clause_of, doubtful, following, state
from facts.traits import CLAUSE, plain
from facts.verdict import Verdict, either

OBLIGED = re.compile(r"(?:应当|应|须|必须|依法)[^,;]{0,6}强制|强制性?(?=[\u4e00-\u9fff])")
COSTS = re.compile(r"(?:费用?|支出|面积|部分|租金|投资|金额|税费|险|保险|保费|利息|押金|车辆?|设备|票据|展位)$")
QUOTED = re.compile(r"[“\"]([^“”\"]{2,12})[”\"]")
FORCED = re.compile(r"强制(?:性)?")
HAD = re.compile(r"已(?:经)?(?:享受|获得|领取|申领)(?:过|了)?(?P<names>[^,;。]{4,40}?)(?:的(?:企业|项目|单位|设备)?)?$")
RECEIVED = re.compile(r"拿[到过了]|领[到过了]|享受[过了]|到手|到账|补[过了]|兑现了")
OTHER = re.compile(r"二期|三期|另一个|另外一个|别的项目|其他项目|新项目")
OFFER = re.compile(r"(?:补助|补贴|奖励|贴息|加成|资助|奖补)$")
SENTENCE = re.compile(r"[^。;？?！!]+")
LIKE = 0.5  # share of a name that a clause must hold to speak of it
SAME = 0.8  # share of a name that a clause must hold


def of_costs(reading: str) -> bool:
    """Tell whether an exclusion leaves out a part of what is reckoned, which bars nobody: 年审费用, 转租的面积."""
    return COSTS.search(plain(reading)) is not None


def unnamed(profile: Profile, reading: str) -> bool:
    """Tell whether an exclusion names something in quotation marks of which a profile says nothing."""
    names = QUOTED.findall(plain(reading))
    return bool(names) and not any(name in re.sub('[“”"]', "", profile.text) for name in names)


def obliged(profile: Profile, reading: str) -> Verdict | None:
    """Whether one has to do by law what an exclusion names, by what is told of that word alone; None where it names no such thing."""
    if not OBLIGED.search(plain(reading)):
        return None
    found = [state(profile.text, *match.span()) for match in FORCED.finditer(profile.text)]
    return either(found) if found else "unknown"


def _told(profile: Profile, name: str) -> bool:
    """Tell whether a clause speaks of what a name says, and does not deny it."""
    for clause in CLAUSE.finditer(profile.text):
        at = next((place for pair in sorted(pairs(name)) if (place := clause.group().find(pair)) >= 0), -1)
        start = clause.start() + at
        if at >= 0 and overlap(name, clause.group()) >= LIKE and state(profile.text, start, start + 2) != "not_met":
            return True
    return False


def had_by_name(profile: Profile, reading: str) -> Verdict | None:
    """Whether one has had a benefit that an exclusion names; None where it names none.

    That of another project bars nothing, and of which of several it was is not known.
    """
    match = HAD.search(plain(reading))
    names = [core(name) for name in re.split(r"、|或者?|和|及", match["names"])] if match else []
    if not match:
        return None
    if not all(OFFER.search(name) for name in re.split(r"、|或者?|和|及", match["names"])):
        return None if any(_told(profile, name) for name in names) else "unknown"
    for sentence in SENTENCE.finditer(profile.text):
        for received in RECEIVED.finditer(profile.text, *sentence.span()):
            low, high = clause_of(profile.text, *received.span())
            clause = profile.text[low:high]
            if not any(name and overlap(name, clause) >= SAME for name in names):
                continue
            if doubtful(clause, following(profile.text, high)) or OTHER.search(profile.text):
                return "unknown"
            if state(profile.text, *received.span()) == "met":
                return "met"
    return "unknown"
