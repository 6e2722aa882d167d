"""What a condition measures, held against a profile: lengths of time, sums and shares."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal

from facts.days import days_in, later, moment_in, number
from facts.figures import FELL, GROWN, has_fallen, of_gauge, of_like_name, only_count, put_in, spent
from facts.likeness import core, overlap
from facts.profile import Profile
from facts.quantities import Quantity, find_quantities
from facts.shares import share_told
from facts.single_told import ONE, of_each, only_length
from facts.told import MONTHS, Told, in_ten_thousands, unit_class
from facts.traits import CLAUSE
from facts.verdict import Verdict, either

LENGTH = re.compile(
    r"(?P<noun>[^，。；、且并]{0,12}?)(?P<how>满|不超过|未满|不足|不满|不少于|不低于|不短于|超过|达到|在)?(?P<count>\d{1,3}|[一二三四五六七八九十两]{1,3})(?P<unit>年|个月|天)(?P<side>以上|及以上|以内|之内|内|以下)?(?!\d|期)"
)
AGE_NOUN = re.compile(r"经营年限|经营时间|存续|成立|注册|设立|创办|创立|正常经营|持续经营")
ABSENT = re.compile(r"(?:没有|无|未(?:发生|开展|有)?)[^，。；]{0,3}?(?P<noun>研发[^，。；的]{0,4})")
SIDE = re.compile(r"(?:但|且)?(?:不足|低于|不超过|不高于|不到|小于|高于|超过|不低于)?")
RUNNING = re.compile(r"连续|均|每年|各年")
EACH = re.compile(r"每(?:吸纳|新增|引进|培育|接收|招用|出口|新招)?$")  # a rate, no threshold
PRESENT = re.compile(r"(?<!没)有研发(?:活动|投入|费用)")
FALLS = re.compile(r"下降|降低|减少|降幅")
ADDED = re.compile(r"新增|新招|新引进|新入驻|又(?:招|来|买|增)")
FORECAST = re.compile(r"预计|估计|有望|计划|目标|打算|争取")
INCLUDED = re.compile(r"[（(]不?含(?:本数)?[)）]")
GROWS = re.compile(
    r"(?P<noun>研发(?:费用|投入|经费)|营业收入|营收|产值|销售额?|出口额?|税收)(?:(?:较|比|同比|实现|保持|正)[^,，;；。]{0,10}?增?长(?:的)?|(?:高于|多于)(?:前|上)[1一]?年度?)$"
)
FALLEN = re.compile(
    r"(?P<noun>研发(?:费用|投入|经费)|营业收入|营收|产值|销售额?|出口额?|税收)(?:较|比|同比)[^,，;；。]{0,10}?(?:下降|减少|降低)(?:的)?$"
)
HELD_UP = re.compile(
    r"(?P<noun>研发(?:费用|投入|经费)|营业收入|营收|产值|销售额?|出口额?|税收|零售额|进出口额?)[^,，;；。\d]{0,10}?(?:不|未|没有?)(?:出现)?(?:下降|减少|降低|下滑)"
)
BARE_GROWTH = re.compile(r"(?:年度|当年)?(?:同比|较(?:上|前)[1一]?年度?|比(?:上|前)[1一]?年度?)?(?:实现)?(?:增长|增速|增幅)(?:率)?")
CLEARLY_SAME = 0.5  # share of what grew that a rule must name
ROSE = re.compile(r"(?:比|较)(?:前|去|上)[1一]?年[^,;。]{0,3}(?:多|高|涨|增)")
UNSURE = re.compile(r"还是|有没有|没说|没算|不清|不知|多少|说不准|记不")
PERIOD, BUILT = re.compile(r"(?:建设|实施)(?:期|周期)|工期"), re.compile(r"建了|建设|施工|工期|干了")
PART = re.compile(r"其中.*(?:只有|仅)")
UP_TO = re.compile(r"\d[%％]?(?:\(含\)|含)?至$")  # the end of a range
AT_MOST = ("不超过", "以下")
LESS = re.compile(r"(?:不足|未满|(?<!不)(?:低于|小于|少于))$")
ABOVE = ("超过",)
FISCAL = re.compile(
    r"(?:设立|成立|注册|登记)[^,;]{0,4}?(?P<how>不足|不满|未满|满)(?P<count>[\d一二两三四五])个完整(?:的)?(?:会计|财务|自然)?年度"
)
MOVED = re.compile(r"迁入|迁到|搬到|搬来|迁来")
UNTIL = re.compile(r"\(?(?:计算(?:至|到)|截至|截止到?)\d{4}年\d{1,2}月\d{1,2}日\)?")  # the day on which a length of time is taken
SUMMER = 7  # when people leave school
SINCE = re.compile(r"日起$|[\u4e00-\u9fff]{2}后$")  # how long after something else
RENTED = re.compile(r"租(?!金|房补)")
FINE = re.compile(r"罚款|处罚|罚金|被罚")
PAST = re.compile(r"近$|过去$|连续$|最近$|前$")  # within which nothing must have been, or what is counted; no length of its own


def lengths(profile: Profile, body: str) -> Iterator[Verdict]:
    """How long ago something was: 登记注册满一年, 成立时间不超过3年, 缴纳社会保险满6个月."""
    for match in FISCAL.finditer(body):
        if not profile.founded or MOVED.search(profile.text):
            yield "unknown"
            continue
        first = profile.founded.year + ((profile.founded.month, profile.founded.day) != (1, 1))
        yield "met" if (profile.today.year - first >= (number(match["count"]) or 1)) == (match["how"] == "满") else "not_met"
    until = days_in(cut.group()) if (cut := UNTIL.search(body)) else []
    for match in LENGTH.finditer(UNTIL.sub("", body)):
        count = number(match["count"])
        if count is None or not (match["how"] or match["side"]) or PAST.search(match["noun"]) or SINCE.search(match["noun"]):
            continue
        least = match["how"] == "在" and "以上" in (match["side"] or "")
        most = (match["how"] in ("不超过", "未满", "不足", "不满", "在") and not least) or match["side"] in ("以内", "之内", "内", "以下")
        months = count * MONTHS[match["unit"]]
        if AGE_NOUN.search(match["noun"]):
            if not profile.founded:
                yield "unknown"
                continue
            reached = later(profile.founded, months=int(months)) <= (until[0] if until else profile.today)
            yield "met" if reached != most else "not_met"
        elif "毕业" in match["noun"] and (graduated := _graduated(profile)):
            yield "met" if (later(graduated, months=int(months)) <= profile.today) != most else "not_met"
        else:
            around = match["noun"] + body[match.end() : match.end() + 6]
            built = (
                [item for item in profile.told if item.unit == "月" and BUILT.search(item.words)] if PERIOD.search(match["noun"]) else []
            )
            rented = (
                [item for item in profile.told if item.unit == "月" and RENTED.search(item.words)] if RENTED.search(match["noun"]) else []
            )
            built = built or (rented if len({item.value for item in rented}) == 1 else [])
            told = of_gauge(profile, match["noun"], "月") or of_like_name(profile, around, "月") or next(iter(built), None)
            told = told or only_length(profile, match["noun"])
            yield _compared(told, months, "不超过" if most else "不低于")


def _graduated(profile: Profile) -> date | None:
    """When a person graduated, as told."""
    for match in CLAUSE.finditer(profile.text):
        if "毕业" not in match.group():
            continue
        named = re.search(r"(\d{4})[年届][^,]{0,4}毕业", match.group())
        day = date(int(named[1]), 1, 1) if named else moment_in(match.group(), profile.today)
        if day:
            return day.replace(month=SUMMER) if (day.month, day.day) == (1, 1) else day
    return None


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
        verdict = _of_each(profile, noun, quantity, before) or _against(profile, told, quantity, before)
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
    return re.sub(r"(?:达到?|不低于|不少于|超过|高于|不超过|以上|及|大于|至少|为|在|\s)+$", "", noun) or before


def _found(profile: Profile, noun: str, quantity: Quantity, body: str, about: str) -> Told | None:
    """The figure told of what a threshold is of: by its gauge, by its words, else the only one that can be meant."""
    unit = unit_class(quantity.unit)
    after = re.split(r"[，。；、,;]", body[quantity.end :])[0]
    if unit == "%" and FALLS.search(noun):  # 能耗下降5%: a rise below nothing
        grown = of_like_name(profile, FALLS.sub("增长", noun), unit)
        return replace(grown, value=-grown.value) if grown else None
    if unit == "%" and BARE_GROWTH.fullmatch(noun):
        return _growth_of(profile, about)
    told = (
        of_gauge(profile, noun, unit)
        or (share_told(profile, noun) if unit == "%" else None)
        or of_like_name(profile, noun, unit)
        or of_like_name(profile, after, unit)
    )
    if told or unit in ("%", "月") or "美元" in unit:
        return told
    return spent(profile, noun, about) or put_in(profile, noun, about) if unit == "元" else only_count(profile, unit, about)


def _of_each(profile: Profile, noun: str, quantity: Quantity, before: str) -> Verdict | None:
    """A threshold of each of several things (单户500万元以下), held against what is told of one; that some reach it is enough."""
    unit = unit_class(quantity.unit)
    if unit != "元" or not ONE.search(noun):
        return None
    limit, sign = in_ten_thousands(quantity.value, quantity.unit), _comparator(quantity, before)
    most = sign in (*AT_MOST, "低于")
    if each := [item for item in of_each(profile, unit) if most or ONE.match(item.words)]:
        return either(_compared(item, limit, sign) for item in each)
    if not most:
        return None
    sums = [item for item in profile.told if unit_class(item.unit) == unit and of_like_name(profile, noun + before, unit) == item]
    return "met" if sums and all(_compared(item, limit, sign) == "met" for item in sums) else "unknown"  # all of it is within the limit


def _growth_of(profile: Profile, about: str) -> Told | None:
    """The one growth told of something that a rule speaks of, where it only says 同比增长."""
    grown = [(item, GROWN.split(item.words)[0]) for item in profile.told if item.unit == "%" and GROWN.search(item.words)]
    found = {item.value: item for item, noun in grown if not core(noun) or overlap(core(noun), about) >= CLEARLY_SAME}
    return next(iter(found.values())) if len(found) == 1 else None


def _against(profile: Profile, told: Told | None, quantity: Quantity, before: str) -> Verdict:
    """A figure told, held against a threshold and what is said beside either."""
    limit, sign = in_ten_thousands(quantity.value, quantity.unit), _comparator(quantity, before)
    verdict = _compared(told, limit, sign)
    if verdict == "not_met" and told and _is_added(profile, told) and not ADDED.search(before):
        return "unknown"  # what was added is a part of the whole, which is not told
    if verdict != "met" or told is None:
        return verdict
    if quantity.high is not None and _beyond(told, quantity):
        return "not_met"
    parts = any(_part(item, told) and _compared(item, limit, sign) == "not_met" for item in profile.told)  # of a part of it less is told
    one_year = RUNNING.search(before) and not RUNNING.search(told.words)  # one year of several
    return "unknown" if parts or one_year or FORECAST.search(told.words) else "met"


def _is_added(profile: Profile, told: Told) -> bool:
    """Tell whether a count is told, by the words on either side of it, as what was added."""
    same = (item for item in profile.told if (item.value, item.unit) == (told.value, told.unit))
    return unit_class(told.unit) not in ("元", "%") and any(ADDED.search(item.words) for item in same)


def growth(profile: Profile, body: str) -> Iterator[Verdict]:
    """That something has grown, by no stated share: 研发费用较前一年度增长."""
    held = HELD_UP.search(body)  # that it did not fall
    match = held or GROWS.search(body) or FALLEN.search(body)
    if not match:
        return
    falls = match.re is FALLEN
    told = next(
        (item for item in profile.told if item.unit == "%" and "增长" in item.words and overlap(match["noun"], item.words) > 0), None
    )
    if told:
        yield "met" if (told.value < 0 if falls else told.value > 0 or (held and not told.value)) else "not_met"
        return
    clauses = [clause.group() for clause in CLAUSE.finditer(profile.text)]
    for at, clause in enumerate(clauses):
        about = clause + (clauses[at - 1] if at else "") + (clauses[at - 2] if at > 1 else "")
        if UNSURE.search(clause):
            continue
        if (more := ROSE.search(clause) or FELL.search(clause)) and overlap(match["noun"], about) > 0:
            yield "met" if (more.re is FELL) == falls else "not_met"
            return


def _beyond(told: Told, reach: Quantity) -> bool:
    """Tell whether a quantity is above a range; ranges of sums and shares follow on each other, so that they leave out their upper end."""
    high = in_ten_thousands(reach.high or reach.value, reach.unit)
    return told.value > high or (told.value == high and unit_class(reach.unit) in ("元", "%"))


def _part(item: Told, whole: Told) -> bool:
    """Tell whether a quantity told is a part of another: 开票310万,其中规上工业企业的只有150万."""
    return item.unit == whole.unit and item.value < whole.value and PART.search(item.words) is not None


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
    return "低于" if LESS.search(before) or UP_TO.search(before) else quantity.comparator or "不低于"
