"""An answer that quotes measures, and what a question tells -> the same with what comes of the first of them in the case told."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from answer.answer import MAX_ANSWER, MAX_CITATION, Citation
from answer.draft import Draft, Statement
from answer.reckon import sum_words
from facts.bases import GENERIC
from facts.full_width import widened
from facts.judging import Judge
from facts.match import match_profile
from facts.matched import Match
from facts.measure import Measure
from facts.other_standard import RAISED as OTHER_STANDARD
from facts.profile import Profile, read_profile
from facts.sums import plain_sum

LESSER = re.compile(r"不是(?!第[一1][次回]|首次|头[一1]?[次回])|并非|只是|不属|没有牵头|参与|参加|第[二三四五]|跟着|配合")
CHANGED = re.compile(r"减半|折半|下浮|提高[到至]|降[低至到为]|另行|加倍|翻倍|部分的?按|超出部分")
HALVED = re.compile(r"(?:^|(?<=[，。；]))(?P<who>[^，。；]{4,40}?)的，[^，。；]{0,8}(?:减半|折半)[^，。；]{0,8}")
NOT_OF = re.compile(r"(?:不是|不属于?|并非)(?P<what>[\u4e00-\u9fff]{4,12})")
RISES = re.compile(r"上浮|上调|提高|增加")
RAISED_RATE = re.compile(r"提高[到至](?P<rate>\d+(?:\.\d+)?)[%％]")
RAISED_TO = re.compile(r"^[^%％]*提高[到至]\d+(?:\.\d+)?[%％][^%％]*$")
UNTOLD = re.compile(r"（未计：(?P<what>[^（）]{6,})）$")
KNOWN_BY = 4  # characters of a name
TOGETHER = re.compile(r"[合加]起来|[1一]共|总共|合计|一块儿?能")
QUOTED = 2  # citations whose measures are reckoned


def tell_sums(draft: Draft, measures: Sequence[Measure], profile: Profile) -> None:
    """Add to an answer what the measures that it quotes first pay on the amounts told.

    Nothing is added where that is not plain: where the question denies something or speaks of a lesser part, where the
    paragraph changes the rate for some, or where several measures in it pay. What is raised for some comes first.
    """
    first = next(iter(draft.citations), None)
    if TOGETHER.search(profile.text) and _tell_together(draft, measures, profile):
        return
    cited = [(citation, _quoted(citation, measures)) for citation in draft.citations[:QUOTED]]
    raising = [item for item in cited if first and item[0] is not first and item[0].heading == first.heading and _is_of_change(item[1])]
    for citation, quoted in [*raising, *(item for item in cited if item not in raising)]:
        if first and citation.heading != first.heading and _quoted(first, measures, paying=True) and any(map(_is_of_anything, quoted)):
            return  # the first is what is asked about, and what was spent on it is of no other
        if LESSER.search(_without_denied_rises(profile.text, quoted)):
            continue
        matches = [_as_open(item, profile) for item in match_profile(profile, quoted, sorted({one.region for one in quoted})).matches]
        own = citation if len(quoted) == 1 else None
        sums = [words for item in matches if (words := sum_words(item)) and not _is_changed(item, own, profile)]
        if len(sums) == 1 and _tell(draft, sums[0], citation, quoted):
            return
        if (citation, quoted) in raising and any(item.group != "not_met" for item in matches):
            return  # whether the lower share is paid is not plain


def _tell_together(draft: Draft, measures: Sequence[Measure], profile: Profile) -> bool:
    """Tell what each row pays that is quoted first, and what comes together; say whether there are two such rows at least."""
    found: list[tuple[Citation, Match]] = []
    for citation in draft.citations[:QUOTED]:
        passage = draft.index.passage_at(citation.doc, citation.start)
        quoted = _quoted(citation, measures, paying=True) if passage and passage.row else []
        matches = match_profile(profile, quoted, sorted({one.region for one in quoted})).matches
        found += [(citation, item) for item in matches if item.worth and item.worth.value and item.worth.unit == "万元" and sum_words(item)]
    if len(found) < 2 or len({citation.n for citation, _ in found}) < len(found):  # noqa: PLR2004
        return False
    values = [Decimal(item.worth.value) for _, item in found if item.worth]
    for citation, item in found:
        _tell(draft, sum_words(item), citation, [item.measure])
    words = "+".join(f"{plain_sum(value)}万元" for value in values)
    whole = plain_sum(sum(values, Decimal(0)))
    statements = [Statement("", passage, one.start, one.end) for one, _ in found if (passage := draft.index.passage_at(one.doc, one.start))]
    draft.tell([f"以上合计{whole}万元（{words}={whole}万元）", *statements, "。"])
    return True


def _tell(draft: Draft, words: str, citation: Citation, quoted: Sequence[Measure]) -> bool:
    """Put a sum behind the line that quotes its measure; say whether there was a place for it."""
    whole = [one for one in quoted if not (citation.start <= one.start and one.end <= citation.end)]  # its tiers stand outside too
    start, end = (whole[0].start, whole[0].end) if len(whole) == 1 else (citation.start, citation.end)
    passage = draft.index.passage_at(citation.doc, start)
    if passage is None:
        return False
    draft.limit = MAX_ANSWER
    if draft.tell([words, Statement("", passage, start, min(end, start + MAX_CITATION)), "。"]):
        at = next(place for place, line in enumerate(draft.lines) if f"[{citation.n}]" in line)
        draft.lines.insert(at + 1, draft.lines.pop())
    return True


def _quoted(citation: Citation, measures: Sequence[Measure], *, paying: bool = False) -> list[Measure]:
    """The measures that a citation holds something of, all or those that pay."""
    own = [one for one in measures if one.doc == citation.doc and citation.start < one.end and one.start < citation.end]
    return [one for one in own if one.amounts] if paying else own


def _as_open(item: Match, profile: Profile) -> Match:
    """A match that fails only rules of who may apply, of which nothing is told: they fail whoever tells nothing, and are left open."""
    failed = [one.condition for one in item.judged if one.verdict == "not_met"]
    if item.group != "not_met" or not failed or any(said.holds for said in profile.traits):
        return item
    nobody = Judge(read_profile("我们公司", profile.today), dict(item.measure.definitions))
    untold = all(one.kind == "general" and nobody.verdict(one.reading) == "not_met" for one in failed)
    if not untold:
        return item
    judged = tuple(replace(one, verdict="unknown") if one.verdict == "not_met" else one for one in item.judged)
    return replace(item, group=item.group if item.closed else "conditional", judged=judged)


def _is_changed(item: Match, citation: Citation | None, profile: Profile) -> bool:
    """Tell whether the words that quote a measure, or its own among others, change its rate for some, and the sum is not of that rate."""
    words = OTHER_STANDARD.sub("", re.sub(r"\s", "", widened(citation.text if citation else item.measure.text)))
    if item.worth and (untold := UNTOLD.search(item.worth.formula)):
        words = words.replace(untold["what"], "")  # what may come of it is told beside the sum
    raised = RAISED_RATE.search(words)
    told = bool(raised and item.worth and f"×{raised['rate']}%" in item.worth.formula)
    return bool(CHANGED.search(_without_denied(words, profile))) and not told


def _without_denied(words: str, profile: Profile) -> str:
    """Words without the clauses that halve a sum for those that a profile is none of: 同比下降超过10%的，补助金额减半."""
    judge = Judge(profile, {})
    return HALVED.sub(lambda found: "" if judge.verdict(found["who"]) == "not_met" else found.group(), words)


def _is_of_change(measures: Sequence[Measure]) -> bool:
    """Tell whether a measure pays one share alone, which is the changed one: 设备投入超过2000万元的，补助比例提高至12%."""
    alone = measures[0].amounts if len(measures) == 1 else ()
    return len(alone) == 1 and bool(alone[0].rate) and bool(RAISED_TO.search(re.sub(r"\s", "", measures[0].text)))


def _is_of_anything(measure: Measure) -> bool:
    """Tell whether a measure pays a share of what its words do not name: 按费用的40%."""
    return any(one.rate and GENERIC.match(one.base) for one in measure.amounts)


def _without_denied_rises(text: str, measures: Sequence[Measure]) -> str:
    """A question without what it says not to be of, where that only raises the sums of some measures."""
    rising = [part for one in measures for part in re.split(r"[，。；]", one.text) if RISES.search(part)]
    return NOT_OF.sub(lambda found: "" if any(found["what"][:KNOWN_BY] in part for part in rising) else found.group(), text)
