"""The same figure of many bodies of one kind -> which has the most and the least, and what they add up to."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from answer.formula import share, total
from answer.numbers_sums import PER_HEAD
from answer.quantity import decimal
from answer.series import comparable
from answer.telling import Teller, short_name
from facts.fact import Fact
from retriever.slots import Slots

ONLY_STATED = "以下只比较资料中写明这项数据的。"
LEAST = re.compile(r"最[低少小短]|垫底|倒数")
MOST = re.compile(r"最(?![低少小短终后近])|领先|谁")


def tell_kind(teller: Teller, facts: Sequence[Fact], slots: Slots) -> bool:
    """Tell what is asked of one figure of each of several bodies: their sum, the most, the least, or each of them; say whether it was told.

    Args:
        teller: the answer in the making.
        facts: one of each body.
        slots: what is asked.
    """
    if len(facts) < 2 or not all(comparable(facts[0], fact) for fact in facts):
        return False
    name = short_name(facts[0].name).removeprefix(facts[0].scope)
    year = f"{facts[0].year}年" if facts[0].year and len({fact.year for fact in facts}) == 1 else ""
    ordered = sorted(facts, key=lambda fact: -(decimal(fact.value) or Decimal(0)))
    if slots.asks("sum") and any(fact.value_high for fact in facts):
        return False  # a range adds up to no one figure
    if slots.asks("sum") and not PER_HEAD.search(facts[0].unit):
        said = "，".join(f"{fact.scope or fact.region}{teller.value(fact)}" for fact in facts)
        result = total(teller.terms(facts))
        return teller.tell(f"{year}{name}：{said}，合计{result.told}（{result.formula}）", facts, [result])
    if slots.asks("rank"):
        ends = [(ordered, "最高")] if MOST.search(slots.text) or not LEAST.search(slots.text) else []
        ends += [(ordered[::-1], "最低")] if LEAST.search(slots.text) else []
        teller.draft.say(ONLY_STATED)
        return all(_tell_end(teller, order, f"{year}{name}", word) for order, word in ends)
    return teller.tell(f"{year}{name}：" + "，".join(f"{fact.scope or fact.region}{teller.value(fact)}" for fact in facts), facts)


def tell_part(teller: Teller, parts: Sequence[Fact], every: Sequence[Fact]) -> bool:
    """Tell what share some of several figures have in the sum of all; say whether it was told."""
    if not parts or not all(comparable(every[0], fact) for fact in every) or PER_HEAD.search(every[0].unit):
        return False
    terms = teller.terms([*every, *parts])
    whole, some = total(terms[: len(every)]), total(terms[len(every) :])
    one = replace(terms[0], value=some.value, words=some.words + some.unit)
    result = share(one, replace(terms[0], value=whole.value, words=whole.words + whole.unit))
    names = "、".join(fact.scope or short_name(fact.name) for fact in parts)
    added = f"合计{some.told}（{some.formula}）" if len(parts) > 1 else teller.value(parts[0])
    known = any(one["formula"] == whole.formula for one in teller.computed)
    results = [*([some] if len(parts) > 1 else []), *([] if known else [whole]), result]
    said = f"{names}{added}，合计数{whole.told}{'' if known else f'（{whole.formula}）'}，前者占后者的{result.told}（{result.formula}）"
    return teller.tell(said, [*every], results)


def _tell_end(teller: Teller, ordered: Sequence[Fact], name: str, word: str) -> bool:
    """Tell which stand first, with their figure; say whether it was told."""
    first = [fact for fact in ordered if decimal(fact.value) == decimal(ordered[0].value)]
    names = "、".join(fact.scope or fact.region for fact in first)
    return teller.tell(f"{name}{word}的是{names}，{teller.value(first[0])}", first)
