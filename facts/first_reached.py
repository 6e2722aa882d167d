"""What a rule pays for the first time that a figure reaches a mark, and a profile -> whether last year was that time."""

import re
from collections.abc import Iterator
from decimal import Decimal

from facts.profile import Profile, load_gauges
from facts.quantities import find_quantities
from facts.told import Told, in_ten_thousands
from facts.verdict import Verdict, either
from facts.years_told import BARE, year_of

REACHES = re.compile(
    r"(?P<noun>[^,，。；、且并]{0,18}?)(?:首次|第一次|首度)(?:突破|达到?|超过|跨越|跨上|迈上|站上|跨入)(?P<marks>\d[\d.]*[万亿]?元?(?:、\d[\d.]*[万亿]?元)*)"
)
FIRST_TIME = re.compile(r"首次|第一[次回]|头1?一?[次回]|首度|终于")
ABOUT = re.compile(r"差不多|大概|大约|约|上下|左右|接近|将近|来万|几乎")
BEFORE = re.compile(r"(?:以前|之前|此前|历史|往年|过去)[^,;。]{0,4}最(?:高|多|好)")  # no year before had more
SENTENCE = re.compile(r"[^。；;？?！!]+")
ONCE = re.compile(r"到过|曾经?|最高|峰值|高峰")
NEAR = Decimal("0.1")  # share of a mark within which what is told in round figures decides nothing


def first_reached(profile: Profile, body: str) -> Iterator[Verdict]:
    """Yield whether the last year was the first to reach one of the marks that words name; nothing where they name none.

    Args:
        profile: what is told, a figure of the year before among it, without which a first time is not known.
        body: a single thing asked for: 上年度产值首次突破1亿元、5亿元.
    """
    if not (match := REACHES.search(body)):
        return
    gauge = next((item for item in load_gauges() if item.unit == "元" and item.words.search(match["noun"])), None)
    told = [item for item in profile.told if gauge and item.unit == "万元" and gauge.words.search(item.words)]
    marks = [in_ten_thousands(item.value, item.unit) for item in find_quantities(match["marks"], 0, len(match["marks"]))]
    last = next((item for item in told if year_of(item.words, profile.today) in (None, profile.today.year - 1)), None)
    bare = [item for item in profile.told if item.unit == "万元" and BARE.fullmatch(item.words.lstrip("("))]
    before = next((item for item in [*told, *bare] if year_of(item.words, profile.today) == profile.today.year - 2), None)
    if last and marks:
        reached = max((mark for mark in marks if mark <= last.value), default=None)
        if reached is not None and any(item.value >= reached for item in _earlier(profile, told)):
            yield "not_met"
            return
        yield either([_of(profile, last, before, mark) for mark in marks])


def _earlier(profile: Profile, told: list[Told]) -> Iterator[Told]:
    """The figures of years before the last one: of the same noun, or told as what was once reached."""
    others = [gauge for gauge in load_gauges() if gauge.unit == "元" and not any(gauge.words.search(item.words) for item in told)]
    for item in profile.told:
        year = year_of(item.words, profile.today)
        once = item.unit == "万元" and ONCE.search(item.words) and not any(gauge.words.search(item.words) for gauge in others)
        if year is not None and year < profile.today.year - 1 and (item in told or once):
            yield item


def _of(profile: Profile, last: Told, before: Told | None, mark: Decimal) -> Verdict:
    """Whether a mark was reached last year and not the year before."""
    around = next((match.group() for match in SENTENCE.finditer(profile.text) if last.words[-4:] in match.group()), last.words)
    if ABOUT.search(around) and abs(last.value - mark) <= mark * NEAR:
        return "unknown"
    if last.value < mark:
        return "not_met"
    before = before or next((item for item in profile.told if item.unit == "万元" and BEFORE.search(item.words)), None)
    if before is not None:
        return "not_met" if before.value >= mark else "met"
    return "met" if FIRST_TIME.search(around) else "unknown"
