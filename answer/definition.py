"""Question for the meaning of a term -> the entry of a document's glossary that explains it (“1+5+2”工作体系：…)."""

import re

from answer.answer import MAX_ANSWER, MAX_CITATION
from answer.draft import Draft, Statement
from answer.listing import write_list
from answer.wording import sentence_words
from index.outlines import Outline
from index.passages import Passage
from index.sentences import sentence_spans
from index.store import PassageIndex
from retriever.rest import spoken
from retriever.retrieval import Retrieval

MEANING = re.compile(
    r"意思|指(?:的)?(?:是)?(?:什么|啥|哪|谁)|含义|怎么(?:理解|解释)|代表|各指|分别指|"
    r"何谓|什么叫|(?:什么样|怎样|怎么样?|哪些)[^，。？?]{0,6}才?算(?!法|力)|是(?:什么|啥)(?:[？?]|$)|是哪[几些个]|"
    r"\bmean|stands? for|refers? to|what(?:'s| is| are) (?:an? |the )?[“\"']",
    re.I,
)
DEFINED = re.compile(r"所称(?:的)?[“\"]?(?P<term>[^，,。；、“”\"]{2,16})[”\"]?[，,]?\s*(?:是)?指")
ENTRY = re.compile(r"\s*(?:\d+[.．、]\s*)?(?P<name>[^：:。；，\n]{2,24})[：:]")
QUOTED = re.compile(r"[“\"]([^”\"]{2,16})[”\"]")
CODED = re.compile(r"\d")
CODE = re.compile(r"(?<![\d.])\d(?:[+＋]?[1-9]){1,5}(?![\d年%])")  # 136, 1+5+2
NUMERALS = "零一二三四五六七八九"
FIRST = 3  # characters of an item that may be its own number
SHORTEST = 3


def definition(retrieval: Retrieval, index: PassageIndex) -> Draft | None:
    """Return the entry that explains a quoted or numbered term of the question, None where it asks for no meaning or none has one.

    Args:
        retrieval: question and hits.
        index: the documents.
    """
    text = retrieval.question.text
    if not MEANING.search(text):
        return None
    asked = spoken(text)
    found = [
        (len(term), passage)
        for passage in index.passages
        if passage.row is None and (not retrieval.regions or index.infos[passage.doc].region in retrieval.regions)
        if (term := _term(passage)) and term in asked
    ]
    if not found:
        coded = _of_heading(retrieval, index, asked)
        return write_list(coded, text, index) if coded else _in_a_sentence(retrieval, index, asked)
    passage = max(found, key=lambda pair: pair[0])[1]
    draft = Draft(index, MAX_ANSWER)
    region = index.infos[passage.doc].region
    for start, end in sentence_spans(index.texts[passage.doc], passage.start, passage.end):
        words = sentence_words(index.texts[passage.doc][start:end])
        draft.state(Statement(words, passage, start, min(end, start + MAX_CITATION), region if not draft.citations else ""))
    return draft if draft.citations else None


def _of_heading(retrieval: Retrieval, index: PassageIndex, asked: str) -> Outline | None:
    """The outline of a heading that names a system by its numbers (“136”体系), where what stands below counts them off, one by one."""
    for outline in index.outlines:
        if retrieval.regions and index.infos[outline.doc].region not in retrieval.regions:
            continue
        for code in CODE.findall(spoken(outline.title)):
            counts = [char for char in code if char.isdigit()]
            named = zip(counts, outline.items, strict=False)
            counted = all(re.search(rf"(?<!\d)(?:{one}|{NUMERALS[int(one)]})(?!\d)", item.name[FIRST:]) for one, item in named)
            if code in asked and len(counts) == len(outline.items) and counted:
                return outline
    return None


def _in_a_sentence(retrieval: Retrieval, index: PassageIndex, asked: str) -> Draft | None:
    """The sentence by which a document says what it means by a term (所称科技型企业，是指…); of several the one with the best evidence."""
    found = [
        (_place(retrieval, passage), info.id, match.start(), passage)
        for info in index.documents
        if not retrieval.regions or info.region in retrieval.regions
        for match in DEFINED.finditer(index.texts[info.id])
        if (passage := index.passage_at(info.id, match.start())) and spoken(match["term"]) in asked
    ]
    if not found:
        return None
    _, doc, at, passage = min(found, key=lambda one: one[:3])
    spans = sentence_spans(index.texts[doc], passage.start, passage.end)
    start, end = next(((low, high) for low, high in spans if low <= at < high), (at, passage.end))
    draft = Draft(index, MAX_ANSWER)
    words = sentence_words(index.texts[doc][start:end])
    draft.state(Statement(words, passage, start, min(end, start + MAX_CITATION), index.infos[doc].region))
    return draft if draft.citations else None


def _place(retrieval: Retrieval, passage: Passage) -> tuple[int, int]:
    """Where a passage stands among the hits, then where the best hit of its document does; behind all of them where neither is one."""
    own = [hit.rank for hit in retrieval.hits if hit.passage.doc == passage.doc]
    spans = [hit.rank for hit in retrieval.hits if hit.passage.doc == passage.doc and hit.start <= passage.start < hit.end]
    last = len(retrieval.hits) + 1
    return min(spans, default=last), min(own, default=last)


def _term(passage: Passage) -> str:
    """The quoted or numbered term that a passage opens by naming, as a question is read; "" where it opens otherwise."""
    entry = ENTRY.match(passage.text)
    quoted = QUOTED.search(entry["name"]) if entry else None
    term = spoken(quoted[1]) if quoted else ""
    return term if len(term) >= SHORTEST or CODED.search(term) else ""
