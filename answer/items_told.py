"""Names of things that a document lists -> what it says of each of them, from their own sections or paragraphs."""

import re
from collections.abc import Sequence

from answer.answer import MAX_ANSWER, MAX_CITATION
from answer.draft import Draft, Statement
from answer.wording import sentence_words, shorten
from index.passages import Passage
from index.store import PassageIndex

SENTENCE = re.compile(r"[^。\n]+。?")
LONGEST, MOST, ROOM = 180, 4, 40  # characters of a sentence, passages told of one thing, characters left for marks
SHORTEST = 20  # characters of a sentence that says more than a name
COUNTED = r"(?:[一二三四五六七八九十]{1,3}(?:是|要|、)|[（(]?[一二三四五六七八九十\d]{1,2}[)）.．、])\s*"  # 二是, （二）, 2.
NEXT = re.compile(r"(?<=[。；])(?=[二三四五六七八九十]是|[（(][二三四五六七八九十\d]{1,2}[)）])")  # what is counted off behind it
TAIL = 14  # characters that a title may have behind a name


def tell_items(doc: str, names: Sequence[tuple[str, ...]], index: PassageIndex) -> Draft | None:
    """Return what a document says of some things it lists, None where one of them has neither a section nor a paragraph.

    Args:
        doc: document id.
        names: what it calls each of them, the fullest name first.
        index: the documents.
    """
    draft = Draft(index, MAX_ANSWER)
    share = (MAX_ANSWER - ROOM) // max(len(names), 1)
    for forms in names:
        told = next((said for name in forms if (said := _paragraph(doc, name, share, index) or _section(doc, name, share, index))), [])
        if not told or not all([draft.state(one) for one in told]):
            return None
    return draft if draft.citations else None


def _paragraph(doc: str, name: str, share: int, index: PassageIndex) -> list[Statement]:
    """The paragraph that opens with the name as its title: 甲高地。加快…"""
    opening = re.compile(
        rf"(?:^|(?<=[。；：\n]))[\s—]*(?:{COUNTED})?(?P<words>[“\"]?{_spaced(name)}[”\"]?[^，。；：:\n]{{0,{TAIL}}}[。：:][^\n]+)"
    )
    for passage in _prose(doc, index):
        found = opening.search(index.texts[doc][passage.start : max(passage.end, passage.scope[1])])
        if found and passage.start + found.start("words") < passage.end:
            words = NEXT.split(found["words"])[0]
            if len(words) >= len(name) + SHORTEST:
                start, told = passage.start + found.start("words"), shorten(sentence_words(words), min(share, 2 * LONGEST))
                return [Statement(told, passage, start, start + min(len(words), MAX_CITATION), index.infos[doc].region)]
    return []


def _section(doc: str, name: str, share: int, index: PassageIndex) -> list[Statement]:
    """The first sentences of what stands below the heading that holds the name."""
    title = re.compile(_spaced(name))
    own = [passage for passage in _prose(doc, index) if any(title.search(heading) for heading in passage.headings[1:] or passage.headings)]
    told: list[Statement] = []
    room = share
    for passage in own[:MOST]:
        found = next((one for one in SENTENCE.finditer(passage.text) if len(one.group()) >= SHORTEST), None)
        if found is None:
            continue
        words = shorten(sentence_words(found.group()), LONGEST)
        room -= len(words) + len(index.infos[doc].region) + 8
        if room < 0:
            break
        start = passage.start + found.start()
        lead = "" if told else index.infos[doc].region
        told.append(Statement(words, passage, start, min(passage.start + found.end(), start + MAX_CITATION), lead))
    return told


def _prose(doc: str, index: PassageIndex) -> list[Passage]:
    return [passage for passage in index.passages if passage.doc == doc and passage.kind in ("clause", "box")]


def _spaced(name: str) -> str:
    return r"\s*".join(re.escape(char) for char in name if not char.isspace())
