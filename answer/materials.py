"""An answer without a model -> the spans that a model may cite when it words the answer anew."""

from collections.abc import Iterator

from answer.answer import MAX_CITATION, Answer, Citation
from index.passages import Passage
from index.sentences import clause_spans, sentence_spans
from index.store import PassageIndex
from prompts.render import Material
from prompts.signs import speaks_to_a_model

MOST = 14
HITS = 5  # of the best hits, what stands in the documents that the answer cites
SHORTEST = 12
STATUS = {"draft": "征求意见稿", "final": "正式文件"}


def materials(answer: Answer, index: PassageIndex) -> tuple[Citation, ...]:
    """Return the citations of an answer with their numbers, then more spans of the same documents from its hits.

    An answer of figures gets no more than it cites: another figure would be another answer. A span that speaks to a
    model is never handed on.

    Args:
        answer: made without a model.
        index: where it comes from.
    """
    found = [citation for citation in answer.citations if not speaks_to_a_model(citation.text)]
    if answer.facts:
        return tuple(found)
    taken = [(citation.doc, citation.start, citation.end) for citation in answer.citations]
    for passage, start, end in _spans(answer, index):
        if len(found) >= MOST or any(doc == passage.doc and start < right and left < end for doc, left, right in taken):
            continue
        taken.append((passage.doc, start, end))
        text = index.texts[passage.doc][start:end]
        around = " ".join([*passage.headings, passage.context, text])
        if len(text) >= SHORTEST and not speaks_to_a_model(around):
            number = len(answer.citations) + 1 + sum(one.n > len(answer.citations) for one in found)
            heading = " > ".join(passage.headings)
            title = index.infos[passage.doc].title
            found.append(Citation(number, passage.doc, title, heading, None, passage.passage_id, start, end, text, passage.context))
    return tuple(found)


def shown(citation: Citation, index: PassageIndex) -> Material:
    """Return a citation as the model is shown it."""
    info = index.infos[citation.doc]
    known = [info.region, f"规划期{info.period}年" if info.period else "", STATUS.get(info.status, "")]
    about = f"（{'，'.join(part for part in known if part)}）"
    return Material(citation.n, citation.title, about, citation.heading, citation.context, citation.text)


def _spans(answer: Answer, index: PassageIndex) -> Iterator[tuple[Passage, int, int]]:
    """Passages in the best hits, each cut at sentence ends into spans that may be cited whole."""
    docs = {citation.doc for citation in answer.citations}
    for hit in answer.hits[:HITS]:
        if hit.doc not in docs:
            continue
        for passage in index.passages:
            if passage.doc == hit.doc and passage.start < hit.end and hit.start < passage.end and passage.kind != "title":
                text = index.texts[hit.doc]
                yield from ((passage, *span) for span in _cut(text, passage.start, passage.end))


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Sentences put together as long as a citation has room for them."""
    pieces = [span for one in sentence_spans(text, start, end) for span in clause_spans(text, *one, MAX_CITATION)]
    left = right = -1
    for first, last in pieces:
        if left >= 0 and last - left <= MAX_CITATION:
            right = last
            continue
        if left >= 0:
            yield left, right
        left, right = first, last
    if left >= 0:
        yield left, right
