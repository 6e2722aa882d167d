"""A measure that pays several parts, and a profile -> their whole sum, or the formula with what is missing in it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from facts.amounts import read_amounts
from facts.bases import MORE, base_told
from facts.classes import classes_in, classes_told
from facts.judging import Judge
from facts.likeness import overlap
from facts.limits import read_limits
from facts.measure import Amount, Measure
from facts.numerals import arabic
from facts.payments import Payment, read_payments
from facts.reckoning import MARKET, Reckoner, Term, kinds_of, own_classes, total
from facts.sums import plain_sum
from facts.tier_sums import reckoned
from facts.tiers import tier_of
from facts.told import in_ten_thousands
from facts.traits import load_traits, said_in
from facts.verdict import Verdict

JOINED = re.compile(r"^(?:的)?(?:和|、|与|及|以及|并|，(?:并)?(?:按|对)|加)")
ONCE = re.compile(r"就高|不重复|择高|差额|只奖|最高等次")
RELATIVE = re.compile(r"(?:上述|前款|相应|该|同等)(?:奖励|补助)?标准的?\d+[%％]|减半")  # a part of it for who has a lesser share
LESSER = re.compile(r"参与|第[二三四五]|联合|协助|参加起草|副主")
WHOSE = re.compile(r"(?:对|支持)?(?P<who>[^，；的]{0,8}?(?:企业|综合体|机构|个人|平台|园区))(?=[^，；]{4,})")  # who a stretch opens with
OVER = re.compile(r"分(?P<years>\d)年[^，。；]{0,8}(?:兑付|拨付|发放|支付|给付|到位)")


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole sum: its formula, its value in `unit` (None with a gap), and whether the cap cut it."""

    formula: str
    value: Decimal | None
    unit: str
    capped: bool


@dataclass(frozen=True, slots=True)
class _Found:
    """The parts of a sum, the payments that they come from, what is not reckoned, and the cap of all in 万元."""

    terms: list[Term]
    payments: Sequence[Payment]
    remarks: list[str]
    cap: Decimal | None


def several(measure: Measure, judge: Judge, tier: Amount | None) -> Whole | None:
    """Return what a measure pays where it is more than one stated sum or one share; None leaves it to the tier.

    Args:
        measure: the measure.
        judge: judges its words against the profile.
        tier: the tier that the profile reaches.
    """
    words = measure.paying or measure.text
    about = "，".join([measure.name, *(item.reading for item in measure.conditions if item.kind == "clause"), measure.text])
    reckoner = Reckoner(measure, judge, read_payments(words), about)
    found = _terms(reckoner, tier)
    if found is None:
        return None
    terms, more = reckoner.raised(found.terms, found.payments)
    remarks = found.remarks
    if RELATIVE.search(re.sub(r"\s", "", words)) and LESSER.search(judge.profile.text):
        terms = [*terms[:-1], replace(terms[-1], value=None, formula=f"{terms[-1].formula}（次要参与的只得一部分，未说明）")]
    terms, cap = _shared(reckoner, terms, found.cap)
    formula, value, time, capped = total(terms, replace(reckoner.terms.limits, whole=cap))
    if over := OVER.search(re.sub(r"\s", "", words)):
        remarks = [*remarks, f"分{over['years']}年支付"]
    remarks = [*remarks, *more]
    if value is not None and len(terms) == 1 and re.fullmatch(r"[\d.]+(?:万元|元)", terms[0].formula) and not (remarks or time):
        return None
    unit = "万元" + (f"/{time}" if time else "")
    return _rated(measure, judge, Whole(formula + "".join(f"（{remark}）" for remark in remarks), value, unit, capped))


def _shared(reckoner: Reckoner, terms: list[Term], cap: Decimal | None) -> tuple[list[Term], Decimal | None]:
    """Parts and cap where no more is paid than a share of something: a gap where that is not told."""
    share = reckoner.terms.limits.share
    if share is None:
        return terms, cap
    told = base_told(reckoner.judge.profile, reckoner.measure, share[0])
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


def _terms(reckoner: Reckoner, tier: Amount | None) -> _Found | None:
    """The parts to add, the payments that they come from, remarks and the cap; None where there is but one plain sum."""
    kinds = dict(kinds_of(reckoner.terms))
    limits = reckoner.terms.limits
    if "parts" in kinds:
        return _Found(reckoner.by_parts(kinds["parts"]), kinds["parts"], [], limits.whole)
    if "added" in kinds:
        tier = _tier_of_own(reckoner) or tier
    rates = kinds.get("rates", [])
    if len(rates) > 1 and _joined(rates):
        return _Found(reckoner.bases(rates), rates, [], limits.whole)
    if len(rates) > 1 and len(kinds) == 1 and _apart(rates):
        return _Found(_by_segments(reckoner, rates), rates, [], None)
    found = _Found([], [], [], limits.whole)
    if _of_others(reckoner):
        return _Found([Term("各段的对象不同，适用哪一段未说明", None)], rates, [], limits.whole)
    if unclear := _unclear(rates, reckoner.measure):
        return _Found([unclear], rates, [], limits.whole)
    if "counted" in kinds and rates and tier is None:
        return _Found([Term("适用哪一档未说明", None)], rates, [], limits.whole)
    if "counted" in kinds and not (rates and tier and tier.rate):
        used = _of_tier([reckoner.named(one) for one in kinds["counted"]], tier)
        cap = in_ten_thousands(Decimal(tier.cap), tier.unit) if tier and tier.cap and len(used) < len(kinds["counted"]) else limits.whole
        found = _Found(reckoner.counted(used), used, [], cap)
    elif rates and tier and tier.rate:
        found = _of_rate(reckoner, next((one for one in rates if one.rate == Decimal(tier.rate)), rates[0]), tier)
    if flat := _flat(reckoner, kinds.get("fixed", [])):
        found = replace(found, terms=[*flat, *(term for term in found.terms if term.value is not None)])
    for one in kinds.get("added", []):
        term, remark = _added(reckoner, one)
        found = replace(found, terms=[*found.terms, *term], remarks=[*found.remarks, *remark])
    return found if found.terms else None


def _tier_of_own(reckoner: Reckoner) -> Amount | None:
    """The tier that is reached among those that nothing else comes before."""
    measure, payments = reckoner.measure, reckoner.terms.payments
    paid = [one for one in measure.amounts if one.fixed or one.rate]
    if len(paid) != len(payments):
        return None
    own = tuple(one for one, payment in zip(paid, payments, strict=True) if not payment.added)
    return tier_of(replace(measure, amounts=own), reckoner.judge) if own else None


def _of_rate(reckoner: Reckoner, one: Payment, tier: Amount) -> _Found:
    """The share of the tier that is reached, with its own cap, of the whole or of each item."""
    limits = reckoner.terms.limits
    cap = in_ten_thousands(Decimal(tier.cap), tier.unit) if tier.cap and "/" not in tier.unit else None
    named = all(classes_in(words) for _, words in limits.eaches)
    if limits.eaches and not named:
        each, whole = (cap, limits.whole) if cap in {value for value, _ in limits.eaches} else (None, cap)
        return _Found([reckoner.rate(one, each)], [one], [], whole)
    if limits.eaches:
        near = classes_told(reckoner.judge.profile, reckoner.about)
        fits = {value for value, words in limits.eaches if classes_in(words) & near}
        if len(fits) != 1:
            return _Found(
                [Term(f"{one.base or '基数'}×{plain_sum((one.rate or Decimal(0)) * 100)}%（各项上限不同）", None)], [one], [], limits.whole
            )
        return _Found([reckoner.rate(one, next(iter(fits)))], [one], [], limits.whole)
    each = cap if tier.per and cap is not None else limits.each
    flat = (
        None
        if reckoner.of_loan(one) or MARKET.search(reckoner.measure.paying or reckoner.measure.text)
        else reckoned(reckoner.measure, tier, reckoner.judge)
    )
    if flat and each is None:
        return _Found([Term(flat.formula.split("=")[0].split("≈")[0], flat.value)], [one], [], flat.cap or limits.whole)
    whole = limits.whole if each is not None and limits.whole != each else None if each is not None else cap or limits.whole
    return _Found([reckoner.rate(one, each)], [one], [], whole)


def _joined(rates: Sequence[Payment]) -> bool:
    """Tell whether rates are of several bases that are added: 设备投资额的10%和软件投入的20%."""
    same = len({one.segment for one in rates}) == 1 and len({one.base for one in rates}) == len(rates)
    return same and all(one.base for one in rates) and all(JOINED.match(one.when) for one in rates[1:])


def _apart(rates: Sequence[Payment]) -> bool:
    """Tell whether rates stand in stretches of their own, each of a base of its own: 利息的40%；评估费、担保费的50%."""
    bases = [one.base for one in rates]
    alike = any(overlap(one, other) > 0 for place, one in enumerate(bases) for other in bases[place + 1 :])
    return all(bases) and not alike and len({one.segment for one in rates}) == len(rates)


def _of_others(reckoner: Reckoner) -> bool:
    """Tell whether stretches pay different kinds of applicants, so that a sum of one is none of the other's."""
    words = re.sub(r"[\s|]+", "", reckoner.measure.paying or reckoner.measure.text)
    found = [match["who"] for part in re.split(r"[；;]", words) if (match := WHOSE.match(part))]
    return len({re.sub(r"^.*(?=企业|综合体|机构|个人|平台|园区)", "", who) for who in found}) > 1


def _unclear(rates: Sequence[Payment], measure: Measure) -> Term | None:
    """A gap where one stretch lists several shares and its words do not say which of them is whose: 分别按30%、20%."""
    listed = [one for one in rates[1:] if one.segment == rates[0].segment and not re.sub(r"[、，和及与]", "", one.when)] if rates else []
    whens = {one.when for one in measure.amounts if one.rate}
    if not listed or ("" not in whens and len(whens) == len(rates)):
        return None
    shares = "、".join(f"{plain_sum((one.rate or Decimal(0)) * 100)}%" for one in rates)
    return Term(f"{rates[0].base or '基数'}×{shares}（适用哪一档未说明）", None)


def _by_segments(reckoner: Reckoner, rates: Sequence[Payment]) -> list[Term]:
    """The parts of several bases, each no more than the cap of its own stretch."""
    words = arabic(re.sub(r"[\s|]+", "", reckoner.measure.paying or reckoner.measure.text))
    found = []
    for one, term in zip(rates, reckoner.bases(rates), strict=True):
        cap = read_limits(re.split(r"[；;。]", words)[one.segment]).whole
        capped = cap is not None and term.value is not None and term.value > cap
        found.append(Term(f"min({term.formula}，{plain_sum(cap or Decimal(0))}万元)", cap) if capped else term)
    return found


def _of_tier(counted: list[Payment], tier: Amount | None) -> list[Payment]:
    """Of sums for each that no class tells apart, the one of the tier that is reached; those of classes are added."""
    timed = all(set(one.per) <= {"月", "年"} for one in counted)  # of one person each, or of the applicant
    last = [re.split(r"，|按照?|对", one.when)[-1] for one in counted]
    apart = all(own_classes(one) for one in counted) and not any(re.search(r"\d[^，]{0,8}(?:以上|以下|不足)", words) for words in last)
    if timed and tier is None and len(counted) > 1:
        return [replace(one, per=(*one.per, "?")) for one in counted]  # which of them is paid is not told
    apart = apart and not timed
    if tier is None or not tier.fixed or len(counted) == 1 or apart:
        return counted
    value = in_ten_thousands(Decimal(tier.fixed), tier.unit)
    return [one for one in counted if one.fixed == value] or counted


def _flat(reckoner: Reckoner, fixed: Sequence[Payment]) -> list[Term]:
    """The stated sums: that of the tier, or of each of several different recognitions that stretches pay for by themselves."""
    sums = [one.fixed for one in fixed]
    own = [
        one
        for one in reckoner.measure.amounts
        if one.fixed and one.unit != "亿元" and in_ten_thousands(Decimal(one.fixed), one.unit) in sums
    ]
    if not own:
        return []
    measure, judge = replace(reckoner.measure, amounts=tuple(replace(one, per="") for one in own)), reckoner.judge
    each = list(_recognised(measure, judge)) if not ONCE.search(measure.text) else []
    if len(each) > 1:
        return each
    tier = tier_of(measure, judge)
    flat = reckoned(measure, tier, judge) if tier else None
    if tier is None or flat is None:
        return []
    value = in_ten_thousands(flat.value, flat.unit) if flat.unit == "元" else flat.value
    return [Term(flat.formula.split("=")[0] or f"{tier.fixed}{tier.unit}", value)]


def _recognised(measure: Measure, judge: Judge) -> Iterator[Term]:
    """The sums of different recognitions, one of each stretch between stops: 省级孵化器40万元；国家级众创空间20万元."""
    traits = load_traits()
    kinds = traits.statuses | {trait.id for trait in traits.traits.values() if trait.entity}
    found: list[tuple[frozenset[str], Term]] = []
    for stretch in re.split(r"[；;。]", re.sub(r"\s+", "", measure.paying or measure.text)):
        own = tuple(one for one in read_amounts(stretch) if one.fixed and not one.per)
        ids = frozenset(said.id for said in said_in(stretch)) & kinds
        if not own or not ids:
            continue
        part = replace(measure, name="", text=stretch, paying="", amounts=own)
        tier = (
            tier_of(part, judge) if judge.verdict(re.split(r"的?，(?:分别|一次性|各|给予|奖励|补助|资助)", stretch)[0]) == "met" else None
        )
        if tier is not None:
            found.append((ids, Term(f"{tier.fixed}{tier.unit}", in_ten_thousands(Decimal(tier.fixed), tier.unit))))
    if all(not one & other for place, (one, _) in enumerate(found) for other, _ in found[place + 1 :]):
        yield from (term for _, term in found)


def _added(reckoner: Reckoner, one: Payment) -> tuple[list[Term], list[str]]:
    """What comes on top: a part where the profile has it, a remark where that is not told."""
    words = f"{one.when}{'每' + '每'.join(one.per) + one.noun if one.per else ''}另加"
    if one.per:
        term = reckoner.counted([one])[0]
        return ([term], []) if term.value is not None else ([], [f"未计：{term.formula}"])
    when = re.sub(r"^[，、]|(?:的|，)+$", "", one.when.split("的，")[0])
    verdict = reckoner.judge.verdict(when) if when else "unknown"
    if one.fixed is None:
        return _added_rate(reckoner, one, verdict)
    if verdict == "met":
        return [Term(f"{plain_sum(one.fixed)}万元", one.fixed)], []
    return [], [f"未计：{words}{plain_sum(one.fixed)}万元"] if verdict == "unknown" else []


def _added_rate(reckoner: Reckoner, one: Payment, verdict: Verdict) -> tuple[list[Term], list[str]]:
    """A share on top: of the rise of what the first share is taken of, or of a base of its own."""
    share = f"{plain_sum((one.rate or Decimal(0)) * 100)}%"
    if verdict == "not_met":
        return [], []
    first = next((other.base for other in reckoner.terms.payments if other.base and other is not one), "")
    base = f"{first}增加额" if MORE.search(one.when) and not one.base else one.base or first
    told = base_told(reckoner.judge.profile, reckoner.measure, base)
    if verdict == "unknown" or told is None:
        return [Term(f"{base}（未说明）×{share}", None)], []
    return [Term(f"{told.terms or plain_sum(told.value) + '万元'}×{share}", told.value * (one.rate or Decimal(0)))], []
