"""A sum and a profile -> the sum as limited by what was really spent, or by what all levels together may pay."""

import re
from decimal import Decimal

from facts.figures import quantity, spent
from facts.limits import SHARE_OF_SPENT
from facts.measure import Measure
from facts.numerals import arabic
from facts.profile import Profile
from facts.sums import plain_sum

REALLY = re.compile(r"(?:补[贴助]|奖励|资助)(?:金额|标准|额)?不得?(?:超过|高于)实际(?:支付的?|发生的?|缴纳的?)?(?P<what>租金|房租)")
RENT = re.compile(r"租[^。？?]{0,14}?(?:[1一]个?月|每个?月|月租金?)[^,;。\d]{0,4}(?P<rent>\d{3,5})(?:元|块)?(?![\d.]*[万人])")
TOGETHER = re.compile(
    r"(?:(?:中央|国家|上级|省级?|各级)[^，。；]{0,14}之和|(?:其他|各级|上级)[^，。；]{0,8}(?:补[贴助]|奖补|资助|资金)的?，[^，。；]{0,10}(?:合计|之和|累计|总额))"
    r"不得?(?:超过|高于)(?P<base>[^，。；\d]{2,12}?)的?(?P<share>\d+(?:\.\d+)?)%"
)
FROM_ABOVE = re.compile(
    r"(?:中央|国家|省|市|上级)[里级]?[^,;。]{0,12}(?:补[贴助]?|奖励?|给|资助)(?:[^,;。\d]{0,6}了|了[^,;。\d]{0,4})(?P<had>\d+(?:\.\d+)?)万"
)
BASE = re.compile(r"(?P<base>\d+(?:\.\d+)?)万元×")
YUAN = 10_000  # 元 in 万元


def really_spent(measure: Measure, profile: Profile, value: Decimal, unit: str) -> tuple[str, Decimal] | None:
    """Return the formula and the sum of a monthly payment that is no more than the rent told, None where the rent is no less.

    Args:
        measure: the rule, with the rest of its paragraph.
        profile: what is told.
        value: the sum, in `unit`.
        unit: 万元/月 or 元/月.
    """
    rent = RENT.search(arabic(profile.text)) if unit.endswith("/月") and REALLY.search(_words(measure)) else None
    if rent is None:
        return None
    spent = Decimal(rent["rent"])
    least = spent / YUAN if unit.startswith("万元") else spent
    return (f"不超过实际租金{rent['rent']}元", least) if least < value else None


def all_levels(measure: Measure, profile: Profile, formula: str, value: Decimal) -> tuple[str, Decimal] | None:
    """Return the formula and the sum in 万元 that a limit of all levels together leaves, None where none is set or nothing was had.

    Args:
        measure: the rule, with the rest of its paragraph.
        profile: what is told.
        formula: how the sum was reckoned: 30万元×20%=6万元.
        value: the sum in 万元.
    """
    limit, had, base = TOGETHER.search(_words(measure)), FROM_ABOVE.search(profile.text), BASE.search(formula)
    if not (limit and had and base) or not any(
        one.base and one.base in limit["base"] or limit["base"] in one.base for one in measure.amounts
    ):
        return None
    left = max(Decimal(base["base"]) * Decimal(limit["share"]) / 100 - Decimal(had["had"]), Decimal(0))
    told = f"{base['base']}万元×{limit['share']}%-{had['had']}万元={plain_sum(left)}万元"
    return (told, left) if left < value else (formula, value)


def share_of_spent(measure: Measure, profile: Profile, formula: str, value: Decimal) -> tuple[str, Decimal | None] | None:
    """Return a sum in 万元 as limited by a share of what was spent, its value None where that is not told; None where none limits it.

    Args:
        measure: the rule, with the rest of its paragraph.
        profile: what is told.
        formula: how the sum was reckoned, "" for a stated one.
        value: the sum in 万元.
    """
    words = _words(measure)
    limit = SHARE_OF_SPENT.search(words)
    if limit is None or any(one.base and one.base in limit["base"] and one.rate for one in measure.amounts):
        return None
    told = quantity(profile, limit["base"], "元") or spent(profile, limit["base"], measure.text)
    if told is None or told.unit != "万元":
        return f"{formula or plain_sum(value) + '万元'}（不超过{limit['base']}的{limit['share']}%，未说明）", None
    most = told.value * Decimal(limit["share"]) / 100
    if most >= value:
        return None
    return f"{plain_sum(told.value)}万元×{limit['share']}%={plain_sum(most)}万元", most


def _words(measure: Measure) -> str:
    terms = "。".join(item.text for item in (*measure.conditions, *measure.notes))
    return arabic(re.sub(r"[\s|]", "", f"{measure.paying or measure.text}。{measure.after}。{terms}"))
