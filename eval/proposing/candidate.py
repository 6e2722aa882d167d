"""A candidate for a gold question: a row of the gold format that says of itself that nobody has edited it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any

from eval.matching import squeeze
from index.sentences import clause_spans, sentence_spans
from index.store import PassageIndex

SHORTEST, LONGEST = 8, 120  # characters of a quote without white space, as the validator wants it
PROPOSED = "proposed"


@dataclass(frozen=True, slots=True)
class Quote:
    """Literal words of a document, and where they stand."""

    doc: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """What is proposed.

    Attributes:
        question: a stiff wording made of the document's own words; to be said as a person would.
        type: type of the gold format.
        answer: what the documents say.
        must: points with the spellings that follow from the figure.
        quotes: the evidence.
        region: regions asked about.
        hint: what the person who edits should look at.
    """

    question: str
    type: str
    answer: str
    must: tuple[tuple[str, ...], ...]
    quotes: tuple[Quote, ...]
    region: tuple[str, ...]
    hint: str

    def as_row(self, number: int) -> dict[str, Any]:
        """Return the row; its question stands in `proposed` as well, so that it shows whether it was edited."""
        return {
            "id": f"C-{number:03d}", "question": self.question, "persona": "official", "type": self.type, "history": [],
            "answerable": True, "answer": self.answer, "must": [list(point) for point in self.must], "must_not": [],
            "evidence": [{"doc": quote.doc, "quote": " ".join(quote.text.split())} for quote in self.quotes],
            "any_evidence": False, "notes": self.hint, "region": list(self.region), "edited": False, PROPOSED: self.question,
        }  # fmt: skip


def quote_around(index: PassageIndex, doc: str, start: int, end: int) -> Quote | None:
    """Return the row or sentence around a span, a part of it where it is too long; None where no quote may be made of it."""
    passage = index.passage_at(doc, start)
    if passage is None:
        return None
    text = index.texts[doc]
    spans = [(passage.start, passage.end)] if passage.row else sentence_spans(text, passage.start, passage.end)
    for left, right in spans:
        for first, last in clause_spans(text, left, right, LONGEST):
            if first <= start and end <= last and SHORTEST <= len(squeeze(text[first:last])) <= LONGEST:
                return Quote(doc, first, last, text[first:last])
    return None


def in_turns(groups: Sequence[Iterable[Candidate]], count: int) -> Iterator[Candidate]:
    """Yield up to count candidates, one of each group after the other, no question and no first quote twice."""
    seen: set[object] = set()
    for turn in zip_longest(*groups):
        for candidate in turn:
            if candidate is None or len(seen) >= 2 * count:
                continue
            place = (candidate.type, candidate.quotes[0].doc, candidate.quotes[0].start)
            if not {candidate.question, place} & seen:
                seen |= {candidate.question, place}
                yield candidate
