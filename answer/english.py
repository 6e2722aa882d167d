"""Figures told to an English question -> an English sentence with the same figures before the Chinese lines."""

import re
from decimal import Decimal
from typing import Any

from answer.answer import MAX_ANSWER, MAX_FACT, Refusal
from answer.draft import Draft
from answer.quantity import decimal, plain_number
from answer.telling import Teller
from facts.fact import Fact
from facts.indicators import english_names
from facts.regions import Gazetteer, stem_of
from retriever.question import Question

UNITS = {
    "%": "%",
    "个百分点": " percentage points",
    "百分点": " percentage points",
    "人年": " person-years",
    "万元/人": " (10,000 yuan per person)",
    "倍": " times",
}
BILLIONS = {"万元": Decimal("0.00001"), "亿元": Decimal("0.1"), "万亿元": Decimal(1000)}
COMPARED = (("不低于", "at least "), ("超过", "more than "), ("突破", "more than "), ("以上", "at least "), ("左右", "about "))
OPENING = "In English: "
MOST = 4
QUOTED = "quoted from the documents in Chinese."
NEAREST = "The nearest they say is quoted in the original Chinese."
REFUSED: dict[str, str] = {
    "not_in_corpus": "the documents do not say this.",
    "other_jurisdiction": "the documents hold no plan of this place, and none of another place can stand in for it.",
    "off_topic": "the documents hold nothing on this question.",
    "unsafe": "this request is not followed, for answers come from the documents alone.",
}
OWN_ENGLISH = re.compile(
    rf"{OPENING}(?:{'|'.join(map(re.escape, (*REFUSED.values(), QUOTED)))})(?: {re.escape(NEAREST)})?|{re.escape(NEAREST)}"
)


def lead_in_english(teller: Teller, question: Question, gazetteer: Gazetteer) -> None:
    """Put an English sentence with the figures told in front, if there is room for it; marks are those of the lines below."""
    names = {place.stem: question.text[place.start : place.end] for place in gazetteer.places(question.text)}
    shown = teller.facts[:MOST]
    told = [
        f"{names.get(stem_of(fact.region), gazetteer.latin(stem_of(fact.region)))} {_dated(fact)} [{_mark(teller, fact)}]" for fact in shown
    ]
    results = [_computed(teller, one) for one in teller.computed[:2]]
    called = {english_names().get(fact.indicator, "") for fact in shown}
    subject = f"{called.pop()} - " if len(called) == 1 and "" not in called else ""
    line = f"{OPENING}{subject}{'; '.join(told)}." + (f" Computed: {'; '.join(results)}." if results else "")
    if len(teller.draft.text) + len(line) + 1 <= teller.draft.limit:
        teller.draft.lines.insert(0, _without_chinese_units(line))


def frame_in_english(draft: Draft, refusal: Refusal | None) -> None:
    """Put an English sentence in front of Chinese lines that have none: what they are, or why there is no answer."""
    if not draft.lines or draft.lines[0].startswith(OPENING):
        return
    line = OPENING + (REFUSED[refusal.code] if refusal else QUOTED)
    if refusal and draft.citations:
        line += f" {NEAREST}"
    if len(draft.text) + len(line) + 1 <= (draft.limit if draft.limit <= MAX_FACT else MAX_ANSWER):
        draft.lines.insert(0, line)


def _dated(fact: Fact) -> str:
    kind = "target" if fact.kind == "target" else "value"
    low = decimal(fact.value)
    compared = next((word for mark, word in COMPARED if mark in fact.comparator), "")
    high = decimal(fact.value_high)
    shown = fact.value if low is None else _told(low, fact.unit) if high is None else f"{plain_number(low)}-{_told(high, fact.unit)}"
    return f"{fact.year or ''} {kind}: {compared}{shown}".strip()


def _told(value: Decimal, unit: str) -> str:
    """A figure with its unit in English; amounts of money in billions of yuan."""
    if unit in BILLIONS:
        return f"{plain_number(value * BILLIONS[unit])} billion yuan"
    return f"{plain_number(value)}{UNITS.get(unit, '')}"


def _computed(teller: Teller, computed: dict[str, Any]) -> str:
    """A formula with its result in English, and the marks of what it is computed from."""
    left, sign, _ = re.split("([=≈])", computed["formula"], maxsplit=1)
    marks = sorted({_mark(teller, teller.facts[place]) for place in computed["from"]})
    result = _told(Decimal(computed["result"]), computed["unit"])
    return f"{result} ({left}{sign}{result}) {''.join(f'[{mark}]' for mark in marks)}"


def _mark(teller: Teller, fact: Fact) -> int:
    """The number of the citation that holds a fact."""
    at = fact.spans[0].start
    return next((one.n for one in teller.draft.citations if one.doc == fact.doc and one.start <= at < one.end), 1)


def _without_chinese_units(line: str) -> str:
    return re.sub(r"(?<=\d)(?:万|亿)?(?:家|件|人年|名|个|人|项|亿元|万元/人|万元)", "", line)
