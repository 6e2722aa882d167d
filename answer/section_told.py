"""Question about a standing part of a plan (发展目标、指导思想、重点任务…) -> what that part says, or the names of what it holds."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from answer.answer import MAX_ANSWER, MAX_CITATION
from answer.draft import Draft, Statement
from answer.goals_of_years import goal_of, sentences_of
from answer.list_fit import plain_name
from answer.listing import write_list
from answer.section_untitled import FAULTS, THOUGHT, list_in, principles, untitled
from answer.table_rows import docs_asked
from answer.wording import sentence_words, shorten
from index.catalog import DocumentInfo
from index.outlines import Outline
from index.passages import Passage
from index.store import PassageIndex
from retriever.names import named_documents
from retriever.rest import BREAK, DATES, spoken, without_places
from retriever.retrieval import Retrieval
from retriever.years import years_in

# What is asked for, and the titles under which plans say it.
GOAL, SAFEGUARDS = "目标", "保障"
PARTS = {
    GOAL: r"(?:总体|总|发展|奋斗|主要|中期|阶段性?)?目标",
    THOUGHT: r"指导思想|总体思路|总体要求|发展思路",
    "定位": r"(?:战略|发展|总体|功能)?定位",
    "原则": r"(?:基本|工作|主要)?原则",
    "基础": r"(?:现实|发展|工作)?基础|现状|主要成效|发展成就",
    FAULTS: r"(?:存在|主要|突出)?(?:的)?(?:问题|短板|不足|挑战)",
    "形势": r"(?:面临|发展|当前)?(?:的)?(?:形势|机遇(?:和?挑战)?)",
    "任务": r"(?:重点|主要|工作)?任务|重点工作",
    SAFEGUARDS: r"(?:组织|实施|工作)?保障(?:措施)?",
}
ASKED = {kind: re.compile(titles) for kind, titles in PARTS.items()}
TITLED = {
    kind: re.compile(rf"(?:[\u4e00-\u9fff]{{2,6}}[和与及、])?(?:{titles})(?:[和与及、][\u4e00-\u9fff]{{2,6}})?")
    for kind, titles in PARTS.items()
}
ENFORCED = r"(?:健全|完善|强化|加强|抓好)?(?:规划|组织)实施(?:机制|体系|保障)?(?:，[^，]{2,16})?"
TITLED[SAFEGUARDS] = re.compile(f"{TITLED[SAFEGUARDS].pattern}|{ENFORCED}")
# How such parts are asked for: nothing else may be asked.
FRAMING = re.compile(
    r"科技创新|科创|科技|创新|规划|方案|计划|十[一二三四五]五|时期|期间|未来|五年|全[市区县]|请问|介绍|一下|说说|讲讲|列出|告诉我|具体|分别|总的|"
    r"面临|存在|分(?:成|为)?|大[项块类]|哪(?:些|几[个条项]?)|什么|啥|如何|怎么|几[条个项]|多少[条个项]|是|都|有|里面?|中|提出|提到|明确|确定|设|写|讲|说|定|样|的|了|呢|吗|[，。？?！!、：:()（）《》\s]"
)
DASHED = re.compile(r"\s*(?:——|—|--|[●•◆])")
LEADS = 6  # of the dashes below a goal
ROOM = 60  # for places and titles


def section_told(retrieval: Retrieval, index: PassageIndex) -> Draft | None:
    """Return what the documents of one place say under a standing title; None where anything else is asked, or nothing stands there.

    Args:
        retrieval: question and hits.
        index: the documents.
    """
    kind, words, infos = part_meant(retrieval, index)
    years = years_in(retrieval.question.text)
    draft = Draft(index, MAX_ANSWER)
    for info in infos:
        part = _part(kind, words, info, years, index, min(MAX_ANSWER // len(infos), MAX_CITATION) - ROOM)
        if part.citations:
            if len(infos) > 1:
                draft.say(f"《{info.title}》：")
            draft.append(part)
    return draft if draft.citations else None


def part_meant(retrieval: Retrieval, index: PassageIndex) -> tuple[str, str, list[DocumentInfo]]:
    """Return the kind of part asked for, the words for it, and the plans of the one place meant; nothing where anything else is asked."""
    question = retrieval.question
    named = named_documents(question.text, index.documents)
    asked = DATES.sub("", without_places(spoken(question.text), question.places)).replace(BREAK, "")
    kind, words = _asked(_without_titles(asked, named))
    if not kind or question.english or question.bodies or question.follows or len(years_in(question.text)) > 1:
        return "", "", []
    own = [info for info in index.documents if info.id in docs_asked(retrieval, index) and info.years]
    infos = [info for info in own if info in named] or own
    return (kind, words, infos) if len({info.region for info in infos}) == 1 else ("", "", [])


def _asked(text: str) -> tuple[str, str]:
    """The kind of part that words ask for and nothing else, and the words for it; two empty ones where they ask for none."""
    for kind, pattern in ASKED.items():
        found = pattern.search(text)
        if found and not FRAMING.sub("", text[: found.start()] + text[found.end() :]):
            return kind, found.group()
    return "", ""


def _without_titles(text: str, named: Sequence[DocumentInfo]) -> str:
    """Words of a question without those by which it names documents."""
    for title in (spoken(info.title) for info in named):
        text = "".join(run for run in re.split(r"(\d+|[^\d])", text) if not (run.isdigit() and run in title))
    return text


def _part(kind: str, words: str, info: DocumentInfo, years: Sequence[int], index: PassageIndex, room: int) -> Draft:
    """What a document says of a part, as a draft of its own; an empty one where it has no such part."""
    part = Draft(index, room + ROOM)
    goal = goal_of(years[0] if years else info.years[1], [info], index, room // 2) if kind == GOAL and info.years else None
    headed = [] if kind == GOAL else _below(kind, words, info, index)
    outline = _outline(kind, words, info, index) or principles(kind, info, index)
    if goal:
        told = [goal, *_dashed(goal, info, index, room // LEADS)]
    elif outline and (words in outline.title or not headed):
        return write_list(outline, "", index)
    else:
        text = index.texts[info.id]
        headed = headed or untitled(kind, info, index)
        if listed := next((found for _, start, end in headed if kind == FAULTS and (found := list_in(info, start, end, index))), None):
            return write_list(listed, "", index)
        told = [Statement(shorten(sentence_words(text[start:end]), room), passage, start, end) for passage, start, end in headed]
    for at, one in enumerate(told):
        part.state(one if at else replace(one, lead=info.region))
    return part


def _dashed(goal: Statement, info: DocumentInfo, index: PassageIndex, room: int) -> list[Statement]:
    """The sentences that open what is set out under dashes after a goal, under the same headings."""
    text, found = index.texts[info.id], []
    for passage, start, end in sentences_of(info, index):
        if start >= goal.end and passage.headings == goal.passage.headings and DASHED.match(text[start:end]):
            found.append(Statement(shorten(sentence_words(text[start:end]), room), passage, start, end))
    return found[:LEADS]


def _below(kind: str, words: str, info: DocumentInfo, index: PassageIndex) -> list[tuple[Passage, int, int]]:
    """The sentences under the title of a part, or of the paragraph that its name opens; under the very words asked for, if there are."""
    every, text = list(sentences_of(info, index)), index.texts[info.id]
    headed = [one for one in every if one[0].headings and TITLED[kind].fullmatch(plain_name(one[0].headings[-1]))]
    named = [one for one in headed if words in one[0].headings[-1]]
    opens = [place for place, (_, start, end) in enumerate(every) if plain_name(text[start:end]) == words]
    if opens and not named:
        rest = every[opens[0] + 1 :]
        return list(takewhile(lambda one: one[0] == every[opens[0]][0] and not _is_title(text[one[1] : one[2]]), rest))
    best = (named or headed)[:1]
    return [one for one in headed if one[0].headings == best[0][0].headings]


def _is_title(sentence: str) -> bool:
    """Tell whether a sentence is but the name of a part, which opens its paragraph."""
    return any(pattern.fullmatch(plain_name(sentence)) for pattern in TITLED.values())


def _outline(kind: str, words: str, info: DocumentInfo, index: PassageIndex) -> Outline | None:
    """The outline under the title of a part, under the very words asked for, if there is one."""
    own = [one for one in index.outlines if one.doc == info.id and one.kind == "section" and TITLED[kind].fullmatch(plain_name(one.title))]
    return next((one for one in own if words in one.title), own[0] if own else None)
