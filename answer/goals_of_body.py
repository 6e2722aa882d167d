"""What is one park, corridor or institute to reach (甬江科创大走廊的目标是什么) -> the sentences that set most of its targets."""

import re
from collections.abc import Sequence

from answer.answer import MAX_ANSWER, MAX_CITATION
from answer.case import Case
from answer.draft import Draft, Statement
from answer.wording import row_words, sentence_words, shorten
from facts.fact import Fact
from facts.indicators import link
from index.passages import Passage
from index.sentences import sentence_spans
from retriever.rest import spoken
from retriever.years import years_in

ASKED = re.compile(
    r"目标(?:都|分别)?(?:是什么|是啥|有哪些|有哪几[个项]|有什么|有啥|定了什么|怎么[定说])|"
    r"(?:定了?|有|提出了?|设了?)(?:什么|哪些|哪几个|啥)(?:发展|具体|量化)?目标|"
    r"(?:要|打算|计划|准备)(?:达到|实现|完成)(?:什么|哪些|啥)(?:样的)?(?:目标|程度|水平|规模)?(?=[?？。]|$)"
)
SHORTEST, MOST = 4, 3  # characters of a body's name; sentences told
ROOM = 320  # characters of one sentence
NOT_ONE = re.compile(r"全[市区县省]|[规限][上下]")  # no body of a place


def goals_of_body(case: Case, facts: Sequence[Fact]) -> Draft | None:
    """Return the sentences, None where no body's goals are asked for or the documents set none with a figure.

    Args:
        case: the question.
        facts: all facts, each with the body that it is of.
    """
    if case.question.english or not ASKED.search(case.text) or link(case.text):
        return None  # 大走廊的研发强度目标是什么: that indicator alone
    asked = spoken(case.text)
    of_place = [one for one in facts if not case.regions or one.region in case.regions]
    bodies = {one.scope for one in of_place if len(one.scope) >= SHORTEST and spoken(one.scope) in asked and not NOT_ONE.search(one.scope)}
    body = max(bodies, key=len, default="")
    years = years_in(case.text)
    own = [one for one in of_place if one.scope == body and one.kind == "target" and (not years or one.year in years)] if body else []
    counted: dict[tuple[str, int, int], int] = {}
    passages: dict[tuple[str, int, int], Passage] = {}
    for fact in own:
        passage = case.index.passage_at(fact.doc, fact.spans[0].start)
        if passage is None:
            continue
        text = case.index.texts[fact.doc]
        spans = [(passage.start, passage.end)] if passage.row else sentence_spans(text, passage.start, passage.end)
        start, end = next(((low, high) for low, high in spans if low <= fact.spans[0].start < high), (passage.start, passage.end))
        counted[fact.doc, start, end] = counted.get((fact.doc, start, end), 0) + 1
        passages[fact.doc, start, end] = passage
    best = sorted(counted, key=lambda key: (-counted[key], key))[:MOST]
    draft = Draft(case.index, MAX_ANSWER)
    for place, (doc, start, end) in enumerate(sorted(best)):
        passage = passages[doc, start, end]
        words = row_words(passage.row) if passage.row else sentence_words(case.index.texts[doc][start:end])
        lead = case.index.infos[doc].region if not place else ""
        draft.state(Statement(shorten(words, ROOM), passage, start, min(end, start + MAX_CITATION), lead))
    return draft if draft.citations else None
