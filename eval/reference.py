"""Gold questions -> their reference answers with citations of the evidence: answers in a person's own words to check."""

import re
from collections.abc import Iterable, Iterator

from answer.answer import MAX_CITATION, MAX_CITATIONS, Citation
from eval.gold import GoldQuestion
from eval.placing import PlaceFinder, Span
from index.sentences import sentence_spans
from index.store import PassageIndex

SHORT_ROW = 120
SENTENCE = re.compile(r"[^。]+")


def reference_answers(gold: Iterable[GoldQuestion], index: PassageIndex) -> Iterator[tuple[GoldQuestion, str, tuple[Citation, ...]]]:
    """Yield every answerable question with its reference answer, each sentence marked with all of the evidence."""
    for question in gold:
        found: list[Citation] = []
        for evidence in question.evidence:
            span = next(iter(PlaceFinder(index.texts.get(evidence.doc, "")).spans(evidence.quote)), None)
            if span and not any(c.doc == evidence.doc and c.start <= span[0] and span[1] <= c.end for c in found):
                found.append(_citation(len(found) + 1, evidence.doc, span, index))
        if question.answerable and question.answer and 0 < len(found) <= MAX_CITATIONS:
            marks = "".join(f"[{citation.n}]" for citation in found)
            yield question, SENTENCE.sub(rf"\g<0>{marks}", question.answer), tuple(found)


def _citation(n: int, doc: str, span: Span, index: PassageIndex) -> Citation:
    """Return a citation of the row or the sentences that a quote stands in, of the quote alone where that is too long."""
    text, info = index.texts[doc], index.infos[doc]
    passage = index.passage_at(doc, span[0]) or index.passage_at(doc, span[1] - 1)
    start, end = span
    if passage and passage.row and len(passage.text) <= SHORT_ROW:
        start, end = min(start, passage.start), max(end, passage.end)
    elif passage:
        around = sentence_spans(text, min(start, passage.start), max(end, passage.end))
        touched = [(left, right) for left, right in around if right > span[0] and left < span[1]]
        start, end = min(start, touched[0][0]), max(end, touched[-1][1])
    if end - start > MAX_CITATION:
        start, end = span[0], min(span[1], span[0] + MAX_CITATION)
    heading = " > ".join(passage.headings) if passage else ""
    return Citation(n, doc, info.title, heading, None, passage.passage_id if passage else "", start, end, text[start:end])
