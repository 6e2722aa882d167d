"""Figures of one sentence -> what a question has computed of them: a sum, a share, an amount per head."""

import os.path
import re
from collections.abc import Sequence
from decimal import Decimal
from difflib import SequenceMatcher

from answer.evidence import Evidence
from answer.formula import Term, quotient, total
from answer.numbers_shares import tell_backward, tell_base, tell_part, tell_share
from answer.numbers_sums import PER_HEAD
from answer.quantity import decimal, number_words
from answer.series import is_aim, same_unit
from answer.telling import Teller, short_name
from facts.fact import Fact
from retriever.rest import spoken
from retriever.slots import Slots
from retriever.wanted import counts_in

PER = re.compile(r"平均每([家户人名个件项])|每([家户])平均|平均(?:一|1)([家户人名个件项])")
YUAN = {"亿元": Decimal(10000), "万元": Decimal(1)}  # in 万元
READ, READ_BACK = 3, 8  # pieces of evidence whose figures are read, and where a whole is to be inferred
LARGE = 10_000  # 万元 each, from which on it is told in 亿元
SHORTEST, PART = 2, 4
MONEY_ASKED = re.compile(r"(?:多少|几)(?:亿|万元|钱|元)|多少[^，。？?]{0,4}(?:税|钱|资金|贷款|经费)|税[^，。？?]{0,4}多少")
PAIR = re.compile(r"[\u4e00-\u9fff](?:和|与|跟|及)[\u4e00-\u9fff]|两[项样块笔]")
LISTED = re.compile(r"、|以及|和|与")


def tell_parts(teller: Teller, slots: Slots, evidence: Sequence[Evidence], facts: Sequence[Fact]) -> bool:
    """Tell a sum over the things a question lists, or an amount per enterprise; say whether anything was told.

    Args:
        teller: the answer in the making.
        slots: what is asked.
        evidence: the best sentences on it.
        facts: the facts of the region asked about.
    """
    every = [
        [fact for fact in facts if fact.doc == item.doc and item.start <= fact.spans[0].start < item.end] for item in evidence[:READ_BACK]
    ]
    own = every[:READ]
    if any(tell_share(teller, slots, held) or tell_part(teller, slots, held) for held in own):
        return True
    if any(tell_base(teller, slots, held) for held in own):
        return True
    if tell_backward(teller, slots, [fact for held in every for fact in held]):
        return True
    if per := PER.search(slots.text):
        return any(_tell_per(teller, slots, held, next(filter(None, per.groups()))) for held in own)
    return slots.asks("sum") and any(_tell_sum(teller, slots, held) for held in own)


def _tell_sum(teller: Teller, slots: Slots, held: Sequence[Fact]) -> bool:
    """Add figures of one sentence that are of one kind: those whose own words the question lists, or all if it says how many."""
    asked = spoken(slots.text)
    for group in _alike(held):
        if MONEY_ASKED.search(slots.text) and "元" not in group[0].unit:
            continue
        end = _common_end([spoken(short_name(fact.name)) for fact in group])
        leads = [spoken(short_name(fact.name)).removesuffix(end).removesuffix("产业").removesuffix("行业") for fact in group]
        listed = [fact for fact, lead in zip(group, leads, strict=True) if _asked_for(lead, asked, [one for one in leads if one != lead])]
        counts = counts_in(slots.text)
        counted = str(len(group)) in counts and len(group) > SHORTEST and len(end) >= SHORTEST
        enough = max(SHORTEST, len(LISTED.split(slots.text)) if "、" in slots.text else 0)
        if len(group) == SHORTEST and len(listed) == 1 and PAIR.search(slots.text):  # 甲和乙 of two, one called by other words
            other = next(lead for fact, lead in zip(group, leads, strict=True) if fact is not listed[0])
            part = SequenceMatcher(None, other, asked, autojunk=False).find_longest_match()
            listed = list(group) if part.size >= SHORTEST and len(end) >= PART else listed
        whole = len(listed) >= enough and (not counts or str(len(listed)) in counts)  # all that the question says there are
        chosen = listed if whole else group if counted else []
        if chosen and _holds_the_rest(chosen, teller.index.texts[chosen[0].doc]):
            continue
        if chosen and len({fact.spans[0] for fact in chosen}) == len(chosen):
            result = total(teller.terms(chosen))
            said = "，".join(f"{short_name(fact.name)}{teller.value(fact)}" for fact in chosen)
            year = f"{chosen[0].year}年" if chosen[0].year else ""
            return teller.tell(f"{chosen[0].region}{year}{said}，合计{result.told}（{result.formula}）", chosen, [result])
    return False


def _holds_the_rest(facts: Sequence[Fact], text: str) -> bool:
    """Tell whether the first of some figures holds the others: 共465家，其中国家级3家."""
    first, second = facts[0].spans[0], facts[1].spans[0]
    return "其中" in text[first.end : second.start]


def _asked_for(lead: str, asked: str, others: Sequence[str]) -> bool:
    """Tell whether a question names what stands before the common end of some figures, or a good part of it that the others have not."""
    part = SequenceMatcher(None, lead, asked, autojunk=False).find_longest_match()
    own = not any(lead[part.a : part.a + part.size] in other for other in others)
    return len(lead) >= SHORTEST and (lead in asked or (part.size >= PART and own))


def _alike(held: Sequence[Fact]) -> list[list[Fact]]:
    """Figures of one unit, year and kind together; shares and ranks, which do not add up, left out."""
    groups: dict[tuple[str, int | None, bool], list[Fact]] = {}
    for fact in held:
        if decimal(fact.value) is not None and not PER_HEAD.search(fact.unit):
            groups.setdefault((fact.unit, fact.year, is_aim(fact)), []).append(fact)
    return [group for group in groups.values() if len(group) >= SHORTEST]


def _common_end(names: Sequence[str]) -> str:
    return os.path.commonprefix([name[::-1] for name in names])[::-1]


def _tell_per(teller: Teller, slots: Slots, held: Sequence[Fact], unit: str) -> bool:
    """Spread an amount over the number of those it went to: the count that the question's words fit, and the amount after it."""
    asked = spoken(slots.text)
    every = [fact for fact in held if same_unit(fact.unit, unit) and decimal(fact.value)]
    money = [fact.spans[0].start for fact in held if fact.unit in YUAN]
    counts = [fact for fact in every if _next_is_money(fact, every, money)]
    scored = sorted(counts, key=lambda fact: -_fit(fact, held, asked))
    if not scored or (len(scored) > 1 and _fit(scored[0], held, asked) == _fit(scored[1], held, asked)):
        return False
    count = scored[0]
    amount = next((fact for fact in held if fact.unit in YUAN and fact.spans[0].start > count.spans[0].start), None)
    value, number = decimal(amount.value) if amount else None, decimal(count.value)
    if amount is None or value is None or number is None:
        return False
    words = number_words(amount, teller.index.texts[amount.doc])
    top = Term(value * YUAN[amount.unit], words, "万元")
    large = top.value >= LARGE * number
    top = Term(top.value / YUAN["亿元"], words, "亿元") if large else top
    result = quotient(top, Term(number, number_words(count, teller.index.texts[count.doc]), count.unit), top.unit, 2 if large else 1)
    year = f"{count.year}年" if count.year else ""
    whose = count.scope or count.region
    said = f"{whose}{year}{teller.value(count)}，共{teller.value(amount)}，平均每{unit}{result.told}（{result.formula}）"
    return teller.tell(said, [amount, count], [result])


def _next_is_money(fact: Fact, counts: Sequence[Fact], money: Sequence[int]) -> bool:
    """Tell whether an amount follows a count before another count does, so that it went to those."""
    start = fact.spans[0].start
    amount = min((at for at in money if at > start), default=None)
    return amount is not None and not any(start < other.spans[0].start < amount for other in counts)


def _fit(fact: Fact, held: Sequence[Fact], asked: str) -> int:
    """How many pairs of characters of the question stand in the names from this figure up to the next count."""
    start = fact.spans[0].start
    later = [other.spans[0].start for other in held if other.unit == fact.unit and other.spans[0].start > start]
    end = min(later, default=start + 10_000)
    names = "".join(spoken(other.name) for other in held if start <= other.spans[0].start < end)
    return sum(asked[at : at + 2] in names for at in range(len(asked) - 1))
