"""A question and the turns before it -> the turns after it, growing while the answer is written."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from index.errors import CewenError
from ui.turn import Turn, earlier_questions

if TYPE_CHECKING:
    from answer.assistant import Assistant
    from answer.mode import Mode

MAX_TURNS = 30  # of one chat; all of them are drawn again while an answer grows
FULL = f"本次对话已满 {MAX_TURNS} 轮，请点“新对话”继续提问。"


def converse(assistant: Assistant, question: str, turns: list[Turn], mode: Mode) -> Iterator[list[Turn]]:
    """Ask a question in a chat.

    Args:
        assistant: answers it.
        question: what the person typed; nothing happens when it is blank.
        turns: the chat so far, oldest first; never changed.
        mode: "llm" only where a chat model is configured.

    Yields:
        The chat with its new turn, first unanswered, then with every longer piece of the answer, at last done. A
        CewenError becomes the turn's error.
    """
    question = question.strip()
    if not question:
        return
    past = turns[:MAX_TURNS]
    turn = Turn(len(past) + 1, question)
    if len(past) == MAX_TURNS:
        yield [*past, replace(turn, done=True, error=FULL)]
        return
    yield [*past, turn]
    try:
        for piece in assistant.stream(question, history=earlier_questions(past), mode=mode):
            turn = replace(turn, answer=piece)
            yield [*past, turn]
    except CewenError as error:
        turn = replace(turn, error=f"没能回答这个问题：{error}")
    yield [*past, replace(turn, done=True)]
