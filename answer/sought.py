"""Question for a figure -> of which kind, unit and year it must be, and the things that it must be of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from answer.figure_kinds import ASKS, kind_sought, unit_sought
from answer.interrogatives import CLAUSE, interrogatives
from answer.things import counted, is_in_name, named_indicators, narrowing, things
from answer.vocabulary import Vocabulary
from facts.asking import load_asking
from retriever.concepts import Concept
from retriever.question import Question

OF_WHOLE = re.compile("占|比重|比例|比值|率")
TOGETHER = re.compile(r"各|分别|和|与|、")


@dataclass(frozen=True, slots=True)
class Sought:
    """What a figure must be.

    Attributes:
        kind: "%", "元", "m2", "个", "位", or "" where any will do.
        unit: one that no other can stand for (吨), or "".
        heads: what it must be of.
        counted: those of them that are counted or measured themselves, and what narrows them down.
        years: the years that it must be of.
        several: more than one figure is asked for, so that they may stand apart.
        of_whole: the question names what a share is of.
    """

    kind: str
    unit: str
    heads: tuple[Concept, ...]
    counted: tuple[Concept, ...]
    years: tuple[int, ...]
    several: bool
    of_whole: bool


def sought(question: Question, concepts: Sequence[Concept], years: Sequence[int], vocabulary: Vocabulary) -> Sought:
    """Return what a question for a figure seeks.

    Args:
        question: one that wants a number.
        concepts: what it asks about.
        years: those that the figure must be of.
        vocabulary: the words of the documents.
    """
    clauses = [clause for clause in CLAUSE.split(question.text) if clause.strip()]
    body = "\n".join([clause for clause in clauses if ASKS.search(clause)] or clauses[-1:]).lower()
    named = things(concepts, question, vocabulary)
    there = [concept for concept in named if concept.key in body]
    heads = there or named  # those of another clause stand but around what is counted
    heads = [*named_indicators(body), *(head for head in heads if not is_in_name(head, body))]
    several = len(ASKS.findall(body)) > 1 or bool(TOGETHER.search(body))
    kind = kind_sought(body)
    scope = [Concept(word, terms, 0.0) for word, terms in load_asking().scopes.items() if kind == "位" and word in body]
    heads = [*heads, *narrowing(body), *scope, *counted(body, heads)]
    return Sought(
        kind,
        unit_sought(body),
        tuple(heads),
        measured(body, heads) if there else tuple(head for head in heads if not head.weight),
        tuple(years),
        several,
        bool(OF_WHOLE.search(body)),
    )


def measured(body: str, heads: Sequence[Concept]) -> tuple[Concept, ...]:
    """Return those of the things asked about that a figure is asked of: right behind an interrogative, else the last before it.

    Those without a weight of their own always are: indicators, and what narrows a thing down.

    Args:
        body: the clauses that ask, in lower case.
        heads: the things asked about.
    """
    found = [head for head in heads if not head.weight]
    for one in interrogatives(body):
        at = {head: one.clause.rfind(head.key, 0, one.start) for head in heads if head.weight and head.key in one.clause}
        behind = [head for head in heads if head.weight and one.clause.startswith(head.key, one.end)]
        before = max((head for head in at if at[head] >= 0), key=lambda head: (at[head] + len(head.key), len(head.key)), default=None)
        found += behind or ([before] if before else [])
    return tuple(dict.fromkeys(found)) if any(head.weight for head in found) else tuple(heads)
