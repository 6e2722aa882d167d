"""Question which indicators are higher in one of two regions (哪些指标甲市比乙市高) -> the targets that both set, side by side."""

import re
from collections.abc import Sequence
from decimal import Decimal

from answer.draft import Statement
from answer.formula import difference
from answer.quantity import decimal
from answer.series import gather_series, same_unit
from answer.spanning import spanning
from answer.telling import Teller, short_name
from facts.fact import Fact
from facts.indicators import load_indicators
from facts.regions import stem_of
from retriever.slots import Slots

ASKED = re.compile(r"(?:哪(?:些|几[个项])|什么|各项|主要|全部|所有|几[个项])指标")
COMPARED = re.compile(r"比|较|高|低|领先|落后|强|弱|对比|差异|差距|不如")
LOWER = re.compile(r"低|落后|弱|不如|差(?!异|距|多少|别)")
HIGHER = re.compile(r"高|领先|强|多于|超过")


def asks_common(slots: Slots) -> bool:
    """Tell whether two regions are to be compared in all indicators, and none is named.

    >>> bool(ASKED.search("哪些指标甲市比乙市高") and COMPARED.search("哪些指标甲市比乙市高"))
    True
    """
    return len(slots.regions) == 2 and bool(ASKED.search(slots.text)) and bool(COMPARED.search(slots.text))


def tell_common(teller: Teller, slots: Slots, facts: Sequence[Fact]) -> bool:
    """Tell the targets of one year that both regions set, with the gap; those alone where the first is higher or lower, if that is asked.

    Args:
        teller: the answer in the making.
        slots: what is asked.
        facts: all facts.
    """
    named = sorted(slots.regions, key=lambda region: slots.text.find(stem_of(region)))
    pairs = [pair for one in load_indicators() if (pair := _pair(one, named, slots.years, facts))]
    if HIGHER.search(slots.text) and not LOWER.search(slots.text):
        pairs = [(one, other) for one, other in pairs if _value(one) > _value(other)]
    elif LOWER.search(slots.text) and not HIGHER.search(slots.text):
        pairs = [(one, other) for one, other in pairs if _value(one) < _value(other)]
    cited = spanning([fact for pair in pairs for fact in pair], teller.index) if pairs else []
    told = [_tell(teller, pair, cited) for pair in pairs]
    return any(told)


def _pair(indicator: str, regions: Sequence[str], years: Sequence[int], facts: Sequence[Fact]) -> tuple[Fact, Fact] | None:
    """What both regions aim at in one year, the one asked for or the latest, both plain numbers of one unit."""
    series = gather_series(facts, [indicator], regions)
    if len(series) != len(regions):
        return None
    years_set = [{fact.year for fact in one.facts if fact.kind == "target" and fact.year} for one in series]
    common = sorted(years_set[0] & years_set[1] & (set(years) or years_set[0]))
    if not common:
        return None
    one, other = (next(iter(found.values(common[-1], True)), None) for found in series)
    if one is None or other is None or {one.origin, other.origin} == {"text"}:  # of rows, whose names say all
        return None
    plain = all(decimal(fact.value) is not None and not fact.value_high for fact in (one, other))
    return (one, other) if plain and same_unit(one.unit, other.unit) else None


def _tell(teller: Teller, pair: tuple[Fact, Fact], cited: Sequence[Statement]) -> bool:
    """Tell one indicator of both regions with the stretches that state it."""
    one, other = pair
    first, second = teller.terms([one, other])
    higher = first.value >= second.value
    gap = difference(first, second) if higher else difference(second, first)
    said = f"{one.region}与{other.region}相同"
    if gap.value:
        said = f"{one.region}比{other.region}{'高' if higher else '低'}{gap.told}（{gap.formula}）"
    words = f"{short_name(one.name)}：{one.region}{teller.dated(one)}，{other.region}{teller.dated(other)}，{said}"
    marks = [next((at for at in cited if at.passage.doc == fact.doc and at.start <= fact.spans[0].start < at.end), None) for fact in pair]
    if not all(marks) or not teller.draft.tell([words, *(mark for mark in marks if mark), "。"]):
        return False
    teller.facts.extend(fact for fact in pair if fact not in teller.facts)
    sources = [teller.facts.index(fact) for fact in pair]
    if gap.value:
        teller.computed.append({"formula": gap.formula, "result": gap.words, "unit": gap.unit, "from": sources})
    return True


def _value(fact: Fact) -> Decimal:
    return decimal(fact.value) or Decimal(0)
