"""Gold file -> list[GoldQuestion]: questions with the points an answer must make and the evidence for them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.jsonl import read_objects
from index.errors import InputError

PERSONAS = ("enterprise", "official", "evaluator")
TYPES = (
    "target", "table", "baseline", "compare", "compute", "list", "measure", "subsidy", "definition", "responsibility",
    "place", "conflict", "temporal", "followup", "multihop", "english", "colloquial", "unanswerable", "outofscope",
)  # fmt: skip
DIFFICULTIES = ("easy", "medium", "hard")
FIELDS: dict[str, type] = {
    "id": str, "question": str, "persona": str, "type": str, "history": list, "answerable": bool, "answer": str,
    "must": list, "must_not": list, "evidence": list, "any_evidence": bool, "notes": str,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quote that stands literally in a document once white space is removed from both."""

    doc: str
    quote: str


@dataclass(frozen=True, slots=True)
class GoldQuestion:
    """One question with what a right answer has to hold; the fields are those of the gold format.

    Attributes:
        must: points, each a set of alternatives of which one string is enough.
        must_not: strings that prove an answer wrong.
        any_evidence: one quote of the evidence is enough; otherwise all are needed.
        region: regions asked about, optional.
        difficulty: easy, medium or hard; "" when not given.
    """

    id: str
    question: str
    persona: str
    type: str
    history: tuple[str, ...]
    answerable: bool
    answer: str
    must: tuple[tuple[str, ...], ...]
    must_not: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    any_evidence: bool
    notes: str = ""
    region: tuple[str, ...] = ()
    difficulty: str = ""


def shape_faults(row: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield (field, what was expected and what came) for every field that is missing or of a wrong form."""
    yield from proposal_faults(row)
    for field, kind in FIELDS.items():
        if not isinstance(row.get(field), kind):
            yield field, f"expected {kind.__name__}, came {row.get(field, 'nothing')!r}"
    for field in ("history", "must_not", "region"):
        if row.get(field, []) != [] and not _texts(row[field]):
            yield field, f"expected a list of texts that are not empty, came {row[field]!r}"
    if not isinstance(row.get("difficulty", ""), str):
        yield "difficulty", f"expected one of {', '.join(DIFFICULTIES)}, came {row['difficulty']!r}"
    for place, point in enumerate(_items(row, "must"), 1):
        if not _texts(point):
            yield "must", f"point {place}: expected a list of texts that are not empty, came {point!r}"
    for place, item in enumerate(_items(row, "evidence"), 1):
        if not isinstance(item, dict) or not _texts([item.get("doc"), item.get("quote")]):
            yield "evidence", f"item {place}: expected an object with doc and quote, came {item!r}"


def proposal_faults(row: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield why a row is a mere proposal that nobody has made a question of."""
    if row.get("edited", True) is not True:
        yield "edited", f"expected true once a person has edited the proposal, came {row['edited']!r}"
    if "proposed" in row and row["proposed"] == row.get("question"):
        yield "question", "expected it in a person's own words, came the proposed one unchanged"


def _items(row: dict[str, Any], field: str) -> list[Any]:
    """Return the items of a list field; a field that is no list has its own fault."""
    return row[field] if isinstance(row.get(field), list) else []


def _texts(items: object) -> bool:
    """Tell whether this is a list of at least one text, none of them empty."""
    return isinstance(items, list) and bool(items) and all(isinstance(item, str) and item.strip() for item in items)


def gold_question(row: dict[str, Any]) -> GoldQuestion:
    """Return the question of a row that has no shape faults."""
    return GoldQuestion(
        **{field: row[field] for field in ("id", "question", "persona", "type", "answerable", "answer", "any_evidence", "notes")},
        history=tuple(row["history"]),
        must=tuple(map(tuple, row["must"])),
        must_not=tuple(row["must_not"]),
        evidence=tuple(Evidence(item["doc"], item["quote"]) for item in row["evidence"]),
        region=tuple(row.get("region", ())),
        difficulty=row.get("difficulty", ""),
    )


def load_gold(path: Path) -> list[GoldQuestion]:
    """Return the questions of a gold file, in order.

    Raises:
        InputError: the file is empty, a line has a fault of form, or an id comes twice.
    """
    questions: dict[str, GoldQuestion] = {}
    for number, row in read_objects(path):
        for field, fault in shape_faults(row):
            raise InputError(f"{path}, line {number}, {field}: {fault}; see all faults: python -m eval.validate {path}")
        if row["id"] in questions:
            raise InputError(f"{path}, line {number}, id: expected every id once, came {row['id']!r} again")
        questions[row["id"]] = gold_question(row)
    if not questions:
        raise InputError(f"{path}: expected at least one question, came an empty file")
    return list(questions.values())
