"""Sentences that may answer -> what a question wants computed of the figures that one of them tells together."""

from collections.abc import Sequence

from answer.evidence import Evidence
from answer.numbers_breakdown import tell_breakdown
from answer.numbers_per import tell_per
from answer.sentence_figures import sentence_figures
from answer.telling import Teller
from facts.fact import Fact
from retriever.question import Question
from retriever.slots import Slots

READ = 8  # pieces of evidence whose figures are read


def tell_clause(
    teller: Teller, slots: Slots, question: Question, evidence: Sequence[Evidence], facts: Sequence[Fact], region: str = ""
) -> bool:
    """Tell an amount for each, or what is computed of a whole and its parts; say whether anything was told.

    Args:
        teller: the answer in the making.
        slots: what is asked.
        question: the question, with its places.
        evidence: the best sentences on it.
        facts: all facts.
        region: the region asked about; any where the question names none.
    """
    for item in evidence[:READ]:
        info = teller.index.infos[item.doc]
        if region and info.region != region:
            continue
        held = sentence_figures(item, facts, teller.index.texts[item.doc], info)
        elsewhere = [other.text for other in evidence if other is not item]
        if tell_per(teller, slots, question, held, (item.start, item.end), elsewhere) or tell_breakdown(teller, slots, held):
            return True
    return False
