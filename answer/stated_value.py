"""A question about a figure that it states (哪一年的, 核定了没有) -> the figure as the documents date it: year, note and kind."""

import re
from collections.abc import Sequence
from itertools import pairwise

from answer.answer import MAX_FACT
from answer.number_answer import NumberAnswer
from answer.quantity import decimal
from answer.series import NOTE_YEAR, gather_series, same_unit, stated_years
from answer.stated_figure import FINAL, NOT_FINAL, WHETHER, figures_stated, stated_in
from answer.telling import Teller, short_name
from facts.fact import Fact
from facts.indicators import link
from facts.likeness import overlap
from facts.quantities import Quantity
from index.store import PassageIndex
from retriever.question import Question

WHICH_YEAR = re.compile(r"哪一?年|什么年份|几几年|哪个年[份度]|(?:什么|啥)时候|何时")
BEFORE = re.compile(r"原来|原先|起点|基数|之前|[三五]年前")
CLAUSE = re.compile(r"[，,；;。？?！!]")
NAMED = 0.5  # share of an indicator's name that a question must hold to be of it
NUMBER = re.compile(r"\d+(?:\.\d+)?")
REACHED = re.compile(r"[到达过破满于]了?$")  # 哪年达到3%: the first year of at least so much


def value_told(question: Question, facts: Sequence[Fact], index: PassageIndex) -> NumberAnswer | None:
    """Return the figures that a question states and asks the year or the standing of; None where it is not sure what each is of.

    Args:
        question: what is asked.
        facts: those of the one region asked about, or all where none is named.
        index: the documents.
    """
    year, final = WHICH_YEAR.search(question.text), FINAL.search(question.text) and WHETHER.search(question.text)
    every = _asked_of(question.text, year) if year or final else []
    found = [_of_value(one, question, facts) for one in every]
    if not found or question.english or not all(found) or not (year or len(found) == 1):
        return None
    standing = next((fact for fact in sorted(found[0], key=lambda fact: fact.origin != "table") if fact.kind in NOT_FINAL), None)
    if final and standing is None and question.years:
        return None  # whether it is the figure of that year
    teller = Teller(index, MAX_FACT)
    if final and standing:
        done = teller.tell(f"不是：{_name(standing)}{teller.dated(standing)}，{NOT_FINAL[standing.kind]}", [standing])
    else:
        things: dict[tuple[str, str, str], list[Fact]] = {}
        for fact in (fact for own in found for fact in _dated_best(own)):
            things.setdefault((fact.region, fact.scope, fact.indicator), []).append(fact)
        before = [_base(own[0], facts) if BEFORE.search(question.text) else [] for own in things.values()]
        told = [[*old, *own] for old, own in zip(before, things.values(), strict=True)]
        done = all([teller.tell(f"{_name(own[-1])}：{'，'.join(map(teller.dated, own))}", own) for own in told])
    return NumberAnswer(teller.draft, tuple(teller.facts), ()) if done else None


def _name(fact: Fact) -> str:
    return f"{fact.scope or fact.region}{short_name(fact.name)}"


def _base(fact: Fact, facts: Sequence[Fact]) -> list[Fact]:
    """The last figure reached before one."""
    series = gather_series(facts, [fact.indicator], [fact.region], fact.scope)
    base = series[0].base(fact.year) if series and fact.year else None
    return [base] if base else []


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


def _asked_of(text: str, year: re.Match[str] | None) -> list[Quantity]:
    """The figures that a question states in the clause that asks for their year, or else in the one before it; all where none asks so."""
    every = figures_stated(text)
    if year is None:
        return every if len(every) == 1 else []
    bounds = [0, *(match.end() for match in CLAUSE.finditer(text)), len(text)]
    before = [[one for one in every if start <= one.start < end] for start, end in pairwise(bounds) if start <= year.start()]
    return next((own for own in reversed(before[-2:]) if own), [])


def _of_value(stated: Quantity, question: Question, facts: Sequence[Fact]) -> list[Fact]:
    """The facts of one place or body with the value stated, in years that are named; [] where they are of several indicators."""
    text = question.text
    found = [fact for fact in facts if decimal(fact.value) == stated.value and same_unit(fact.unit, stated.unit) and fact.scope in text]
    own = [fact for fact in found if fact.scope] or found  # those of a body that is named
    ids = link(text)
    named = [fact for fact in own if not ids or fact.indicator in ids]
    named = named or [fact for fact in own if overlap(short_name(fact.name), text) >= NAMED]
    named = [fact for fact in named if not question.years or set(question.years) & set(stated_years(fact))]
    if len({(fact.indicator, fact.region, fact.scope) for fact in named}) != 1:
        return []
    return [] if REACHED.search(text[: stated.start]) and not _only_aimed(named[0], stated, facts) else named


def _only_aimed(found: Fact, stated: Quantity, facts: Sequence[Fact]) -> bool:
    """Tell whether a figure that is to be reached was not yet in any year, by what the documents tell."""
    same = [fact for fact in facts if (fact.indicator, fact.region, fact.scope) == (found.indicator, found.region, found.scope)]
    return not any(fact.kind != "target" and (decimal(fact.value) or 0) >= stated.value for fact in same)


def _dated_best(found: Sequence[Fact]) -> list[Fact]:
    """One fact a year; where a note dates the value (2019年数据), only such: the other year is that of the column or of the plan."""
    noted = [fact for fact in found if NOTE_YEAR.search(fact.note)]
    aims = [] if noted else [fact for fact in found if fact.kind == "target"]
    tables = [fact for fact in found if fact.origin == "table"]
    by_year = {fact.year: fact for fact in reversed([*(noted or tables or found), *aims])}
    return [by_year[year] for year in sorted(by_year, key=lambda year: year or 0)]
