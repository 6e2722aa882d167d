"""What a measure pays, and a sum as it was reckoned -> what of its words the reckoning leaves out, so that the sum is not told."""

import re
from decimal import Decimal

from facts.numerals import arabic
from facts.sums import plain_sum
from facts.told import in_ten_thousands

EACH = re.compile(
    r"(?P<each>每[1一]?(?P<unit>[\u4e00-\u9fff]{1,10}?))(?:一次性|给予|补助|奖励|补贴|资助|按|均|各|再)*(?P<sum>\d+(?:\.\d+)?)(?P<scale>万元|元)"
)
APPLICANT = re.compile(
    r"[家户个]?(?:[\u4e00-\u9fff]{0,6}(?:企业|单位|机构|公司|主体|项目|平台|园区|协会|合作社|店))?|次性"
)  # it gets the sum once
TIMES = ("年", "月", "学年", "学期", "季度")


def left_over(words: str, formula: str, value: str, unit: str) -> str:
    """Return what a sum should have been multiplied by and was not (每瓦), "" where nothing is left.

    Args:
        words: what a measure pays.
        formula: how the sum was reckoned.
        value: the sum.
        unit: 万元 or 元.

    >>> left_over("按装机容量每瓦0.2元给予补贴", "", "0.00002", "万元"), left_over("每家企业奖励5万元", "", "5", "万元")
    ('每瓦', '')
    """
    if not value or "×" in formula:
        return ""
    told = in_ten_thousands(Decimal(value), unit.split("/")[0])
    plain = arabic(re.sub(r"[\s|]", "", words))
    for match in EACH.finditer(plain):
        stated = in_ten_thousands(Decimal(match["sum"]), match["scale"])
        own = match["unit"].split("每")[-1]
        once = APPLICANT.fullmatch(own) or own.startswith(TIMES) or own in plain[: match.start()]  # 展览馆…，每馆: who is paid
        if not once and plain_sum(stated) == plain_sum(told):
            return match["each"]
    return ""
