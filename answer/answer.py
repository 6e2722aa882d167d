"""The answer to one question: its text, the spans it cites, and how far to trust it.

`Answer.as_dict()` is a line of answers.jsonl and what `app.py ask --json` prints; fields may be added there, never
changed.
"""

from dataclasses import asdict, dataclass
from typing import Any, Literal

RefusalCode = Literal["not_in_corpus", "other_jurisdiction", "off_topic", "unsafe"]
MAX_CITATIONS = 8
MAX_CITATION = 300  # characters of one cited span
MAX_FACT = 300  # characters of an answer that states a single fact
MAX_ANSWER = 800  # characters of any other answer


@dataclass(frozen=True, slots=True)
class Citation:
    """A cited span: `[n]` in the answer's text stands for it.

    Attributes:
        n: 1-based number of the mark.
        doc: document id.
        title: the document's title.
        heading: the headings above the span, as one string.
        page: page of a paged file, or None.
        passage_id: the passage that holds the span.
        start: first code point in the document's normalised text.
        end: one past the last.
        text: the literal text of the span, at most MAX_CITATION characters.
        context: of a table row, what its table says of it: caption, headers, unit, note; else "".
    """

    n: int
    doc: str
    title: str
    heading: str
    page: int | None
    passage_id: str
    start: int
    end: int
    text: str
    context: str = ""


@dataclass(frozen=True, slots=True)
class ShownHit:
    """A hit as shown beside an answer: literal text of the document around a passage, with its place."""

    rank: int
    doc: str
    title: str
    passage_id: str
    heading: str
    context: str
    text: str
    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why no part of the question is answered."""

    code: RefusalCode
    text: str


@dataclass(frozen=True, slots=True)
class Check:
    """The outcome of holding a number or a sentence of the answer against what it cites."""

    what: str
    ok: bool
    by: int | str | None


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer; see the module's docstring. `latency_ms` is wall time from question to answer."""

    question: str
    answer: str
    abstained: bool
    refusal: Refusal | None
    citations: tuple[Citation, ...]
    hits: tuple[ShownHit, ...]
    notices: tuple[str, ...]
    mode: Literal["offline", "llm"]
    latency_ms: float
    index_id: str
    facts: tuple[dict[str, Any], ...] = ()
    computed: tuple[dict[str, Any], ...] = ()
    checks: tuple[Check, ...] = ()
    measures: tuple[dict[str, Any], ...] = ()

    def as_dict(self, question_id: str = "") -> dict[str, Any]:
        """Return the answer as plain JSON types, with the question's id."""
        return {"id": question_id, **{key: _plain(value) for key, value in asdict(self).items()}}


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value
