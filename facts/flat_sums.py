"""The tier that a case reaches -> its stated sum, or its share with its own cap."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from facts.case import Case
from facts.classes import classes_in, classes_told
from facts.counted_sums import own_classes
from facts.graded_tables import GRADE
from facts.interest_sums import of_loan
from facts.measure import Amount
from facts.one_scale import of_one_scale
from facts.payment import Payment
from facts.rate_sums import MARKET, rate_of
from facts.side_by_side import among
from facts.stretches import recognised
from facts.sums import plain_sum
from facts.term import Term
from facts.tier_sums import reckoned
from facts.tiers import ONCE, is_reached, tier_of
from facts.told import in_ten_thousands

APART = re.compile(r"另外?|还|又|和|以及|同时|都")  # it is told of several things


@dataclass(frozen=True, slots=True)
class Found:
    """The parts of a sum, the payments that they come from, what is not reckoned, and the cap of all in 万元."""

    terms: list[Term]
    payments: Sequence[Payment]
    remarks: list[str]
    cap: Decimal | None


def of_rate(case: Case, one: Payment, tier: Amount) -> Found:
    """The share of the tier that is reached, with its own cap, of the whole or of each item."""
    limits = case.terms.limits
    cap = in_ten_thousands(Decimal(tier.cap), tier.unit) if tier.cap and "/" not in tier.unit else None
    named = all(classes_in(words) for _, words in limits.eaches)
    if limits.eaches and not named and (place := _place_of(case, tier)) is not None:
        return Found([rate_of(case, one, limits.eaches[place][0])], [one], [], limits.whole)
    if limits.eaches and not named:
        each, whole = (cap, limits.whole) if cap in {value for value, _ in limits.eaches} else (None, cap)
        return Found([rate_of(case, one, each)], [one], [], whole)
    if limits.eaches:
        near = classes_told(case.judge.profile, case.about)
        fits = {value for value, words in limits.eaches if classes_in(words) & near}
        if len(fits) != 1:
            return Found(
                [Term(f"{one.base or '基数'}×{plain_sum((one.rate or Decimal(0)) * 100)}%（各项上限不同）", None)], [one], [], limits.whole
            )
        return Found([rate_of(case, one, next(iter(fits)))], [one], [], limits.whole)
    each = cap if tier.per and cap is not None else limits.each
    flat = (
        None if of_loan(case, one) or MARKET.search(case.measure.paying or case.measure.text) else reckoned(case.measure, tier, case.judge)
    )
    if flat and each is None:
        return Found([Term(flat.formula.split("=")[0].split("≈")[0], flat.value)], [one], [], flat.cap or limits.whole)
    whole = limits.whole if each is not None and limits.whole != each else None if each is not None else cap or limits.whole
    return Found([rate_of(case, one, each)], [one], [], whole)


def _place_of(case: Case, tier: Amount) -> int | None:
    """Which of the rates that of a tier is, where as many caps for each item are listed: 最高分别为150万元、60万元."""
    rates = [one for one in case.measure.amounts if one.rate]
    fits = [place for place, one in enumerate(rates) if one.rate == tier.rate]
    alike = len({words for _, words in case.terms.limits.eaches}) == 1
    return fits[0] if alike and len(fits) == 1 and len(rates) == len(case.terms.limits.eaches) else None


def of_tier(case: Case, counted: list[Payment], tier: Amount | None) -> list[Payment]:
    """Of sums for each that no class tells apart, the one of the tier that is reached; those of classes are added."""
    timed = all(set(one.per) <= {"月", "年"} for one in counted)  # of one person each, or of the applicant
    last = [re.split(r"，|按照?|对", one.when)[-1] for one in counted]
    apart = all(own_classes(one) for one in counted) and not any(re.search(r"\d[^，]{0,8}(?:以上|以下|不足)", words) for words in last)
    if timed and tier is None and len(counted) > 1:
        return [replace(one, per=(*one.per, "?")) for one in counted]  # which of them is paid is not told
    apart = apart and not timed
    if tier is None or not tier.fixed or len(counted) == 1 or apart:
        return counted
    met = [one for one in case.measure.amounts if one.when and one.fixed and is_reached(case.measure, one, case.judge) == "met"]
    if len(met) > 1 and not timed and not of_one_scale([one.when for one in met]):
        return counted  # more than one of them is paid
    value = in_ten_thousands(Decimal(tier.fixed), tier.unit)
    return [one for one in counted if one.fixed == value] or counted


def flat_of(case: Case, fixed: Sequence[Payment]) -> list[Term]:
    """The stated sums: that of the tier, or of each of several different recognitions that stretches pay for by themselves."""
    sums = [one.fixed for one in fixed]
    own = [
        one for one in case.measure.amounts if one.fixed and one.unit != "亿元" and in_ten_thousands(Decimal(one.fixed), one.unit) in sums
    ]
    if not own:
        return []
    measure, judge = replace(case.measure, amounts=tuple(replace(one, per="") for one in own)), case.judge
    each = list(recognised(measure, judge)) if not ONCE.search(measure.text) else []
    if len(each) > 1:
        return each
    told = among(measure, judge) if not ONCE.search(measure.text) and APART.search(judge.profile.text) else []
    if len(told) > 1 and not all(GRADE.search(one.when) for one in told):
        return [Term(f"{one.fixed}{one.unit}", in_ten_thousands(Decimal(one.fixed), one.unit)) for one in told]
    tier = tier_of(measure, judge)
    flat = reckoned(measure, tier, judge) if tier else None
    if tier is None or flat is None:
        return []
    value = in_ten_thousands(flat.value, flat.unit) if flat.unit == "元" else flat.value
    return [Term(flat.formula.split("=")[0] or f"{tier.fixed}{tier.unit}", value)]


def tier_of_own(case: Case) -> Amount | None:
    """The tier that is reached among those that nothing else comes before."""
    measure, payments = case.measure, case.terms.payments
    paid = [one for one in measure.amounts if one.fixed or one.rate]
    if len(paid) != len(payments):
        return None
    own = tuple(one for one, payment in zip(paid, payments, strict=True) if not payment.added)
    return tier_of(replace(measure, amounts=own), case.judge) if own else None
