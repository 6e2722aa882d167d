"""A sum of several stages, and a profile -> the same without the stages that it says it has had before."""

import re
from decimal import Decimal

from facts.likeness import overlap
from facts.profile import Profile
from facts.sums import plain_sum
from facts.traits import said_in

STAGES = re.compile(r"(?P<terms>\d+(?:\.\d+)?万元(?:\+\d+(?:\.\d+)?万元)+)=\d+(?:\.\d+)?万元")
SENTENCE = re.compile(r"[^。；;？?！!]+")
LIKE = 0.2  # share of a sentence's pairs of characters that stand in a measure's words


def still_due(profile: Profile, formula: str, about: str) -> tuple[str, Decimal] | None:
    """Return the formula and sum in 万元 of the stages not yet had, None where a profile tells of none that was.

    Args:
        profile: what is told.
        formula: stated sums that are added: 50万元+100万元=150万元.
        about: the measure's words.
    """
    match = STAGES.fullmatch(formula)
    if not match:
        return None
    terms = match["terms"].split("+")
    had = {term for term in terms if _had(profile, term.removesuffix("万元"), about)}
    kept = [term for term in terms if term not in had]
    if not had or not kept:
        return None
    value = sum((Decimal(term.removesuffix("万元")) for term in kept), Decimal(0))
    return f"{'+'.join(kept)}={plain_sum(value)}万元" if len(kept) > 1 else "", value


def _had(profile: Profile, number: str, about: str) -> bool:
    """Tell whether a sentence about a measure says that a sum of it was paid."""
    told = re.compile(
        rf"(?<![\d.]){re.escape(number)}万元?(?:的)?(?:奖励|补助|奖金)?(?:已经?|早就|都|也)*(?:拿|领|到手|到账|兑现)|(?:拿|领|奖|给)(?:了|过){re.escape(number)}万"
    )
    kinds = {said.id for said in said_in(about)}
    return any(
        told.search(match.group()) and (kinds & {said.id for said in said_in(match.group())} or overlap(match.group(), about) >= LIKE)
        for match in SENTENCE.finditer(profile.text)
    )
