"""A refusal -> the draft that says why, with what comes nearest."""

from collections.abc import Sequence

from answer.answer import MAX_FACT, Refusal
from answer.case import Case
from answer.draft import Draft
from answer.nearest import nearest
from answer.quoting import statement
from answer.telling import Teller, short_name
from facts.fact import Fact
from index.store import PassageIndex

NEAREST = "资料中最接近的内容："


def refused(refusal: Refusal, case: Case) -> Draft:
    """Return a draft that says why, and where the question is on the topic, quotes the nearest thing the documents do say."""
    draft = Draft(case.index, MAX_FACT + 200)
    draft.say(refusal.text)
    item = nearest(case) if case.evidence and refusal.code in ("not_in_corpus", "other_jurisdiction") else None
    if item and item.coverage:
        draft.say(NEAREST)
        draft.state(statement(item, case.index.infos[item.doc].region, 180))
    return draft


def refused_with(refusal: Refusal, facts: Sequence[Fact], index: PassageIndex) -> Draft:
    """Return a draft that says why, and tells the figures that come nearest."""
    teller = Teller(index, MAX_FACT + 200)
    teller.draft.say(refusal.text)
    teller.draft.say(NEAREST)
    teller.tell(f"{facts[0].region}{short_name(facts[0].name)}：{'，'.join(map(teller.dated, facts))}", facts)
    return teller.draft
