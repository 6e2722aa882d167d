"""An assistant -> a LangChain runnable: question in, answer as plain types out, for other people's chains."""

from collections.abc import Iterator, Mapping
from typing import Any

from langchain_core.documents import Document
from langchain_core.messages import HumanMessage
from langchain_core.runnables import Runnable, RunnableConfig

from answer.answer import Answer
from answer.assistant import Assistant
from answer.mode import Mode
from index.errors import InputError

QUESTION_KEYS = ("question", "input", "query")
HISTORY_KEYS = ("history", "chat_history")


class AnswerRunnable(Runnable[Any, dict[str, Any]]):
    """Answers with `invoke`, grows with `stream`, and composes with `|` like any runnable.

    The input is a question, or a mapping with it under "question", "input" or "query", and earlier user turns, oldest
    first, under "history" or "chat_history": texts, ("human", text) pairs or messages, of which only the person's count. The
    output is `Answer.as_dict()` and, under "context", the hits as documents.
    """

    def __init__(self, assistant: Assistant, mode: Mode = "offline") -> None:
        self._assistant = assistant
        self._mode: Mode = mode

    def invoke(self, input: Any, config: RunnableConfig | None = None, **kwargs: Any) -> dict[str, Any]:  # noqa: A002, ANN401
        """Return the answer to a question.

        Raises:
            InputError: the input holds no question, or the assistant does not take it.
        """
        return self._call_with_config(self._answer, input, config)

    def stream(self, input: Any, config: RunnableConfig | None = None, **kwargs: Any | None) -> Iterator[dict[str, Any]]:  # noqa: A002, ANN401
        """Yield the answer as its text grows, whole each time; raises as `invoke` does."""
        question, history = _read(input)
        for answer in self._assistant.stream(question, history, mode=self._mode):
            yield _plain(answer)

    def _answer(self, input: Any) -> dict[str, Any]:  # noqa: A002, ANN401
        question, history = _read(input)
        return _plain(self._assistant.ask(question, history, mode=self._mode))


def _read(given: object) -> tuple[str, list[str]]:
    """Return the question and the earlier user turns of an input."""
    if isinstance(given, str):
        return given, []
    if isinstance(given, Mapping):
        question = next((given[key] for key in QUESTION_KEYS if isinstance(given.get(key), str)), None)
        if question is not None:
            turns = next((given[key] for key in HISTORY_KEYS if given.get(key)), ())
            return question, [text for turn in turns if (text := _said(turn))]
    raise InputError(f"expected a question or a mapping with one under {', '.join(QUESTION_KEYS)}, came {type(given).__name__}")


def _said(turn: object) -> str:
    """What the person said in a turn; "" for what others said."""
    if isinstance(turn, str):
        return turn
    if isinstance(turn, HumanMessage):
        return str(turn.text)
    if isinstance(turn, tuple) and len(turn) == 2 and turn[0] in ("human", "user"):
        return str(turn[1])
    return ""


def _plain(answer: Answer) -> dict[str, Any]:
    documents = [
        Document(hit.text, metadata={"doc": hit.doc, "title": hit.title, "heading": hit.heading, "start": hit.start, "end": hit.end})
        for hit in answer.hits
    ]
    return {**answer.as_dict(), "context": documents}
