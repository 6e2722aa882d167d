"""Figures of one sentence -> what a question has computed of them: a sum, a share, what there was before."""

import os.path
import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from answer.evidence import Evidence
from answer.formula import total
from answer.numbers_ahead import tell_ahead
from answer.numbers_share_of import tell_share_of
from answer.numbers_shares import MORE, tell_asked_whole, tell_backward, tell_base, tell_part, tell_share
from answer.numbers_sums import PER_HEAD
from answer.quantity import decimal
from answer.series import is_aim
from answer.telling import Teller, short_name
from facts.fact import Fact
from retriever.rest import spoken
from retriever.slots import Slots
from retriever.wanted import counts_in

READ, READ_BACK = 3, 8  # pieces of evidence whose figures are read, and where a whole is to be inferred
SHORTEST, PART = 2, 4
MONEY_ASKED = re.compile(r"(?:多少|几)(?:亿|万元|钱|元)|多少[^，。？?]{0,4}(?:税|钱|资金|贷款|经费)|税[^，。？?]{0,4}多少")
PAIR = re.compile(r"[\u4e00-\u9fff](?:和|与|跟|及)[\u4e00-\u9fff]|两[项样块笔]")
BOTH = re.compile(r"[两二2](?:项|笔|类|样|块|种)")
HALF = 0.5
LISTED = re.compile(r"、|以及|和|与")


def tell_parts(teller: Teller, slots: Slots, evidence: Sequence[Evidence], facts: Sequence[Fact]) -> bool:
    """Tell a sum over the things a question lists, a share, a whole or what there was before; say whether anything was told.

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
    if any(tell_share(teller, slots, held) or tell_part(teller, slots, held) for held in own) or tell_share_of(teller, slots, facts):
        return True
    if any(tell_base(teller, slots, held) for held in own) or any(tell_ahead(teller, slots, held) for held in every):
        return True
    if tell_backward(teller, slots, [fact for held in every for fact in held]) or tell_asked_whole(teller, slots, facts):
        return True
    return slots.asks("sum") and any(_tell_sum(teller, slots, held) for held in own)


def _tell_sum(teller: Teller, slots: Slots, held: Sequence[Fact]) -> bool:
    """Add figures of one sentence that are of one kind: those whose own words the question lists, or all if it says how many."""
    asked = spoken(slots.text)
    for group in _alike([fact for fact in held if not slots.years or fact.year in slots.years]):
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
        chosen = listed if whole else group if counted or _are_both(group, end, slots.text) else []
        if chosen and _holds_the_rest(chosen, teller.index.texts[chosen[0].doc]):
            continue
        if chosen and len({fact.spans[0] for fact in chosen}) == len(chosen):
            result = total(teller.terms(chosen))
            said = "，".join(f"{short_name(fact.name)}{teller.value(fact)}" for fact in chosen)
            year = f"{chosen[0].year}年" if chosen[0].year else ""
            more = "以上" if any(fact.comparator in MORE for fact in chosen) else ""
            return teller.tell(f"{chosen[0].region}{year}{said}，合计{result.told}{more}（{result.formula}）", chosen, [result])
    return False


def _are_both(group: Sequence[Fact], end: str, text: str) -> bool:
    """Tell whether a question means both of two sums of money (两项优惠) whose names end with most of what it says."""
    of_both = len(group) == SHORTEST and "元" in group[0].unit and bool(BOTH.search(text))
    return of_both and len(end) >= PART and sum(char in text for char in end) >= HALF * len(end)


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
