"""Gold file and corpus -> list[Fault]: every line and field that would make a score mean something else."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.gold import DIFFICULTIES, PERSONAS, TYPES, GoldQuestion, gold_question, shape_faults
from eval.jsonl import read_objects
from eval.matching import normal, squeeze, states
from eval.sources import SourceText

SHORTEST_QUOTE = 8
LONGEST_QUOTE = 120
MAY_BE_UNANSWERABLE = ("unanswerable", "outofscope", "followup", "english", "colloquial")


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of a gold file: 1-based line, field, what was expected and what came."""

    line: int
    field: str
    message: str


def gold_faults(path: Path, sources: Mapping[str, SourceText]) -> tuple[int, list[Fault]]:
    """Return how many questions a gold file holds, and all their faults in order of lines.

    Args:
        path: the gold file.
        sources: the documents by id, in which quotes have to stand.

    Raises:
        InputError: the file cannot be read or a line is no JSON object.
    """
    faults: list[Fault] = []
    seen: dict[Any, int] = {}
    count = 0
    for number, row in read_objects(path):
        count += 1
        shape = [Fault(number, field, message) for field, message in shape_faults(row)]
        faults.extend(shape)
        if isinstance(row.get("id"), str):
            if row["id"] in seen:
                faults.append(Fault(number, "id", f"expected every id once, came {row['id']!r} as in line {seen[row['id']]}"))
            seen.setdefault(row["id"], number)
        if not shape:
            question = gold_question(row)
            faults.extend(Fault(number, *fault) for fault in _meaning_faults(question))
            faults.extend(Fault(number, *fault) for fault in _evidence_faults(question, sources))
    return count, faults


def _meaning_faults(question: GoldQuestion) -> Iterator[tuple[str, str]]:
    for field, value, allowed in (("persona", question.persona, PERSONAS), ("type", question.type, TYPES)):
        if value not in allowed:
            yield field, f"expected one of {', '.join(allowed)}, came {value!r}"
    if question.difficulty and question.difficulty not in DIFFICULTIES:
        yield "difficulty", f"expected one of {', '.join(DIFFICULTIES)}, came {question.difficulty!r}"
    for field, text in (("id", question.id), ("question", question.question)):
        if not text.strip():
            yield field, f"expected a text that is not empty, came {text!r}"
    if (question.type == "followup") != bool(question.history):
        yield "history", "expected earlier turns where the type is followup, and only there"
    if not question.answerable and question.type not in MAY_BE_UNANSWERABLE:
        yield "answerable", f"expected true for the type {question.type!r}, came false"
    if question.answerable and question.type in ("unanswerable", "outofscope"):
        yield "answerable", f"expected false for the type {question.type!r}, came true"
    yield from _point_faults(question)


def _point_faults(question: GoldQuestion) -> Iterator[tuple[str, str]]:
    """Yield points that the reference answer itself misses: they would fail every right answer."""
    answer = normal(question.answer)
    if question.answerable and not question.must:
        yield "must", "expected at least one point of an answerable question, came none"
    if not question.answerable and question.must:
        yield "must", f"expected no points where nothing can be answered, came {len(question.must)}"
    for place, point in enumerate(question.must, 1):
        if not all(map(normal, point)):
            yield "must", f"point {place}: expected strings that [n] marks do not exhaust, came {list(point)!r}"
        if question.answerable and not any(states(answer, normal(item)) for item in point):
            yield "answer", f"expected it to make point {place}, {list(point)!r}, came {question.answer!r}"
    for item in question.must_not:
        if states(answer, normal(item)):
            yield "must_not", f"expected strings that no right answer holds, came {item!r}, which the answer holds"


def _evidence_faults(question: GoldQuestion, sources: Mapping[str, SourceText]) -> Iterator[tuple[str, str]]:
    if question.answerable and not question.evidence:
        yield "evidence", "expected at least one quote for an answerable question, came none"
    for place, item in enumerate(question.evidence, 1):
        length = len(squeeze(item.quote))
        if not SHORTEST_QUOTE <= length <= LONGEST_QUOTE:
            yield (
                "evidence",
                f"item {place}: expected a quote of {SHORTEST_QUOTE} to {LONGEST_QUOTE} characters, came {length}: {item.quote!r}",
            )
        if item.doc not in sources:
            yield "evidence", f"item {place}: expected one of {', '.join(sources)}, came doc {item.doc!r}"
        elif not sources[item.doc].holds(item.quote):
            yield "evidence", f"item {place}: expected a quote that stands in {item.doc}, came {item.quote!r}"
