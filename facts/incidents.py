"""Grounds that name what has befallen an applicant within some years (近三年发生较大以上事故), and a profile -> whether it has."""

import re
from datetime import date

from facts.days import later, moment_in, number
from facts.fines import LIMIT
from facts.likeness import core
from facts.profile import Profile
from facts.states import clause_of, doubtful, following, state
from facts.verdict import TURNED, Verdict, either

KINDS = (  # as rules name it, and as people tell it
    (re.compile(r"事故"), re.compile(r"事故|爆炸|火灾|伤(?:了)?人|致伤|死了人|(?<!政策)召回")),
    (re.compile(r"处罚|罚款|处分"), re.compile(r"处罚|罚(?!则|金|单)|罚单|罚金|处分|立案")),
)
FIELDS = (  # who fines, and for what
    re.compile(r"环境|环保|生态|污染|废气|废水|污水|排污|偷排|固废"),
    re.compile(r"税(?!前|后)"),
    re.compile(r"消防"),
    re.compile(r"统计"),
    re.compile(r"海关"),
    re.compile(r"市场监[管督]|价格|广告"),
)
HEAVY = re.compile(r"较大|重大|特大|严重|亡人|死亡|死了")
LIGHT = re.compile(r"一般|轻微|小(?:事故|处罚)|较小|简易|警告")
LEAST = re.compile(r"(?P<degree>较大|重大|严重)(?:及)?(?:以上)?[^,;、和]{0,10}$")
SPAN = re.compile(r"(?:近|最近|前|过去)?(?P<count>\d{1,2}|[一二三四五六七八九十两]{1,3})(?P<unit>年|个月)(?:度)?(?:之?内|来|以来)?")
LAST_YEAR = re.compile(r"上[1一]?年度|上年")
DENIES = re.compile(r"(?:无|未|没有|不得有?|不存在)[^,;]*$")
CLEAN = re.compile(
    r"(?:没有?|未|从来?没)(?:出|发生)过?(?:任何)?(?:事|问题|安全问题)(?!故|项)|没出(?:过)?问题|干干净净|清清白白|零事故|无(?:事故|处罚)"
)
WITHOUT = re.compile(r"(?:没有?|未|从未|无|零|不曾)[^,;。，；]{0,8}$")
CLAUSES = re.compile(r"[^,;。，；?？!！]+")
NAMED = 3  # characters of another thing that words name
LIST = re.compile(r"、|和|以及|及(?!以上)|或者?|与")


def befallen(profile: Profile, body: str) -> Verdict | None:
    """Return whether what some words name has befallen an applicant in the time that they name; None where nothing is told of it.

    Of words that ask for the contrary (近三年无较大以上事故) the contrary is returned. What is told without the day on
    which it depends is not known; without its weight it is as heavy as words ask.

    Args:
        profile: what is told.
        body: grounds of an exclusion, or a condition of good standing.
    """
    found: list[Verdict] = []
    for asked, told in KINDS:
        if not (named := asked.search(body)) or LIMIT.search(body):
            continue
        found += _told(profile, body, named, told)
    if not found:
        return None
    verdict = either(found) if len(found) > 1 else found[0]
    others = any(len(core(part)) >= NAMED and not any(kind.search(part) for kind, _ in KINDS) for part in LIST.split(body))
    if verdict == "not_met" and others:
        return None  # what else is named is not known by that
    return TURNED[verdict] if DENIES.search(body[: min(one.start() for kind, _ in KINDS if (one := kind.search(body)))]) else verdict


def _told(profile: Profile, body: str, named: re.Match[str], told: re.Pattern[str]) -> list[Verdict]:
    """What each mention of one kind comes to; that there was nothing of any kind is told in general words too."""
    text, found = profile.text, list[Verdict]()
    before = body[: named.start()]
    fields = [field for field in FIELDS if field.search(LIST.split(before)[-1] + named.group())]
    for match in told.finditer(text):
        low, high = clause_of(text, *match.span())
        clause = text[low:high]
        if fields and not any(field.search(clause) for field in fields) and not WITHOUT.search(text[low : match.start()]):
            continue
        if doubtful(clause):
            found.append("unknown")
        elif WITHOUT.search(text[low : match.start()]) or state(text, *match.span()) == "not_met":
            found.append("not_met")
        elif doubtful(clause, following(text, high)):
            found.append("unknown")
        else:
            found.append(_counts(profile, body, clause, _day(text, low, high, profile.today), before))
    if not found and CLEAN.search(text):
        found.append("not_met")
    return found


def _day(text: str, low: int, high: int, today: date) -> date | None:
    """When something was: by its own clause, else by the one before it in the sentence."""
    before = re.split(r"[。;；！!?？]", text[:low])[-1]
    stretches = [text[low:high], *reversed(CLAUSES.findall(before)[-1:])]
    return next((day for words in stretches if (day := moment_in(words, today))), None)


def _counts(profile: Profile, body: str, clause: str, when: date | None, before: str) -> Verdict:
    """Whether something told is as heavy and as late as words ask."""
    degree = LEAST.search(before)
    if degree and LIGHT.search(clause) and not HEAVY.search(clause):
        return "not_met"
    if degree and degree["degree"] == "重大" and "较大" in clause and "重大" not in clause:
        return "not_met"
    span = SPAN.search(body)
    if span is None and not LAST_YEAR.search(body):
        return "met"
    if when is None:
        return "unknown"
    last = date(when.year, 12, 31) if (when.month, when.day) == (1, 1) and "1月" not in clause else when
    if LAST_YEAR.search(body):
        return "met" if when.year == profile.today.year - 1 else "not_met"
    months = (number(span["count"]) or 0) * (12 if span["unit"] == "年" else 1) if span else 0
    first = later(profile.today, months=-months)
    if last < first.replace(day=1):
        return "not_met"
    return "met" if when >= first.replace(day=1) else "unknown" if last != when and when.year < first.year else "met"
