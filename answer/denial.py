"""A profile and the measure that a question means -> that it is not met, by the stated limit that the figures told miss."""

import re
from collections.abc import Sequence

from answer.answer import MAX_ANSWER, MAX_CITATION
from answer.draft import Draft, Statement
from answer.evidence import Evidence
from answer.focus import LEAST, Focus
from answer.reckon import asks_support
from answer.wording import sentence_words
from facts.match import match_profile
from facts.matched import Match, Matching
from facts.measure import Condition, Measure
from facts.profile import Profile
from index.store import PassageIndex

WHETHER = re.compile(
    r"(?:行|可以|成)[吗么]|行不(?!通)|有没有[^，。？?]{0,8}(?:奖|补|支持|资助)|能不能|能否|可不可以|可否|是否|是不是|够不够|行不行|够格|资格|有没有份|(?:能|可以|符合|够|算)[^，。？?]{0,20}[吗么？?]|[给补奖]不[给补奖]|能[^，。？?]{0,12}不[？?]?$"
)
LIMIT = re.compile(r"\d")
OTHERS = 0.7  # share of what the best piece holds of a question from which on another is asked about too
READ, MUCH_MORE = 8, 2.5  # pieces looked at; times as much of a question as those of other articles hold
AFFIRMED = "按所述情况符合其中的条件"
DENIED = "按所述情况不符合其中的条件"
SHUT_OUT = "按所述情况属于不予支持的情形"


def denial(
    evidence: Sequence[Evidence], profile: Profile, measures: Sequence[Measure], regions: Sequence[str], index: PassageIndex
) -> tuple[Draft, Matching] | None:
    """Return the measure with the limit that is missed, None where none is missed or another measure of its article may be had.

    Args:
        evidence: pieces found in the hits, best first.
        profile: what is told.
        measures: all support measures.
        regions: the regions whose measures hold.
        index: where the evidence comes from.
    """
    asks = asks_support(profile.text) or WHETHER.search(profile.text)
    if not evidence or not profile.told or not asks or evidence[0].coverage < LEAST / 2:
        return None
    best = evidence[0]
    clear = best.coverage >= LEAST or _stands_out(best, evidence)  # less will do for what an exclusion of its own names
    own = Focus(best.doc, best.passage.headings)
    article = [one for one in measures if one.amounts and own.holds(one, index)]
    meant = [one for one in article if _stands_with(one, best)]
    article = meant if best.passage.row and meant else article  # each row of a table is an item of its own
    matching = match_profile(profile, article, regions)
    of_meant = [item for item in matching.matches if item.measure in meant]
    if not article and (of_all := _of_all(best, profile, measures, regions, index)):
        return of_all
    if not article and clear:
        return _unpaid(best, profile, measures, regions, index)
    open_ = [item.measure for item in matching.matches if item.group != "not_met"]
    if not of_meant or any(one in meant for one in open_) or _is_asked_too(open_, best, evidence):
        return None
    missed, word = missed_limits(of_meant) if clear else [], DENIED
    if not missed:
        missed, word = shut_out(of_meant, best), SHUT_OUT
    if not missed:
        return None
    draft = Draft(index, MAX_ANSWER)
    told = Statement(sentence_words(best.text), best.passage, best.start, min(best.end, best.start + MAX_CITATION), regions[0])
    place = told if word == DENIED else Statement("", best.passage, missed[0].start, min(missed[0].end, missed[0].start + MAX_CITATION))
    draft.tell([f"{word}：“{'”“'.join(one.reading for one in missed)}”", place, "。"])
    draft.state(told)
    return (draft, matching) if len(draft.lines) > 1 else None


def _of_all(
    best: Evidence, profile: Profile, measures: Sequence[Measure], regions: Sequence[str], index: PassageIndex
) -> tuple[Draft, Matching] | None:
    """The rule for all measures of a policy that the best piece states and the profile surely misses, where it asks if it may apply."""
    paying = [one for one in measures if one.amounts and one.doc == best.doc]
    matching = match_profile(profile, paying, regions)
    failed = [
        {
            judged.condition
            for judged in item.judged
            if judged.verdict == "not_met"
            and judged.condition.kind in ("general", "exclusion")
            and best.passage.start <= judged.condition.start < best.passage.end
            and LIMIT.search(judged.condition.reading)
        }
        for item in matching.matches
    ]
    missed = sorted(set.intersection(*failed), key=lambda one: one.start) if len(failed) > 1 and WHETHER.search(profile.text) else []
    if not missed:
        return None
    word = DENIED if missed[0].kind == "general" else SHUT_OUT
    draft = Draft(index, MAX_ANSWER)
    told = Statement(sentence_words(best.text), best.passage, best.start, min(best.end, best.start + MAX_CITATION), regions[0])
    place = Statement("", best.passage, missed[0].start, min(missed[0].end, missed[0].start + MAX_CITATION))
    draft.tell([f"{word}：“{missed[0].reading}”", place, "。"])
    draft.state(told)
    return (draft, matching) if len(draft.lines) > 1 else None


def _is_asked_too(others: Sequence[Measure], best: Evidence, evidence: Sequence[Evidence]) -> bool:
    """Tell whether a question may mean one of some other measures of the article as well as the one that its best piece states."""
    beside = [item for item in evidence if any(_stands_with(one, item) for one in others) and item != best]
    found = [one for one in others if any(_stands_with(one, item) for item in beside)]
    return len(found) < len(others) or any(item.own > OTHERS * best.own for item in beside)


def _stands_out(best: Evidence, evidence: Sequence[Evidence]) -> bool:
    """Tell whether the best piece holds far more of a question than any of other articles, if not much."""
    own = (best.doc, best.passage.headings)
    others = (item.own for item in evidence[1:READ] if (item.doc, item.passage.headings) != own)
    return best.own >= MUCH_MORE * max(others, default=0.0)


def _unpaid(
    best: Evidence, profile: Profile, measures: Sequence[Measure], regions: Sequence[str], index: PassageIndex
) -> tuple[Draft, Matching] | None:
    """Whether the limit is met that a measure without a sum sets for those whom it prefers: 高于5%的企业，优先纳入…."""
    if not WHETHER.search(profile.text):
        return None
    meant = [one for one in measures if _stands_with(one, best) and any(LIMIT.search(term.reading) for term in one.conditions)]
    matching = match_profile(profile, meant, regions)
    judged = [one for item in matching.matches for one in item.judged if LIMIT.search(one.condition.reading)]
    if not judged or len({one.verdict for one in judged}) > 1 or judged[0].verdict == "unknown":
        return None
    word = DENIED if judged[0].verdict == "not_met" else AFFIRMED
    draft = Draft(index, MAX_ANSWER)
    told = Statement(sentence_words(best.text), best.passage, best.start, min(best.end, best.start + MAX_CITATION), regions[0])
    draft.tell([f"{word}：“{'”“'.join(dict.fromkeys(one.condition.reading for one in judged))}”", told, "。"])
    draft.state(told)
    return (draft, matching) if len(draft.lines) > 1 else None


def _stands_with(measure: Measure, item: Evidence) -> bool:
    """Tell whether a measure, or a condition of its own, stands in a piece of evidence."""
    own = [(one.start, one.end) for one in measure.conditions if one.kind == "clause"]
    return any(start < item.end and item.start < end for start, end in [(measure.start, measure.end), *own])


def missed_limits(matches: Sequence[Match]) -> list[Condition]:
    """The conditions with a limit that all of some measures ask for and the profile does not meet."""
    failed = [
        {
            judged.condition
            for judged in item.judged
            if judged.verdict == "not_met" and judged.condition.kind == "clause" and LIMIT.search(judged.condition.reading)
        }
        for item in matches
    ]
    return sorted(set.intersection(*failed), key=lambda one: one.start) if failed else []


def shut_out(matches: Sequence[Match], best: Evidence) -> list[Condition]:
    """The exclusions beside a piece of evidence that what is told falls under, the same for all of some measures."""
    failed = [
        {
            judged.condition
            for judged in item.judged
            if judged.verdict == "not_met"
            and judged.condition.kind == "exclusion"
            and best.passage.start <= judged.condition.start < best.passage.end
        }
        for item in matches
    ]
    return sorted(set.intersection(*failed), key=lambda one: one.start) if failed else []
