"""A tier for whoever has none of the others (其他企业按40%), and a profile -> whether it is theirs."""

import re
from collections.abc import Callable

from facts.judging import Judge
from facts.measure import Amount, Measure
from facts.verdict import TURNED, Verdict, either, every

OTHERS = re.compile(r"^(?:对)?(?:其他|其余|其它)的?(?P<who>[\u4e00-\u9fff]{0,12})$")
ANYBODY = re.compile(r"(?:企业|单位|机构|主体|情形|情况|人员|个人|项目)?")


def for_others(measure: Measure, amount: Amount, judge: Judge, reached: Callable[[Amount], Verdict]) -> Verdict | None:
    """Return whether a tier for all others is a profile's, None where it is no such tier.

    Args:
        measure: all its tiers.
        amount: the tier.
        judge: judges words against the profile.
        reached: whether the profile reaches another tier.
    """
    match = OTHERS.match(amount.when)
    if not match:
        return None
    first = [one for one in measure.amounts if one.when and not OTHERS.match(one.when)]
    low, high = measure.start, measure.end
    own = [item.reading for item in measure.conditions if item.kind == "clause" and low <= item.start < high]
    told = [reached(one) for one in first] + ([every([judge.verdict(words) for words in own])] if own and not first else [])
    if not told:
        return None
    rest = TURNED[either(told)]
    return rest if ANYBODY.fullmatch(match["who"]) else every([rest, judge.verdict(match["who"])])
