"""Figures that a question sets against each other (905家还是897家) -> the sentences that state those which the answer does not tell."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from answer.draft import Draft, Statement
from answer.figures import figures
from answer.pieces import whole_sentences
from answer.plain import plain
from answer.readable import readable
from answer.wording import sentence_words, shorten
from index.store import PassageIndex
from retriever.concepts import Concept, coverage
from retriever.retrieval import Retrieval

AGAINST = re.compile(r"还是|到底|究竟|有人说|有的说|前后|矛盾|对得上|打架|不一样|不一致|对不上|怎么回事|哪个对|哪个数")
SPEAKS = 0.3  # share of the question's concepts that a sentence must hold
QUOTE = 160  # characters quoted of it
SAME, OTHER = "同一文件另一处写", "另一文件另一处写"


def tell_claimed(draft: Draft, retrieval: Retrieval, concepts: Sequence[Concept], index: PassageIndex) -> None:
    """Add to an answer the sentence that states a figure of the question which the answer leaves out.

    Args:
        draft: the answer so far, with at least one citation; its documents' regions are looked through.
        retrieval: the question.
        concepts: what it asks about.
        index: the documents.
    """
    text = plain(retrieval.question.text)
    claimed = figures(text)
    if not AGAINST.search(text) or len(claimed) < 2 or not draft.citations:
        return
    cited = {citation.doc for citation in draft.citations}
    regions = {index.infos[doc].region for doc in cited}
    for figure in claimed:
        if figure.text not in plain(draft.text):
            for found in _stating(figure.text, regions, concepts, index):
                if draft.state(replace(found, lead=SAME if found.passage.doc in cited else OTHER)):
                    break


def _stating(figure: str, regions: set[str], concepts: Sequence[Concept], index: PassageIndex) -> Iterator[Statement]:
    """The sentences of some regions' documents that write a figure as it stands and speak of what is asked."""
    pattern = re.compile(r"(?<![\d.])" + r"\s*".join(map(re.escape, figure)))
    for info in index.documents:
        if info.region not in regions:
            continue
        body = index.texts[info.id]
        for match in pattern.finditer(body):
            passage = index.passage_at(info.id, match.start())
            if passage is None:
                continue
            for start, end in whole_sentences(body, passage.start, passage.end):
                if start <= match.start() < end and coverage(concepts, *readable(body[start:end])) >= SPEAKS:
                    yield Statement(shorten(sentence_words(body[start:end]), QUOTE), passage, start, end)
