"""Bodies of one kind with the same figure each -> the largest or smallest, the gap to the next, their total, a body's share of it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from answer.body_columns import Column, columns_of, meant, says_nothing, whole_table
from answer.formula import difference, share, total
from answer.numbers_bodies import ONLY_STATED
from answer.numbers_per import YUAN
from answer.numbers_sums import PER_HEAD
from answer.quantity import decimal
from answer.telling import REACHED, Teller, short_name
from facts.fact import Fact
from facts.likeness import pairs
from index.numerals import numeral
from retriever.slots import Slots
from retriever.wanted import counts_in

MOST = re.compile(r"最[多大高长]|最值|领先|第一")
LEAST = re.compile(r"最[少小低短]|垫底|倒数|末位|最后")
TOP_FEW = re.compile(
    r"(?:最[多大高少小低]|垫底|倒数)的?(?P<a>[一二两三四五2-5])[个家块]|前(?P<b>[二两三四五2-5])|(?P<c>[一二两三四五2-5])[个家块](?:面积|规模)?最"
)
SECOND = re.compile(r"第二|次(?:大|高|多|之)|其次")
GAP = re.compile(r"[差多少大小高低](?:了|出)?(?:多少|几)|相?差|差距")
OF_ALL = re.compile(r"占[^，。？?]{0,14}(?:总|全部|合计|各|所有|整个|一区多园)[^，。？?]{0,8}(?:几成|多少|比例|比重|百分)")
SPLIT = re.compile(r"[，,、；;]")
LEFT_OUT = re.compile(r"不算|不含|不计|除了|除去|以外")


def tell_bodies(
    teller: Teller, slots: Slots, facts: Sequence[Fact], regions: Sequence[str], places: Sequence[str], *, plain: bool = False
) -> bool:
    """Tell what a question wants of all bodies of a kind; say whether it was told.

    Args:
        teller: the answer in the making.
        slots: what is asked.
        facts: all facts.
        regions: the regions asked about; any where there are none.
        places: other places named, which have to stand in the bodies' names.
        plain: also the first or last of them, and two side by side.
    """
    if LEFT_OUT.search(slots.text) or not (slots.asks("rank", "sum", "share", "difference") or LEAST.search(slots.text)):
        return False
    columns = [one for one in columns_of(facts, slots.text, regions) if not slots.years or one.facts[0].year in slots.years]
    columns = [whole_table(one, facts, teller.index) for one in columns]
    clauses = [clause for clause in SPLIT.split(slots.text) if MOST.search(clause) or LEAST.search(clause)]
    if len({one.facts[0].year for one in columns}) > 1:  # the extent of parks beside what they are to produce
        asked = [meant(columns, words) or meant(columns, slots.text) for words in clauses or [slots.text]]
        columns = [one for one in columns if one in asked]
    bodies = [fact for column in columns for fact in column.facts]
    if len({(fact.doc, fact.year) for fact in bodies}) != 1 or not all(any(place in fact.scope for fact in bodies) for place in places):
        return False
    if OF_ALL.search(slots.text):
        return _tell_share(teller, columns, slots)
    if slots.asks("sum"):
        return _tell_total(teller, columns, slots)
    several = len(clauses) > 1 and not SECOND.search(slots.text)
    if not plain and not (several or (clauses and (TOP_FEW.search(slots.text) or SECOND.search(slots.text)))):
        return False
    if not clauses:
        return (column := meant(columns, slots.text)) is not None and _tell_two(teller, column, slots)
    found = [(words, meant(columns, words) or _as_before(columns, words, slots.text)) for words in (clauses if several else [slots.text])]
    if not all(column for _, column in found):
        return False
    teller.draft.say(ONLY_STATED)
    ends = [(words, column, least) for words, column in found for least in (False, True) if (LEAST if least else MOST).search(words)]
    return all(column is not None and _tell_few(teller, column, words, least=least) for words, column, least in ends)


def _as_before(columns: Sequence[Column], words: str, text: str) -> Column | None:
    """The column of the whole question, for a clause that names none of its own."""
    return meant(columns, text) if says_nothing(words, columns) else None


def _tell_share(teller: Teller, columns: Sequence[Column], slots: Slots) -> bool:
    """What share of the total of all bodies the one that is named has."""
    column = meant(columns, slots.text)
    named = [fact for fact in column.facts if fact.scope in slots.text] if column else []
    if column is None or len(named) != 1 or not _adds_up(column):
        return False
    result = total(teller.terms(column.facts))
    own, *_ = teller.terms([named[0], *column.facts])
    part = share(own, replace(own, value=result.value, words=f"{result.words}{result.unit}"))
    if not teller.tell(f"各{_kind(column)}{_headed(column)}合计{result.told}（{result.formula}）", column.facts, [result]):
        return False
    return teller.tell(f"{named[0].scope}{teller.value(named[0])}，占合计数的{part.told}（{part.formula}）", [named[0]], [part])


def _tell_total(teller: Teller, columns: Sequence[Column], slots: Slots) -> bool:
    column = meant(columns, slots.text)
    counts = [count for count in counts_in(slots.text) if count.isdecimal()]
    if column is None or not _adds_up(column) or (counts and str(len(column.facts)) not in counts):
        return False
    result = total(teller.terms(column.facts))
    said = "，".join(f"{fact.scope}{teller.value(fact)}" for fact in column.facts)
    return teller.tell(f"{_headed(column)}：{said}，合计{result.told}（{result.formula}）", column.facts, [result])


def _tell_few(teller: Teller, column: Column, words: str, *, least: bool) -> bool:
    """The largest or smallest bodies, as many as are asked for and all that equal the last of them; the gap to the next if asked for."""
    ordered = sorted(column.facts, key=lambda fact: _value(fact) if least else -_value(fact))
    asked = TOP_FEW.search(words)
    many = next(filter(None, asked.groups()), "") if asked else ""
    gap = bool(GAP.search(words) and SECOND.search(words))
    count = numeral(many) or (2 if SECOND.search(words) else 1)
    last = _value(ordered[min(count, len(ordered)) - 1])
    chosen = [fact for fact in ordered if (_value(fact) <= last if least else _value(fact) >= last)]
    results = (
        [difference(*sorted(teller.terms(chosen[:2]), key=lambda term: -term.value))] if gap and chosen[0].unit == chosen[1].unit else []
    )
    said = "，".join(f"{fact.scope}{teller.value(fact)}" for fact in chosen)
    end = (LEAST if least else MOST).search(words)
    word = end.group() if end and re.fullmatch("最[多大高长少小低短]", end.group()) else "最低" if least else "最高"
    more = f"，前后相差{results[0].told}（{results[0].formula}）" if results else ""
    return teller.tell(f"{_headed(column)}{word}的：{said}{more}", chosen, results)


def _tell_two(teller: Teller, column: Column, slots: Slots) -> bool:
    """Two bodies that a question names by words that no other body of the kind has."""
    names = {fact.scope: pairs(fact.scope) for fact in column.facts}
    own = {one: held - frozenset(pair for other, rest in names.items() if other != one for pair in rest) for one, held in names.items()}
    asked = pairs(slots.text)
    found = [fact for fact in column.facts if own[fact.scope] & asked]
    if len(found) != 2 or found[0].unit != found[1].unit:
        return False
    large, small = sorted(found, key=lambda fact: -_value(fact))
    result = difference(*teller.terms([large, small]))
    said = "，".join(f"{fact.scope}{teller.value(fact)}" for fact in (large, small))
    return teller.tell(f"{_headed(column)}：{said}，前者多{result.told}（{result.formula}）", [large, small], [result])


def _adds_up(column: Column) -> bool:
    """Tell whether the figures of a column are of one unit and can be added."""
    plain = len({fact.unit for fact in column.facts}) == 1 and not any(fact.value_high for fact in column.facts)
    return plain and not PER_HEAD.search(column.facts[0].unit)


def _value(fact: Fact) -> Decimal:
    return (decimal(fact.value) or Decimal(0)) * YUAN.get(fact.unit, Decimal(1))


def _headed(column: Column) -> str:
    """The name of a column with its year, and that it is aimed at where it is."""
    first = column.facts[0]
    return f"{first.year}年{REACHED.get(first.kind, '')}{short_name(column.name)}" if first.year else short_name(column.name)


def _kind(column: Column) -> str:
    ends = {fact.scope[-2:] for fact in column.facts}
    return ends.pop() if len(ends) == 1 else "单位"
