"""A measure that pays in several stretches, each for a case of its own, and a profile -> the measure with the one stretch meant.

新建冷库的，每立方米150元；新购冷藏车的，每辆5000元: of who tells of a cold store the first alone is reckoned.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from facts.amounts import read_amounts
from facts.fairs import fair_grade
from facts.likeness import core, pairs
from facts.limits import limits_only
from facts.measure import Measure
from facts.numerals import arabic
from facts.payments import read_payments
from facts.profile import Profile

FIGURE = re.compile(r"[\d.]+(?:[万亿]?元|[%％])?(?:以上|以下|以内)?的?")
SPLIT = re.compile(r"[；;。]")
OPENS = re.compile(r"(?:，?按照?(?=[^，；]*[每的])|每[1一]?(?=[\u4e00-\u9fff])|，?(?:一次性|分别|再|均)*(?:奖励|补助|补贴|资助|给予)).*$")
ON_TOP = re.compile(
    r"再(?!生|次)|另|增加|提高|上浮|上调|下浮|减半|差额|其余|其他|部分|前述|上述|第[1一]?年|首年|次年|分别|国家级|累计|叠加|晋"
)
BOUND = re.compile(
    r"(?P<before>不少于|不低于|达到?|超过|不超过|低于|少于)?(?P<n>\d+(?:\.\d+)?)(?P<scale>万|千|百)?(?P<unit>[\u4e00-\u9fff]{1,3}?)"
    r"(?:及|（含）)?(?:(?P<side>以上|以下|以内)|(?=[，、的；]|$))"
)
LIMITED = re.compile(r"(?:计算|贴息|计息|其中|单[个家项]|同[1一])")  # what a sum is reckoned on
BESIDE = {
    "不少于": "以上",
    "不低于": "以上",
    "达": "以上",
    "达到": "以上",
    "超过": "以上",
    "不超过": "以下",
    "低于": "以下",
    "少于": "以下",
}
ABROAD, HOME = re.compile(r"境外|国外|海外|国(?:\(境\)|（境）)外"), re.compile(r"境内|国内|省[内外]|市[内外](?=展|的|，|$)")
OUTSIDE = re.compile(r"(?P<what>[\u4e00-\u9fff]{2})(?:以外|之外)")
LENGTHS = ("年", "月", "天", "元", "个")
TIMED = ("年", "月", "天")
SCALE = {"百": 100, "千": 1000, "万": 10_000}
DIGITS = {sign: str(place) for place, sign in enumerate("一二三四五六七八九", 1)} | {"两": "2"}
CLEARLY = 2  # times as many of its own words as of any other stretch that a profile must hold


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch that pays: its words, those that open it, what it bounds, by unit, and what it pays for each of."""

    words: str
    opening: str
    bounds: tuple[tuple[str, Decimal, str], ...]
    per: frozenset[str]


def with_stretch(measure: Measure, profile: Profile, *, bounded: bool) -> Measure | None:
    """Return the measure with the one stretch that a profile tells of; None where it has but one, or it is not plain which is meant.

    Args:
        measure: the measure.
        profile: what is told.
        bounded: a stretch is meant by its bounds alone, which a figure told keeps, and by no words.
    """
    body = arabic(re.sub(r"[\s|]+", "", measure.paying or measure.text))
    parts = [part for whole in SPLIT.split(body) for part in _listed(whole) if part]
    paying = [
        part
        for part in parts
        if not LIMITED.match(part) and not limits_only(part) and any(one.fixed or one.rate for one in read_amounts(part))
    ]
    if len(paying) < 2 or any(ON_TOP.search(part) for part in paying):  # noqa: PLR2004
        return None
    meant = _meant([_stretch(part) for part in paying], profile, bounded=bounded)
    if meant is None:
        return None
    beside = [part for part in parts if part not in paying]
    text = "；".join([meant.words, *beside])
    others = [part for part in paying if part != meant.words]
    kept = tuple(one for one in measure.conditions if not any(re.sub(r"\s", "", one.text) in part for part in others))
    return replace(measure, text=text, paying="", amounts=read_amounts(meant.words), conditions=kept)


def _listed(whole: str) -> list[str]:
    """A stretch between stops, cut where one clause that pays each of something follows another: 早稻每亩180元，晚稻每亩100元."""
    clauses = whole.split("，")
    each = [bool(re.search(r"每[^，]*\d(?:万)?元", clause)) and bool(re.match(r"[^每\d]{2,}", clause)) for clause in clauses]
    return clauses if len(clauses) > 1 and all(each) else [whole]


def _stretch(words: str) -> Stretch:
    opening = OPENS.sub("", words.rpartition("：")[2]) or OPENS.sub("", words)
    bounds = tuple(
        (match["unit"], Decimal(match["n"]) * SCALE.get(match["scale"] or "", 1), match["side"] or BESIDE.get(match["before"] or "", ""))
        for match in BOUND.finditer(opening)
        if not match["unit"].startswith(LENGTHS)
    )
    per = {unit for one in read_payments(words).payments for unit in one.per if unit not in TIMED}
    return Stretch(words, opening, bounds, frozenset(per))


def _meant(found: Sequence[Stretch], profile: Profile, *, bounded: bool) -> Stretch | None:
    """The stretch whose bounds hold, or whose own words are told, where that is so of one of them alone."""
    where = fair_grade(profile.text)
    held = [one for one in found if where and _fair(one.opening) == where]
    if len(held) == 1 and all(_fair(one.opening) for one in found):
        return held[0]
    inside = [one for one in found if not _is_outside(one, profile.text)]
    if len(inside) == 1 and len(found) > 1:
        return inside[0]
    open_ = [one for one in found if not any(_holds(bound, profile.text) is False for bound in one.bounds)]
    units = [unit for one in found for unit in {unit for unit, _, _ in one.bounds}]
    shared = {unit for unit in units if units.count(unit) > 1}
    reached = [
        (max(limit for unit, limit, _ in one.bounds if unit in shared), one)
        for one in open_
        if any(unit in shared and _holds((unit, limit, side), profile.text) for unit, limit, side in one.bounds)
    ]
    told = {one: _told(one, found, profile.text) for one in found}
    if reached:
        best = max(reached, key=lambda pair: pair[0])[1]
        return best if all(told[one] <= max(told[best], 1) for one in open_) else None
    if bounded or not all(_own(one, found) for one in found):
        return None  # a stretch without words of its own is a tier of another
    nearest = max(open_, key=lambda one: told[one], default=None)
    rest = max((told[one] for one in found if one is not nearest), default=0)
    return nearest if nearest and told[nearest] >= max(min(CLEARLY, len(_own(nearest, found))), CLEARLY * rest) else None


def _fair(opening: str) -> str:
    """Whether a stretch is of fairs abroad or at home, "" where it does not say, or is of something else."""
    if "展" not in opening:
        return ""
    return "境外" if ABROAD.search(opening) else fair_grade(opening) or ("境内" if HOME.search(opening) else "")


def _is_outside(one: Stretch, text: str) -> bool:
    """Tell whether a stretch is for who is outside something that a text says to be in: 租用基地以外场所的, 住在孵化基地里."""
    beyond = OUTSIDE.search(one.opening)
    return beyond is not None and bool(re.search(rf"(?<![没不])(?:入驻|住|在|进)[^,;。，；]{{0,12}}{beyond['what']}(?!外|以外|之外)", text))


def _own(one: Stretch, found: Sequence[Stretch]) -> frozenset[str]:
    """The pairs of characters that open this stretch alone."""
    return pairs(core(FIGURE.sub("，", one.opening))).difference(*(pairs(core(other.opening)) for other in found if other is not one))


def _told(one: Stretch, found: Sequence[Stretch], text: str) -> int:
    """How much of what this stretch alone has a text holds: pairs of characters that open it, and what it counts by."""
    units = one.per.difference(*(other.per for other in found if other is not one))
    return len(_own(one, found) & pairs(text)) + any(re.search(rf"\d[万千百]?{unit}", text) for unit in units)


def _holds(bound: tuple[str, Decimal, str], text: str) -> bool | None:
    """Whether the one figure that a text tells in the unit of a bound keeps it, None where it tells none or several."""
    unit, limit, side = bound
    plain = re.sub(rf"[一两二三四五六七八九](?={unit})", lambda found: DIGITS.get(found.group(), found.group()), text)
    told = {
        Decimal(match["n"]) * SCALE.get(match["scale"] or "", 1)
        for match in re.finditer(rf"(?P<n>\d+(?:\.\d+)?)(?P<scale>[万千百])?{unit}", plain)
    }
    if len(told) != 1:
        return None
    value = next(iter(told))
    return value >= limit if side == "以上" else value <= limit if side in ("以下", "以内") else value == limit
