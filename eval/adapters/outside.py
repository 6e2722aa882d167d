"""The answer of another system -> a row of answers.jsonl; what the system does not say stays empty."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from eval.asking import empty_row
from eval.questions import Question


@dataclass(frozen=True, slots=True)
class Source:
    """A text that another system found or cited: document id, text and, where it gives one, a score."""

    doc: str
    text: str
    score: float | None = None


@dataclass(frozen=True, slots=True)
class OutsideAnswer:
    """What another system returned.

    Attributes:
        text: the answer.
        hits: what it retrieved, best first.
        citations: what it cites, by the number of the mark.
        abstained: whether it refused, or None where it does not say.
        latency_ms: wall time, or None where it is not known.
    """

    text: str
    hits: tuple[Source, ...] = ()
    citations: tuple[tuple[int, Source], ...] = ()
    abstained: bool | None = None
    latency_ms: float | None = None


def outside_row(question: Question, answer: OutsideAnswer, refusing: re.Pattern[str] | None) -> dict[str, Any]:
    """Return the row.

    Args:
        question: what was asked.
        answer: what came back.
        refusing: an answer in which this is found counts as a refusal, where the system does not say itself.
    """
    abstained = answer.abstained
    if abstained is None:
        abstained = bool(refusing and refusing.search(answer.text))
    return empty_row(question, "llm") | {
        "answer": answer.text,
        "abstained": abstained,
        "refusal": {"code": "not_in_corpus", "text": answer.text} if abstained else None,
        "citations": [{"n": number, **_named(source, number)} for number, source in answer.citations],
        "hits": _ranked(answer.hits),
        "latency_ms": answer.latency_ms,
    }


def _ranked(hits: Sequence[Source]) -> list[dict[str, Any]]:
    """Return hits in the order given; where scores are missing the order alone tells."""
    scored = all(hit.score is not None for hit in hits)
    return [
        {"rank": rank, **_named(hit, rank), "context": "", "score": hit.score if scored else 1 / rank} for rank, hit in enumerate(hits, 1)
    ]


def _named(source: Source, place: int) -> dict[str, Any]:
    return {"doc": source.doc, "passage_id": f"{source.doc}#{place}", "heading": "", "text": source.text}
