"""Figures of several places or parts -> their sum, or the share or multiple that some of them are of another."""

import re
from collections.abc import Sequence
from dataclasses import replace

from answer.formula import multiple, share, total
from answer.series import Series
from answer.telling import Teller, short_name
from facts.fact import Fact
from facts.regions import stem_of
from retriever.slots import Slots

PER_HEAD = re.compile(r"[%％/]|百分点|第|位|倍|人年")
SUM_OF_OTHERS = re.compile(
    r"(?P<one>[^，。？?]+?)(?:是|为|相当于|抵|有)(?P<others>[^，。？?]+?)(?:加起来|合起来|相加|加在?一[起块]|合计|总和|之和|加总)[^，。？?]{0,4}倍"
)
OF_WHOLE = re.compile(r"占(?:到|了|全)?|相当于")


def tell_sum(teller: Teller, numbers: Sequence[tuple[Series, Fact]], slots: Slots, whole: str) -> bool:
    """Add figures of places that do not hold one another, set the sum or a single figure against the whole; say whether it was told.

    Args:
        teller: the answer in the making.
        numbers: of each place, its series and the figure.
        slots: what is asked.
        whole: the region above the others, or "".
    """
    mark = OF_WHOLE.search(slots.text) if slots.asks("share") else None
    after = slots.text[mark.end() :] if mark else ""
    against = next((pair for pair in numbers if stem_of(pair[0].region) in after), None)
    if mark and against is None:
        against = next((pair for pair in numbers if pair[0].region == whole), None)
    if against is None and slots.asks("multiple"):
        against = numbers[1] if len(numbers) == 2 else next((pair for pair in numbers if _is_set_against(pair[0].region, slots.text)), None)
    parts = [pair for pair in numbers if pair is not against and (against is not None or pair[0].region != whole or len(numbers) == 2)]
    if not parts:
        return False
    facts = [fact for _, fact in parts]
    if slots.asks("sum") or len(parts) > 1:
        left = [pair for pair in numbers if pair not in parts and pair is not against]
        return _tell_total(teller, parts, against, times=slots.asks("multiple")) and all(_tell_left_out(teller, *pair) for pair in left)
    if against is None:
        return False
    if PER_HEAD.search(facts[0].unit) and not slots.asks("multiple"):
        return False
    one, base = teller.terms([facts[0], against[1]])
    result = multiple(one, base) if slots.asks("multiple") else share(one, base)
    words = f"{parts[0][0].region}{short_name(facts[0].name)}{teller.dated(facts[0])}，"
    words += f"{against[0].region}{teller.dated(against[1])}，前者是后者的{result.told}（{result.formula}）"
    return teller.tell(words, [facts[0], against[1]], [result])


def _is_set_against(region: str, text: str) -> bool:
    """Tell whether a question asks how many times the sum of others a region has: 甲市是乙县丙县加起来的几倍."""
    named = SUM_OF_OTHERS.search(text)
    return bool(named and stem_of(region) in named["one"] and stem_of(region) not in named["others"])


def _tell_left_out(teller: Teller, series: Series, fact: Fact) -> bool:
    """Say that the figure of the region above is not added, since it holds its parts."""
    return teller.tell(f"{series.region}{teller.dated(fact)}，已包含所辖各地，没有计入合计", [fact])


def _tell_total(teller: Teller, parts: Sequence[tuple[Series, Fact]], against: tuple[Series, Fact] | None, *, times: bool) -> bool:
    facts = [fact for _, fact in parts]
    said = "，".join(f"{series.region}{teller.dated(fact)}" for series, fact in parts)
    name = short_name(facts[0].name)
    if PER_HEAD.search(facts[0].unit):
        return teller.tell(f"{name}是比率、人均或位次一类的数，各地的数不能相加。各地分别是：{said}", facts)
    if any(fact.value_high for fact in facts):
        return False  # a range adds up to no one figure
    result = total(teller.terms(facts))
    if not teller.tell(f"{name}：{said}，合计{result.told}（{result.formula}）", facts, [result]):
        return False
    if against is not None:
        series, fact = against
        whole = teller.terms([fact, facts[0]])[0]
        added = replace(whole, value=result.value, words=result.words + result.unit)
        if times:
            part = multiple(whole, added)
            return teller.tell(f"{series.region}{teller.dated(fact)}，是合计数的{part.told}（{part.formula}）", [fact, *facts], [part])
        part = share(added, whole)
        return teller.tell(f"{series.region}{teller.dated(fact)}，合计数占其{part.told}（{part.formula}）", [fact, *facts], [part])
    return True
