"""Measures ranked for an enterprise -> the answer that tells them, each with its sum or with what is still to be confirmed."""

from collections.abc import Iterator, Sequence

from answer.answer import MAX_ANSWER, MAX_CITATION
from answer.draft import Draft, Statement
from answer.reckon import sum_words
from answer.rest_told import rest_told
from answer.wording import sentence_words, shorten
from facts.entry_labels import entry_title
from facts.matched import Match
from facts.measure import Condition
from facts.profile import Profile, labels
from facts.spending_limits import REALLY, TOGETHER
from facts.sums import plain_sum
from facts.totals import totals
from facts.windows import AHEAD
from index.sentences import sentence_spans
from index.store import PassageIndex

NOT_YET = "这一项的申报尚未开始，时间以申报通知为准。"
CAVEAT = "能否享受，以当年的实施细则和申报通知为准。"
MOST = 7
LONGEST, ALONE = 105, 210  # characters of a measure among others, and of one of few
FEW = 2
MOST_HEARD = 8
SHORTEST = 24  # characters of a measure that is quoted by itself
LEAST = 0.4  # share of the best score that a measure needs

SHORT_TERMS = 40  # characters of the terms of a row that are told beside its name


def tell_offers(
    index: PassageIndex, ranked: Sequence[tuple[float, Match]], *, every_kind: bool, own: bool, profile: Profile
) -> Draft | None:
    """Return an answer that tells one measure of each kind, and every one that applies; None where there is too little to tell.

    Args:
        index: the documents.
        ranked: the measures with their scores, best first.
        every_kind: the question is for support in general.
        own: the enterprise tells of itself, so that what is to be confirmed and what comes together is told as well.
        profile: what it tells.
    """
    draft = Draft(index, MAX_ANSWER - len(CAVEAT) - 1)
    heard = "、".join(labels(profile, implied=False)[:MOST_HEARD])
    if own and heard:
        draft.say(f"按所述情况判断：{heard}。")
    told: set[str] = set()
    longest = LONGEST if every_kind or len(ranked) > FEW else ALONE
    for score, item in ranked:
        if len(draft.citations) >= MOST or score < LEAST * ranked[0][0]:
            break
        each = not every_kind or (item.measure.amounts and item.group == "applies")
        key = f"{item.measure.doc}:{item.measure.start}" if each else item.measure.kind
        if key not in told and _tell(draft, item, longest, own=own):
            told.add(key)
            if own and (rest := rest_told(item, profile, index)):
                draft.state(rest)
    if own:
        _tell_totals(draft, [item for _, item in ranked])
    if not told or (every_kind and len(told) < 2 and not any(":" in key for key in told)):
        return None
    draft.say(CAVEAT)
    return draft


def _tell_totals(draft: Draft, matches: Sequence[Match]) -> None:
    """Tell what comes together under a document whose cap for one enterprise is reached."""
    for total in totals(matches):
        passage = draft.index.passage_at(total.doc, total.note.start) if total.note else None
        if total.capped and total.note and passage:
            statement = Statement("", passage, total.note.start, min(total.note.end, total.note.start + MAX_CITATION))
            draft.tell([f"按所述情况可得{plain_sum(total.value)}万元（{total.words}）", statement, "。"])


def _tell(draft: Draft, item: Match, longest: int, *, own: bool) -> bool:
    measure = item.measure
    passage = draft.index.passage_at(measure.doc, measure.start)
    if passage is None:
        return False
    start, end = measure.start, measure.end
    if passage.kind != "row" and not measure.amounts:  # 研发投入后补助: the sentence says what is done about it
        spans = sentence_spans(draft.index.texts[measure.doc], passage.start, passage.end)
        low, high = next(((low, high) for low, high in spans if low <= start and end <= high), (start, end))
        if end - start < SHORTEST or high - low <= LONGEST:
            start, end = low, high
        if any(citation.doc == measure.doc and citation.start == start for citation in draft.citations):
            return True  # the sentence was told for another measure that it names
    words = sentence_words(draft.index.texts[measure.doc][start:end])
    if passage.kind == "row":
        terms = "、".join(one.text for one in measure.conditions if one.kind == "clause" and start <= one.start and one.end <= end)
        name = f"{measure.name}（{terms}）" if terms and len(terms) <= SHORT_TERMS and terms not in measure.name else measure.name
        words = f"{name}：{measure.paying or (item.worth.words if item.worth else '')}"
    title = entry_title(passage.headings[-1]) if passage.headings else ""
    words = words if not title or title in words else f"{title}：{words}"
    standing = "征求意见稿" if measure.draft else "明确" if measure.granted else "方向"
    lead = f"{measure.region}（{measure.label}，{standing}）"
    statement = Statement(shorten(words, longest), passage, start, min(end, start + MAX_CITATION), lead)
    if not draft.state(statement):
        return False
    _tell_terms(draft, item, statement, own=own)
    if own and item.closed.startswith(AHEAD) and draft.room() > len(NOT_YET):
        draft.say(NOT_YET)
    return True


def _tell_terms(draft: Draft, item: Match, statement: Statement, *, own: bool) -> None:
    """Tell what a measure pays, or else which of its conditions are met and which are to be confirmed."""
    if told := sum_words(item):
        draft.tell([told, statement, *_limit(item, statement, draft.index), "。"])
        return
    for word, conditions in (("符合", _met(item)), ("待确认", _to_confirm(item))) if own else ():
        if conditions:
            draft.tell([f"{word}：", *_cited(conditions, statement, draft.index), "。"])


def _limit(item: Match, beside: Statement, index: PassageIndex) -> Iterator[Statement]:
    """The sentence behind a measure by which the sum told is limited: to what was really spent, to what all levels together pay."""
    formula = item.worth.formula if item.worth else ""
    limit = (TOGETHER if "-" in formula else REALLY if "实际" in formula else None) if formula else None
    text = index.texts[item.measure.doc]
    found = limit.search(text, item.measure.end, item.measure.end + MAX_CITATION) if limit else None
    if found:
        yield Statement("", beside.passage, found.start(), found.end())


def _cited(conditions: Sequence[Condition], beside: Statement, index: PassageIndex) -> Iterator[str | Statement]:
    """The words of some conditions, each that stands outside a statement with a mark of its own."""
    inside = False
    for place, one in enumerate(conditions):
        yield ("；" if place else "") + " ".join(one.text.split())
        passage = index.passage_at(beside.passage.doc, one.start)
        row = passage == beside.passage and passage.kind == "row"
        if passage is None or row or (beside.start <= one.start and one.end <= beside.end):
            inside = True
        else:
            yield Statement("", passage, one.start, min(one.end, one.start + MAX_CITATION))
    if inside:
        yield beside


def _met(item: Match) -> list[Condition]:
    """The short conditions that who asks surely meets."""
    met = [judged.condition for judged in item.judged if judged.verdict == "met" and judged.condition.kind == "clause"]
    return [one for one in met if len(one.text) <= SHORT_TERMS and one.text != item.measure.text][:FEW]


def _to_confirm(item: Match) -> list[Condition]:
    """What is still to be confirmed before a measure applies; of one that states no sum what is short."""
    open_ = [
        judged.condition
        for judged in item.judged
        if judged.verdict == "unknown" and judged.condition.kind == "clause" and judged.condition.text != item.measure.text
    ]
    return open_[:3] if item.measure.amounts else [one for one in open_ if len(one.text) <= SHORT_TERMS][:FEW]
