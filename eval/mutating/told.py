"""An answer as it is checked, and what faults are made of."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from random import Random

from answer.answer import Citation
from answer.support import Source
from index.passages import Passage


@dataclass(frozen=True, slots=True)
class Told:
    """An answer as it is checked: its text and what its marks stand for."""

    text: str
    citations: tuple[Citation, ...]

    def swap(self, start: int, end: int, words: str) -> "Told":
        """Return the answer with other words at [start, end) of its text."""
        return replace(self, text=self.text[:start] + words + self.text[end:])


@dataclass(frozen=True, slots=True)
class Setting:
    """What faults are made of: the documents, other answers' words for things, and chance with a seed."""

    source: Source
    passages: Sequence[Passage]
    regions: Sequence[str]
    subjects: Sequence[str]
    random: Random


Mutate = Callable[[Told, Setting], Told | None]  # None where the answer offers no place for the fault
