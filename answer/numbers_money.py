"""Two sums of money, one counted in 亿元 and one in 万元 -> how many times the other one is, or the gap."""

from collections.abc import Sequence
from decimal import Decimal

from answer.formula import Term, difference, multiple
from answer.quantity import decimal, number_words
from answer.series import is_aim
from answer.telling import Teller, short_name
from facts.fact import Fact
from retriever.slots import Slots

IN_TEN_THOUSANDS = {"亿元": Decimal(10000), "万元": Decimal(1)}


def tell_money(teller: Teller, facts: Sequence[Fact], slots: Slots) -> bool:
    """Tell how many times the second sum of money the first is, or the gap between them; say whether it was told.

    Args:
        teller: the answer in the making.
        facts: two, in the order of the question, of one year and kind.
        slots: what is asked.
    """
    if len(facts) != 2 or not slots.asks("multiple", "difference") or {fact.unit for fact in facts} != set(IN_TEN_THOUSANDS):
        return False
    values = [decimal(fact.value) for fact in facts]
    if not all(values) or len({(fact.year, is_aim(fact)) for fact in facts}) > 1:
        return False
    words = [number_words(fact, teller.index.texts[fact.doc]) for fact in facts]
    terms = [
        Term((value or Decimal(0)) * IN_TEN_THOUSANDS[fact.unit], said, "万元")
        for fact, value, said in zip(facts, values, words, strict=True)
    ]
    said = "，".join(f"{fact.scope or fact.region}{short_name(fact.name).removeprefix(fact.scope)}{teller.dated(fact)}" for fact in facts)
    if slots.asks("multiple"):
        result = multiple(*terms)
        return teller.tell(f"{said}，前者是后者的{result.told}（{result.formula}）", facts, [result])
    large, small = sorted(terms, key=lambda term: -term.value)
    result = difference(large, small)
    return teller.tell(f"{said}，相差{result.told}（{result.formula}）", facts, [result])
