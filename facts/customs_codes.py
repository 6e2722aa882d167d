"""Customs codes by which a rule counts exports (以9710、9810监管代码申报), and a profile -> whether it tells one of them."""

import re

from facts.profile import Profile
from facts.verdict import Verdict

CODE = r"(?<!\d)\d{4}(?![\d.]|年|万|亿|元|人|家|件|平|台|吨)"
ASKED = re.compile(
    rf"(?:以|通过|按|使用|采用)?(?:海关)?(?:监管)?(?:方式)?(?:代码)?(?P<codes>{CODE}(?:[、和或及]{CODE})*)(?:等|中?任一)?(?:项下)?(?:海关)?(?:监管)?(?:代码|方式)?(?:项下)?(?:申报|报关)?的?(?=[^\d])"
)
OF_CUSTOMS = re.compile(r"监管|代码|报关")
TOLD = re.compile(r"报关|报的|报[了过]|监管|代码|贸易|出口|出了|模式")


def coded(profile: Profile, body: str) -> tuple[Verdict | None, str]:
    """Return whether a profile tells one of the codes that words name, None where it tells no code, and the words without them.

    Args:
        profile: what is told.
        body: a single thing asked for.
    """
    match = ASKED.search(body) if OF_CUSTOMS.search(body) else None
    if not match:
        return None, body
    wanted = set(re.findall(CODE, match["codes"]))
    told = {code for clause in re.split(r"[,;。，；]", profile.text) if TOLD.search(clause) for code in re.findall(CODE, clause)}
    rest = body[: match.start()] + body[match.end() :]
    return (None if not told else "met" if told & wanted else "not_met"), rest
