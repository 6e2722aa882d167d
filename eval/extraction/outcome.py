"""Outcome of scoring one kind of extraction: its figures, or the reason why there are none."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

from eval.metrics.interval import Estimate, estimate

Part = Literal["facts", "measures", "profiles"]
Figures = dict[str, Estimate]
Groups = dict[str, dict[str, Figures]]


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was scored of one kind.

    Attributes:
        part: facts, measures or profiles.
        why_not: why there are no figures, or "".
        figures: by name; the names are those of eval.extraction.names.
        groups: grouping -> group -> figures.
        notes: what a reader must know of the figures.
        missed: a line for each thing of the reference that was not found.
        extra: a line for each thing found that the reference does not hold.
    """

    part: Part
    why_not: str = ""
    figures: Figures = field(default_factory=dict)
    groups: Groups = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    missed: tuple[str, ...] = ()
    extra: tuple[str, ...] = ()


def share(items: Iterable[tuple[Any, bool]]) -> Estimate:
    """Return the share of things that are good."""
    return estimate([float(good) for _, good in items])
