"""answers.jsonl -> list[AnswerRow]: what scoring reads of a row, whichever system wrote it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.jsonl import read_objects
from index.errors import InputError

REQUIRED = object()
FORMS: dict[str, tuple[tuple[type, ...], Any]] = {
    "id": ((str,), REQUIRED),
    "question": ((str,), ""),
    "answer": ((str,), REQUIRED),
    "abstained": ((bool,), False),
    "citations": ((list,), []),
    "hits": ((list,), []),
    "computed": ((list,), []),
    "checks": ((list,), []),
    "latency_ms": ((int, float), None),
    "confidence": ((int, float), None),
    "error": ((str,), ""),
}


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Literal text of a document: a hit with its context, or a citation with its heading and, where given, its span."""

    doc: str
    text: str
    context: str = ""
    passage_id: str = ""
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One answer; what a system does not give is empty or None, never made up.

    Attributes:
        hits: best first.
        results: results of computations, as text.
        checks_ok: outcomes of the system's own checks.
        confidence: how sure the system is, higher is surer; its own figure, else the score of its first hit.
        error: why the question failed, "" when it did not.
    """

    id: str
    question: str
    answer: str
    abstained: bool
    citations: tuple[Excerpt, ...] = ()
    hits: tuple[Excerpt, ...] = ()
    results: tuple[str, ...] = ()
    checks_ok: tuple[bool, ...] = ()
    latency_ms: float | None = None
    confidence: float | None = None
    error: str = ""


def load_answers(path: Path) -> dict[str, AnswerRow]:
    """Return the rows of a run by question id, in order.

    Raises:
        InputError: a line lacks id or answer, has a field in a wrong form, or repeats an id.
    """
    rows: dict[str, AnswerRow] = {}
    for number, row in read_objects(path):
        try:
            parsed = answer_row(row)
        except InputError as error:
            raise InputError(f"{path}, line {number}, {error}") from error
        if parsed.id in rows:
            raise InputError(f"{path}, line {number}, id: expected every id once, came {parsed.id!r} again")
        rows[parsed.id] = parsed
    return rows


def answer_row(row: dict[str, Any]) -> AnswerRow:
    """Return what scoring reads of one row.

    Raises:
        InputError: a field is missing or of a wrong form; the message begins with its name.
    """
    value: dict[str, Any] = {field: _field(row, field) for field in FORMS}
    citations = _objects(value["citations"], "citations")
    hits = sorted(_objects(value["hits"], "hits"), key=lambda hit: hit.get("rank") or 0)
    scores = [hit["score"] for hit in hits if isinstance(hit.get("score"), int | float)]
    own = {field: value[field] for field in ("id", "question", "answer", "abstained", "latency_ms", "error")}
    return AnswerRow(
        **own,
        citations=tuple(_excerpt(item, "citations") for item in citations),
        hits=tuple(_excerpt(item, "hits") for item in hits),
        results=tuple(str(item.get("result", "")) for item in _objects(value["computed"], "computed")),
        checks_ok=tuple(bool(item.get("ok")) for item in _objects(value["checks"], "checks")),
        confidence=value["confidence"] if value["confidence"] is not None or not scores else scores[0],
    )


def require_same_questions(first: Iterable[str], second: Iterable[str], names: tuple[str, str]) -> None:
    """Refuse two sets of question ids that differ; figures over different questions are not comparable.

    Raises:
        InputError: an id stands in one set only.
    """
    left, right = set(first), set(second)
    for extra, holder, lacker in ((left - right, *names), (right - left, names[1], names[0])):
        if extra:
            raise InputError(
                f"expected the same questions in both, came {len(extra)} in {holder} that {lacker} lacks: {_few(sorted(extra))}"
            )


def _few(ids: Sequence[str]) -> str:
    return ", ".join(ids[:5]) + (" …" if len(ids) > 5 else "")


def _field(row: dict[str, Any], field: str) -> object:
    kinds, default = FORMS[field]
    value = row.get(field)
    if value is None and default is not REQUIRED:
        return default
    if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
        raise InputError(f"{field}: expected {' or '.join(kind.__name__ for kind in kinds)}, came {value!r}")
    return value


def _objects(items: list[Any], field: str) -> list[dict[str, Any]]:
    for item in items:
        if not isinstance(item, dict):
            raise InputError(f"{field}: expected a list of objects, came {item!r}")
    return items


def _excerpt(item: dict[str, Any], field: str) -> Excerpt:
    doc, text = item.get("doc"), item.get("text")
    if not isinstance(doc, str) or not isinstance(text, str):
        raise InputError(f"{field}: expected doc and text, came {item!r}")
    beside = ("context",) if field == "hits" else ("title", "heading")
    context = "\n".join(str(item[name]) for name in beside if item.get(name))
    start, end = (item.get(name) if isinstance(item.get(name), int) else None for name in ("start", "end"))
    return Excerpt(doc, text, context, str(item.get("passage_id") or ""), start, end)
