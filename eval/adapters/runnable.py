"""LangChain runnable -> answers: whatever has `invoke` and returns a text, a message or a retrieval chain's result."""

import importlib
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from eval.adapters.outside import OutsideAnswer, Source
from eval.questions import Question
from index.errors import InputError

ANSWER_KEYS = ("answer", "output", "result", "output_text")
CONTEXT_KEYS = ("context", "source_documents", "documents")
DOC_KEYS = ("doc", "doc_id", "source")  # of a document's metadata; of a path the file's name without its ending counts


@runtime_checkable
class Runnable(Protocol):
    """What is used of a runnable, so that no version of LangChain is needed here."""

    def invoke(self, input: Any) -> Any:  # noqa: A002, ANN401 - LangChain's own name and type
        """Answer one input."""
        ...


def load_runnable(name: str) -> Runnable:
    """Return the object that `module:attribute` names.

    Raises:
        InputError: there is no such module or attribute, or it cannot be invoked.
    """
    module, _, attribute = name.partition(":")
    try:
        found = getattr(importlib.import_module(module), attribute)
    except (ImportError, AttributeError, ValueError) as error:
        raise InputError(f"expected module:attribute of a runnable, came {name!r}: {error}") from error
    if not isinstance(found, Runnable):
        raise InputError(f"expected something with invoke, came {name!r}, a {type(found).__name__}")
    return found


def ask_runnable(runnable: Runnable, question: Question, input_key: str | None) -> OutsideAnswer:
    """Ask one question.

    Args:
        runnable: the chain.
        question: what to ask.
        input_key: key of the question in the chain's input, with earlier turns under "chat_history"; None for a chain
            that takes a text, which gets earlier turns as lines before the question.

    Raises:
        InputError: the result holds no text.
    """
    turns: list[tuple[str, str]] = [("human", turn) for turn in question.history]
    text = "\n".join((*question.history, question.question))
    start = time.perf_counter()
    result = runnable.invoke(text if input_key is None else {input_key: question.question, "chat_history": turns})
    latency = (time.perf_counter() - start) * 1000
    if isinstance(result, Mapping):
        hits = tuple(map(_source, _first(result, CONTEXT_KEYS) or ()))
        return OutsideAnswer(_text(_first(result, ANSWER_KEYS)), hits, latency_ms=latency)
    return OutsideAnswer(_text(result), latency_ms=latency)


def _first(result: Mapping[str, Any], keys: tuple[str, ...]) -> Any:  # noqa: ANN401
    return next((result[key] for key in keys if key in result), None)


def _text(value: object) -> str:
    """Return the text of a string or a message."""
    content = getattr(value, "content", value)
    if not isinstance(content, str):
        raise InputError(f"expected a text, a message, or a mapping with one of {', '.join(ANSWER_KEYS)}, came {value!r:.80}")
    return content


def _source(document: object) -> Source:
    """Return a retrieved document as a hit; a document without an id counts as the document ""."""
    if not hasattr(document, "page_content"):
        raise InputError(f"expected documents in the context, came {document!r:.80}")
    metadata = getattr(document, "metadata", None) or {}
    key = next((key for key in DOC_KEYS if metadata.get(key)), None)
    doc = "" if key is None else str(metadata[key])
    return Source(Path(doc).stem if key == "source" else doc, document.page_content)
