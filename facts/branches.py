"""Bodies that are no firm of their own (分公司、办事处), which a rule leaves out, and a profile -> whether it is, or has set up, one."""

import re

from facts.profile import Profile
from facts.states import state
from facts.verdict import Verdict

BRANCH = re.compile(r"分公司|办事处|分支机构|营业部|分厂")
LISTED = re.compile(rf"(?:(?:{BRANCH.pattern})(?:、|和|及|以及|或者?)?(?:等)?)+")
IS = re.compile(r"(?:是|属于|作为|设|开|办|成立|注册)(?:立|了|的)*[^,;。，]{0,10}$")


def is_branch(profile: Profile, reading: str) -> Verdict | None:
    """Return whether a profile speaks of being or setting up such a body; None where an exclusion is of others, or it speaks of none.

    That it merely has one is not known to be what is meant.
    """
    if not LISTED.fullmatch(reading):
        return None
    found = []
    for match in BRANCH.finditer(profile.text):
        so = state(profile.text, *match.span())
        found.append("unknown" if so == "met" and not IS.search(profile.text[: match.start()]) else so)
    return found[0] if found else None
