"""Pieces of a reply -> those that are meant for the reader: what a model thinks aloud first is left out."""

from collections.abc import Generator, Iterator

from prompts.failures import chat_error

LONGEST_REPLY = 6000  # characters after which a reply is no answer
LONGEST_THOUGHT = 60000  # the same where a model thinks aloud first
THINKING = ("<think>", "</think>")


def without_thoughts(pieces: Iterator[str]) -> Generator[str]:
    """Leave out what stands between <think> tags at the beginning; refuse what grows without end.

    Raises:
        ChatModelError: the reply is longer than any answer.
    """
    opening, ending = THINKING
    held, shown, begun = "", 0, False
    for piece in pieces:
        held += "" if begun else piece
        if not begun:
            lead = held.lstrip()
            thinks = lead.startswith(opening)
            if (thinks and ending not in held) or opening.startswith(lead):  # not yet known, or not yet over
                if len(held) > LONGEST_THOUGHT:
                    raise chat_error("malformed")
                continue
            begun, piece = True, held.partition(ending)[2] if thinks else held
        shown += len(piece)
        if shown > LONGEST_REPLY:
            raise chat_error("malformed")
        yield piece
    if not begun and not held.lstrip().startswith(opening):
        yield held
