"""A rule that asks for a profit (利润总额为正), and a profile -> whether it tells a profit or a loss."""

import re

from facts.profile import Profile
from facts.verdict import TURNED, Verdict

LOSING = re.compile(r"(?<![不未没有无])(?:发生|出现|处于|连续)?亏损(?:的|企业|$)")  # of whom a rule bars
ASKED = re.compile(r"利润[^,;]{0,6}(?:为正|大于(?:0|零)|不为负)|(?:实现|保持|处于)盈利|(?:未|不|没有)(?:发生|出现)?亏损")
LOSS = re.compile(r"亏(?:了|损|本|钱|\d)")
NO_LOSS = re.compile(r"(?:没有?|未|不|从未)[^,;。，；]{0,3}$")
GAIN = re.compile(r"(?<!亏)(?:净?利润|盈利)[^,;。，；\d负]{0,6}\d|盈利|赚[了钱]|有利润|利润[^,;。，；]{0,3}(?:不错|还行|可以|好)")
BEFORE = re.compile(r"前年|以前|之前|早些年|头几年")


def profitable(profile: Profile, body: str) -> Verdict | None:
    """Return whether there was a profit, or a loss where words name one, None where they name neither.

    Args:
        profile: what is told.
        body: a single thing asked for.
    """
    if not ASKED.search(body):
        return TURNED[_gains(profile)] if LOSING.search(body) else None
    return _gains(profile)


def _gains(profile: Profile) -> Verdict:
    """Whether a profile tells a profit of the last year."""
    for clause in re.split(r"[,;。，；]", profile.text):
        if (loss := LOSS.search(clause)) and not BEFORE.search(clause):
            return "met" if NO_LOSS.search(clause[: loss.start()]) else "not_met"
    return (
        "met" if any(GAIN.search(clause) and not BEFORE.search(clause) for clause in re.split(r"[,;。，；]", profile.text)) else "unknown"
    )
