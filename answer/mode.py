"""How a question is answered, and whether it can be: the modes, and the longest question."""

from typing import Literal, get_args

from index.errors import InputError

MAX_QUESTION = 2000
Mode = Literal["offline", "llm"]


def check_question(question: str, mode: str) -> None:
    """Raise what is wrong with a question or a mode.

    Raises:
        InputError: the question is empty or longer than MAX_QUESTION characters, or there is no such mode.
    """
    if not question.strip():
        raise InputError("expected a question, came nothing but white space")
    if len(question) > MAX_QUESTION:
        raise InputError(f"expected a question of at most {MAX_QUESTION} characters, came {len(question)}")
    if mode not in get_args(Mode):
        raise InputError(f"expected mode {' or '.join(get_args(Mode))}, came {mode!r}")
