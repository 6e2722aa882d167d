"""A base of two things (建站和推广费用), and a profile that tells a sum of each -> what both come to."""

import re
from decimal import Decimal
from typing import Literal

from facts.profile import Profile
from facts.spoken import with_yuan
from facts.sums import plain_sum
from facts.told import Told, in_ten_thousands

JOINT = re.compile(
    r"(?:实际|支付的?|发生的?)*(?P<one>[\u4e00-\u9fff]{2,6}?)(?:以及|和|及|与|、)(?P<two>[\u4e00-\u9fff]{2,6}?)(?:费用?|支出|投入|投资|金额|成本)$"
)
SUM = r"[^\d,;。，；]{0,6}(?P<sum>\d+(?:\.\d+)?)(?P<unit>万元|亿元)"


def of_both(profile: Profile, base: str) -> Told | Literal[False] | None:
    """Return the sum of two things that a base names together, False where only one of them is told, None where neither is.

    Args:
        profile: what is told.
        base: the words before a rate.
    """
    match = JOINT.fullmatch(base)
    if not match:
        return None
    text = with_yuan(profile.text)
    if re.search(rf"{match['one']}[和及与、]?{match['two']}{SUM}", text):
        return None  # one sum is told of both
    each = [_sums(text, match[name]) for name in ("one", "two")]
    if not any(each):
        return None
    if not all(len(sums) == 1 for sums in each):
        return False
    first, second = (next(iter(sums)) for sums in each)
    terms = f"({plain_sum(first)}万元+{plain_sum(second)}万元)"
    return Told(base, first + second, "万元", terms)


def _sums(text: str, name: str) -> set[Decimal]:
    """The sums told right behind a name."""
    return {in_ten_thousands(Decimal(match["sum"]), match["unit"]) for match in re.finditer(name + SUM, text)}
