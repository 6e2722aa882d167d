"""A sum that somebody asks whether they get (能拿25万吗) -> that the clause which pays it asks for what is not so of them."""

import re
from collections.abc import Sequence

from answer.answer import MAX_ANSWER, MAX_CITATION
from answer.denial import DENIED
from answer.draft import Draft, Statement
from answer.evidence import Evidence
from answer.wording import sentence_words, shorten
from facts.full_width import widened
from facts.judging import Judge
from facts.measure import Measure
from facts.numerals import arabic
from facts.profile import Profile
from index.store import PassageIndex

ASKED = re.compile(
    r"(?:能|可以?|够|算)[^,，。;；？?\d]{0,8}(?P<sum>\d+(?:\.\d+)?)(?P<unit>万|元|块)[^,，。;；\d]{0,6}?(?:[吗么不]|[?？]|$)"
)
TIER = re.compile(r"(?P<who>[^；。]{4,80}?)的，[^，；。]{0,12}?(?P<sum>\d+(?:\.\d+)?)(?P<unit>万?元)")
READ = 4  # pieces among which the clause is looked for
QUOTED = 200


def tier_denial(evidence: Sequence[Evidence], profile: Profile, measures: Sequence[Measure], index: PassageIndex) -> Draft | None:
    """Return the clause that pays the sum asked about, with what it asks for that a profile misses; None where it misses nothing of it.

    Args:
        evidence: pieces found in the hits, best first.
        profile: what is told.
        measures: all support measures.
        index: where the evidence comes from.
    """
    asked = ASKED.search(profile.text)
    if asked is None:
        return None
    unit = "万元" if asked["unit"] == "万" else "元"
    for item in evidence[:READ]:
        for measure in (one for one in measures if one.doc == item.doc and one.start < item.end and item.start < one.end):
            for tier in TIER.finditer(arabic(re.sub(r"\s", "", widened(measure.text)))):
                who = re.split(r"[；，](?=[^，；]*的$)", tier["who"])[-1]
                if (tier["sum"], tier["unit"]) != (asked["sum"], unit) or Judge(profile, {}).verdict(who) != "not_met":
                    continue
                passage = index.passage_at(measure.doc, measure.start)
                if passage is None:
                    continue
                words = shorten(sentence_words(index.texts[measure.doc][measure.start : measure.end]), QUOTED)
                told = Statement(words, passage, measure.start, min(measure.end, measure.start + MAX_CITATION), measure.region)
                draft = Draft(index, MAX_ANSWER)
                draft.tell([f"{DENIED}：“{who}”", told, "。"])
                draft.state(told)
                return draft
    return None
