"""Question that asks for a list -> the list a heading, box or table holds, complete and counted."""

import re
from collections.abc import Sequence
from dataclasses import replace

from answer.answer import MAX_ANSWER, MAX_CITATION, MAX_CITATIONS
from answer.counted_part import counted_part
from answer.draft import Draft, Statement
from answer.evidence import Evidence
from answer.list_fit import ASKED, list_fit, plain_name
from answer.wording import sentence_words, shorten
from facts.scope import PLACE
from index.outlines import Item, Outline
from index.passages import Passage
from index.store import PassageIndex
from retriever.concepts import Concept
from retriever.names import named_documents
from retriever.retrieval import Retrieval

KIND = re.compile(PLACE)
EACH = re.compile(
    r"各自|各有|各做|各干|各[\u4e00-\u9fff]{0,4}(?:什么|啥|哪)|分别(?:做|干|是做|负责|主攻|聚焦|承担|有什么)|每(?:一)?(?:个|家|座|项|条)[^，。？?]{0,8}(?:什么|啥|多少|方向|定位|内容)|定位"
)
FIELD = re.compile(r"([\u4e00-\u9fff]{2,8}?)(?:这个|这一)?(?:方面|领域|行业)")  # 宁湖在新材料方面: from its longest ending on
COUNTED_TERM = re.compile(r"[“\"][三四五六七八九十](?:张|个|大|项|条|类|种)(?P<noun>[\u4e00-\u9fff]{2,6})[”\"]")
NUMBER_BEHIND = re.compile(r"\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])?\s*$")  # of the item that comes next
LABEL = 3  # characters of an item's name that tell it from the rest of a question
FEW = 3  # items of a field that are told with what they are
MARGIN = 40  # characters of a span that are no words: its numbering and line ends
NEAR, READ, SPOKEN = 0.3, 6, 3
MATCH = 0.62  # fit from which on a list is surely meant
NOT_ALL = "以上没有列全，其余见原文。"
UNTITLED = "（原文此处没有标题）"


def listing(retrieval: Retrieval, evidence: Sequence[Evidence], concepts: Sequence[Concept], index: PassageIndex) -> Draft | None:
    """Answer with the names of what a heading, box or table holds, or return None where none fits.

    Args:
        retrieval: question and hits.
        evidence: pieces found in the hits, best first.
        concepts: what the question asks about.
        index: holds the outlines.
    """
    found = find_list(retrieval, evidence, concepts, index)
    return write_list(found, retrieval.question.text, index) if found else None


def find_list(retrieval: Retrieval, evidence: Sequence[Evidence], concepts: Sequence[Concept], index: PassageIndex) -> Outline | None:
    """Return the outline that holds the list a question asks for; takes what `listing` takes."""
    text = retrieval.question.text
    if not ASKED.search(text):
        return None
    regions = retrieval.regions
    named = {info.id for info in named_documents(text, index.documents)}
    own = [counted_part(outline) for outline in index.outlines if not regions or index.infos[outline.doc].region in regions]
    fitting = [outline for outline in own if not named or outline.doc in named]
    titles = {info.id: info.title for info in index.documents}
    scored = sorted(
        ((list_fit(outline, text, concepts, titles[outline.doc]), outline) for outline in fitting),
        key=lambda pair: (-pair[0], pair[1].doc, pair[1].start),
    )
    if counted := COUNTED_TERM.search(text):  # “三张清单”是哪三张: of that noun alone
        scored = [pair for pair in scored if counted["noun"][-2:] in "".join([pair[1].title, *(item.name for item in pair[1].items)])]
    if scored and scored[0][0] >= MATCH:
        return scored[0][1]
    for fit, outline in scored:
        spoken = [
            item for item in evidence[:READ] if any(one.start <= item.start < one.end for one in outline.items) and item.doc == outline.doc
        ]
        held = {one.start for one in outline.items for item in spoken if one.start <= item.start < one.end}
        if fit >= NEAR and len(held) >= SPOKEN:
            return outline
    return None


def write_list(outline: Outline, text: str, index: PassageIndex) -> Draft:
    """Return the answer that tells what an outline holds."""
    draft = Draft(index, MAX_ANSWER - len(NOT_ALL) - 1)
    region = index.infos[outline.doc].region
    in_field = _of_field(outline, text)
    kind, items = in_field or _of_kind(outline, text)
    title = f"“{plain_name(outline.title)}”" if outline.title else UNTITLED
    whole = outline.kind == "document"
    title = f"《{index.infos[outline.doc].title}》" if whole else title
    many = f"共{len(items)}{'章' if whole else '项'}" if not whole or len(items) <= MAX_CITATIONS else f"的前{MAX_CITATIONS}章"
    draft.say(f"{region}{title}{f'中的{kind}' if kind else ''}{many}：")
    few = in_field is not None and len(items) <= FEW
    detailed = (bool(EACH.search(text)) or few) and outline.kind != "section"
    told = 0
    if whole:
        items = items[:MAX_CITATIONS]  # chapters stand too far apart for one citation to hold two
    elif outline.kind == "list" and not detailed and items[0].end - outline.start <= MAX_CITATION:
        items = (replace(items[0], start=outline.start), *items[1:])  # cited with the words that announce them
    for run in [[item] for item in items[:MAX_CITATIONS]] if detailed else _runs(items):
        passage = index.passage_at(outline.doc, run[0].start) or index.passage_at(outline.doc, run[0].end)
        near = passage or next(
            (other for other in index.passages if other.doc == outline.doc and other.start >= run[0].start), index.passages[0]
        )
        if detailed and near.start <= run[0].start:
            name = plain_name(run[0].name)
            stop = min((item.start for item in outline.items if item.start > run[0].start), default=near.end)
            own = NUMBER_BEHIND.sub("", index.texts[outline.doc][run[0].start : min(near.end, stop)])
            rest = sentence_words(own).removeprefix(name).lstrip(" ：:")
            words = shorten(f"{name}：{rest}" if rest else name, min((draft.limit - 60) // len(items), MAX_CITATION - MARGIN))
            told += draft.state(Statement(words, near, run[0].start, _end(run[0], near)))
        else:
            names = "；".join(plain_name(item.name) for item in run)
            told += len(run) * draft.state(Statement(names, near, run[0].start, min(run[-1].end, run[0].start + MAX_CITATION)))
    if told < len(outline.items if whole else items):
        draft.say(NOT_ALL)
    return draft


def _of_field(outline: Outline, text: str) -> tuple[str, tuple[Item, ...]] | None:
    """The field that a question keeps to (新材料方面) with the items that have it in their names, or the one item that it names."""
    for field in FIELD.findall(text):
        for at in range(len(field) - 1):
            own = tuple(item for item in outline.items if field[at:] in plain_name(item.name))
            if 0 < len(own) < len(outline.items):
                return field[at:], own
    own = tuple(
        item for item in outline.items if len(name := plain_name(item.name)) >= LABEL and name in text and name not in outline.title
    )
    return (plain_name(own[0].name), own) if len(own) == 1 < len(outline.items) else None


def _of_kind(outline: Outline, text: str) -> tuple[str, tuple[Item, ...]]:
    """The items of the one kind of place or body that a question names, where a list holds others as well, and that kind."""
    kinds = dict.fromkeys(KIND.findall(text))
    if sum(kind in outline.title for kind in kinds) > 1:
        return "", outline.items  # 园区和小镇: all that the title says
    for kind in kinds:
        own = tuple(item for item in outline.items if kind in plain_name(item.name))
        if 1 < len(own) < len(outline.items):
            return kind, own
    return "", outline.items


def _end(item: Item, passage: Passage) -> int:
    return min(max(passage.end, item.end), item.start + MAX_CITATION)


def _runs(items: Sequence[Item]) -> list[list[Item]]:
    """Items that one citation can hold together; where that gives too many, the last run takes the rest."""
    runs: list[list[Item]] = []
    for item in items:
        if runs and (item.end - runs[-1][0].start <= MAX_CITATION or len(runs) == MAX_CITATIONS):
            runs[-1].append(item)
        else:
            runs.append([item])
    return runs
