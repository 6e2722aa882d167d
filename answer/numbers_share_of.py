"""A question what share of an indicator some have (高企里享受减免的占几成) -> their figure, from any clause, over the indicator's."""

import re
from collections.abc import Sequence

from answer.formula import share
from answer.numbers_shares import ASKED
from answer.quantity import decimal
from answer.series import gather_series, is_level, same_unit
from answer.telling import Teller, titled
from facts.fact import Fact
from facts.indicators import link, load_indicators
from facts.likeness import overlap
from facts.regions import stem_of
from retriever.rest import spoken
from retriever.slots import Slots

WITHIN = re.compile(
    rf"(?P<whole>[^，,。？?]{{2,20}}?)(?:里面?|当?中(?!心)|之中)[，,、]?(?P<part>[^，,。？?]{{2,20}}?)各?占(?:了|到)?{ASKED}"
)
ASIDE = re.compile(r"^(?:有|真正|实际)+|的?企业$|[的们]$")
CLAUSE_END = re.compile(r"[，,。；;、\n]")
LOOK = 60  # characters of a clause behind a figure
ALIKE = 0.6  # share of what is asked about that the clause of a figure holds


def tell_share_of(teller: Teller, slots: Slots, facts: Sequence[Fact]) -> bool:
    """Tell what share of an indicator's figure another figure of the same year is; say whether it was told.

    Args:
        teller: the answer in the making.
        slots: what is asked.
        facts: those of the one region.
    """
    text = spoken(slots.text)
    for region in slots.regions:
        text = re.sub(rf"{stem_of(region)}(?!级)[市区县]?", "", text)
    asked = WITHIN.search(text)
    ids = [one for one in link(asked["whole"]) if one in load_indicators()] if asked else []
    if asked is None or len(ids) != 1:
        return False
    words = ASIDE.sub("", asked["part"])
    for series in gather_series(facts, ids, tuple(dict.fromkeys(fact.region for fact in facts))):
        if series.scope:
            continue
        for fact in (one for one in facts if is_level(one) and one.kind != "target" and one.year and decimal(one.value)):
            whole = next((one for one in series.values(fact.year or 0, targets=False) if decimal(one.value)), None)
            if whole is None or whole is fact or not _is_part(fact, whole, ids[0], words, teller, slots):
                continue
            result = share(*teller.terms([fact, whole]))
            clause = _clause(fact, teller)
            said = (
                f"{clause}；{titled(series, whole.name)}{fact.year}年{teller.value(whole)}，前者占后者的{result.told}（{result.formula}）"
            )
            return teller.tell(said, [fact, whole], [result])
    return False


def _is_part(fact: Fact, whole: Fact, indicator: str, words: str, teller: Teller, slots: Slots) -> bool:
    """Whether a figure counts those of an indicator that do what is asked, in the same year."""
    small, large = decimal(fact.value) or 0, decimal(whole.value) or 0
    if not same_unit(fact.unit, whole.unit) or not 0 < small < large or (slots.years and fact.year not in slots.years):
        return False
    clause = _clause(fact, teller)
    return indicator in link(clause) and overlap(words, clause) >= ALIKE


def _clause(fact: Fact, teller: Teller) -> str:
    """The words from a figure to the end of its clause."""
    text, start = teller.index.texts[fact.doc], fact.spans[0].start
    end = CLAUSE_END.search(text, fact.spans[0].end, start + LOOK)
    return re.sub(r"\s+", "", text[start : end.start() if end else start + LOOK])
