"""An answer to whether or how somebody gets a measure -> with what other articles ask of that measure alone."""

import re
from collections.abc import Iterator

from answer.answer import MAX_CITATION, Citation
from answer.article_charge import OPENING
from answer.case import Case
from answer.draft import Draft, Statement
from answer.pieces import whole_sentences
from answer.wording import sentence_words, shorten
from facts.measure import Measure
from facts.parts import NUMERAL, items_in, parts_in
from index.markers import parse_marker
from index.numerals import numeral

ASKED = re.compile(
    r"[能可给算有够][^，。；？?]{0,14}[吗么]|能不能|可不可以|能否|可否|给不给|算不算|够不够|行不行|还能|也能|"
    r"什么条件|(?:什么|啥)要求|(?:什么|啥)讲究|(?:什么|哪种|多大)(?:程度|规模)|才(?:能|可以|给|肯|拿)|门槛|够格"
)
ITEM = re.compile(rf"第[（(]?(?P<number>{NUMERAL})[）)]?项")
RULES = re.compile(r"应当?|须|必须|不适用|不得|不予|不低于|以上|不超过|需|限")
MOST = 2
REACH = 1500  # characters of an article before an item of it


def tell_governing(draft: Draft, case: Case) -> None:
    """Add to an answer, behind the measure that is meant, the sentences elsewhere that name it by its number or govern it alone.

    Args:
        draft: the answer, which is added to.
        case: the question and its evidence.
    """
    best = next(iter(case.evidence), None)
    if best is None or case.question.english or not case.index.infos[best.doc].is_policy or not ASKED.search(case.text):
        return
    meant = [one for one in case.measures if one.doc == best.doc and one.amounts and best.start < one.end and one.start < best.end]
    at = _line_of(meant[0], draft) if len(meant) == 1 else None
    if at is None:
        return
    spans = [span for span in _spans(meant[0], case) if not _is_cited(span, draft.citations)]
    for added, (start, end) in enumerate(spans[:MOST]):
        passage = case.index.passage_at(best.doc, start)
        words = sentence_words(case.index.texts[best.doc][start:end])
        if passage and words and draft.state(Statement(shorten(words, MAX_CITATION), passage, start, min(end, start + MAX_CITATION))):
            draft.lines.insert(at + 1 + added, draft.lines.pop())


def _line_of(measure: Measure, draft: Draft) -> int | None:
    """The line of an answer that cites a measure, None where none does."""
    cited = [one.n for one in draft.citations if one.doc == measure.doc and one.start < measure.end and measure.start < one.end]
    return next((at for at, line in enumerate(draft.lines) if any(f"[{n}]" in line for n in cited)), None)


def _is_cited(span: tuple[int, int], citations: list[Citation]) -> bool:
    return any(one.start < span[1] and span[0] < one.end for one in citations)


def _spans(measure: Measure, case: Case) -> Iterator[tuple[int, int]]:
    """Where what governs a measure alone stands: its own conditions apart from it, and sentences that name its number."""
    others = [one for one in case.measures if one.doc == measure.doc and one.amounts and one.start != measure.start]
    shared = {(term.start, term.end) for one in others for term in one.conditions}
    for term in measure.conditions:
        if (term.start, term.end) not in shared and not (measure.start <= term.start < measure.end):
            yield term.start, term.end
    text = case.index.texts[measure.doc]
    place = _place(measure, case)
    for passage in case.index.passages:
        if passage.doc != measure.doc or passage.row or (passage.start <= measure.start < passage.end):
            continue
        for start, end in whole_sentences(text, passage.start, passage.end):
            words = "".join(text[start:end].split())
            paid = any(start < one.end and one.start < end for one in others)
            if not paid and RULES.search(words) and _names(words, *place):
                yield start, end


def _place(measure: Measure, case: Case) -> tuple[str, int]:
    """The article that a measure stands in, and the number of its item, 0 for none."""
    passage = case.index.passage_at(measure.doc, measure.start)
    if passage is None:
        return "", 0
    text = case.index.texts[measure.doc]
    lines = (text[text.rfind("\n", 0, measure.start) + 1 : measure.end], passage.text, *passage.headings[-1:])
    markers = (parse_marker(line.lstrip()) for line in lines)
    number = next((one.number for one in markers if one and one.style not in ("article", "markdown")), 0)
    articles = [one["number"] for one in OPENING.finditer(text, max(0, measure.start - REACH), measure.start + len("第一百一十条"))]
    return articles[-1] if articles else "", number


def _names(words: str, article: str, item: int) -> bool:
    """Tell whether words name an article, or of it this item, or an item of this number where they name no article."""
    own = parts_in(article)
    if own and own & parts_in(words):
        items = items_in(words).get(next(iter(own)))
        return not items or item in items
    if any(part.startswith("条") for part in parts_in(words)):
        return False
    return bool(item) and any(numeral(one["number"]) == item for one in ITEM.finditer(words))
