"""A measure that pays several parts, and a profile -> their whole sum, or the formula with what is missing in it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from facts.added_sums import added_by
from facts.bases import base_told
from facts.case import Case
from facts.classes import classes_told
from facts.counted_sums import are_parts, by_count_parts, counted, for_each_class, named, over_months, own_classes
from facts.episodes import episodes
from facts.flat_sums import Found, flat_of, of_rate, of_tier, tier_of_own
from facts.item_caps import under_item_cap
from facts.judging import Judge
from facts.measure import Amount, Measure
from facts.own_counts import own_counts
from facts.payment import Payment, kinds_of
from facts.payments import read_payments
from facts.raised_sums import raised
from facts.rate_sums import bases, by_parts, rate_of
from facts.stretches import apart, by_segments, joined, unclear_in
from facts.sums import plain_sum
from facts.term import Term, total
from facts.told import in_ten_thousands

RELATIVE = re.compile(r"(?:上述|前款|相应|该|同等)(?:奖励|补助)?标准的?\d+[%％]|减半")  # a part of it for who has a lesser share
LESSER = re.compile(r"参与|第[二三四五]|联合|协助|参加起草|副主")
FIRST = re.compile(r"首次|第一次|头1?一?[回次]")
LATER = re.compile(r"第[二三四五2-5]次|再次")
HIGHER = re.compile(r"取高|就高|孰高|择高|较高")
RATIO = re.compile(r"比例|标准")  # words that name no base of their own
OVER = re.compile(r"分(?P<years>\d)年[^，。；]{0,8}(?:兑付|拨付|发放|支付|给付|到位)")


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole sum: its formula, its value in `unit` (None with a gap), and whether the cap cut it."""

    formula: str
    value: Decimal | None
    unit: str
    capped: bool


def several(measure: Measure, judge: Judge, tier: Amount | None) -> Whole | None:
    """Return what a measure pays where it is more than one stated sum or one share; None leaves it to the tier.

    Args:
        measure: the measure.
        judge: judges its words against the profile.
        tier: the tier that the profile reaches.
    """
    words = measure.paying or measure.text
    about = "，".join([measure.name, *(item.reading for item in measure.conditions if item.kind == "clause"), measure.text])
    case = for_each_class(Case(measure, judge, read_payments(words), about))
    found = _terms(case, tier)
    if found is None:
        return None
    limits = case.terms.limits
    terms, more = raised(case, found.terms, found.payments)
    remarks = [*found.remarks, *(term.note for term in terms if term.note)]
    if RELATIVE.search(re.sub(r"\s", "", words)) and LESSER.search(judge.profile.text):
        terms = [*terms[:-1], replace(terms[-1], value=None, formula=f"{terms[-1].formula}（次要参与的只得一部分，未说明）")]
    terms, cap = _shared(
        case, terms, found.cap if found.cap is not None or limits.each is not None or limits.eaches else _own_cap(measure, found)
    )
    own_caps = len({one.cap for one in measure.amounts if one.cap}) > 1 and tier is not None and bool(tier.cap)
    every_part = len(found.payments) == len(case.terms.payments) and not own_caps  # a tier has its own cap
    formula, value, time, capped = total(
        terms, replace(limits, whole=cap, least=limits.least if cap == limits.whole and every_part else None)
    )
    if over := OVER.search(re.sub(r"\s", "", words)):
        remarks = [*remarks, f"分{over['years']}年支付"]
    remarks = [*remarks, *more]
    if value is not None and len(terms) == 1 and re.fullmatch(r"[\d.]+(?:万元|元)", terms[0].formula) and not (remarks or time):
        return None
    unit = "万元" + (f"/{time}" if time else "")
    return _rated(measure, judge, Whole(formula + "".join(f"（{remark}）" for remark in remarks), value, unit, capped))


def _own_cap(measure: Measure, found: Found) -> Decimal | None:
    """The cap of the tier that a share is of, where each tier has one for each project; None elsewhere."""
    rates = {one.rate for one in found.payments if one.rate is not None}
    told = [one for one in found.payments if one.rate is not None and any(term.value is not None for term in found.terms)]
    formulas = [term.formula for term in found.terms if term.value is not None]
    if len(measure.amounts) < 2 or not told or len(formulas) > 1 or not all(one.cap for one in measure.amounts):  # noqa: PLR2004
        return None
    reckoned = {rate for rate in rates if any(f"×{plain_sum(rate * 100)}%" in formula for formula in formulas)}
    own = [one for one in measure.amounts if one.rate and Decimal(one.rate) in reckoned]
    return in_ten_thousands(Decimal(own[0].cap), own[0].unit) if len(own) == 1 else None


def _shared(case: Case, terms: list[Term], cap: Decimal | None) -> tuple[list[Term], Decimal | None]:
    """Parts and cap where no more is paid than a share of something: a gap where that is not told."""
    share = case.terms.limits.share
    if share is None:
        return terms, cap
    told = base_told(case.judge.profile, case.measure, share[0])
    if told is None:
        return [*terms[:-1], Term(f"{terms[-1].formula}（不超过{share[0]}的{plain_sum(share[1] * 100)}%，未说明）", None)], cap
    most = told.value * share[1]
    return terms, most if cap is None else min(cap, most)


def _rated(measure: Measure, judge: Judge, whole: Whole) -> Whole:
    """A sum of which a rating gets only a part."""
    for who, share in measure.scales:
        if whole.value is not None and judge.verdict(who) == "met":
            value = whole.value * Decimal(share) / 100
            return replace(whole, formula=f"{whole.formula}，×{share}%={plain_sum(value)}{whole.unit}", value=value)
    return whole


def _terms(case: Case, tier: Amount | None) -> Found | None:
    """The parts to add, the payments that they come from, remarks and the cap; None where there is but one plain sum."""
    kinds = dict(kinds_of(case.terms))
    limits, rates = case.terms.limits, kinds.get("rates", [])
    if "added" in kinds:
        tier = tier_of_own(case) or tier
    if (added_up := _added_up(case, kinds, rates)) is not None:
        return added_up
    open_ = "counted" in kinds and bool(rates) and tier is None
    if unclear := unclear_in(case, rates, open_=open_):
        return Found([unclear], rates, [], limits.whole)
    if "counted" in kinds and rates and (both := _of_classes(case, rates, kinds["counted"])):
        return both
    if (once := _first_or_later(case, kinds) or _higher(case, kinds)) is not None:
        return once
    found = Found([], [], [], limits.whole)
    if "counted" in kinds and not (rates and tier and tier.rate):
        used = of_tier(case, [named(case, one) for one in kinds["counted"]], tier)
        terms, cap = under_item_cap(case, counted(case, used), used)
        own = tier and tier.cap and len(used) < len(kinds["counted"])
        found = Found(terms, used, [], in_ten_thousands(Decimal(tier.cap), tier.unit) if own and tier else cap)
    elif rates and tier and tier.rate:
        found = of_rate(case, next((one for one in rates if one.rate == Decimal(tier.rate)), rates[0]), tier)
    if flat := flat_of(case, kinds.get("fixed", [])):
        found = replace(found, terms=[*flat, *(term for term in found.terms if term.value is not None)])
    for one in kinds.get("added", []):
        term, remark = added_by(case, one)
        term = [
            replace(more, time=found.terms[0].time) if found.terms and not more.time else more for more in term
        ]  # 每年3000元，再补1000元
        found = replace(found, terms=[*found.terms, *term], remarks=[*found.remarks, *remark])
    return found if found.terms else None


def _first_or_later(case: Case, kinds: dict[str, list[Payment]]) -> Found | None:
    """One sum for the first time and one for each later one, of which never both are paid; None where it is not so."""
    later = [one for one in kinds.get("counted", []) if LATER.search(one.when)]
    first = [one for one in kinds.get("fixed", []) if FIRST.search(one.when)]
    if len(later) != 1 or len(first) != 1 or later[0].fixed is None or first[0].fixed is None:
        return None
    nearest = max(episodes(case.judge.profile.text, case.about), key=lambda item: item.nearness, default=None)
    told = case.judge.profile.text[nearest.start : nearest.end] if nearest and nearest.nearness else ""
    again, fresh = LATER.search(told), FIRST.search(told)
    if bool(again) == bool(fresh):
        return Found([Term("首次还是再次（未说明）", None)], [*first, *later], [], None)
    paid = later[0] if again else first[0]
    return Found([Term(f"{plain_sum(paid.fixed or Decimal(0))}万元", paid.fixed, note="再次" if again else "首次")], [paid], [], None)


def _higher(case: Case, kinds: dict[str, list[Payment]]) -> Found | None:
    """A share or a stated sum, whichever is more: 按15%或者固定奖励30万元，二者取高; None where it is not so."""
    rates, fixed = kinds.get("rates", []), kinds.get("fixed", [])
    words = re.sub(r"\s", "", case.measure.paying or case.measure.text)
    if len(rates) != 1 or not fixed or not HIGHER.search(words) or not any(one.when.startswith("或") for one in (*rates, *fixed)):
        return None
    share = rate_of(case, rates[0], None)
    flat = [Term(f"{plain_sum(one.fixed or Decimal(0))}万元", one.fixed) for one in fixed] if len(fixed) == 1 else flat_of(case, fixed)
    if len(flat) != 1 or flat[0].value is None or share.value is None:
        return Found([Term(f"{share.formula}或{'、'.join(one.formula for one in flat) or '固定金额'}，就高（未说明）", None)], [], [], None)
    more, less = (share, flat[0]) if share.value >= flat[0].value else (flat[0], share)
    return Found([replace(more, note=f"就高，另一项为{less.formula}")], [*rates, *fixed], [], case.terms.limits.whole)


def _added_up(case: Case, kinds: dict[str, list[Payment]], rates: Sequence[Payment]) -> Found | None:
    """Parts of one base, or several bases, all of which are paid; None where they are tiers."""
    limits = case.terms.limits
    if own := own_counts(case, [named(case, one) for one in kinds.get("counted", [])]):
        return Found([over_months(case, term) for term in own], kinds["counted"], [], limits.whole)
    if are_parts(each := kinds.get("counted", [])):
        return Found(by_count_parts(case, each), each, [], limits.whole)
    if "parts" in kinds:
        return Found(by_parts(case, kinds["parts"]), kinds["parts"], [], limits.whole)
    if len(rates) > 1 and joined(rates):
        return Found(bases(case, rates), rates, [], limits.whole)
    if len(rates) > 1 and len(kinds) == 1 and apart(rates):
        terms = by_segments(case, rates)
        told = [one for one in terms if one.value is not None and not any(RATIO.search(rate.base) for rate in rates)]
        return Found(told or terms, rates, [f"未计：{one.formula}" for one in terms if told and one not in told], None)
    return None


def _of_classes(case: Case, rates: Sequence[Payment], each: Sequence[Payment]) -> Found | None:
    """A share for one class and a sum for each of another, where both are told of: 国内展会按60%, 境外展会每次4万元."""
    told = classes_told(case.judge.profile, case.about)
    shares = [one for one in rates if own_classes(one) & told]
    sums = [one for one in each if own_classes(one) & told and not any(own_classes(one) & own_classes(other) for other in shares)]
    if len(shares) != 1 or not sums:
        return None
    limits = case.terms.limits
    terms = [rate_of(case, shares[0], limits.each), *counted(case, sums)]
    return (
        Found(terms, [*shares, *sums], [], None)
        if limits.whole is None
        else Found([replace(one, value=None) for one in terms], sums, [], None)
    )
