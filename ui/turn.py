"""One exchange of a chat: what was asked, and what came back so far."""

from dataclasses import dataclass

from answer.answer import Answer


@dataclass(frozen=True, slots=True)
class Turn:
    """A question and its answer.

    Attributes:
        number: 1-based place in the chat; ids in the page are made of it.
        question: what the person typed.
        answer: the answer so far; None before its first piece.
        done: False while the answer is still growing.
        error: one line for the reader where the question failed, else "".
    """

    number: int
    question: str
    answer: Answer | None = None
    done: bool = False
    error: str = ""


def earlier_questions(turns: list[Turn]) -> list[str]:
    """Return the questions that were answered, oldest first: the history a follow-up is understood from."""
    return [turn.question for turn in turns if turn.done and not turn.error]
