"""An answer of figures -> the same with a second mark behind each figure that its document states twice: in a table and in words."""

import re
from collections.abc import Iterable, Mapping, Sequence

from answer.answer import MAX_CITATIONS
from answer.draft import Draft, Statement
from answer.quantity import cited_span, value_words
from answer.series import is_aim
from facts.fact import Fact
from index.store import PassageIndex

Said = tuple[object, ...]
MARKS = re.compile(r"\[\d+\](?!\[)")  # the last of several


def by_said(facts: Iterable[Fact]) -> dict[Said, list[Fact]]:
    """Return facts by what they say, wherever they stand."""
    found: dict[Said, list[Fact]] = {}
    for fact in facts:
        found.setdefault(_said(fact), []).append(fact)
    return found


def corroborate(draft: Draft, facts: Sequence[Fact], known: Mapping[Said, Sequence[Fact]]) -> None:
    """Cite beside each figure told the other place of its document that states it, as far as there is room for citations.

    Args:
        draft: the answer, all of its lines told.
        facts: what it tells.
        known: all facts, by what they say.
    """
    for fact in facts:
        statement, value = _statement(fact, draft.index), value_words(fact, draft.index.texts[fact.doc])
        mark = f"[{_cited(draft, statement)}]" if statement else "?"
        places = [at for at, line in enumerate(draft.lines) if mark in line and value in line]
        if not places:
            continue
        place = min(places, key=lambda at: draft.lines[at].count("["))  # where it is told by itself
        for other in sorted(known.get(_said(fact), ()), key=lambda item: item.origin == fact.origin):
            if (twin := _statement(other, draft.index)) and _mark(draft, place, twin):
                break
    draft.renumber()


def _said(fact: Fact) -> Said:
    return fact.doc, fact.indicator, fact.scope, fact.year, fact.value, fact.value_high, fact.unit, is_aim(fact)


def _statement(fact: Fact, index: PassageIndex) -> Statement | None:
    found = cited_span(fact, index)
    return Statement("", *found) if found else None


def _cited(draft: Draft, statement: Statement) -> int:
    """The number of the citation that holds a statement, 0 where none does."""
    own = (one for one in draft.citations if one.doc == statement.passage.doc)
    return next((one.n for one in own if one.start <= statement.start and statement.end <= one.end), 0)


def _mark(draft: Draft, place: int, statement: Statement) -> bool:
    """Put the mark of a statement behind the last marks of a line, unless it is cited or there is no room; say whether it was put."""
    line, number = draft.lines[place], len(draft.citations) + 1
    last = [match.end() for match in MARKS.finditer(line)][-1]
    marked = f"{line[:last]}[{number}]{line[last:]}"
    if _cited(draft, statement) or number > MAX_CITATIONS or len(draft.text) + len(marked) - len(line) > draft.limit:
        return False
    draft.cite(statement)
    draft.lines[place] = marked
    return True
