"""What a model's reply is held against: the answer made without it, and the spans it may cite."""

from collections.abc import Mapping
from dataclasses import dataclass

from answer.answer import Answer, Citation
from answer.reply import marks_of
from answer.verifier import OWN_WORDS


@dataclass(frozen=True, slots=True)
class Basis:
    """What a reply is held against.

    Attributes:
        answer: made without a model.
        limit: characters an answer may have.
        sources: what the model may cite, by number.
        english: the question is in English.
    """

    answer: Answer
    limit: int
    sources: Mapping[int, Citation]
    english: bool = False

    @property
    def own_lines(self) -> tuple[str, ...]:
        """Lines of the program's own: the place assumed, what decides in the end."""
        return tuple(line for line in self.answer.answer.split("\n") if not marks_of(line) and OWN_WORDS.fullmatch(line.strip()))
