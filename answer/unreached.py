"""A question for what was reached in a year that plans only set targets for -> a refusal that says so, with the target as the nearest."""

import re
from collections.abc import Sequence
from datetime import date

from answer.number_answer import NumberAnswer
from answer.numbers_one import tell_values
from answer.series import Series
from answer.telling import Teller
from retriever.slots import Slots

BY_THE_DAY = {"大前年": -3, "前年": -2, "去年": -1, "今年": 0}
RELATIVE = re.compile(r"大前年|(?<!年)前年(?!均)|去年|今年")
NOW = re.compile(r"现在|目前|眼下|如今|当前|至今|截至今天")
ENDED = r"(?:没有?|了没有?|了吗|吗|了多少|了几|得怎么?样|得如何|情况)"
MET = re.compile(rf"达标{ENDED}|(?<![能会可])(?:完成|达到|达成|实现|兑现)(?:[^，。？?]{{0,6}}目标[^，。？?]{{0,2}})?{ENDED}")
RESULT = re.compile(
    rf"实际(?!要|需|得|该|上要|涨|增)|真正(?=到|有|达|做|完成|是多少)|最[终后](?=是|为|有|达|做|完成|到)|(?:做到|达到|完成|落到)了|{MET.pattern}"
)
OWN = re.compile(r"我(?!想|要|就|问|看|查|听)|公司|咱|本企业")  # an asker tells of himself
TOLD = re.compile(r"\d+(?:\.\d+)?\s*[%％万亿]")  # what last year's figure was
CLAUSE = re.compile(r"[，,；;。？?！!]")
BESIDE_AIM = re.compile(r"(?:比|离|与|和|跟)目标|规划(?=期|结束|到期)")  # what is aimed at is known
OVER = re.compile(r"(?:规划|计划|五年)期?(?:已经)?(?:满|结束|到期|收官)了?|期满了")
AIMED_AT = re.compile(r"目标|要|打算|计划|规划|想|应|需|力争|争取|预计|定(?:的|了|在|多少)")


def asks_result(text: str) -> bool:
    """Tell whether a question asks for what was reached, not for what is aimed at.

    >>> asks_result("去年有多少家"), asks_result("2025年真正到了多少"), asks_result("达标没"), asks_result("今年目标多少")
    (True, True, True, False)
    >>> asks_result("2025年要做到多少"), asks_result("再添多少才达标"), asks_result("现在多少家"), asks_result("五年前年均多少")
    (False, False, False, False)
    """
    clauses = [clause for clause in CLAUSE.split(text) if not OWN.search(clause)]
    told = any(RESULT.search(clause) or (RELATIVE.search(clause) and not TOLD.search(clause)) for clause in clauses)
    return any(map(MET.search, clauses)) or (told and not AIMED_AT.search(BESIDE_AIM.sub("", text)))


def year_meant(text: str, years: Sequence[int], today: date) -> int | None:
    """Return the one year that a result is asked of, None where several are named or none: last year's or today's by the day.

    >>> year_meant("去年有多少家", (), date(2026, 3, 1)), year_meant("现在实际多少", (), date(2026, 3, 1))
    (2025, 2026)
    """
    if years:
        return years[0] if len(years) == 1 else None
    if told := RELATIVE.search(text):
        return today.year + BY_THE_DAY[told.group()]
    return today.year if NOW.search(text) else None


def tell_unreached(teller: Teller, series: Sequence[Series], slots: Slots, today: date) -> NumberAnswer | None:
    """Say that no figure reached in the year asked for is known, and tell the last one reached and the target next to it.

    Args:
        teller: the answer in the making.
        series: the indicator's facts, a series a region asked about.
        slots: what is asked.
        today: the day asked.

    Returns:
        None where no result is asked for, or where one is known of any of the regions.
    """
    if not series or not asks_result(slots.text):
        return None
    year = year_meant(slots.text, slots.years, today)
    if year is None and (slots.years or not (MET.search(slots.text) or OVER.search(slots.text))):
        return None
    year = year or _last_due(series, today)
    if any(not _only_aimed(one, year, teller) for one in series):
        return None
    places = "、".join(dict.fromkeys(one.region for one in series))
    lacking = f"资料没有说明{places}{year}年的实际完成数，只有目标。"
    teller.draft.say(lacking)
    teller.draft.say("资料中最接近的内容：")
    told = [tell_values(teller, one, _nearest(one, year), slots) for one in series]
    return NumberAnswer(teller.draft, tuple(teller.facts), (), lacking) if all(told) else None


def _last_reached(series: Series) -> int:
    return max((year for year in series.years if series.at(year, targets=False)), default=0)


def _aims(series: Series) -> list[int]:
    """The years after all that was reached which a target is set for."""
    return [year for year in series.years if year > _last_reached(series) and series.at(year, targets=True)]


def _only_aimed(series: Series, year: int, teller: Teller) -> bool:
    """Tell whether a year comes after all that was reached, within or after a plan that aims at more."""
    plans = [teller.index.infos[fact.doc].years for aim in _aims(series) for fact in series.at(aim, targets=True)]
    return year > _last_reached(series) and any(period is None or period[0] <= year for period in plans)


def _last_due(series: Sequence[Series], today: date) -> int:
    """The last year up to this one that a target is set for, else the first one after."""
    aims = sorted({year for one in series for year in _aims(one)})
    return max((year for year in aims if year <= today.year), default=min(aims, default=today.year))


def _nearest(series: Series, year: int) -> tuple[int, ...]:
    """The target of the year, or the next to it with what was reached last."""
    aim = min(_aims(series), key=lambda one: (abs(one - year), -one))
    return (aim,) if aim == year or not _last_reached(series) else (_last_reached(series), aim)
