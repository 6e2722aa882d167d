"""Evidence on a sum asked for -> the one article that is meant, whose measures alone are told."""

from collections.abc import Sequence
from dataclasses import dataclass

from answer.evidence import Evidence
from facts.label_headings import titles_of
from facts.measure import Measure
from index.store import PassageIndex

LEAST = 0.4  # coverage from which the best evidence is what is meant
CLEARLY = 1.15  # times as much as of the best evidence of other articles
READ = 8


@dataclass(frozen=True, slots=True)
class Focus:
    """An article: its document and the headings that its passages stand under."""

    doc: str
    headings: tuple[str, ...]

    def holds(self, measure: Measure, index: PassageIndex) -> bool:
        """Tell whether a measure stands in the article."""
        passage = index.passage_at(measure.doc, measure.start)
        return passage is not None and (measure.doc, titles_of(passage.headings)) == (self.doc, titles_of(self.headings))


def focus_of(evidence: Sequence[Evidence]) -> Focus | None:
    """Return the article of the best evidence where it holds clearly more of the question than any other, None where none does."""
    if not evidence or evidence[0].passage.row:
        return None
    best = evidence[0]
    own = (best.doc, titles_of(best.passage.headings))
    others = [item.own for item in evidence[1:READ] if (item.doc, titles_of(item.passage.headings)) != own]
    clear = best.own >= LEAST and best.own >= CLEARLY * max(others, default=0.0)
    return Focus(*own) if clear else None
