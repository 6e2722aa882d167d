"""Question on an item of a document by its number (第16项, 第三条谁牵头) -> its words, and the units in charge of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from answer.answer import MAX_ANSWER, MAX_CITATION
from answer.case import Case
from answer.charge import RESPONSIBLE, asks_charge, leading_unit, share_of
from answer.draft import Draft, Statement
from answer.mention import titles_of
from answer.numbered_items import NumberedItem, numbered_items, sentences_of
from answer.wording import sentence_words, shorten
from facts.parts import NUMERAL
from index.catalog import DocumentInfo
from index.numerals import numeral
from index.store import PassageIndex
from retriever.concepts import Concept
from retriever.names import QUOTED, named_documents

THING = r"(?:重点|主要|具体)?(?:任务|措施|举措|工作|规定|内容|要求|条款|政策|事项)?"
ASKED = re.compile(rf"第\s?(?P<number>{NUMERAL})\s?(?P<unit>[条项])(?P<thing>{THING})(?P<rest>[^，,。；;？?]*)")
WHAT = re.compile(
    r"(?:主要|具体|都|又|到底|究竟)*(?:是|说|讲|写|规定|要求|提|包括|有)[了的过]?(?:些)?(?:什么|啥|哪些)|(?:怎么|如何)(?:说|写|规定|讲)|内容"
)
WHO = re.compile(r"(?:的|由|是|归|让|应|该)*(?:谁|哪|什么|牵头|责任|负责|主管|落实)")
FITS = 0.6  # share of the best sentence's coverage from which on others are told with it


@dataclass(frozen=True, slots=True)
class ItemTold:
    """What came of looking for an item: its words, or that no document has an item of that number."""

    draft: Draft
    missing: str = ""


def item_told(case: Case, history: Sequence[str] = ()) -> ItemTold | None:
    """Return what a document says below a number; None where none is asked for, or several documents may be meant.

    Args:
        case: the question.
        history: earlier turns, oldest first, of which the last may name the document.
    """
    asked = ASKED.search(case.text)
    if not asked:
        return None
    number = numeral(asked["number"])
    named, candidates = _documents(case, history)
    items = {info.id: found for info in candidates if (found := numbered_items(info.id, case.index))}
    own = [found[number] for found in items.values() if number in found]
    titled = [item for item in own if asked["rest"][:4] and asked["rest"][:4] in _title(item, case.index)]
    charge = asks_charge(case.text)
    if not (titled or (charge and WHO.match(asked["rest"])) or WHAT.search(asked["rest"]) or not asked["rest"].strip("呢吗")):
        return None  # 第一项产业, 第三条产业链: counts other things
    if len(own) == 1 or len(titled) == 1:
        return _told((titled or own)[0], case, charge)
    if named and len(items) == 1 and not own and (found := next(iter(items.values()))):
        title = titles_of([info for info in candidates if info.id in items])
        missing = f"资料没有说明第{asked['number']}{asked['unit']}：{title}编到第{len(found)}{asked['unit']}。"
        draft = Draft(case.index, MAX_ANSWER)
        draft.say(missing)
        return ItemTold(draft, missing)
    return None


def _documents(case: Case, history: Sequence[str]) -> tuple[bool, Sequence[DocumentInfo]]:
    """The documents that may be meant, and whether the question or the turn before names them; none where it names an unknown one."""
    documents = case.index.documents
    said = "".join(info.title for info in documents)
    if any(quoted not in said and not any(quoted in text for text in case.index.texts.values()) for quoted in QUOTED.findall(case.text)):
        return False, ()
    named = next((found for turn in (case.text, *history[-1:]) if (found := named_documents(turn, documents))), ())
    own = [info for info in documents if not case.regions or info.region in case.regions]
    return bool(named) or len(own) == 1, named or own


def _title(item: NumberedItem, index: PassageIndex) -> str:
    return sentence_words(index.texts[item.passage.doc][item.start : item.end][:60])


def _told(item: NumberedItem, case: Case, charge: bool) -> ItemTold | None:
    """The item's title, its sentences that fit what is asked, and who is in charge; None where that is asked and not told here."""
    index, text = case.index, case.index.texts[item.passage.doc]
    named = RESPONSIBLE.search(text, item.start, item.end)
    if charge and not named:
        return None
    draft = Draft(index, MAX_ANSWER)
    first, *others = [(start, min(end, named.start()) if named else end) for start, end in sentences_of(item, index)]
    draft.state(Statement(shorten(text[slice(*first)].lstrip("# ").strip(), MAX_CITATION), item.passage, *first))  # with its number
    told = [_statement(span, item, index) for span in _fitting([span for span in others if span[1] > span[0]], case, text)]
    units = [Statement(named.group().strip("（）()"), item.passage, *named.span())] if named else []
    for one in units if charge else [*told, *units]:
        draft.state(one)
    if charge and units and (line := leading_unit(units[0], index)):
        draft.tell(line)
    for one in told if charge and WHAT.search(case.text) else []:
        draft.state(one)
    return ItemTold(draft)


def _fitting(spans: Sequence[tuple[int, int]], case: Case, text: str) -> list[tuple[int, int]]:
    """The sentences that hold what is asked about; all of them where none holds any."""
    matter = [one for one in case.concepts if not re.search(r"\d|^第", one.key)]
    shares = [_share(matter, text[start:end]) for start, end in spans]
    best = max(shares, default=0.0)
    return [span for span, share in zip(spans, shares, strict=True) if share >= FITS * best]


def _share(matter: Sequence[Concept], words: str) -> float:
    return share_of(matter, words) if matter else 0.0


def _statement(span: tuple[int, int], item: NumberedItem, index: PassageIndex) -> Statement:
    start, end = span
    return Statement(shorten(sentence_words(index.texts[item.passage.doc][start:end]), MAX_CITATION), item.passage, start, end)
