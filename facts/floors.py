"""The least that is paid at all (核定金额不足5000元的不予支持) -> whether what a profile would get is less."""

import re
from decimal import Decimal

from facts.numerals import arabic
from facts.quantities import find_quantities
from facts.told import in_ten_thousands

FLOOR = re.compile(
    r"(?:支持|补助|补贴|奖励|资助|奖补|贴息|核定|拨付|兑付)[^，。；]{0,6}(?:金额|资金|额度?)(?:不足|低于|不满|未达到?|少于)(?P<least>\d+(?:\.\d+)?万?元)"
)


def below_floor(reading: str, value: str, unit: str) -> bool:
    """Tell whether a sum is less than the least that the grounds of an exclusion let be paid.

    >>> below_floor("单个项目支持金额不足5000元的", "0.4", "万元"), below_floor("支持金额低于1万元的", "3", "万元")
    (True, False)
    """
    match = FLOOR.search(arabic(re.sub(r"\s", "", reading)))
    if not match or not value or unit not in ("元", "万元"):
        return False
    least = next(find_quantities(match["least"], 0, len(match["least"])))
    return in_ten_thousands(Decimal(value), unit) < in_ten_thousands(least.value, least.unit)
