"""Question what is to be by several years (2035年的目标跟2025年的有什么不一样) -> the sentence that sets the overall goal of each."""

import re
from collections.abc import Iterator, Sequence

from answer.answer import MAX_ANSWER
from answer.draft import Draft, Statement
from answer.horizon import GOAL
from answer.table_rows import docs_asked
from answer.wording import sentence_words, shorten
from index.catalog import DocumentInfo
from index.passages import Passage
from index.sentences import sentence_spans
from index.store import PassageIndex
from retriever.rest import plain_rest, spoken
from retriever.retrieval import Retrieval
from retriever.years import years_in

ASKED = re.compile(r"目标|愿景|蓝图|建[成设]|成为|什么样|啥样|样子")
# How such goals are asked for: nothing else may be asked of the years.
FRAMING = re.compile(
    r"(?:总体|总的?|发展|科技|创新|远景|中期|长期|近期|阶段性?)?(?:目标|愿景|蓝图)|总体?|建设?成|建设|成为|什么样|啥样|样子|有?[何啥]|区别|差别|差异|"
    r"不同|不一样|一样|对比|有没有|什么|提法|说法|变化|[跟和与同到是要想打算成个分别各还以及的]|怎么[说讲写提样]?|[说讲写提]的?|分别|展望"
)
FIGURES = re.compile(r"多少|几(?!乎)|数[值字]")
OPENS = re.compile(r"^[^，。；]{0,10}?(?:到|至|展望)\s*(20\d{2})\s*年")
HEADING = re.compile(r"目标|愿景|展望|蓝图")


def goals_of_years(retrieval: Retrieval, index: PassageIndex) -> Draft | None:
    """Return what the documents of one place set as the overall goal of each year that a question names; None where that is not asked.

    Args:
        retrieval: question and hits.
        index: the documents.
    """
    question = retrieval.question
    years = years_in(question.text)
    if len(years) < 2 or question.english or question.bodies or FIGURES.search(question.text) or not ASKED.search(question.text):
        return None
    if FRAMING.sub("", plain_rest(spoken(question.text), question.places)).strip():
        return None
    infos = [info for info in index.documents if info.id in docs_asked(retrieval, index)]
    if len({info.region for info in infos}) != 1:
        return None
    draft = Draft(index, MAX_ANSWER)
    room = (MAX_ANSWER - 60) // len(years)
    for place, year in enumerate(sorted(years)):
        told = goal_of(year, infos, index, room)
        if told is None or not draft.state(told if place else Statement(told.words, told.passage, told.start, told.end, infos[0].region)):
            return None
    return draft


def goal_of(year: int, infos: Sequence[DocumentInfo], index: PassageIndex, room: int) -> Statement | None:
    """The first sentence that opens with a year and sets a goal: in the plan that ends then, under a heading of goals, if there is one."""
    found: list[tuple[bool, bool, int, Statement]] = []
    for info in infos:
        for order, (passage, start, end) in enumerate(sentences_of(info, index)):
            said = index.texts[info.id][start:end]
            opening = OPENS.match(said)
            if opening and int(opening[1]) == year and GOAL.search(said):
                headed = any(HEADING.search(heading) for heading in passage.headings) or bool(HEADING.search(said[: opening.start(1)]))
                own = bool(info.years and info.years[1] == year)
                found.append((not own, not headed, order, Statement(shorten(sentence_words(said), room), passage, start, end)))
    best = min(found, key=lambda one: one[:3], default=None)
    return best[3] if best else None


def sentences_of(info: DocumentInfo, index: PassageIndex) -> Iterator[tuple[Passage, int, int]]:
    """The sentences of a document's running text, in order."""
    for passage in index.passages:
        if passage.doc == info.id and not passage.row and passage.kind != "title":
            for start, end in sentence_spans(index.texts[info.id], passage.start, passage.end):
                yield passage, start, end
