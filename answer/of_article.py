"""A question for a sum that its best evidence does not state -> the measures of that article which surely apply to who asks."""

from answer.case import Case
from answer.evidence import Evidence
from answer.focus import Focus
from answer.reckon import asks_sum
from facts.match import match_profile
from facts.measure import Measure
from facts.profile import Profile

READ = 10  # pieces among which the one is looked for that holds most of a question
LEAST = 0.12  # share of a question that it must hold of its own


def of_article(case: Case, profile: Profile) -> tuple[Measure, ...]:
    """Return the measures beside the piece that holds most of a question, whose own terms are met and whose sum is reckoned; else none.

    Args:
        case: the question with its evidence, of one region.
        profile: what is told of who asks.
    """
    if len(case.regions) != 1 or case.question.english or not profile.told or not asks_sum(case.text):
        return ()
    best: Evidence | None = max(case.evidence[:READ], key=lambda item: item.own, default=None)
    if best is None or best.own < LEAST:
        return ()
    article = Focus(best.doc, best.passage.headings)
    beside = [one for one in case.measures if one.amounts and one.doc == best.doc and article.holds(one, case.index)]
    found = match_profile(profile, beside, [case.regions[0]]).matches
    sure = [item.measure for item in found if item.group == "applies" and item.worth and item.worth.value and item.worth.formula]
    own = [one for one in sure if any(term.kind == "clause" for term in one.conditions)]
    return tuple(own) if len(own) == 1 else ()
