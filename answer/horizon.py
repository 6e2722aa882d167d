"""Question how far ahead a plan looks -> the sentences on the last year that it sets a goal for."""

import re

from answer.answer import MAX_FACT
from answer.draft import Draft, Statement
from answer.stated import PROGRAMME
from answer.table_rows import docs_asked
from answer.wording import sentence_words, shorten
from index.catalog import DocumentInfo
from index.sentences import sentence_spans
from index.store import PassageIndex
from retriever.retrieval import Retrieval

ASKED = re.compile(
    r"最[远晚高长]远?[^，。？?]{0,8}(?:到|写|看|排|定|谈|展望|规划|说)[^，。？?]{0,4}(?:哪(?:一)?年|几几年|什么时候|何时)|"
    r"(?:看|展望|远望|眼光|眼界|瞄|愿景|远景)[^，。？?]{0,6}到(?:了)?(?:哪(?:一)?年|几几年|什么时候|何时)|"
    r"how far (?:ahead|into the future)|(?:latest|farthest|furthest) year",
    re.I,
)
UNTIL = re.compile(r"(?:到|至)\s*(20\d{2})\s*年")
GOAL = re.compile(r"建成|建设|成为|实现|达到|跻身|形成|打造|迈入|取得")
MOST = 2  # sentences told of a document
ROOM = 200  # characters of one


def horizon(retrieval: Retrieval, index: PassageIndex) -> Draft | None:
    """Return what the documents asked about say of the last year that they set a goal for; None where that is not asked.

    Args:
        retrieval: question and hits.
        index: the documents.
    """
    if not ASKED.search(retrieval.question.text):
        return None
    infos = [info for info in index.documents if info.id in docs_asked(retrieval, index)]
    regions = {info.region for info in infos}
    if len(regions) != 1:
        return None
    draft = Draft(index, MAX_FACT + ROOM)
    for info in infos:
        for place, told in enumerate(last_goals(info, index)):
            draft.state(told if place else Statement(told.words, told.passage, told.start, told.end, info.region))
    return draft if draft.citations else None


def last_goals(info: DocumentInfo, index: PassageIndex) -> list[Statement]:
    """Return the first sentences that set a goal for the last year that any of a document's goals is set for."""
    goals: list[tuple[int, Statement]] = []
    text = index.texts[info.id]
    for passage in index.passages:
        if passage.doc != info.id or passage.row or passage.kind == "title":
            continue
        for start, end in sentence_spans(text, passage.start, passage.end):
            said = text[start:end]
            years = [int(year) for year in UNTIL.findall(PROGRAMME.sub("", said))]
            if years and GOAL.search(said):
                goals.append((max(years), Statement(shorten(sentence_words(said), ROOM), passage, start, end)))
    last = max((year for year, _ in goals), default=0)
    return [told for year, told in goals if year == last][:MOST]
