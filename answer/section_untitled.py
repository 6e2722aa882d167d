"""A standing part of a plan whose title is lost -> the sentences that by their opening can only belong to it."""

import re
from collections.abc import Sequence

from answer.case import Case
from answer.goals_of_years import sentences_of
from index.catalog import DocumentInfo
from index.outlines import Outline
from index.passages import Passage
from index.store import PassageIndex

THOUGHT, FAULTS = "思想", "问题"
PRINCIPLES = "原则"
OFTEN_TITLED = (THOUGHT, "定位", PRINCIPLES, "保障")  # parts that are told under a title or not at all
UNTITLED = {
    THOUGHT: re.compile(r"\s*(?:高举|坚持以|以|全面贯彻|深入贯彻)[^，。]{0,30}(?:旗帜|思想|精神|理论)"),
    FAULTS: re.compile(
        r"\s*(?:但|同时|与此同时|然而|在[^，。]{2,16}的同时|[^，。]{0,8}(?:也|还|清醒)[^，。]{0,4}(?:看到|认识))"
        r"[^。]*(?:不足|不够|不强|不高|薄弱|偏弱|短板|有待|挑战|问题)"
    ),
}


def untitled(kind: str, info: DocumentInfo, index: PassageIndex) -> list[tuple[Passage, int, int]]:
    """Return the first sentence that opens a part of a kind, up to its full stop; none for kinds that no opening gives away.

    Args:
        kind: the kind of part.
        info: the document.
        index: all documents.
    """
    opening, text = UNTITLED.get(kind), index.texts[info.id]
    every = list(sentences_of(info, index))
    first = next((place for place, (_, start, end) in enumerate(every) if opening and opening.match(text[start:end])), len(every))
    found: list[tuple[Passage, int, int]] = []
    for one in every[first:]:
        if found and not (text[found[-1][1] : found[-1][2]].rstrip().endswith(("；", ";")) and one[0].headings == found[-1][0].headings):
            break
        found.append(one)
    return found


def principles(kind: str, info: DocumentInfo, index: PassageIndex) -> Outline | None:
    """Return the list without a title of what a plan holds to (坚持…), for the kind of part that it can only be."""
    lists = (one for one in index.outlines if one.doc == info.id and one.kind == "list" and not one.title and kind == PRINCIPLES)
    return next((one for one in lists if all(item.name.startswith("坚持") for item in one.items)), None)


def list_in(info: DocumentInfo, start: int, end: int, index: PassageIndex) -> Outline | None:
    """Return the list of a document that a span of its text leads up to."""
    return next((one for one in index.outlines if one.doc == info.id and one.kind == "list" and start <= one.start < end), None)


def lacking_section(kind: str, words: str, infos: Sequence[DocumentInfo], case: Case) -> str:
    """Return in words that the plans asked about have no part of a kind, where their evidence does not even hold the words for it."""
    own = [item for item in case.evidence if item.doc in {info.id for info in infos}]
    said = any(words in text for item in own for text in (item.text, *item.passage.headings))
    return "" if not infos or kind not in OFTEN_TITLED or said else f"{infos[0].region}规划的“{words}”，原文没有这样的标题"
