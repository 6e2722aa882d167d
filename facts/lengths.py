"""How long something must have been, held against a profile."""

import re
from collections.abc import Iterator
from datetime import date

from facts.comparisons import compared
from facts.days import days_in, later, moment_in, number
from facts.figures import of_gauge, of_like_name
from facts.profile import Profile
from facts.running import run_for
from facts.single_told import only_length
from facts.told import MONTHS
from facts.traits import CLAUSE
from facts.verdict import Verdict

LENGTH = re.compile(
    r"(?P<noun>[^，。；、且并]{0,12}?)(?P<how>满|不超过|未满|不足|不满|不少于|不低于|不短于|超过|达到|在)?(?P<count>\d{1,3}|[一二三四五六七八九十两]{1,3})(?P<unit>年|个月|天)(?P<side>以上|及以上|以内|之内|内|以下)?(?!\d|期)"
)
AGE_NOUN = re.compile(r"经营年限|经营时间|存续|成立|注册|(?<!合同)登记|设立|创办|创立|正常经营|持续经营")
RAN = re.compile(r"经营(?!收入|额|范围)|营业(?!收入|额|面积|执照)|开业|开张|开了")  # how long a firm of which no founding is told has run
PERIOD, BUILT = re.compile(r"(?:建设|实施)(?:期|周期)|工期"), re.compile(r"建了|建设|施工|工期|干了")
FISCAL = re.compile(
    r"(?:设立|成立|注册|登记)[^,;]{0,4}?(?P<how>不足|不满|未满|满)(?P<count>[\d一二两三四五])个完整(?:的)?(?:会计|财务|自然)?年度"
)
MOVED = re.compile(r"迁入|迁到|搬到|搬来|迁来")
UNTIL = re.compile(r"\(?(?:计算(?:至|到)|截至|截止到?)\d{4}年\d{1,2}月\d{1,2}日\)?")  # the day on which a length of time is taken
FRESH = re.compile(r"应届|(?:刚|新|才)[^,;。]{0,2}毕业")
SUMMER = 7  # when people leave school
SINCE = re.compile(r"日起$|[\u4e00-\u9fff]{2}后$")  # how long after something else
RENTED = re.compile(r"租(?!金|房补)")
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
                ran = {item.value: item for item in profile.told if item.unit == "月" and RAN.search(item.words)}
                yield compared(next(iter(ran.values())), months, "不超过" if most else "不低于") if len(ran) == 1 else "unknown"
                continue
            reached = later(profile.founded, months=int(months)) <= (until[0] if until else profile.today)
            yield "met" if reached != most else "not_met"
        elif "毕业" in match["noun"]:
            graduated = _graduated(profile)
            if graduated is None:
                yield "met" if most and FRESH.search(profile.text) else "unknown"
                continue
            yield "met" if (later(graduated, months=int(months)) <= profile.today) != most else "not_met"
        else:
            around = match["noun"] + body[match.end() : match.end() + 6]
            built = (
                [item for item in profile.told if item.unit == "月" and BUILT.search(item.words)] if PERIOD.search(match["noun"]) else []
            )
            rented = [item for item in profile.told if item.unit == "月" and RENTED.search(item.words)] if RENTED.search(around) else []
            built = built or (rented if len({item.value for item in rented}) == 1 else [])
            told = (
                run_for(profile, match["noun"])
                or of_gauge(profile, match["noun"], "月")
                or of_like_name(profile, around, "月")
                or next(iter(built), None)
            )
            told = told or only_length(profile, match["noun"])
            yield compared(told, months, "不超过" if most else "不低于")


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
