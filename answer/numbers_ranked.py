"""Figures of several places or parts -> their order, what is claimed of it, and the gap between them."""

import re
from collections.abc import Sequence
from decimal import Decimal

from answer.answer import MAX_CITATIONS
from answer.formula import Result, difference
from answer.numbers_against import sides, tell_against
from answer.quantity import decimal
from answer.series import Series
from answer.telling import Teller, short_name
from facts.fact import Fact
from facts.regions import stem_of
from retriever.slots import Slots

WHICH_PLACE = re.compile(r"排(?:在|到)?第?几|第几|名次|位次")
FEWEST = 3  # places among which one is ranked
ENDS = re.compile(r"比最[低少小高多大]|最[高多大][^，。？?]{0,4}[和与跟同比][^，。？?]{0,4}最[低少小]")  # the gap of first and last
CLAIMED = re.compile(r"超过|高于|达到|低于|赶上")


def tell_ranked(teller: Teller, chosen: Sequence[tuple[Series, Fact]], slots: Slots, even: bool, whole: str = "") -> bool:
    """Tell a line a figure, the highest first where they can be compared, led by the order; say whether all were told.

    Args:
        teller: the answer in the making.
        chosen: of each place with the figure, its series and the fact.
        slots: what is asked.
        even: whether the figures are numbers of one unit.
        whole: the region above the others, or "".
    """
    ordered = sorted(chosen, key=lambda pair: -(decimal(pair[1].value) or Decimal(0))) if even else list(chosen)
    checked = even and not slots.asks("exists") and _tell_place(teller, ordered, slots, whole)
    checked = checked or (even and slots.asks("check_claim") and _tell_check(teller, chosen, slots))
    numbers = [pair for pair in ordered if decimal(pair[1].value) is not None]
    ranked = len(numbers) == len(ordered) or (len(numbers) > 1 and slots.asks("rank", "difference"))  # words have no place among them
    if even and ranked and not slots.asks("exists") and not checked and not tell_against(teller, numbers, slots, whole):
        _tell_order(teller, numbers, slots, whole)
    if len(ordered) > MAX_CITATIONS and teller.facts:  # more than can each be cited: in one line, as far as few citations hold them
        said = "，".join(f"{series.whose}{teller.value(fact)}" for series, fact in ordered)
        teller.tell(f"{short_name(ordered[0][1].name)}：{said}", [fact for _, fact in ordered])
        return True
    for series, fact in ordered:
        if not teller.tell(f"{series.whose}{short_name(fact.name)}：{teller.dated(fact)}", [fact]):
            return False
    return True


def _tell_place(teller: Teller, ordered: Sequence[tuple[Series, Fact]], slots: Slots, whole: str) -> bool:
    """Tell which place one of several that a question names takes among them, the highest first; say whether it was told."""
    among = [(series, fact) for series, fact in ordered if series.region != whole]
    named = [series.region for series, _ in among if stem_of(series.region) in slots.text]
    if not WHICH_PLACE.search(slots.text) or len(among) < FEWEST or len(named) < len(among):
        return False
    asked = max(named, key=lambda region: (slots.text.count(stem_of(region)), -slots.text.find(stem_of(region))))
    values = {series.region: decimal(fact.value) or Decimal(0) for series, fact in among}
    place = 1 + sum(value > values[asked] for value in values.values())
    order = "，".join(f"{series.whose}{teller.value(fact)}" for series, fact in among)
    formula = ">".join(teller.value(fact) for _, fact in among)
    result = Result(formula, Decimal(place), str(place), "位", True)
    return teller.tell(f"{asked}排第{place}位：{order}", [fact for _, fact in among], [result])


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
    words = f"{first.whose}{teller.dated(one)}，{relation}{second.whose}{teller.dated(other)}，相差{gap.told}（{gap.formula}）"
    return teller.tell(f"{'是' if holds else '不是'}：{words}", [large, small], [gap])


def _tell_order(teller: Teller, ordered: Sequence[tuple[Series, Fact]], slots: Slots, whole: str) -> None:
    """Say who stands first and last, and by how much."""
    (first, top), (_, bottom) = ordered[0], ordered[-1]
    second, next_fact = ordered[1]
    one, two, low = (decimal(fact.value) or Decimal(0) for fact in (top, next_fact, bottom))
    if one == low:
        teller.tell(f"{'、'.join(series.region for series, _ in ordered)}相同，都是{teller.value(top)}", [fact for _, fact in ordered])
        return
    lowest = [pair for pair in ordered if decimal(pair[1].value) == low]
    ends, end = [fact for _, fact in lowest], _tied(teller, lowest, "最低")
    if one == two:
        highest = [pair for pair in ordered if decimal(pair[1].value) == one]
        teller.tell(f"{_tied(teller, highest, '最高')}，{end}", [*(fact for _, fact in highest), *ends])
        return
    if len(ordered) > 2 and ENDS.search(slots.text):
        gap = difference(*teller.terms([top, bottom]))
        words = f"{first.whose}{teller.value(top)}为最高，{end}，相差{gap.told}（{gap.formula}）"
        teller.tell(words, [top, bottom, *ends[:-1]], [gap])
        return
    gap = difference(*teller.terms([top, next_fact]))
    if len(ordered) == 2:
        asked, _ = sides(slots.text, (first.region, second.region), whole)
        below = asked == (second.region,)  # 甲比乙高还是低: told of 甲
        said = f"{second.whose}更低，比{first.whose}低" if below else f"{first.whose}更高，比{second.whose}高"
        teller.tell(f"{said}{gap.told}（{gap.formula}）", [top, next_fact], [gap])
        return
    words = f"{first.whose}{teller.value(top)}为最高，{end}，{first.whose}比第二位的{second.whose}高{gap.told}（{gap.formula}）"
    teller.tell(words, list(dict.fromkeys([top, next_fact, *ends])), [gap])


def _tied(teller: Teller, places: Sequence[tuple[Series, Fact]], end: str) -> str:
    """Say of one place or of several with the same figure that they stand first or last."""
    said = "，".join(f"{series.whose}{teller.value(fact)}" for series, fact in places)
    return f"{said}，并列{end}" if len(places) > 1 else f"{said}为{end}"
