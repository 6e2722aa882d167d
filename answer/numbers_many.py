"""Series of several regions -> their figures side by side, ranked, with gaps, sums and shares."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from answer.draft import Statement
from answer.formula import difference, total
from answer.numbers_gains import asks_changes, asks_multiples, tell_changes
from answer.numbers_ranked import tell_ranked
from answer.numbers_rivals import tell_rivals
from answer.numbers_sums import PER_HEAD, tell_sum
from answer.quantity import decimal
from answer.series import Series, comparable
from answer.telling import Teller, short_name
from facts.fact import Fact
from facts.indicators import link, why_apart
from retriever.slots import Slots


@dataclass(frozen=True, slots=True)
class Missing:
    """A region without the figure among its facts: its nearest words on it, or its figure of a near indicator, if there are any."""

    region: str
    quote: Statement | None
    near: Fact | None = None


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
    without = [one.region for one in missing if (one.quote is None and one.near is None) or slots.asks("exists")]
    if slots.asks("exists") and without:
        teller.draft.tell([f"资料中没有找到这项数据的：{'、'.join(without)}。"])
    even = len(numbers) > 1 and all(comparable(numbers[0][1], fact) for _, fact in numbers)
    told = (even and _tell_computed(teller, numbers, slots, whole)) or (
        not (even and asks_changes(slots) and slots.since)  # some place has no figure of the year that the change begins with
        and not (even and _asks_sum(numbers, slots))
        and tell_ranked(teller, chosen, slots, even, whole)
    )
    if told:
        for one in missing if not slots.asks("exists") else ():
            if one.near and (reason := why_apart(chosen[0][0].indicator, one.near.indicator)):
                teller.tell(f"{one.region}{short_name(one.near.name)}：{teller.dated(one.near)}；{reason}", [one.near])
            elif one.quote is None or not teller.draft.state(_with_reason(one.quote, chosen[0][0].indicator)):
                teller.draft.tell([f"资料中没有找到{one.region}的这项数据。"])
        for series, fact in chosen:
            if fact in facts and told:
                tell_rivals(teller, series, [fact])
    return told


def _asks_sum(numbers: Sequence[tuple[Series, Fact]], slots: Slots) -> bool:
    """Tell whether figures are to be added, divided, or set against their sum, which shares and rates cannot be."""
    return slots.asks("sum", "multiple") or (slots.asks("share") and not PER_HEAD.search(numbers[0][1].unit))


def _tell_computed(teller: Teller, numbers: Sequence[tuple[Series, Fact]], slots: Slots, whole: str) -> bool:
    """Tell the sum of figures of one unit, or by how much each changes, where that is asked for; say whether it was told."""
    if _asks_sum(numbers, slots) and not asks_multiples(slots):
        return tell_sum(teller, numbers, slots, whole)
    return asks_changes(slots) and tell_changes(teller, [series for series, _ in numbers], slots)


def _with_reason(quote: Statement, indicator: str) -> Statement:
    """The words of a region without the figure, followed by why they are not of the same indicator where they name a near one."""
    reason = next(filter(None, (why_apart(indicator, near) for near in link(quote.words))), "")
    return replace(quote, words=f"{quote.words.rstrip('。')}；{reason}") if reason else quote


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
