"""A question about a figure that it states (哪一年的, 核定了没有) -> the figure as the documents date it: year, note and kind."""

import re
from collections.abc import Sequence

from answer.answer import MAX_FACT
from answer.number_answer import NumberAnswer
from answer.quantity import decimal
from answer.series import NOTE_YEAR, same_unit, stated_years
from answer.stated_figure import FINAL, NOT_FINAL, WHETHER, stated_in
from answer.telling import Teller, short_name
from facts.fact import Fact
from facts.indicators import link
from facts.quantities import Quantity
from index.store import PassageIndex
from retriever.question import Question

WHICH_YEAR = re.compile(r"哪一?年|什么年份|几几年|哪个年[份度]")
NUMBER = re.compile(r"\d+(?:\.\d+)?")
REACHED = re.compile(r"[到达过破满于]了?$")  # 哪年达到3%: the first year of at least so much


def value_told(question: Question, facts: Sequence[Fact], index: PassageIndex) -> NumberAnswer | None:
    """Return the figure of one indicator that a question states and asks the year or the standing of; None where none is surely meant.

    Args:
        question: what is asked.
        facts: those of the one region asked about.
        index: the documents.
    """
    stated = stated_in(question.text)
    if stated is None or question.english or REACHED.search(question.text[: stated.start]):
        return None
    year, final = WHICH_YEAR.search(question.text), FINAL.search(question.text) and WHETHER.search(question.text)
    found = _of_value(stated, question, facts) if year or final else []
    if not found:
        return None
    told = _dated_best(found)
    standing = next((fact for fact in sorted(found, key=lambda fact: fact.origin != "table") if fact.kind in NOT_FINAL), None)
    if final and standing is None and question.years:
        return None  # whether it is the figure of that year
    teller = Teller(index, MAX_FACT)
    first = standing if final and standing else told[0]
    name = f"{first.region}{short_name(first.name)}"
    if final and standing:
        done = teller.tell(f"不是：{name}{teller.dated(first)}，{NOT_FINAL[first.kind]}", [first])
    else:
        done = teller.tell(f"{name}：{'，'.join(map(teller.dated, told))}", told)
    return NumberAnswer(teller.draft, tuple(teller.facts), ()) if done else None


def unknown_value(question: Question, docs: Sequence[str], index: PassageIndex) -> str:
    """Return the figure that a question states and asks the year or the standing of, where no document asked about writes it; else "".

    Args:
        question: what is asked.
        docs: ids of the documents of the one place asked about.
        index: where they come from.
    """
    stated = stated_in(question.text)
    if stated is None or question.english or not docs or REACHED.search(question.text[: stated.start]):
        return ""
    if not WHICH_YEAR.search(question.text) and not (FINAL.search(question.text) and WHETHER.search(question.text)):
        return ""
    said = question.text[stated.start : stated.end].strip()
    number = NUMBER.match(said)
    written = re.compile(rf"(?<![\d.]){re.escape(number[0])}(?!\.?\d)") if number else None
    return "" if written is None or any(written.search(index.texts[doc]) for doc in docs) else said


def _of_value(stated: Quantity, question: Question, facts: Sequence[Fact]) -> list[Fact]:
    """The facts of a whole region with the value stated, in years that are named; [] where they are of several indicators."""
    ids = link(question.text)
    found = [fact for fact in facts if not fact.scope and decimal(fact.value) == stated.value and same_unit(fact.unit, stated.unit)]
    found = [fact for fact in found if not ids or fact.indicator in ids]
    years = set(question.years)
    found = [fact for fact in found if not years or years & set(stated_years(fact))]
    return found if len({fact.indicator for fact in found}) == 1 else []


def _dated_best(found: Sequence[Fact]) -> list[Fact]:
    """One fact a year; where a note dates the value (2019年数据), only such: the other year is that of the column or of the plan."""
    noted = [fact for fact in found if NOTE_YEAR.search(fact.note)]
    tables = [fact for fact in found if fact.origin == "table"]
    by_year = {fact.year: fact for fact in reversed(noted or tables or found)}
    return [by_year[year] for year in sorted(by_year, key=lambda year: year or 0)]
