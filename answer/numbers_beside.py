"""A sentence that sets a place's share against another place's (19.6%，低于乙市25.1%的水平) -> the gap between the two."""

import re
from collections.abc import Sequence
from dataclasses import replace

from answer.evidence import Evidence
from answer.formula import difference
from answer.quantity import decimal
from answer.telling import Teller, short_name
from facts.fact import Fact, Span
from facts.likeness import overlap
from facts.regions import stem_of
from facts.terms import load_synonyms
from retriever.rest import plain_rest, spoken
from retriever.slots import Slots

AGAINST = re.compile(
    r"\s*[，,（(]?\s*(?:仍|还|明显|远|略|均)?(?:低于|高于|落后于|领先于)(?P<place>[^，。；\d]{2,8}?)\s*(?P<value>\d+(?:\.\d+)?)\s*[%％]\s*的?(?:平均)?(?:水平|值)"
)
JUNK = re.compile(r"比例|比重|占比|个?百分点|[跟和与]|高还是|还是低")
LONG, PARTLY = 4, 0.35  # characters of a longer word; the share that is enough beside it
READ = 4  # pieces of evidence looked at
FITS = 0.5  # share of the pairs of characters of the question that the sentence's name holds


def tell_beside(teller: Teller, slots: Slots, evidence: Sequence[Evidence], facts: Sequence[Fact]) -> bool:
    """Tell the gap between two places that one sentence sets against each other; say whether it was told.

    Args:
        teller: the answer in the making.
        slots: what is asked, of two places.
        evidence: the best sentences on it.
        facts: all facts.
    """
    if len(slots.regions) != 2 or not slots.asks("difference", "compare", "rank"):
        return False
    asked = plain_rest(spoken(re.sub("|".join(stem_of(region) + "[市区县]?" for region in slots.regions), "", slots.text)), ())
    for item in evidence[:READ]:
        for fact in (one for one in facts if one.doc == item.doc and item.start <= one.spans[0].start < item.end):
            found = AGAINST.match(teller.index.texts[fact.doc], fact.spans[0].end)
            other = next((region for region in slots.regions if region != fact.region), "")
            if not found or fact.scope or fact.unit != "%" or found["place"].strip() not in (other, stem_of(other), f"{other}平均"):
                continue
            if fact.region in slots.regions and _fits(asked.replace(" ", ""), spoken(fact.name)):
                return _tell(teller, fact, other, found)
    return False


def _fits(asked: str, name: str) -> bool:
    """Tell whether a name holds most of what is asked, or, where it holds a longer word for it, a good part."""
    longer = any(len(term) >= LONG and term in name for term in load_synonyms().expand(asked))
    return overlap(JUNK.sub("", asked), name) >= (PARTLY if longer else FITS)


def _tell(teller: Teller, fact: Fact, other: str, found: re.Match[str]) -> bool:
    beside = replace(fact, region=other, value=found["value"], value_high=None, comparator="", spans=(Span(*found.span("value")),))
    if decimal(fact.value) is None:
        return False
    own, there = teller.terms([fact, beside])
    less = own.value < there.value
    gap = difference(there, own) if less else difference(own, there)
    year = f"{fact.year}年" if fact.year else ""
    said = f"{fact.region}{short_name(fact.name)}：{year}{teller.value(fact)}，{found['place'].strip()}{teller.value(beside)}"
    return teller.tell(f"{said}，{'低' if less else '高'}{gap.told}（{gap.formula}）", [beside, fact] if less else [fact, beside], [gap])
