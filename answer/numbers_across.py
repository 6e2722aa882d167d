"""Figures of several things that one question asks for -> their sum, the gap or multiple of two."""

from collections.abc import Sequence

from answer.formula import difference, multiple, total
from answer.matter_sure import Pick
from answer.numbers_sums import PER_HEAD
from answer.quantity import decimal
from answer.series import comparable
from answer.telling import Teller, short_name
from facts.fact import Fact
from retriever.slots import Slots


def tell_across(teller: Teller, picks: Sequence[Pick], slots: Slots) -> None:
    """Tell what a question wants computed of different things it asks for.

    Args:
        teller: the answer in the making, with the figures told.
        picks: the things, each with its facts.
        slots: what is wanted of them.
    """
    singles = [pick.fits[0].facts for pick in picks if len(pick.fits) == 1]
    facts = [_main(own, slots) for own in singles]
    numbers = [fact for fact in facts if fact is not None]
    if len(numbers) < 2 or not all(comparable(numbers[0], fact) for fact in numbers) or teller.computed:
        return
    together = len({pick.matter.said for pick in picks}) == 1  # one list of things, not one question after the other
    if slots.asks("sum") and together and not PER_HEAD.search(numbers[0].unit):
        _tell_sum(teller, numbers)
    elif len(numbers) == 2 and numbers[0] != numbers[1] and slots.asks("difference", "multiple", "rank"):
        _tell_gap(teller, numbers, slots)


def _main(facts: Sequence[Fact], slots: Slots) -> Fact | None:
    own = [fact for fact in facts if decimal(fact.value) is not None]
    asked = [fact for fact in own if not slots.years or fact.year in slots.years]
    return next(iter(asked or own), None)


def _tell_sum(teller: Teller, numbers: Sequence[Fact]) -> None:
    result = total(teller.terms(numbers))
    teller.tell(f"合计{result.told}（{result.formula}），各项之间可能有重复", numbers, [result])


def _tell_gap(teller: Teller, numbers: Sequence[Fact], slots: Slots) -> None:
    large, small = sorted(numbers, key=lambda fact: -(decimal(fact.value) or 0))
    one, two = teller.terms([large, small])
    results = [multiple(one, two)] if slots.asks("multiple") and two.value else [difference(one, two)]
    word = "是后者的" if slots.asks("multiple") else "比后者多"
    said = (
        f"前者{large.scope or large.region}{short_name(large.name)}，后者{small.scope or small.region}{short_name(small.name)}，前者{word}"
    )
    teller.tell(f"{said}{results[0].told}（{results[0].formula}）", [large, small], results)
