"""Shares that differ by the year of use (首年50%、第二年30%，第三年起不再补贴), and a profile -> the year it is in, and what that pays."""

import re
from dataclasses import dataclass
from decimal import Decimal

from facts.bases import base_told
from facts.days import number
from facts.episodes import episodes
from facts.judging import Judge
from facts.measure import Measure
from facts.numerals import arabic
from facts.sums import Sum, cap_of, plain_sum

YEAR = r"首年|第[一二三四五\d]年"
SHARE = re.compile(
    rf"(?P<year>{YEAR})度?(?:给予|按照?|的)*(?P<base>[\u4e00-\u9fff]{{0,12}}?)的?(?P<rate>\d+(?:\.\d+)?)[%％](?![^，。；、]{{0,6}}以[上下内])"
)
ENDS = re.compile(r"第(?P<year>[二三四五六\d])年(?:度)?(?:起|开始|以后|及以后)[^，。；]{0,6}(?:不再|不予|停止)")
TOLD = re.compile(r"第(?P<year>[一二三四五六七八\d])年")
FIRST = re.compile(r"头1?一?[年回次]|首[年次]|第[一1]次")
WHOLE = 100  # per cent
PORTIONED = re.compile(r"分[2-5两二三四五](?:年|次|期|批|步)[^，。；]{0,4}(?:发|拨|兑|付|给|到)|再(?:发|拨|付|给|兑)\D{0,2}\d+[%％]")
LEAST = 2  # years that make tiers


@dataclass(frozen=True, slots=True)
class Yearly:
    """What a measure pays by years: the sum of the year told, None where it is not known; and whether nothing is paid any more."""

    sum: Sum | None
    over: bool


def yearly(measure: Measure, judge: Judge) -> Yearly | None:
    """Return what a measure whose shares differ by the year pays a profile; None where they do not."""
    words = arabic(re.sub(r"\s+", "", measure.paying or measure.text))
    shares = {_number(match["year"]): match for match in SHARE.finditer(words)}
    ends = ENDS.search(words)
    whole = sum(Decimal(match["rate"]) for match in shares.values()) == WHOLE
    if len(shares) < LEAST or (whole and PORTIONED.search(words)):
        return None  # portions of one sum
    year = _year(judge, measure)
    if year is None:
        return Yearly(None, over=False)
    if ends and year >= (number(ends["year"]) or year + 1):
        return Yearly(None, over=True)
    base = next((match["base"] for match in shares.values() if match["base"]), "")
    told = base_told(judge.profile, measure, base) if year in shares else None
    if told is None:
        return Yearly(None, over=False)
    rate = Decimal(shares[year]["rate"]) / 100
    value = told.value * rate
    caps = {one.cap for one in measure.amounts if one.cap}
    cap = cap_of(next(iter(caps)), measure.amounts[0].unit) if len(caps) == 1 else None
    formula = f"{plain_sum(told.value)}万元×{plain_sum(rate * 100)}%={plain_sum(value)}万元"
    return Yearly(Sum(formula, value, "万元", cap) if len(caps) < LEAST else None, over=False)


def _number(year: str) -> int:
    return 1 if year == "首年" else number(year[1:-1]) or 0


def _year(judge: Judge, measure: Measure) -> int | None:
    """The year that the stretch most about a measure tells, None where it tells none or several."""
    about = "，".join([measure.name, *(item.reading for item in measure.conditions if item.kind == "clause"), measure.text])
    found = episodes(judge.profile.text, about)
    best = max((item.nearness for item in found), default=0)
    near = "".join(judge.profile.text[item.start : item.end] for item in found if best and item.nearness == best)
    years = {number(match["year"]) for match in TOLD.finditer(near)} or ({1} if FIRST.search(near) else set())
    return next(iter(years)) if len(years) == 1 else None
