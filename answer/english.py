"""An answer of figures to an English question -> an English sentence with the same figures in front of the Chinese lines."""

import re
from decimal import Decimal

from answer.quantity import decimal, plain_number
from answer.telling import Teller
from facts.fact import Fact
from facts.regions import Gazetteer, stem_of
from retriever.question import Question

UNITS = {
    "%": "%",
    "个百分点": " percentage points",
    "百分点": " percentage points",
    "人年": " person-years",
    "万元/人": " (10,000 yuan per person)",
    "亿元": " (100 million yuan)",
    "万元": " (10,000 yuan)",
    "倍": " times",
}
COMPARED = (("不低于", "at least "), ("超过", "more than "), ("突破", "more than "), ("以上", "at least "), ("左右", "about "))
SUBJECT = re.compile(r"[A-Za-z&][A-Za-z0-9&%,' -]*")
MOST = 4


def lead_in_english(teller: Teller, question: Question, gazetteer: Gazetteer) -> None:
    """Put an English sentence with the figures told in front, if there is room for it; marks are those of the lines below."""
    names = {place.stem: question.text[place.start : place.end] for place in gazetteer.places(question.text)}
    told = [f"{names.get(stem_of(fact.region), fact.region)} {_dated(fact)} [{_mark(teller, fact)}]" for fact in teller.facts[:MOST]]
    results = [f"{one['formula'].split('=')[0].split('≈')[0]}: {one['result']}{UNITS.get(one['unit'], '')}" for one in teller.computed[:2]]
    line = f"In English: {'; '.join(told)}." + (f" Computed: {'; '.join(results)}." if results else "")
    if len(teller.draft.text) + len(line) + 1 <= teller.draft.limit:
        teller.draft.lines.insert(0, _without_chinese_units(line))


def _dated(fact: Fact) -> str:
    kind = "target" if fact.kind == "target" else "value"
    low = decimal(fact.value)
    compared = next((word for mark, word in COMPARED if mark in fact.comparator), "")
    shown = f"{plain_number(low)}{UNITS.get(fact.unit, '')}" if low is not None else fact.value
    high = decimal(fact.value_high) or Decimal(0)
    shown = f"{plain_number(low)}-{plain_number(high)}{UNITS.get(fact.unit, '')}" if low is not None and high else shown
    return f"{fact.year or ''} {kind}: {compared}{shown}".strip()


def _mark(teller: Teller, fact: Fact) -> int:
    """The number of the citation that holds a fact."""
    at = fact.spans[0].start
    return next((one.n for one in teller.draft.citations if one.doc == fact.doc and one.start <= at < one.end), 1)


def _without_chinese_units(line: str) -> str:
    return re.sub(r"(?<=\d)(?:万|亿)?(?:家|件|人年|名|个|人|项|亿元|万元/人|万元)", "", line)
