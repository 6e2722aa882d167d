"""A measure held against a profile: what came of each of its conditions, and what it pays."""

from dataclasses import dataclass, field
from typing import Any, Literal

from facts.measure import Condition, Measure
from facts.profile import Profile
from facts.verdict import Verdict
from facts.worth import Worth

Group = Literal["applies", "conditional", "not_met", "direction"]


@dataclass(frozen=True, slots=True)
class Judged:
    """A condition and what is known of it; an exclusion is met where the profile is not excluded."""

    condition: Condition
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Match:
    """A measure with what came of each of its conditions.

    Attributes:
        measure: the measure.
        group: applies, conditional (something decides that is not known), not_met, or direction (only intended).
        judged: its conditions.
        worth: what is paid, or None where it names no sum.
        closed: why the day asked is outside validity or window, or "".
    """

    measure: Measure
    group: Group
    judged: tuple[Judged, ...]
    worth: Worth | None
    closed: str = ""

    def as_dict(self) -> dict[str, Any]:
        """Return the match as the contract's `measures` row, fields added."""
        measure = self.measure
        paid = self.worth
        return {
            "doc": measure.doc,
            "name": measure.name,
            "verdict": self.group,
            "conditions": [
                {
                    "text": item.condition.text,
                    "verdict": item.verdict,
                    "start": item.condition.start,
                    "end": item.condition.end,
                    "kind": item.condition.kind,
                }
                for item in self.judged
            ],
            "benefit": measure.text,
            "start": measure.start,
            "end": measure.end,
            "kind": measure.kind,
            "label": measure.label,
            "granted": measure.granted,
            "duty": measure.duty,
            "amount": {"value": paid.value, "unit": paid.unit, "formula": paid.formula, "capped": paid.capped, "words": paid.words}
            if paid
            else None,
            "closed": self.closed,
            "notes": [{"text": note.text, "start": note.start, "end": note.end} for note in measure.notes],
        }


@dataclass(frozen=True, slots=True)
class Matching:
    """All matches of a profile, best first, and what to ask to know more."""

    profile: Profile
    matches: tuple[Match, ...]
    questions: tuple[str, ...] = ()
    regions: tuple[str, ...] = field(default=())


def unjudged(measure: Measure) -> dict[str, Any]:
    """Return a measure as the contract's row where nobody asks: every verdict is unknown."""
    judged = tuple(Judged(condition, "unknown") for condition in measure.conditions)
    return {**Match(measure, "conditional" if measure.granted else "direction", judged, None).as_dict(), "verdict": "unknown"}
