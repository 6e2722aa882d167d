"""Measures that a question for a sum means -> what each pays, what comes of it in the case told, or the limit that is missed."""

from collections.abc import Sequence

from answer.answer import MAX_ANSWER, MAX_CITATION
from answer.case import Case
from answer.denial import DENIED, missed_limits
from answer.draft import Draft, Statement
from answer.offer_told import tell_offers
from answer.offers import Offer, rows_of
from answer.wording import sentence_words
from facts.match import match_profile
from facts.measure import Condition, Measure
from facts.profile import Profile


def meant_told(case: Case, meant: Sequence[Measure], profile: Profile) -> Offer | None:
    """Return the answer, None where there is nothing to tell.

    Args:
        case: the question, of one region.
        meant: the measures, best first.
        profile: what is told.
    """
    matching = match_profile(profile, meant, [case.regions[0]])
    by_measure = {match.measure: match for match in matching.matches}
    matches = [by_measure[one] for one in meant if one in by_measure]
    open_ = [match for match in matches if match.group != "not_met"]
    if open_:
        draft = tell_offers(case.index, [(1.0, match) for match in open_], every_kind=False, own=True, profile=matching.profile)
        return Offer(draft, rows_of(matching)) if draft else None
    draft = Draft(case.index, MAX_ANSWER)
    missed = missed_limits(matches)
    for one in meant:
        passage = case.index.passage_at(one.doc, one.start)
        if passage is None:
            continue
        told = Statement(sentence_words(one.text), passage, one.start, min(one.end, one.start + MAX_CITATION), case.regions[0])
        if missed and not draft.lines:
            draft.tell([f"{DENIED}：“{'”“'.join(term.reading for term in missed)}”", _place(missed[0], one, case) or told, "。"])
        draft.state(told)
    return Offer(draft, rows_of(matching)) if draft.citations else None


def _place(term: Condition, measure: Measure, case: Case) -> Statement | None:
    """Where a condition stands, as a statement without words."""
    passage = case.index.passage_at(measure.doc, term.start)
    return Statement("", passage, term.start, min(term.end, term.start + MAX_CITATION)) if passage else None
