"""A sum of several stages, and a profile -> the same without the stages that it says it has had before."""

import re
from decimal import Decimal

from facts.likeness import overlap
from facts.profile import Profile
from facts.sums import plain_sum
from facts.traits import said_in

STAGES = re.compile(r"(?P<terms>\d+(?:\.\d+)?万元(?:\+\d+(?:\.\d+)?万元)*)=\d+(?:\.\d+)?万元(?=$|（未计)")
FURTHER = re.compile(r"未计：[^（）]*")
PAID_ALREADY = re.compile(
    r"(?:奖|补|钱|[笔款]|万元?)[^,;。]{0,10}?(?:拿|领|兑现|到手|到账|发)(?:到|过|了|完|走)?|领(?:到|过|了|完|走)|拿过|(?:已|都|刚)[^,;。]{0,12}(?:补|奖)了(?:我们|咱们|公司)?\d"
)
NONE_HAD = re.compile(r"(?:没|未|还?没有|一分|1分)[^,;。]{0,6}(?:拿|领|发|兑现|给|到)|(?:没|未)[拿领发]")
SENTENCE = re.compile(r"[^。；;？?！!]+")
LIKE = 0.2  # share of a sentence's pairs of characters that stand in a measure's words


def still_due(profile: Profile, formula: str, about: str) -> tuple[str, Decimal | None] | None:
    """Return the formula and sum in 万元 of the stages not yet had, no sum where it is not known whether what is left is due.

    None where a profile tells of none that was had.

    Args:
        profile: what is told.
        formula: stated sums that are added: 50万元+100万元=150万元.
        about: the measure's words.
    """
    match = STAGES.match(formula)
    if not match:
        return None
    terms = match["terms"].split("+")
    had = {term for term in terms if was_had(profile, term.removesuffix("万元"), about)}
    if had == set(terms) and FURTHER.search(formula):
        return f"已领{match['terms']}，{FURTHER.findall(formula)[-1]}", None
    kept = [term for term in terms if term not in had]
    if not had or not kept:
        return None
    value = sum((Decimal(term.removesuffix("万元")) for term in kept), Decimal(0))
    return f"{'+'.join(kept)}={plain_sum(value)}万元" if len(kept) > 1 else "", value


def was_had(profile: Profile, number: str, about: str) -> bool:
    """Tell whether a sentence about a measure says that a sum of it, in 万元, was paid.

    Args:
        profile: what is told.
        number: the sum, as it is written.
        about: the measure's words.
    """
    sum_ = rf"(?<![\d.]){re.escape(number)}万元?"
    told = re.compile(
        rf"{sum_}(?![\d.])[^,;。能想可要会没未]{{0,10}}?(?:(?:已经?|早就?|都|也)+(?:拿|领|发|给|兑现)|(?:拿|领|发|给|兑现)(?:了|过|走|到|完)|到手|到账)"
        rf"|(?:拿|领|奖|给|补|发)(?:了|过|到|走)[^,;。\d]{{0,6}}{sum_}"
    )
    kinds = {said.id for said in said_in(about)}
    return any(
        told.search(match.group()) and (kinds & {said.id for said in said_in(match.group())} or overlap(match.group(), about) >= LIKE)
        for match in SENTENCE.finditer(profile.text)
    )
