"""What is sought and pieces of evidence with figures -> whether they speak of it."""

import re
from collections.abc import Iterator, Sequence

from answer.case import Case
from answer.evidence import Evidence
from answer.figure_kinds import kind_of_unit
from answer.jurisdiction import part_named
from answer.readable import readable
from answer.sought import Sought
from answer.stated import HELD, above, around, holds
from answer.things import is_short_for
from facts.quantities import find_quantities
from retriever.concepts import Concept

CLAUSE = re.compile(r"[，。；;\n]")
OF_WHOLE = re.compile(r"占[^，。；;占]{1,20}?(?:比重|比例|的比)")  # what a share is of: 研发经费占地区生产总值比重
AROUND = 0.5  # share, by weight, of the things named around what is counted that the evidence must speak of


def is_of_body(item: Evidence, case: Case) -> bool:
    """Tell whether a piece of evidence speaks of a body that the question names; True where it names none."""
    names = [body.name for body in case.question.bodies] or list(filter(None, [part_named(case)]))
    said = f"{item.text}\n{above(item)}\n{item.passage.text}"
    label = item.passage.row.label if item.passage.row else ""
    return not names or any(name in said or is_short_for(name, label) for name in names)


def is_told_by(asked: Sought, telling: Sequence[Evidence]) -> bool:
    """Tell whether one piece of evidence speaks of all things sought, or several do where several figures are sought."""
    if asked.several:
        missing = [head for head in asked.heads if not any(holds(item, head) for item in telling)]
        own = sum(head.weight for head in missing) <= (1 - AROUND) * sum(head.weight for head in asked.heads)
        return bool(telling) and own and all(head.weight for head in missing)
    return any(_speaks_of(asked, item) for item in telling)


def _speaks_of(asked: Sought, item: Evidence) -> bool:
    """Tell whether a piece of evidence speaks of what is counted or measured, and of enough of what the question says around it."""
    parts = [item.text] if item.is_row or asked.kind in ("", "位") else list(led_up_to(item.text, asked.kind)) or [item.text]
    if not any(all(_measures(item, part, head, asked.of_whole) for head in asked.counted) for part in parts):
        return False
    rest = [head for head in asked.heads if head not in asked.counted]
    return sum(head.weight for head in rest if holds(item, head)) >= AROUND * sum(head.weight for head in rest)


def _measures(item: Evidence, part: str, head: Concept, whole: bool) -> bool:
    """Tell whether part of a piece of evidence is of a thing that the piece speaks of; of what a share is of only where that is asked."""
    whole = whole or any("占" in term for term in head.terms)  # it is a share itself
    said, own, over = (text if whole else OF_WHOLE.sub("占", text) for text in (around(item), part, above(item)))
    if item.is_row or not head.found_in(*readable(said)) >= HELD:
        return head.found_in(*readable(said)) >= HELD
    subject = CLAUSE.split(said)[0] if head.weight else ""  # an indicator is told by a clause of its own
    over = f"{readable(over)[0]}\n{readable(subject)[0]}"
    return any(term[-2:] in readable(own)[0] or term in over for term in head.terms)


def led_up_to(text: str, kind: str) -> Iterator[str]:
    """Yield the parts of a text that each lead up to a figure of a kind, behind the figure before.

    >>> list(led_up_to("放大效应达12倍，为133家企业发放5.1亿元，到期全部收回", "元"))
    ['，为133家企业发放5.1亿元']
    """
    begun = 0
    for clause in re.finditer(r"[^，。；;\n]+", text):
        found = find_quantities(clause[0], 0, len(clause[0]))
        if any(kind_of_unit(one.unit) == kind for one in found):
            yield text[begun : clause.end()]
        if found:
            begun = clause.end()
