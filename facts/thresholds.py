"""What a condition measures, held against a profile: lengths of time, sums and shares, days."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Literal

from facts.days import DAY, days_in, later, moment_in, number
from facts.likeness import overlap
from facts.profile import Profile, Told, in_ten_thousands, load_gauges, unit_class
from facts.quantities import Quantity, find_quantities
from facts.traits import CLAUSE, plain, said_in

Verdict = Literal["met", "not_met", "unknown"]
LENGTH = re.compile(
    r"(?P<noun>[^，。；、且并]{0,12}?)(?P<how>满|不超过|未满|不足|不满|超过|达到|在)?(?P<count>\d{1,3}|[一二三四五六七八九十两]{1,3})(?P<unit>年|个月)(?P<side>以上|及以上|以内|之内|内|以下)?(?!\d|期)"
)
AGE_NOUN = re.compile(r"成立|注册|设立|创办|创立")
ABSENT = re.compile(r"(?:没有|无|未(?:发生|开展|有)?)[^，。；]{0,3}?(?P<noun>研发[^，。；的]{0,4})")
BETWEEN = re.compile(rf"{DAY.pattern}(?:起)?(?:至|到|-|—){DAY.pattern}")
SINCE = re.compile(rf"{DAY.pattern}(?:及)?(?:以后|之后|后|起|以来)")
AT_MOST = ("不超过", "以下")
LESS = re.compile(r"(?:不足|未满|(?<!不)(?:低于|小于|少于))$")
USUAL = ("元", "%", "人", "月", "家", "个", "项")
ABOVE = ("超过",)
PAST = re.compile(r"近$|过去$|连续$|最近$")
ENOUGH = 0.6  # share of a condition's pairs of characters that one thing told must hold


def lengths(profile: Profile, body: str) -> Iterator[Verdict]:
    """How long ago something was: 登记注册满一年, 成立时间不超过3年, 缴纳社会保险满6个月."""
    for match in LENGTH.finditer(body):
        count = number(match["count"])
        if count is None or not (match["how"] or match["side"]) or PAST.search(match["noun"]):
            continue
        most = match["how"] in ("不超过", "未满", "不足", "不满", "在") or match["side"] in ("以内", "之内", "内", "以下")
        months = count * (12 if match["unit"] == "年" else 1)
        if AGE_NOUN.search(match["noun"]):
            if not profile.founded:
                yield "unknown"
                continue
            reached = later(profile.founded, months=months) <= profile.today
            yield "met" if reached != most else "not_met"
        else:
            around = match["noun"] + body[match.end() : match.end() + 6]
            yield _compared(_like(profile, around, "月"), Decimal(months), "不超过" if most else "不低于")


def amounts(profile: Profile, body: str) -> Iterator[Verdict]:
    """Thresholds: 研发费用500万元以上, 从业人数不超过50人; and what there must be none of."""
    for match in ABSENT.finditer(body):
        told = _gauge(profile, match["noun"], "元")
        yield "unknown" if told is None else "met" if told.value == 0 else "not_met"
    for quantity in find_quantities(body, 0, len(body)):
        unit = unit_class(quantity.unit)
        if unit in ("个", "年", "次") or body[quantity.end : quantity.end + 1] == "月":
            continue
        noun = re.split(r"[，。；、且并]", body[: quantity.start])[-1]
        noun = re.sub(r"(?:达到?|不低于|不少于|超过|高于|不超过|以上|及|大于|至少|为|在|\s)+$", "", noun) or body[: quantity.start]
        told = _gauge(profile, noun, unit) or _like(profile, noun, unit)
        yield _compared(told, in_ten_thousands(quantity.value, quantity.unit), _comparator(quantity, body[: quantity.start]))


def moments(profile: Profile, body: str, subject: str) -> Iterator[Verdict]:
    """Days between or since which something was done."""
    for pattern, wants in ((BETWEEN, 2), (SINCE, 1)):
        match = pattern.search(body)
        if match:
            limits = days_in(match.group())
            if len(limits) == wants:
                yield _done(profile, limits, body[: match.start()] + body[match.end() :], subject)
            return


def _done(profile: Profile, limits: list[date], words: str, subject: str) -> Verdict:
    traits = {said.id for said in said_in(subject)}
    grades = {grade for said in said_in(subject) for grade in said.grades}
    for match in CLAUSE.finditer(profile.text):
        when = moment_in(match.group(), profile.today)
        about = [said for said in said_in(match.group()) if said.id in traits and (not grades or grades & set(said.grades))]
        said_so = overlap(_undated(match.group()), subject or words) >= ENOUGH
        if when and (about or (not about and said_so)):
            last = limits[1] if len(limits) > 1 else date.max
            latest = date(when.year, 12, 31) if (when.month, when.day) == (1, 1) else when  # a year alone: any day of it
            return "met" if limits[0] <= latest and when <= last else "not_met"
    return "unknown"


def quantity(profile: Profile, words: str, unit: str = "元") -> Told | None:
    """Return the quantity told that some words of a text name, such as the base of a rate."""
    body = plain(words)
    return _gauge(profile, body, unit) or _like(profile, body, unit)


def _gauge(profile: Profile, noun: str, unit: str) -> Told | None:
    gauge = next((item for item in load_gauges() if item.unit == unit and item.words.search(noun)), None)
    return profile.gauge(gauge.words, unit) if gauge else None


def _like(profile: Profile, noun: str, unit: str) -> Told | None:
    """The quantity told whose words are most like a noun, None where none is."""
    scored = [(overlap(item.words, noun), item) for item in profile.told if unit_class(item.unit) == unit]
    if len(scored) == 1 and unit not in USUAL:
        return scored[0][1]  # the only quantity of so special a unit
    score, best = max(scored, key=lambda pair: pair[0], default=(0.0, None))
    return best if score >= ENOUGH / 2 else None


def _compared(told: Told | None, limit: Decimal, comparator: str) -> Verdict:
    if told is None:
        return "unknown"
    if comparator == "低于":
        return "met" if told.value < limit else "not_met"
    if comparator in AT_MOST:
        return "met" if told.value <= limit else "not_met"
    if comparator in ABOVE:
        return "met" if told.value > limit else "not_met"
    return "met" if told.value >= limit else "not_met"


def _comparator(quantity: Quantity, before: str) -> str:
    return "低于" if LESS.search(before) else quantity.comparator or "不低于"


def _undated(clause: str) -> str:
    return re.sub(r"[\d年月日]|今|去年", "", clause)
