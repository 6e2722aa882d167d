"""Series of several places or parts -> by how much each changes, the largest change first, and how far the changes lie apart."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from answer.formula import Result, Term, difference, growth, multiple
from answer.numbers_change import end_points
from answer.numbers_rivals import tell_rivals
from answer.quantity import decimal
from answer.series import Series
from answer.telling import Teller, titled
from facts.fact import Fact
from retriever.slots import Slots

LEVEL = re.compile(r"最[高大多]|谁[更]?[高大多]|哪[个里家]?[^，。？?]{0,4}[高大多]|highest")
LEAST_CHANGE = re.compile(r"(?:涨|增[加长幅]?|提[高升]?|升|幅度?)[^，。？?]{0,3}(?:最|更)|最[快]|最大的?(?:增|涨|提)|most improved")
SHARE_UNITS = ("%", "％")
OF_YEAR = re.compile(r"(?:是|为|相当于|比)(?:(?:20)?\d\d年|基数|起点)[^，。？?]{0,6}倍")
WHO_DOUBLES = re.compile(
    r"(?:谁|哪)[^，。？?]{0,10}(?:翻(?:一|了)?番|翻倍|翻了?一倍|倍增)|(?:翻(?:一|了)?番|翻倍|倍增)[^，。？?]{0,6}(?:是谁|是哪|有哪)"
)
FEWEST = 2
LEADS = {"倍": "后者是前者的"}


@dataclass(frozen=True, slots=True)
class Gain:
    """By how much the figure of a place changes.

    Attributes:
        series: the place's facts.
        old: the figure it starts from.
        new: the figure it comes to.
        results: the change with its formula, then the growth rate where that is asked for.
        main: that of the results which is compared.
    """

    series: Series
    old: Fact
    new: Fact
    results: tuple[Result, ...]
    main: Result


def asks_changes(slots: Slots) -> bool:
    """Tell whether a question sets the changes of several places side by side, not what they come to."""
    risen = slots.over_time and (slots.asks("change", "difference", "growth") or bool(LEAST_CHANGE.search(slots.text)))
    return not slots.aims and (risen or asks_multiples(slots))


def asks_multiples(slots: Slots) -> bool:
    """Tell whether a question asks how many times the figure of one year that of another is, place by place."""
    doubled = bool(WHO_DOUBLES.search(slots.text)) and len(slots.years) > 1
    return ((slots.asks("multiple") and bool(OF_YEAR.search(slots.text))) or doubled) and not slots.aims


def tell_changes(teller: Teller, series: Sequence[Series], slots: Slots) -> bool:
    """Tell by how much each place's figure changes, the largest change first; say whether all were told.

    Args:
        teller: the answer in the making.
        series: one a place.
        slots: what is asked.
    """
    ends = [(one, pair) for one in series if (pair := end_points(one, slots))]
    if len(ends) < len(series) or len({(old.year, new.year) for _, (old, new) in ends}) > 1:
        return False  # changes over different years are not set side by side
    found = sorted(_gains(teller, ends, slots), key=lambda gain: -gain.main.value)
    pairs = [fact for gain in found for fact in (gain.new, gain.old)]
    apart = _apart(found) if len(found) == FEWEST else None
    lead = _lead(found) + (f"，多{apart.told}（{apart.formula}）" if apart else "")
    if LEVEL.search(slots.text) and not LEAST_CHANGE.search(slots.text):
        top = max(found, key=lambda gain: decimal(gain.new.value) or Decimal(0))
        lead = f"{top.series.whose}最高（{teller.value(top.new)}）；{lead}"
    if not teller.tell(lead, pairs, [apart] if apart else []):
        return False
    for gain in found:
        told = "，".join(
            f"{LEADS.get(one.unit, '增幅') if place else '增加'}{one.told}（{one.formula}）" for place, one in enumerate(gain.results)
        )
        words = f"{titled(gain.series, gain.new.name)}：{teller.dated(gain.old)}，{teller.dated(gain.new)}，{told}"
        if not teller.tell(words, [gain.new, gain.old], gain.results):
            return False
    for gain in found:
        tell_rivals(teller, gain.series, [gain.old])
    return True


def _gains(teller: Teller, ends: Sequence[tuple[Series, tuple[Fact, Fact]]], slots: Slots) -> list[Gain]:
    """The change of each place, all counted in the same scale."""
    terms = iter(teller.terms([fact for _, pair in ends for fact in pair]))
    gains = []
    for series, (old, new) in ends:
        before, after = next(terms), next(terms)
        results = [difference(after, before)]
        if slots.asks("growth") and after.unit not in SHARE_UNITS and before.value > 0:
            results.append(growth(after, before))
        elif asks_multiples(slots) and before.value > 0:
            results.append(multiple(after, before))
        gains.append(Gain(series, old, new, tuple(results), results[-1]))
    return gains


def _lead(found: Sequence[Gain]) -> str:
    """Which place changes most and which least, and by how much."""
    first, last = found[0], found[-1]
    if first.main.value == last.main.value:
        return f"{'、'.join(gain.series.whose for gain in found)}一样多"
    more, fewest = ("更", "") if len(found) == FEWEST else ("最", "最少，")
    rate = "倍数" if first.main.unit in LEADS else "增幅"
    word = f"{rate}{more}大" if first.main is not first.results[0] else f"增加得{more}多"
    most = [gain.series.whose for gain in found if gain.main.value == first.main.value]
    least = [gain.series.whose for gain in found if gain.main.value == last.main.value]
    same = "都是" if len(most) > 1 else ""
    return f"{'、'.join(most)}{word}，{same}{first.main.told}；{'、'.join(least)}{fewest}{last.main.told}"


def _apart(found: Sequence[Gain]) -> Result | None:
    """How far the larger of two changes, as they are told, lies above the smaller; None where they are the same or not of one unit."""
    large, small = (gain.main for gain in found)
    if large.words == small.words or small.value < 0 or large.unit in LEADS:
        return None
    terms = [Term(Decimal(one.words), one.words + one.unit, one.unit) for one in (large, small)]
    return replace(difference(*terms), exact=large.exact and small.exact)
