"""Series of several regions -> their figures side by side, ranked, with gaps, sums and shares."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from answer.draft import Statement
from answer.formula import Result, difference, growth, multiple, share, total
from answer.numbers_change import end_points
from answer.numbers_rivals import tell_rivals
from answer.quantity import decimal
from answer.series import Series, comparable
from answer.telling import Teller, short_name
from facts.fact import Fact
from facts.regions import stem_of
from retriever.slots import Slots

PER_HEAD = re.compile(r"[%％/]|百分点|第|位次|倍|人年")
OF_WHOLE = re.compile(r"占(?:到|了|全)?")
CLAIMED = re.compile(r"超过|高于|达到|低于|赶上")
LEVEL = re.compile(r"最[高大多]|谁[更]?[高大多]|哪[个里家]?[^，。？?]{0,4}[高大多]|highest")
LEAST_CHANGE = re.compile(r"(?:涨|增[加长幅]?|提[高升]|升|幅度?)[^，。？?]{0,3}(?:最|更)|最[快]|最大的?(?:增|涨|提)|most improved")
SHARE_UNITS = ("%", "％")


@dataclass(frozen=True, slots=True)
class Missing:
    """A region without the figure among its facts, and its nearest words on it if there are any."""

    region: str
    quote: Statement | None


def tell_many(teller: Teller, chosen: Sequence[tuple[Series, Fact]], slots: Slots, missing: Sequence[Missing], whole: str) -> bool:
    """Tell the figures of several regions and what is asked of them; say whether anything was told.

    Args:
        teller: the answer in the making.
        chosen: of each region with the figure, its series and the fact.
        slots: what is asked.
        missing: regions that have no such figure.
        whole: the region above the others, or "".
    """
    facts = [fact for _, fact in chosen]
    numbers = [(series, fact) for series, fact in chosen if decimal(fact.value) is not None]
    without = [one.region for one in missing if one.quote is None or slots.asks("exists")]
    if slots.asks("exists") and without:
        teller.draft.tell([f"资料中没有找到这项数据的：{'、'.join(without)}。"])
    even = len(numbers) > 1 and all(comparable(numbers[0][1], fact) for _, fact in numbers)
    ratios = even and PER_HEAD.search(numbers[0][1].unit)
    if even and (slots.asks("sum", "multiple") or (slots.asks("share") and not ratios)):
        told = _tell_sum(teller, numbers, slots, whole)
    elif (
        even
        and slots.over_time
        and slots.asks("change", "difference", "growth")
        and (told := _tell_changes(teller, [s for s, _ in numbers], slots))
    ):
        pass
    else:
        told = _tell_values(teller, chosen, slots, even)
    if told:
        for one in missing if not slots.asks("exists") else ():
            if one.quote is None or not teller.draft.state(one.quote):
                teller.draft.tell([f"资料中没有找到{one.region}的这项数据。"])
        for series, fact in chosen:
            if fact in facts and told:
                tell_rivals(teller, series, [fact])
    return told


def tell_indicators(teller: Teller, chosen: Sequence[tuple[Series, Fact]], slots: Slots) -> bool:
    """Tell several indicators of one region, and their sum or the gap between two; say whether they can be set against each other."""
    facts = [fact for _, fact in chosen]
    if len(facts) < 2 or not all(comparable(facts[0], fact) for fact in facts) or PER_HEAD.search(facts[0].unit):
        return False
    said = "，".join(f"{short_name(fact.name)}{teller.dated(fact)}" for fact in facts)
    if slots.asks("sum"):
        result = total(teller.terms(facts))
        told = f"合计{result.told}（{result.formula}），各项之间可能有重复"
    else:
        large, small = sorted(facts, key=lambda fact: -(decimal(fact.value) or Decimal(0)))[:2]
        result = difference(*teller.terms([large, small]))
        told = f"前后相差{result.told}（{result.formula}）"
        facts = [large, small, *(fact for fact in facts if fact not in (large, small))]
    if not teller.tell(f"{chosen[0][0].region}：{said}，{told}", facts, [result]):
        return False
    for series, fact in chosen:
        tell_rivals(teller, series, [fact])
    return True


def _tell_values(teller: Teller, chosen: Sequence[tuple[Series, Fact]], slots: Slots, even: bool) -> bool:
    """A line a figure, the highest first where they can be compared, then the gap."""
    ordered = sorted(chosen, key=lambda pair: -(decimal(pair[1].value) or Decimal(0))) if even else list(chosen)
    if even and not slots.asks("exists") and not (slots.asks("check_claim") and _tell_check(teller, chosen, slots)):
        _tell_order(teller, ordered)
    for series, fact in ordered:
        if not teller.tell(f"{series.region}{short_name(fact.name)}：{teller.dated(fact)}", [fact]):
            return False
    return True


def _tell_check(teller: Teller, chosen: Sequence[tuple[Series, Fact]], slots: Slots) -> bool:
    """Say whether the first place stands above the second (or below it, where that is claimed)."""
    claim = CLAIMED.search(slots.text)
    if not claim or len(chosen) != 2:
        return False
    (first, one), (second, other) = chosen
    left, right = decimal(one.value) or Decimal(0), decimal(other.value) or Decimal(0)
    above = left > right or (left == right and claim.group() == "达到")
    holds = above if claim.group() != "低于" else left < right
    relation = "超过" if left > right else "等于" if left == right else "低于"
    large, small = (one, other) if left >= right else (other, one)
    gap = difference(*teller.terms([large, small]))
    words = f"{first.region}{teller.dated(one)}，{relation}{second.region}{teller.dated(other)}，相差{gap.told}（{gap.formula}）"
    return teller.tell(f"{'是' if holds else '不是'}：{words}", [large, small], [gap])


def _tell_order(teller: Teller, ordered: Sequence[tuple[Series, Fact]]) -> None:
    """Say who stands first and last, and by how much."""
    (first, top), (last, bottom) = ordered[0], ordered[-1]
    second, next_fact = ordered[1]
    one, two, low = (decimal(fact.value) or Decimal(0) for fact in (top, next_fact, bottom))
    if one == low:
        teller.tell(f"{'、'.join(series.region for series, _ in ordered)}相同，都是{teller.value(top)}", [fact for _, fact in ordered])
        return
    if one == two:
        tied = "、".join(series.region for series, fact in ordered if decimal(fact.value) == one)
        teller.tell(f"{tied}并列最高，{teller.value(top)}，{last.region}{teller.value(bottom)}为最低", [top, next_fact, bottom])
        return
    gap = difference(*teller.terms([top, next_fact]))
    if len(ordered) == 2:
        teller.tell(f"{first.region}更高，比{second.region}高{gap.told}（{gap.formula}）", [top, next_fact], [gap])
        return
    words = f"{first.region}{teller.value(top)}为最高，{last.region}{teller.value(bottom)}为最低，"
    words += f"{first.region}比第二位的{second.region}高{gap.told}（{gap.formula}）"
    teller.tell(words, [top, next_fact, bottom], [gap])


def _tell_changes(teller: Teller, series: Sequence[Series], slots: Slots) -> bool:
    """Tell by how much each region's figure changes, the largest change first."""
    found: list[tuple[Decimal, Series, tuple[Fact, Fact], list[Result]]] = []
    for one in series:
        pair = end_points(one, slots)
        if pair is None:
            return False
        old, new = teller.terms(pair)
        results = [difference(new, old)]
        if slots.asks("growth") and new.unit not in SHARE_UNITS and old.value > 0:
            results.append(growth(new, old))
        found.append((results[0].value, one, pair, results))
    found.sort(key=lambda item: -item[0])
    (most, first, _, results), (least, last, *_) = found[0], found[-1]
    same = most == least
    pairs = [fact for _, _, pair, _ in found for fact in (pair[1], pair[0])]
    lead = (
        f"{'、'.join(item[1].region for item in found)}一样多"
        if same
        else f"{first.region}增加得{'更' if len(found) == 2 else '最'}多，{results[0].told}；{last.region}{found[-1][3][0].told}"
    )
    if LEVEL.search(slots.text) and not LEAST_CHANGE.search(slots.text):
        top = max((pair[1] for _, _, pair, _ in found), key=lambda fact: decimal(fact.value) or Decimal(0))
        holder = next(one.region for _, one, pair, _ in found if pair[1] is top)
        lead = f"{holder}最高（{teller.value(top)}）；{lead}"
    if not teller.tell(lead, pairs):
        return False
    for _, one, (old_fact, new_fact), results in found:
        told = "，".join(f"{'增加' if place == 0 else '增幅'}{result.told}（{result.formula}）" for place, result in enumerate(results))
        if not teller.tell(
            f"{one.region}{short_name(new_fact.name)}：{teller.dated(old_fact)}，{teller.dated(new_fact)}，{told}",
            [new_fact, old_fact],
            results,
        ):
            return False
    for _, one, (old_fact, _), _ in found:
        tell_rivals(teller, one, [old_fact])
    return True


def _tell_sum(teller: Teller, numbers: Sequence[tuple[Series, Fact]], slots: Slots, whole: str) -> bool:
    """Add figures of places that do not hold one another, set the sum or a single figure against the whole."""
    mark = OF_WHOLE.search(slots.text) if slots.asks("share") else None
    after = slots.text[mark.end() :] if mark else ""
    against = next((pair for pair in numbers if stem_of(pair[0].region) in after), None)
    if mark and against is None:
        against = next((pair for pair in numbers if pair[0].region == whole), None)
    if against is None and slots.asks("multiple") and len(numbers) == 2:
        against = numbers[1]
    parts = [pair for pair in numbers if pair is not against and (against is not None or pair[0].region != whole or len(numbers) == 2)]
    if not parts:
        return False
    facts = [fact for _, fact in parts]
    if slots.asks("sum") or len(parts) > 1:
        return _tell_total(teller, parts, against)
    if against is None:
        return False
    if PER_HEAD.search(facts[0].unit) and not slots.asks("multiple"):
        return False
    one, base = teller.terms([facts[0], against[1]])
    result = multiple(one, base) if slots.asks("multiple") else share(one, base)
    words = f"{parts[0][0].region}{short_name(facts[0].name)}{teller.dated(facts[0])}，"
    words += f"{against[0].region}{teller.dated(against[1])}，前者是后者的{result.told}（{result.formula}）"
    return teller.tell(words, [facts[0], against[1]], [result])


def _tell_total(teller: Teller, parts: Sequence[tuple[Series, Fact]], against: tuple[Series, Fact] | None) -> bool:
    facts = [fact for _, fact in parts]
    said = "，".join(f"{series.region}{teller.dated(fact)}" for series, fact in parts)
    name = short_name(facts[0].name)
    if PER_HEAD.search(facts[0].unit):
        return teller.tell(f"{name}是比率、人均或位次一类的数，各地的数不能相加。各地分别是：{said}", facts)
    result = total(teller.terms(facts))
    if not teller.tell(f"{name}：{said}，合计{result.told}（{result.formula}）", facts, [result]):
        return False
    if against is not None:
        series, fact = against
        whole = teller.terms([fact, facts[0]])[0]
        part = share(replace(whole, value=result.value, words=result.words + result.unit), whole)
        return teller.tell(f"{series.region}{teller.dated(fact)}，合计数占其{part.told}（{part.formula}）", [fact, *facts], [part])
    return True
