"""Question whether a document mentions a word -> the sentences that hold it, or that none does."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from answer.answer import MAX_ANSWER, MAX_CITATION
from answer.draft import Draft, Statement
from answer.pieces import is_whole, whole_sentences
from answer.presence import written
from answer.wording import row_words, sentence_words, shorten
from facts.regions import stem_of
from facts.terms import load_synonyms
from index.catalog import DocumentInfo
from index.lexical import words
from index.store import PassageIndex
from retriever.names import named_documents
from retriever.retrieval import Retrieval

SAYS = r"(?:提到|提及|提过|写到|写过|讲到|说到|谈到|涉及|出现)(?:过|了)?"
WHICH = r"哪(?:几|一)?[份个些](?:规划|文件|方案|政策|地方)?(?:里|中)?"
WHETHER = re.compile(rf"(?:有没有|有无|是否|是不是|有|{WHICH})(?:专门|明确|具体)?{SAYS}(?P<term>[^，。？?]{{2,24}})")
AFTER = re.compile(rf"{SAYS}(?P<term>[^，。？?]{{2,24}}?)(?:了?吗|么|没有|没)[？?]?$")
BEFORE = re.compile(rf"(?P<term>[^，。？?]{{2,16}}?)(?:在[^，。？?]{{2,20}})?(?:有没有|是否|有无)(?:被)?{SAYS}[？?]?$")
PLACES = r"(?:哪(?:几|一)?[个些里]?(?:地方|城市|市|区县|县市|区|县|地)|(?:[两三四五几]个?地方?|各地)[^，。？?]{0,4}(?:谁|哪[个些几家]+))"
AIMS = r"(?:提出|打算|计划|准备|明确|规划)?(?:了|过)?(?:要|想)?(?:建设|建立|创建|新建|组建|建|设立|引进|打造)"
WHO = re.compile(rf"{PLACES}[^，。？?]{{0,3}}?{AIMS}(?P<term>[^，。？?]{{3,16}})[？?]?$")  # where it is, is told by where it is written
ASIDE = re.compile(
    r"^(?:关于|有关|对于|对|什么)|"
    r"(?:的(?:内容|事|说法|字眼|字样)|这个?(?:词|说法|概念)|一词|方面|相关|的?(?:吗|呢|啊|没有|没))+$"
)
QUOTES = "“”\"「」'‘’ "
DOCUMENT = re.compile(r"^.*(?:规划|方案|文件|计划|意见|办法|政策)(?:里|中|当中|里面|上)?")
MOST = 6  # sentences told


@dataclass(frozen=True, slots=True)
class Mention:
    """What came of looking for a word.

    Attributes:
        draft: the sentences that hold it; of other documents where those asked about do not.
        missing: that the documents asked about do not hold it, in words; "" where they do.
    """

    draft: Draft
    missing: str


def mention(retrieval: Retrieval, index: PassageIndex) -> Mention | None:
    """Return whether the documents asked about mention a word; None where that is not asked, or only another wording could tell.

    Args:
        retrieval: question and hits.
        index: the documents.
    """
    who = None if retrieval.question.places else WHO.search(retrieval.question.text)
    term = asked_term(retrieval.question.text) or (_plain_term(who["term"]) if who else "")
    if not term:
        return None
    asked = _asked(term, retrieval, index)
    found = {info: told for info in asked if (told := told_of(term, info, index))}
    if who and (not found or len(found) == len(asked)):
        return None  # it is called otherwise, or there is more to tell than that it is there
    if found:
        return Mention(tell_documents(term, found, [info for info in asked if info not in found], index), "")
    own = re.sub(r"\s+", "", "".join(index.texts[info.id] for info in asked)).lower()
    if all(word.lower() in own for word in words(term) if len(word) > 1) or any(one in own for one in load_synonyms().expand(term)):
        return None  # the documents may speak of it in other words
    titles = titles_of(asked) if len(asked) < len(index.documents) else "资料"
    apart = [info for info in index.documents if info not in asked and stem_of(info.region) not in term]  # a place's own names it
    others = {info: told for info in apart if (told := told_of(term, info, index))}
    return Mention(tell_documents(term, others, (), index), f"{titles}没有提到“{term}”。")


def asked_term(text: str) -> str:
    """Return the word that a question wants to know the mention of, "" where it asks no such thing.

    >>> asked_term("甲市规划有没有提到元宇宙？"), asked_term("规划里提到了低空经济吗"), asked_term("提到的三个中心是哪些")
    ('元宇宙', '低空经济', '')
    """
    match = WHETHER.search(text) or AFTER.search(text) or BEFORE.search(text)
    return _plain_term(match["term"]) if match else ""


def _plain_term(said: str) -> str:
    """The word itself of what is said to be looked for, "" where that is none."""
    term = DOCUMENT.sub("", said).strip(QUOTES)
    while (shorter := ASIDE.sub("", term).strip(QUOTES)) != term:
        term = shorter
    return term if len(term) > 1 and not re.search(r"哪|什么|多少|几|怎么|如何|的", term) else ""


def _asked(term: str, retrieval: Retrieval, index: PassageIndex) -> tuple[DocumentInfo, ...]:
    """The documents asked about: those named, those of the regions named besides the word that is looked for, else all."""
    question = retrieval.question
    said = question.text.replace(term, " ")
    named = [place.region for place in question.places if place.region and place.stem in said]
    carried = question.follows and not any(place.stem in question.text for place in question.places)
    regions = retrieval.regions if carried or question.everywhere else named
    own = tuple(info for info in index.documents if not regions or info.region in regions)
    return named_documents(question.text, own) or own


def told_of(term: str, info: DocumentInfo, index: PassageIndex) -> list[Statement]:
    """Return the sentences of a document that hold a word, in its order."""
    text = index.texts[info.id]
    found: dict[tuple[int, int], Statement] = {}
    pattern = written(term, text)
    for match in pattern.finditer(text) if pattern else ():
        passage = index.passage_at(info.id, match.start())
        if passage is None or passage.kind == "title":
            continue
        if passage.row and is_whole(passage):
            found.setdefault((passage.start, passage.end), Statement(row_words(passage.row, ()), passage, passage.start, passage.end))
            continue
        spans = whole_sentences(text, passage.start, passage.end)
        start, end = next((span for span in spans if span[0] <= match.start() < span[1]), match.span())
        found.setdefault((start, end), Statement(shorten(sentence_words(text[start:end]), MAX_CITATION), passage, start, end))
    return list(found.values())


def tell_documents(
    term: str | Mapping[DocumentInfo, str],
    found: Mapping[DocumentInfo, Sequence[Statement]],
    without: Sequence[DocumentInfo],
    index: PassageIndex,
) -> Draft:
    """Return where a word stands, told by document, and which of those asked about do not hold it.

    Args:
        term: the word; or the one that each of the documents writes.
        found: the sentences of each document that hold it.
        without: documents that do not.
        index: the documents.
    """
    draft = Draft(index, MAX_ANSWER)
    for info, told in found.items():
        draft.say(f"《{info.title}》提到了“{term if isinstance(term, str) else term[info]}”：")
        room = (MAX_ANSWER - 80 * len(found)) // len(found)
        for place, one in enumerate(told[: max(1, MOST // len(found))]):
            draft.state(replace(one, words=shorten(one.words, room)) if not place else one)
    if without:
        draft.say(f"{titles_of(without)}没有提到“{term}”。")
    return draft


def titles_of(documents: Sequence[DocumentInfo]) -> str:
    """Return the titles of documents as a sentence names them."""
    return "、".join(f"《{info.title}》" for info in documents)
