"""Sums, counts and shares that a condition asks for, held against a profile."""

import re
from collections.abc import Iterator
from dataclasses import replace

from facts.comparisons import AT_MOST, comparator, compared
from facts.figures import GROWN, has_fallen, of_deed, of_gauge, of_like_name, only_count, put_in, spent
from facts.lengths import FISCAL
from facts.likeness import core, overlap
from facts.narrower import narrowed
from facts.parts_left_out import counted
from facts.profile import Profile
from facts.quantities import Quantity, find_quantities
from facts.shares import share_told
from facts.single_told import ONE, of_each
from facts.states import doubts
from facts.told import Told, in_ten_thousands, unit_class
from facts.verdict import Verdict, either

ONE_OF = re.compile(r"^(?:其中|有)?(?:另|再|还有)?[一1](?:条|家|处|座|场|台|款|辆|栋|间)")  # one of several, told one by one
ABSENT = re.compile(r"(?:没有|无|未(?:发生|开展|有)?)[^，。；]{0,3}?(?P<noun>研发[^，。；的]{0,4})")
SIDE = re.compile(r"(?:但|且)?(?:不足|低于|不超过|不高于|不到|小于|高于|超过|不低于)?")
RUNNING = re.compile(r"连续|均|每年|各年")
EACH = re.compile(r"每(?:吸纳|新增|引进|培育|接收|招用|出口|新招)?$")  # a rate, no threshold
PRESENT = re.compile(r"(?<!没)有研发(?:活动|投入|费用)")
FALLS = re.compile(r"下降|降低|减少|降幅")
ADDED = re.compile(r"新增|新招|新引进|新入驻|又(?:招|来|买|增)")
FORECAST = re.compile(r"预计|估计|有望|计划|目标|打算|争取")
INCLUDED = re.compile(r"[（(]不?含(?:本数)?[)）]")
FINE = re.compile(r"罚款|处罚|罚金|被罚")
BARE_GROWTH = re.compile(r"(?:年度|当年)?(?:同比|较(?:上|前)[1一]?年度?|比(?:上|前)[1一]?年度?)?(?:实现)?(?:增长|增速|增幅)(?:率)?")
NAMED = 2  # first characters of a noun by which a doubt speaks of it
BARE_INCREASE = re.compile(r"(?:年度|当年)?(?:的)?(?:增量|增加额|增长额|增长量)(?:部分)?")
CLEARLY_SAME = 0.5  # share of what grew that a rule must name
PART = re.compile(r"其中.*(?:只有|仅)")


def amounts(profile: Profile, body: str, about: str = "") -> Iterator[Verdict]:
    """Thresholds: 研发费用500万元以上, 从业人数不超过50人, 500万元(含)-1000万元; and what there must be none of."""
    body = FISCAL.sub("", INCLUDED.sub("", body))
    for match in ABSENT.finditer(body):
        told = of_gauge(profile, match["noun"], "元")
        yield "unknown" if told is None else "met" if told.value == 0 else "not_met"
    if PRESENT.search(body) and (told := of_gauge(profile, "研发费用", "元")):
        yield "met" if told.value else "not_met"
    found: list[Verdict] = []
    last, noun = -1, ""
    for quantity in find_quantities(body, 0, len(body)):
        unit, before = unit_class(quantity.unit), body[: quantity.start]
        if unit in ("年", "次") or body[quantity.end : quantity.end + 1] == "月" or EACH.search(before):
            continue
        if FINE.search(body[max(0, quantity.start - 6) : quantity.end + 8]):
            found.append("unknown")  # by how much one was fined is read apart
            continue
        noun = _noun(before, noun)
        told = _found(profile, noun, quantity, body, about or body)
        told = counted(profile, told, about or body) if told and unit == "元" else told
        verdict = _of_each(profile, noun, quantity, body) or _against(profile, told, quantity, before, _with_end(body, quantity, about))
        if told is None and unit == "%" and GROWN.search(noun) and has_fallen(profile, noun):
            verdict = "not_met"
        if found and body[last : quantity.start] in ("、", "和", "或"):  # 突破5000万元、1亿元、5亿元: the lowest is enough
            found[-1] = "met" if "met" in (found[-1], verdict) else found[-1]
        else:
            found.append(verdict)
        last = quantity.end
    yield from found


def _noun(before: str, last: str) -> str:
    """What a figure is a figure of, by the words before it; that of the last one where it only goes on: 1000万元以上、不足5000万元."""
    noun = re.split(r"[，。；、且并]", before)[-1]
    noun = last if SIDE.fullmatch(noun) else noun
    return re.sub(r"(?:达到?|不低于|不少于|超过|高于|不超过|不足|低于|少于|小于|以上|及|大于|至少|为|在|\s)+$", "", noun) or before


def _found(profile: Profile, noun: str, quantity: Quantity, body: str, about: str) -> Told | None:
    """The figure told of what a threshold is of: by its gauge, by its words, else the only one that can be meant."""
    unit, profile = unit_class(quantity.unit), narrowed(profile, noun)
    after = re.split(r"[，。；、,;]", body[quantity.end :])[0]
    if unit == "%" and FALLS.search(noun):  # 能耗下降5%: a rise below nothing
        grown = of_like_name(profile, FALLS.sub("增长", noun), unit)
        return replace(grown, value=-grown.value) if grown else None
    if unit == "%" and BARE_GROWTH.fullmatch(noun):
        return _growth_of(profile, about)
    if BARE_INCREASE.fullmatch(noun) and (more := _increase_of(profile, unit, about)):
        return more
    told = (
        of_gauge(profile, noun, unit)
        or (share_told(profile, noun) if unit == "%" else None)
        or of_like_name(profile, noun, unit)
        or of_like_name(profile, after, unit)
        or (of_like_name(profile, noun, "个") if unit == "人" else None)
    )
    if told or unit in ("%", "月") or "美元" in unit:
        return told
    return (
        of_deed(profile, noun) or spent(profile, noun, about) or put_in(profile, noun, about)
        if unit == "元"
        else _counted(profile, unit, about, noun + after)
    )


def _counted(profile: Profile, unit: str, about: str, noun: str) -> Told | None:
    """The only count of a unit that can be meant, unless the profile says of what is counted that it does not know."""
    unsure = any(noun[:NAMED] in doubt for doubt in doubts(profile.text))
    return None if unsure else only_count(profile, unit, about, noun)


def _of_each(profile: Profile, noun: str, quantity: Quantity, body: str) -> Verdict | None:
    """A threshold of each of several things (单户500万元以下), held against what is told of one; that some reach it is enough."""
    unit = unit_class(quantity.unit)
    if unit != "元" or not ONE.search(noun):
        return None
    limit, sign = in_ten_thousands(quantity.value, quantity.unit), comparator(quantity, body[: quantity.start])
    most = sign in (*AT_MOST, "低于")
    if each := [item for item in of_each(profile, unit) if most or ONE.match(item.words)]:
        return either(compared(item, limit, sign) for item in each)
    if not most:
        return None
    after = re.split(r"[，。；、,;]", body[quantity.end :])[0]
    whole = of_like_name(profile, noun, unit) or of_like_name(profile, after, unit)
    return "met" if compared(whole, limit, sign) == "met" else "unknown"  # all of it is within the limit


def _growth_of(profile: Profile, about: str) -> Told | None:
    """The one growth told of something that a rule speaks of, where it only says 同比增长."""
    grown = [(item, GROWN.split(item.words)[0]) for item in profile.told if item.unit == "%" and GROWN.search(item.words)]
    found = {item.value: item for item, noun in grown if not core(noun) or overlap(core(noun), about) >= CLEARLY_SAME}
    return next(iter(found.values())) if len(found) == 1 else None


def _increase_of(profile: Profile, unit: str, about: str) -> Told | None:
    """By how much the one thing grew that a rule speaks of, where it only says 增量."""
    more = [item for item in profile.told if unit_class(item.unit) == unit and item.words.endswith("增加额")]
    found = {item.value: item for item in more if overlap(core(item.words.removesuffix("增加额")), about) >= CLEARLY_SAME}
    return next(iter(found.values())) if len(found) == 1 else None


def _with_end(body: str, quantity: Quantity, about: str) -> bool:
    """Tell whether a rule says of a range that its upper end belongs to it: 2000万元至4亿元（含）."""
    end = re.split(r"至|到|-|—|~", body[quantity.start : quantity.end])[-1]
    return quantity.high is not None and re.search(rf"{re.escape(end)}[（(]含[)）](?!至|到|-|以上)", about) is not None


def _against(profile: Profile, told: Told | None, quantity: Quantity, before: str, with_end: bool = False) -> Verdict:
    """A figure told, held against a threshold and what is said beside either."""
    limit, sign = in_ten_thousands(quantity.value, quantity.unit), comparator(quantity, before)
    verdict = compared(told, limit, sign)
    if told and ONE_OF.search(told.words) and any(compared(one, limit, sign) != verdict for one in _beside(profile, told)):
        return "unknown"  # one of several that are told one by one reaches it, another does not
    if verdict == "not_met" and told and _is_added(profile, told) and not ADDED.search(before):
        return "unknown"  # what was added is a part of the whole, which is not told
    if verdict != "met" or told is None:
        return verdict
    if (
        quantity.high is not None
        and _beyond(told, quantity)
        and not (with_end and told.value == in_ten_thousands(quantity.high, quantity.unit))
    ):
        return "not_met"
    parts = any(_part(item, told) and compared(item, limit, sign) == "not_met" for item in profile.told)  # of a part of it less is told
    one_year = RUNNING.search(before) and not RUNNING.search(told.words)  # one year of several
    return "unknown" if parts or one_year or FORECAST.search(told.words) else "met"


def _beside(profile: Profile, told: Told) -> list[Told]:
    """The others of several things that are told one by one, in the same unit: 一条飞2500架次，一条5000架次."""
    return [one for one in profile.told if one.unit == told.unit and one.value != told.value and ONE_OF.search(one.words)]


def _is_added(profile: Profile, told: Told) -> bool:
    """Tell whether a count is told, by the words on either side of it, as what was added."""
    same = (item for item in profile.told if (item.value, item.unit) == (told.value, told.unit))
    return unit_class(told.unit) not in ("元", "%") and any(ADDED.search(item.words) for item in same)


def _beyond(told: Told, reach: Quantity) -> bool:
    """Tell whether a quantity is above a range; ranges of sums and shares follow on each other, so that they leave out their upper end."""
    high = in_ten_thousands(reach.high or reach.value, reach.unit)
    return told.value > high or (told.value == high and unit_class(reach.unit) in ("元", "%"))


def _part(item: Told, whole: Told) -> bool:
    """Tell whether a quantity told is a part of another: 开票310万,其中规上工业企业的只有150万."""
    return item.unit == whole.unit and item.value < whole.value and PART.search(item.words) is not None
