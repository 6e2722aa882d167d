"""A yearly growth that a plan sets -> what it makes of a figure in some years, held against a doubling or the plan's own target."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from answer.formula import PRECISE, SHARES, Result, Term, rounded
from answer.numbers_change import number_at
from answer.quantity import decimal, plain_number
from answer.series import Series, gather_series
from answer.telling import Teller, short_name
from facts.fact import Fact
from facts.indicators import folded, load_indicators
from index.numerals import numeral
from retriever.slots import Slots

YEARLY = re.compile(
    r"(?:年均|每年|逐年|一年)[^，。？?]{0,8}?(?:增[长速幅加]?|涨|提高|递增|\d+(?:\.\d+)?%)|"
    r"(?:增速|涨幅|增幅|\d+(?:\.\d+)?%)[^，。？?]{0,6}(?:年均|每年|逐年)"
)
ONWARDS = re.compile(
    r"(?:按|照|以|用)[^。？?]{0,24}(?:滚|推算|测算|计算|推下|算[，下来出到，能够]|算$|递增|复合|涨|增)|"
    r"(?P<n>\d{1,2}|[两二三四五六七八九十])年(?:下来|滚|之?后|以后|复合|累计|能|够|可以|是|就|涨|翻)"
)
SPAN = re.compile(r"(?<!\d)(?P<n>\d{1,2}|[两二三四五六七八九十])年(?!均|[规期份])")
COMES_TO = re.compile(r"翻|几倍|多少倍|能?到多少|[是有会达为]多少|够(?:得|不)?[到上着]?|对得上|到得了|达得到|能不能|能到|能达")
RATE = re.compile(r"(?P<rate>\d+(?:\.\d+)?)\s*(?:%|％|个点)")
DOUBLES = re.compile(r"翻|倍增|加倍")
DOUBLED = Decimal(2)
SHORTEST = 4  # characters of a name that a question shares with what grows
LONGEST = 20  # years


@dataclass(frozen=True, slots=True)
class CompoundAsked:
    """What is to be reckoned onwards.

    Attributes:
        rate: the growth a year that the question names, in %, None where it names none.
        years: over how many, None where it does not say.
        doubling: whether it asks for a doubling.
    """

    rate: Decimal | None
    years: int | None
    doubling: bool


def compound_asked(text: str) -> CompoundAsked | None:
    """Return what a question wants reckoned onwards by a yearly growth, None where it does not.

    >>> compound_asked("营收年均涨15%以上，按15%滚五年能翻番吗")
    CompoundAsked(rate=Decimal('15'), years=5, doubling=True)
    >>> compound_asked("高企年均增长多少"), compound_asked("年均增长15%以上的是什么")
    (None, None)
    """
    onwards = ONWARDS.search(text)
    if not onwards or not YEARLY.search(text) or not COMES_TO.search(text):
        return None
    rate = RATE.search(text)
    span = SPAN.search(text)
    years = (int(span["n"]) if span["n"].isdigit() else numeral(span["n"])) if span else None
    return CompoundAsked(Decimal(rate["rate"]) if rate else None, years if years and years <= LONGEST else None, bool(DOUBLES.search(text)))


def tell_compounded(teller: Teller, asked: CompoundAsked, ids: Sequence[str], facts: Sequence[Fact], slots: Slots) -> bool:
    """Tell what a growth a year that a plan sets makes in some years; say whether it was told.

    Args:
        teller: the answer in the making.
        asked: the growth and the years.
        ids: indicators that the question names.
        facts: those of the region.
        slots: what is asked.
    """
    rates = [fact for fact in facts if _is_rate(fact) and _is_meant(fact, ids, slots.text)]
    if asked.rate is not None:
        rates = [fact for fact in rates if decimal(fact.value) == asked.rate]
    aims = [fact for fact in rates if fact.kind == "target"] or rates
    if len({(fact.scope, fact.indicator) for fact in aims}) != 1:
        return False
    fact = aims[0]
    series = _level(fact, ids, facts)
    base, goal = _ends(series, fact, slots.years) if series else (None, None)
    stretch = max(slots.years) - min(slots.years) if len(slots.years) > 1 else 0
    years = asked.years or stretch or ((goal.year or 0) - (base.year or 0) if base and goal else _span(fact, teller))
    if not 1 < years <= LONGEST:
        return False
    return _told(teller, fact, years, base, goal, doubling=asked.doubling)


def _is_rate(fact: Fact) -> bool:
    return fact.unit in SHARES and "年均" in f"{fact.comparator}{fact.name}" and decimal(fact.value) is not None and not fact.value_high


def _is_meant(fact: Fact, ids: Sequence[str], text: str) -> bool:
    """Whether a question is about what grows: by its id, or by the words of its name."""
    name, said = folded(short_name(fact.name)), folded(text)
    return fact.indicator in ids or any(name[at : at + SHORTEST] in said for at in range(max(1, len(name) - SHORTEST + 1)))


def _level(rate: Fact, ids: Sequence[str], facts: Sequence[Fact]) -> Series | None:
    """The figures of what grows, where they are told apart from its growth: of the indicator that the rate or the question names."""
    name = folded(short_name(rate.name))
    known = [one for one in ids if one in load_indicators() and any(name in folded(alias) for alias in load_indicators()[one].aliases)]
    for one in dict.fromkeys([*known, *ids]):
        for series in gather_series([fact for fact in facts if not _is_rate(fact)], [one], (rate.region,)):
            if series.scope == rate.scope and series.facts and series.facts[0].unit not in SHARES:
                return series
    return None


def _ends(series: Series, rate: Fact, years: Sequence[int]) -> tuple[Fact | None, Fact | None]:
    """The figure of the first of several years asked about, else the last one reached before the growth's year; the target for the end."""
    if len(years) > 1:
        return number_at(series, min(years), None), number_at(series, max(years), True)
    goal = number_at(series, rate.year, True) if rate.year else None
    return (series.base(rate.year), goal) if rate.year and goal else (None, None)


def _span(fact: Fact, teller: Teller) -> int:
    """For how many years a plan is made."""
    years = teller.index.infos[fact.doc].years
    return years[1] - years[0] + 1 if years else 0


def _told(teller: Teller, fact: Fact, years: int, base: Fact | None, goal: Fact | None, *, doubling: bool) -> bool:
    rate = decimal(fact.value) or Decimal(0)
    times = PRECISE.power(1 + rate / 100, years)
    words, exact = rounded(times, 2)
    sign = "=" if exact else "≈"
    made = Result(f"(1+{plain_number(rate)}%)^{years}{sign}{words}倍", times, words, "倍", exact)
    doubled = ("达到翻番（2倍）：" if times >= DOUBLED else "不到2倍，够不上翻番（倍增）：") if doubling else ""
    lead = f"{fact.scope or fact.region}{short_name(fact.name)}：{teller.dated(fact)}"
    if not teller.tell(f"{lead}，据此推算，{years}年后{doubled}为原来的{made.told}（{made.formula}）", [fact], [made]):
        return False
    if base is None or (goal is not None and (goal.year or 0) - (base.year or 0) != years):
        return True
    start = teller.terms([base, goal or base])[0]
    grown = _grown(start, rate, years)
    said = f"{short_name(base.name)}：{teller.dated(base)}，据此推算，{years}年后为{grown.told}（{grown.formula}）"
    if goal is None:
        return teller.tell(said, [base, fact], [grown])
    held = "" if grown.value >= teller.terms([goal, base])[0].value else "没有"
    return teller.tell(f"{said}，{held}达到目标：{teller.dated(goal)}", [base, fact, goal], [grown])


def _grown(base: Term, rate: Decimal, years: int) -> Result:
    """What a figure comes to that grows by a rate every year."""
    value = base.value * PRECISE.power(1 + rate / 100, years)
    words, exact = rounded(value, 2)
    formula = f"{base.words}×(1+{plain_number(rate)}%)^{years}{'=' if exact else '≈'}{words}{base.unit}"
    return Result(formula, value, words, base.unit, exact)
