"""Rules of when a measure's matter must have happened, and a profile -> whether it happened then.

A rule is kept as a condition whose reading begins with 事项: 事项发生在2026年1月1日以后; 事项在上一年度，每年5月31日截止 (or without
the day); 事项在12个月内.
"""

import re
from datetime import date

from facts.days import days_in, later, moment_in
from facts.likeness import core, overlap, pairs
from facts.profile import FOUNDED, Profile
from facts.traits import CLAUSE, plain, said_in
from facts.verdict import Verdict

LEAD = "事项"
YEARLY = re.compile(r"上[一1]?年度[^\d]*(\d{1,2})月(\d{1,2})日截止")
LAST_YEAR = re.compile(r"在上[一1]?年度$")
ROLLING = re.compile(r"在(\d{1,2})个月内")
WHEN = re.compile(
    r"(?:哪年|哪一年|哪[个天]|什么时候|啥时候|何时|几月)[^，。；,;]{0,10}(?:忘|不记得|记不|不清|不知|查|问)|(?:哪年|什么时候|啥时候)[^，。；,;]{0,6}$|"
    r"(?:[去今前]年|\d{4}年|\d{1,2}月|年[初底末])[^，。；,;]{0,6}还是[^，。；,;]{0,6}(?:[去今前]年|\d{4}年|\d{1,2}月|年[初底末])|"
    r"(?:记不|不记得|不清楚|忘了)[^,;。]{0,10}是\d{4}年[^,;。]{0,6}还是"
)
STARS = re.compile(r"([1-5])a")
LIKE = 0.5  # share of a clause's pairs of characters that stand in the measure's words, from which it tells of its matter
SENTENCE = re.compile(r"[。;；？?！!]")
LEAST = 3  # pairs of characters that a clause without a known recognition must have
OF_YEAR = re.compile(r"(?:上[一1]?|\d{4})年度[^，。；]{0,10}(?:费用|投入|收入|产值)")  # figures of a year: nothing that happens on a day
GRADUATED = re.compile(r"\d{4}[年届](?=[^,]{0,4}毕业)")  # when others left school is no day of the matter
MOVED = re.compile(r"迁|搬")
GOES_ON = re.compile(r"升(?:成|为|到|级|格|了)|[过评拿]了|完工|竣工|投产|验收|建成")  # what then came of what the sentence has named
DAY = re.compile(r"\d{1,2}月(?P<day>\d{1,2})[日号]")
FIRST_MONTH = re.compile(r"(?<!\d)1月|一月|元月")
HALF = re.compile(r"([上下])半年")
PLAN = re.compile(r"打算|准备|计划|想|希望|明年|有效期|到期")


def ruled_on(reading: str) -> bool:
    """Tell whether a condition is a rule of when the matter must have happened."""
    return reading.startswith(LEAD)


def limits_of(reading: str, today: date) -> tuple[date, date]:
    """Return the first and the last day that a rule allows for a matter asked about on a day.

    >>> limits_of("事项在上一年度，每年5月31日截止", date(2027, 6, 20))[0]
    datetime.date(2027, 1, 1)
    """
    if match := YEARLY.search(reading):
        closes = date(today.year, int(match[1]), int(match[2]))
        return date(today.year - (today <= closes), 1, 1), date(today.year - 1, 12, 31) if today <= closes else date.max
    if LAST_YEAR.search(reading):
        return date(today.year - 1, 1, 1), date.max  # until when is not told: what is of this year can be applied for in the next
    if match := ROLLING.search(reading):
        return later(today, months=-int(match[1])), date.max
    days = days_in(reading)
    return days[0], days[1] if len(days) > 1 else date.max


def matter(profile: Profile, reading: str, subject: str) -> Verdict:
    """Return whether what a profile tells of a measure's matter happened when the rule asks for it; once is enough."""
    first, last = limits_of(reading, profile.today)
    days = [] if OF_YEAR.search(subject) else happened(profile, subject)
    if not days:
        return "unknown"
    if not any(first <= end and start <= last for start, end in days):
        return "not_met"
    rolling = ROLLING.search(reading) is not None  # the limit is a day, which may lie within the month told
    return "met" if not rolling or any(first <= start for start, _ in days) else "unknown"


def straddles(profile: Profile, reading: str, subject: str) -> bool:
    """Tell whether a matter has happened in a month or a year that the limit of a rolling rule lies within."""
    if not ROLLING.search(reading) or OF_YEAR.search(subject):
        return False
    first, _ = limits_of(reading, profile.today)
    days = happened(profile, subject)
    return bool(days) and not any(first <= start for start, _ in days) and any(first <= end for _, end in days)


def doubted(profile: Profile, subject: str) -> bool:
    """Tell whether a profile says of a measure's matter that its day is not known: 4A级资质有,哪年评的不记得了."""
    subject = plain(subject)
    ids, stars = {said.id for said in said_in(subject)}, set(STARS.findall(subject.lower()))
    before = ""
    for match in CLAUSE.finditer(profile.text):
        own = {said.id for said in said_in(before)} & ids or set(STARS.findall(before)) & stars
        if WHEN.search(match.group()) and (own or overlap(core(before), subject) >= LIKE):
            return True
        before = before + match.group() if WHEN.search(match.group()) or "不是" in match.group() else match.group()
    return False


def _span(clause: str, today: date) -> tuple[date, date] | None:
    """The first and last day that a clause may mean: of a day, of a month, of half a year, or of a year alone."""
    start = moment_in(GRADUATED.sub("", clause), today)
    if start is None:
        return None
    if (exact := DAY.search(clause)) and (start.day == 1 or days_in(clause)):
        day = start if days_in(clause) else _on(start, int(exact["day"]))
        return day, day
    if (start.month, start.day) == (1, 1) and not FIRST_MONTH.search(clause):
        if half := HALF.search(clause):
            return (start.replace(month=7), start.replace(month=12, day=31)) if half[1] == "下" else (start, start.replace(month=6, day=30))
        return start, start.replace(month=12, day=31)
    return start, date.fromordinal(later(start, months=1).toordinal() - 1)


def _on(start: date, day: int) -> date:
    """A day of the month that starts on another; its last where it has no such day."""
    return min(date.fromordinal(start.toordinal() + day - 1), date.fromordinal(later(start, months=1).toordinal() - 1))


def happened(profile: Profile, subject: str) -> list[tuple[date, date]]:
    """Return when the matter of a measure happened, from and to which day, by each dated clause that tells of it."""
    subject = plain(subject)
    asked = said_in(subject)
    grades = {grade for said in asked for grade in said.grades}
    found = []
    for sentence in SENTENCE.split(profile.text):
        carried: tuple[date, date] | None = None
        named = False  # the sentence has named the matter
        for match in CLAUSE.finditer(sentence):
            clause = match.group()
            own = _span(clause, profile.today)
            carried = None if FOUNDED.search(clause) and not MOVED.search(clause) else own or carried
            if carried is None or PLAN.search(clause):
                continue
            told = [said for said in said_in(clause) if said.id in {item.id for item in asked}]
            same = any(not grades or not said.grades or grades & set(said.grades) for said in told)
            words = core(re.sub(r"[\d年月日今去]", "", clause))
            like = not told and len(pairs(words)) >= LEAST and overlap(words, subject) >= LIKE
            goes_on = named and not said_in(clause) and own is not None and GOES_ON.search(clause)
            named = named or bool(told) or like
            if same or like or goes_on:
                found.append(carried)
    return found
