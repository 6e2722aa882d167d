"""Stretches of a rule between stops, each of which pays by itself, and a case -> what they come to."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from facts.amounts import read_amounts
from facts.case import Case
from facts.judging import Judge
from facts.likeness import overlap
from facts.limits import read_limits
from facts.measure import Measure
from facts.numerals import arabic
from facts.payment import Payment
from facts.rate_sums import bases
from facts.sums import plain_sum
from facts.term import Term
from facts.tier_sums import KIN
from facts.tiers import tier_of
from facts.told import in_ten_thousands
from facts.trait_lexicon import load_traits
from facts.traits import said_in

JOINED = re.compile(r"^(?:的)?(?:和|、|与|及|以及|并|，(?:并)?(?:按|对)|加)")
WHOSE = re.compile(r"(?:对|支持)?(?P<who>[^，；的]{0,8}?(?:企业|综合体|机构|个人|平台|园区))(?=[^，；]{4,})")  # who a stretch opens with


def recognised(measure: Measure, judge: Judge) -> Iterator[Term]:
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
    if any(sum(bool(ids & kin) for ids, _ in found) > 1 for kin in KIN):
        return  # of titles that one rises through, one sum is paid
    if all(not one & other for place, (one, _) in enumerate(found) for other, _ in found[place + 1 :]):
        yield from (term for _, term in found)


def of_others(case: Case) -> bool:
    """Tell whether stretches pay different kinds of applicants, so that a sum of one is none of the other's."""
    words = re.sub(r"[\s|]+", "", case.measure.paying or case.measure.text)
    found = [match["who"] for part in re.split(r"[；;]", words) if (match := WHOSE.match(part))]
    return len({re.sub(r"^.*(?=企业|综合体|机构|个人|平台|园区)", "", who) for who in found}) > 1


def unclear_in(case: Case, rates: Sequence[Payment], *, open_: bool) -> Term | None:
    """A gap where the words do not say what is whose: stretches for different applicants, shares that are only listed, open tiers."""
    if of_others(case):
        return Term("各段的对象不同，适用哪一段未说明", None)
    listed = [one for one in rates[1:] if one.segment == rates[0].segment and not re.sub(r"[、，和及与]", "", one.when)] if rates else []
    whens = {one.when for one in case.measure.amounts if one.rate}
    if listed and ("" in whens or len(whens) != len(rates)):
        shares = "、".join(f"{plain_sum((one.rate or Decimal(0)) * 100)}%" for one in rates)
        return Term(f"{rates[0].base or '基数'}×{shares}（适用哪一档未说明）", None)
    return Term("适用哪一档未说明", None) if open_ else None


def apart(rates: Sequence[Payment]) -> bool:
    """Tell whether rates stand in stretches of their own, each of a base of its own: 利息的40%；评估费、担保费的50%."""
    bases = [one.base for one in rates]
    alike = any(overlap(one, other) > 0 for place, one in enumerate(bases) for other in bases[place + 1 :])
    return all(bases) and not alike and len({one.segment for one in rates}) == len(rates)


def joined(rates: Sequence[Payment]) -> bool:
    """Tell whether rates are of several bases that are added: 设备投资额的10%和软件投入的20%."""
    same = len({one.segment for one in rates}) == 1 and len({one.base for one in rates}) == len(rates)
    return same and all(one.base for one in rates) and all(JOINED.match(one.when) for one in rates[1:])


def by_segments(case: Case, rates: Sequence[Payment]) -> list[Term]:
    """The parts of several bases, each no more than the cap of its own stretch."""
    words = arabic(re.sub(r"[\s|]+", "", case.measure.paying or case.measure.text))
    found = []
    for one, term in zip(rates, bases(case, rates), strict=True):
        cap = read_limits(re.split(r"[；;。]", words)[one.segment]).whole
        capped = cap is not None and term.value is not None and term.value > cap
        most = f"{plain_sum(cap or Decimal(0))}万元"
        found.append(Term(most, cap, note=f"{term.formula}，最高{most}") if capped else term)
    return found
