"""One tier of a measure, and a profile -> the sum that it pays, with its formula."""

import re
from decimal import Decimal

from facts.bases import of_another
from facts.figures import quantity, spent
from facts.judging import Judge
from facts.measure import Amount, Measure
from facts.profile import Profile
from facts.sums import Sum, cap_of, plain_sum
from facts.told import Told, in_ten_thousands
from facts.traits import CLAUSE, said_in

RECEIVED = re.compile(
    r"拿过|领过|领了|拿了(?=[^,;，。]{0,6}\d)|奖了|获得过|已拿|已获|享受过|已享受|得过|奖励过|给过|"
    r"奖过|补过|(?:已经?|先)[奖补]了|已经?领|(?:已经?|先)拿到?|拿到手"
)
PRINCIPAL = re.compile(r"贷款|借款")
STOP = re.compile(r"[。;；？?！!]")
LATIN = re.compile(r"(?<![a-z])[a-z]{3,}")
SOLE = re.compile(r"个体(?:工商)?户")
STARS = re.compile(r"([1-5])a")
# Titles that one rises through.
KIN = (
    frozenset(("little_giant", "specialised", "innovative_sme")),
    frozenset(("champion", "hidden_champion")),
)
SERVICE = re.compile(r"服务费")
INTEREST = re.compile(r"利息")


def reckoned(measure: Measure, tier: Amount, judge: Judge) -> Sum | None:
    """Return the sum of a tier by itself, None where what it is taken of is not told or it is paid for each of something."""
    if tier.fixed:
        return _fixed(measure, tier, judge)
    if not tier.rate:
        return None  # no more than a cap is stated
    each = "/" in tier.unit
    if tier.per and not each:
        return None
    told = quantity(judge.profile, tier.base, "千瓦时" if "千瓦时" in tier.unit else "元") or spent(judge.profile, tier.base, measure.text)
    if told is None or (SERVICE.search(tier.base) and of_another(told, tier.base, measure.text)):
        return None
    rate = Decimal(tier.rate)
    if each:
        paid = told.value * rate
        return Sum(f"{plain_sum(told.value)}{told.unit}×{tier.rate}元={plain_sum(paid)}元", paid / 10000, "万元", cap_of(tier.cap, "万元"))
    value, terms = told.value * rate, f"{told.terms or plain_sum(told.value) + '万元'}×{plain_sum(rate * 100)}%"
    loan = _loan(judge.profile) if INTEREST.search(tier.base) and tier.principal_cap else None
    if loan and loan.value > Decimal(tier.principal_cap):
        value = told.value * Decimal(tier.principal_cap) / loan.value * rate
        terms = f"{plain_sum(told.value)}万元×{tier.principal_cap}万元÷{plain_sum(loan.value)}万元×{plain_sum(rate * 100)}%"
    return Sum(
        f"{terms}{'=' if value == Decimal(plain_sum(value)) else '≈'}{plain_sum(value)}万元", value, "万元", cap_of(tier.cap, tier.unit)
    )


def scaled(measure: Measure, found: Sum | None, judge: Judge) -> Sum | None:
    """Return a sum of which a rating gets only a part; none where the rating is not told but could be such a one."""
    for who, share in measure.scales:
        if found and (SOLE.search(judge.profile.text) if SOLE.search(who) else judge.verdict(who) == "met"):
            part = Decimal(share) / 100
            value = min(found.value, found.cap) if found.cap is not None else found.value
            head = found.formula.split("=")[0] or f"{plain_sum(value)}{found.unit}"
            return Sum(f"{head}×{share}%={plain_sum(value * part)}{found.unit}", value * part, found.unit, None)
    return found


def _fixed(measure: Measure, tier: Amount, judge: Judge) -> Sum | None:
    value = Decimal(tier.fixed)
    if tier.per:
        return None
    had = _received(measure, judge.profile) if measure.upgrade else None
    full = in_ten_thousands(value, tier.unit)
    if had and had.value < full:
        return Sum(f"{plain_sum(full)}万元-{plain_sum(had.value)}万元={plain_sum(full - had.value)}万元", full - had.value, "万元", None)
    return Sum("", value, tier.unit, None)


def _received(measure: Measure, profile: Profile) -> Told | None:
    """What the profile tells to have had before for the same kind of recognition."""
    kinds = {said.id for said in said_in(measure.name + measure.text)}
    kinds |= {one for kin in KIN for one in kin if kinds & kin and measure.upgrade}
    before = ""
    for match in CLAUSE.finditer(profile.text):
        around, before = before + match.group(), match.group()
        low = max((end.end() for end in STOP.finditer(profile.text, 0, match.start())), default=0)
        around = profile.text[low : match.end()] if measure.upgrade else around
        stars = set(STARS.findall(match.group())) & set(STARS.findall(measure.text.lower()))
        latin = set(LATIN.findall(around)) & set(LATIN.findall(measure.text.lower()))
        if RECEIVED.search(match.group()) and (stars or latin or kinds & {said.id for said in said_in(around)}):
            return next((item for item in profile.told if item.unit == "万元" and item.words in match.group()), None)
        if measure.upgrade and RECEIVED.search(match.group()) and (had := _of_a_tier(measure, profile, match.group())):
            return had
    return None


def _of_a_tier(measure: Measure, profile: Profile, clause: str) -> Told | None:
    """The sum told in a clause that is what one of the lower tiers of a measure pays: 那次领过60万."""
    lower = {in_ten_thousands(Decimal(one.fixed), one.unit) for one in measure.amounts if one.fixed and len(measure.amounts) > 1}
    return next((item for item in profile.told if item.unit == "万元" and item.words in clause and item.value in lower), None)


def _loan(profile: Profile) -> Told | None:
    return next((item for item in profile.told if item.unit == "万元" and PRINCIPAL.search(item.words)), None)
