"""A sum from a number on, and more for every so many above it (1万人次以上奖励5万元，每增加5000人次再奖2万元) -> what all of it pays."""

import re
from decimal import Decimal

from facts.counts_told import counts_told
from facts.judging import Judge
from facts.measure import Measure
from facts.numerals import arabic
from facts.sums import Sum, plain_sum
from facts.told import in_ten_thousands

PAYS = r"(?:一次性|再|另|追加|增加|加|奖励|给予|补助|补贴|奖补|资助|补|奖)+[^；。，\d]{0,8}?"
NUMBER, MONEY = r"\d+(?:\.\d+)?[万千]?", r"\d+(?:\.\d+)?万?元"
STEPPED = re.compile(
    rf"(?P<low>{NUMBER})(?P<unit>人次|架次|标准箱|标箱|平方米|公里|[人名家台件吨场间辆套个项亩])(?:（含）)?(?:及?以上)?的?，(?:[^；。，\d]{{0,12}}，)?"
    rf"{PAYS}(?P<base>{MONEY})[^；。，\d]{{0,8}}[，；。](?:在此基础上，?)?每(?:再)?(?:增加|新增|多|增长)(?P<step>{NUMBER})(?P=unit)的?，?{PAYS}(?P<paid>{MONEY})"
)


def unit_steps(measure: Measure, judge: Judge) -> Sum | None:
    """Return the ground sum with what all full steps above its number pay; None where it pays otherwise or the number is not told."""
    found = STEPPED.search(arabic(re.sub(r"\s+", "", measure.paying or measure.text)))
    if found is None or len(measure.amounts) > 2 or _number(found["step"]) == 1:  # noqa: PLR2004
        return None
    told = {one.value for one in counts_told(judge.profile, found["unit"], measure.text)}
    low, step = _number(found["low"]), _number(found["step"])
    if len(told) != 1 or (number := next(iter(told))) < low:
        return None
    many = (number - low) // step
    base, paid = _sum(found["base"]), _sum(found["paid"])
    caps = [in_ten_thousands(Decimal(one.cap), one.unit) for one in measure.amounts if one.cap]
    value = base + many * paid
    formula = f"{plain_sum(base)}万元+{plain_sum(many)}×{plain_sum(paid)}万元={plain_sum(value)}万元" if many else ""
    return Sum(formula, value, "万元", min(caps) if caps else None)


def _number(words: str) -> Decimal:
    scale = {"万": 10_000, "千": 1000}.get(words[-1], 1)
    return Decimal(words.rstrip("万千")) * scale


def _sum(words: str) -> Decimal:
    money = words.removesuffix("元")
    return in_ten_thousands(Decimal(money.removesuffix("万")), "万元" if money.endswith("万") else "元")
