"""Who runs or has built something, as words ask for it, and a profile -> whether it does: 孵化器运营机构, 平台建设运营企业."""

import re

from facts.likeness import overlap
from facts.profile import Profile
from facts.verdict import Verdict

RUNS = re.compile(r"运营(?:管理)?(?:单位|机构|主体|企业|方)$")
OPERATES = re.compile(r"([\u4e00-\u9fff]{2,8}?)的?运营(?:管理)?(?:公司|单位|机构|企业)")
BUILT = r"(?:搭|建|开发|研发)(?:建|设|起来|成)?(?:的|了)[^,;。]{0,8}"
RUN = re.compile(r"运营|经营着|管理着|管着")
TOLD = 0.6  # share of what is run that a profile must hold to speak of it
SHORTEST = 2  # characters of what is run, from which it is named


def runs_it(profile: Profile, body: str) -> Verdict | None:
    """Return whether a profile runs what words ask for; None where they ask for no such body, or it does not say what it runs."""
    if not RUNS.search(body):
        return None
    wanted = RUNS.sub("", body)
    if "建设" in body and (thing := wanted.replace("建设", "")):
        built = re.search(BUILT + re.escape(thing), profile.text)
        return "met" if built else None if thing in profile.text else "not_met"
    if not RUN.search(profile.text):
        return None if len(wanted) >= SHORTEST and overlap(wanted, profile.text) >= TOLD else "not_met"
    own = OPERATES.search(profile.text)
    if not own or len(wanted) < SHORTEST:
        return None
    return "met" if overlap(wanted, own[1]) > 0 or overlap(own[1], wanted) > 0 else "not_met"
