"""What a rule asks to have been paid before, and a profile -> whether it says so: 已获得市级技术改造补助的企业."""

import re

from facts.likeness import core, overlap
from facts.profile import Profile
from facts.states import doubtful, following
from facts.traits import CLAUSE
from facts.verdict import Verdict

ASKED = re.compile(
    r"已(?:经)?(?:按[^,;]{2,8})?(?:获得|获|享受|取得|领取)(?:过|了)?(?P<what>[^,;]{2,30}?)(?:奖励|补助|补贴|资助|奖补)(?:资金)?(?!标准)"
)
PAID = re.compile(r"(?:[拿领奖补拨]|兑现)(?:付|到)?(?:了|过)|拨(?:付|给)|到[了]?账|拿到|领到|已[奖补拨]|获得过|享受过")
DENIED = re.compile(r"(?:没有?|未|从没|还没)[^,;。]{0,6}(?:[拿领报]|申[报请领]|享受|拨|兑现)")
PUBLIC = re.compile(r"财政|专项|资金|国家|[省市区县]级?|各级|其他|同类|政府|上级|政策|、|和|或")
SHORTEST = 2
NAMED = 0.5  # share of what was paid for that a clause must hold


def paid_before(profile: Profile, body: str) -> Verdict | None:
    """Return whether a profile says to have had the payment that words ask for; None where they ask for none.

    Args:
        profile: what is told.
        body: a single thing asked for.
    """
    match = ASKED.search(body)
    if not match:
        return None
    what = core(re.sub(r"《[^》]*》|第[^,;]{1,4}条", "", match["what"]))
    if len(PUBLIC.sub("", what)) < SHORTEST:
        return None  # any public money
    before = ""
    for clause in CLAUSE.finditer(profile.text):
        words = clause.group()
        about = overlap(what, words) >= NAMED or overlap(what, before + words) >= NAMED
        denied, told = DENIED.search(words), PAID.search(words)
        if about and (denied or told):
            if doubtful(words, following(profile.text, clause.end())):
                return "unknown"
            return "not_met" if denied else "met"
        before = words
    return "unknown"
