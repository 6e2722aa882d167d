"""What a condition asks of days and of places in an order, held against a profile: 2026年新认定, 署名前三位."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from facts.clause_traits import Said
from facts.days import DAY, days_in, moment_in, number
from facts.deeds import days_of
from facts.figures import ENOUGH
from facts.intervals import ALIKE
from facts.lengths import AGE_NOUN
from facts.likeness import core, likeness, overlap
from facts.profile import Profile
from facts.states import state
from facts.traits import CLAUSE, said_in
from facts.verdict import Verdict, either, every

BETWEEN = re.compile(rf"{DAY.pattern}(?:起)?(?:至|到|-|—){DAY.pattern}")
GAINED = re.compile(r"评|认定|获|拿|批|入选|通过|认下|下来|列入|挂牌")
LAST_NOUN = re.compile(r"的([\u4e00-\u9fff]{2,6}贷款)$")
SENTENCE = re.compile(r"[。;；\n？?！!]")
FOUNDED = re.compile(r"成立|注册|创办|开办|设立")
YEAR = re.compile(
    r"(?:(?P<year>20\d{2})年(?:度|内)?|上[1一]?年度)(?P<what>(?:首次|新|第一次|重新|再次|正式|复核|复审)*(?:经[^,;]{2,10}?)?(?:被)?"
    r"(?:认定|评|取得|获|通过|入选|设立|建成|列入|纳入|引进|迁入|入驻|进驻|升规|上规|备案|获批|新增|发布|颁布|授权))"
)
GOT = re.compile(r"(?:首次|新|第一次)*(?:取得|获(?![批评]))")  # by whoever tells of it, no matter when: a certificate of its staff
SINCE_YEAR = re.compile(r"(20\d{2})年(?:度)?(?:以来|以后|之后|起)")
SINCE = re.compile(rf"{DAY.pattern}(?:及)?(?:以后|之后|后|起|以来)")
BEFORE = re.compile(rf"{DAY.pattern}(?:及)?(?:以前|之前|前)")
PLACE = re.compile(
    r"(?:署名|排名|位次|位列|排序)[^,;]{0,4}(?:前(?P<first>[一二三四五六七八九十\d]{1,2})|第(?P<only>[一二三四五六七八九十\d]{1,2}))(?:位|名)?"
)
PLACE_TOLD = re.compile(r"(?:署名|排名|排|位列)[^,;。，]{0,3}第([一二三四五六七八九十\d]{1,2})")


def _since_founded(profile: Profile, limits: list[date], words: str) -> Verdict | None:
    """Whether the enterprise was founded in a time, where that is what is asked."""
    if not profile.founded or not AGE_NOUN.search(words):
        return None
    last = limits[1] if len(limits) > 1 else date.max
    return "met" if limits[0] <= profile.founded <= last else "not_met"


def moments(profile: Profile, body: str, subject: str) -> Iterator[Verdict]:
    """Days between or since which something was done."""
    if (match := YEAR.search(body)) and (match["year"] or not GOT.match(match["what"])):
        year = int(match["year"] or profile.today.year - 1)
        yield _done(profile, [date(year, 1, 1), date(year, 12, 31)], body[: match.start()] + body[match.start("what") :], subject)
        return
    if match := SINCE_YEAR.search(body):
        limits = [date(int(match[1]), 1, 1)]
        yield _since_founded(profile, limits, body) or _done(profile, limits, body.replace(match.group(), ""), subject)
        return
    if (due := BEFORE.search(body)) and (limits := days_in(due.group())):
        yield _in_time(profile, limits[0], core(body[due.end() :])[:2])
        return
    for pattern, wants in ((BETWEEN, 2), (SINCE, 1)):
        match = pattern.search(body)
        if match:
            limits = days_in(match.group())
            if len(limits) == wants:
                yield _since_founded(profile, limits, body) or _done(profile, limits, body[: match.start()] + body[match.end() :], subject)
            return


def _in_time(profile: Profile, limit: date, deed: str) -> Verdict:
    """Whether the one day or month told of a deed is not after a limit."""
    found = {when for match in CLAUSE.finditer(profile.text) if deed in match.group() and (when := moment_in(match.group(), profile.today))}
    when = found.pop() if len(deed) > 1 and len(found) == 1 else None
    if when is None or when == date(limit.year, 1, 1):  # a year alone
        return "unknown"
    if (when.year, when.month) != (limit.year, limit.month):
        return "met" if when < limit else "not_met"
    return "met" if (limit + timedelta(days=1)).month != limit.month else "unknown"


def _done(profile: Profile, limits: list[date], words: str, subject: str) -> Verdict:
    last = limits[1] if len(limits) > 1 else date.max
    done = {"met" if limits[0] <= _latest(day) and day <= last else "not_met" for day in days_of(profile, words)}
    if len(done) == 1:
        return "met" if "met" in done else "not_met"
    if (own := _of_its_own(profile, words)) is not None:
        return "met" if limits[0] <= _latest(own) and own <= last else "not_met"
    traits = {said.id for said in said_in(subject)}
    grades = {grade for said in said_in(subject) for grade in said.grades}
    carried: date | None = None
    if (of_deeds := _of_deeds(profile, limits[0], last, words)) is not None:
        return of_deeds
    before: list[Said] = []  # what was named before, of which a clause may tell the day: 省级绿色工厂,去年10月评的
    named: list[Verdict] = []  # of the things named, one after the other, of which one is enough
    for match in CLAUSE.finditer(profile.text):
        if match.start() and SENTENCE.match(profile.text, match.start() - 1):
            carried, before = None, []
        carried = moment_in(match.group(), profile.today) or (None if FOUNDED.search(match.group()) else carried)
        when = carried
        said = said_in(match.group())
        about = [one for one in said if one.id in traits and (not grades or grades & set(one.grades))]
        goes_on = before and not said and GAINED.search(match.group()) and moment_in(match.group(), profile.today)
        about, before = about or (before if goes_on else []), about or ([] if said else before)
        bare = core(_undated(match.group()))
        said_so = max(overlap(bare, words), overlap(core(words), bare), overlap(bare, subject), likeness(core(words), bare)) >= ENOUGH
        if when and about:
            named.append("met" if limits[0] <= _latest(when) and when <= last else "not_met")
        elif when and said_so and not named:
            return "met" if limits[0] <= _latest(when) and when <= last else "not_met"
    return either(named) if named else "unknown"


def _of_deeds(profile: Profile, first: date, last: date, words: str) -> Verdict | None:
    """Whether the deeds that words name, by any of their names, were done between two days; None where no day is told of one."""
    days: list[date] = []
    for kin in ALIKE:
        if not any(name in words for name in kin):
            continue
        told = set()
        for match in CLAUSE.finditer(profile.text):
            at = next((place for name in kin if (place := match.group().find(name)) >= 0), -1)
            when = moment_in(match.group(), profile.today) if at >= 0 else None
            if when and state(profile.text, match.start() + at, match.start() + at + 2) == "met":
                told.add(when)
        if len(told) == 1:
            days.append(told.pop())
    return every("met" if first <= _latest(day) and day <= last else "not_met" for day in days) if days else None


def _latest(when: date) -> date:
    """The last day that a moment told may mean: a year alone is any day of it."""
    return date(when.year, 12, 31) if (when.month, when.day) == (1, 1) else when


def _of_its_own(profile: Profile, words: str) -> date | None:
    """When what stands last in some words was, where a clause that bears a date names it: 新发放的流动资金贷款."""
    named = LAST_NOUN.search(words)
    clauses = (match.group() for match in CLAUSE.finditer(profile.text) if named and named[1] in match.group())
    days = {day for clause in clauses if (day := moment_in(clause, profile.today))}
    return next(iter(days)) if len(days) == 1 else None


def places(profile: Profile, body: str, subject: str) -> Iterator[Verdict]:
    """A place in an order: 标准文本署名前三位, 第一完成单位; held against the place told of the same thing."""
    match = PLACE.search(body)
    limit = number(match["first"] or match["only"] or "") if match else None
    if not match or not limit:
        return
    before, told = "", []
    for clause in CLAUSE.finditer(profile.text):
        if (found := PLACE_TOLD.search(clause.group())) and (rank := number(found[1])):
            sentence = len(SENTENCE.findall(profile.text[: clause.start()]))
            told.append((overlap(core(before + clause.group()), subject), sentence, rank))
        before = clause.group()
    if not told:
        yield "unknown"
        return
    nearest = max(told)[1]
    yield "met" if any(rank <= limit for _, sentence, rank in told if sentence == nearest) else "not_met"


def _undated(clause: str) -> str:
    return re.sub(r"[\d年月日]|今|去年", "", clause)
