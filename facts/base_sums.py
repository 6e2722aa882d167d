"""A measure that pays a share of each of several bases, and a profile -> the sum over those that are told."""

from decimal import Decimal

from facts.figures import quantity
from facts.judging import Judge
from facts.measure import Measure
from facts.sums import Sum, cap_of, plain_sum
from facts.told import Told


def of_bases(measure: Measure, judge: Judge) -> Sum | None:
    """Return the sum, None where the shares are not each of a base of its own, or no base is told: 软件投入按25%、硬件投入按10%."""
    bases = [one.base for one in measure.amounts]
    rates = all(one.rate and not (one.when or one.per or "/" in one.unit) for one in measure.amounts)
    if len(bases) < 2 or any(one.cap for one in measure.amounts[:-1]) or not rates or not all(bases) or len(set(bases)) < len(bases):
        return None
    told: dict[str, Told] = {}
    for base in bases:
        if (found := quantity(judge.profile, base, "元")) and found not in told.values():
            told[base] = found
    if not told:
        return None
    paid = [(told[one.base], Decimal(one.rate)) for one in measure.amounts if one.base in told]
    left = [f"{one.base}的{plain_sum(Decimal(one.rate) * 100)}%" for one in measure.amounts if one.base not in told]
    value = sum((item.value * rate for item, rate in paid), Decimal(0))
    terms = "+".join(f"{item.terms or plain_sum(item.value) + '万元'}×{plain_sum(rate * 100)}%" for item, rate in paid)
    remark = f"（未计：{'、'.join(left)}）" if left else ""
    cap = next((one.cap for one in reversed(measure.amounts) if one.cap), "")
    return Sum(f"{terms}={plain_sum(value)}万元{remark}", value, "万元", cap_of(cap, "万元"))
