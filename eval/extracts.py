"""Assistant -> the facts and measures of its whole index, as DIR/facts.jsonl and DIR/measures.jsonl hold them, and its texts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from eval.jsonl import read_objects
from eval.system import Answerer
from index.errors import InputError


@dataclass(frozen=True, slots=True)
class Enterprise:
    """An enterprise that asks what it can get: its id, what it tells of itself, and the day it asks, None for that of the run."""

    id: str
    profile: str
    today: date | None = None


def load_enterprises(path: Path) -> list[Enterprise]:
    """Return the enterprises of a file, in order; of each line only id, profile and today are read.

    Raises:
        InputError: the file cannot be read, a line lacks id or profile, or its day is none.
    """
    found = []
    for number, row in read_objects(path):
        for field in ("id", "profile"):
            if not isinstance(row.get(field), str) or not row[field]:
                raise InputError(f"{path}, line {number}, {field}: expected a text that is not empty, came {row.get(field)!r}")
        try:
            day = date.fromisoformat(row["today"]) if row.get("today") else None
        except (TypeError, ValueError) as error:
            raise InputError(f"{path}, line {number}, today: expected a day such as 2026-11-20, came {row['today']!r}") from error
        found.append(Enterprise(row["id"], row["profile"], day))
    return found


def index_offers(answerer: Answerer, enterprises: Iterable[Enterprise], today: date) -> Iterable[dict[str, Any]]:
    """Yield what each enterprise is offered, as `facts match` gives it; one that is in no region of the corpus gets an error."""
    for enterprise in enterprises:
        try:
            matching = answerer.match(enterprise.profile, enterprise.today or today)  # type: ignore[attr-defined]
        except InputError as error:
            yield {"id": enterprise.id, "measures": [], "error": str(error)}
            continue
        yield {"id": enterprise.id, "measures": [item.as_dict() for item in matching.matches]}


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
