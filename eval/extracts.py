"""Assistant -> the facts and measures of its whole index, as DIR/facts.jsonl and DIR/measures.jsonl hold them, and its texts."""

from collections.abc import Iterable
from typing import Any

from eval.system import Answerer


def index_facts(answerer: Answerer) -> Iterable[dict[str, Any]]:
    """Return every fact of the index; none as long as the index holds no facts."""
    return getattr(answerer, "facts", ())


def index_measures(answerer: Answerer) -> Iterable[dict[str, Any]]:
    """Return every measure of the index; none as long as the index holds no measures."""
    return getattr(answerer, "measures", ())


def index_texts(answerer: Answerer) -> Iterable[dict[str, Any]]:
    """Return every document's normalised text; none where the system does not show them."""
    text_of = getattr(answerer, "document_text", None)
    return [{"doc": item.id, "text": text_of(item.id)} for item in answerer.documents] if text_of else ()
