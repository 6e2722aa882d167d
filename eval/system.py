"""Settings -> the assistant that answers, seen from the evaluation; what it consists of is loaded only here."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal, Protocol
from urllib.parse import urlsplit, urlunsplit

from answer.answer import Answer
from index.settings import settings_from

Mode = Literal["offline", "llm"]
STAGES = ("index", "facts", "retriever", "prompts", "answer")
SHOWN_SETTINGS = ("corpus", "index", "model", "query_prompt", "llm", "llm_profiles")
CODE_SUFFIXES = {".py", ".toml", ".txt", ".json", ".tsv", ".csv"}


class Answerer(Protocol):
    """What the evaluation needs of an assistant."""

    @property
    def index_id(self) -> str:
        """Name of the index that the answers come from."""
        ...

    @property
    def documents(self) -> Sequence[Any]:
        """The documents, each with id, region, level, parent, period and status."""
        ...

    def ask(self, question: str, history: Sequence[str] = (), today: date | None = None, mode: Mode = "offline") -> Answer:
        """Answer one question."""
        ...


@dataclass(frozen=True, slots=True)
class System:
    """An assistant with the settings that it was loaded with, as they are recorded beside its answers."""

    answerer: Answerer
    settings: dict[str, Any]


def load_system(**overrides: object) -> System:
    """Load the assistant with settings from flags, where given, and the environment.

    Raises:
        CewenError: there is no usable index or model.
    """
    from answer.assistant import Assistant

    settings = settings_from(**overrides)
    shown = {name: getattr(settings, name) for name in SHOWN_SETTINGS}
    shown["llm_base_url"] = without_credentials(settings.llm_base_url)
    assistant = Assistant.load(settings)
    assistant.warm()
    return System(assistant, {name: str(value) for name, value in shown.items()})


def without_credentials(address: str) -> str:
    """Return an address as it may be written to a file: user name, password and query removed.

    >>> without_credentials("https://me:secret@host:8000/v1?key=1")
    'https://host:8000/v1'
    """
    parts = urlsplit(address)
    return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2], query="", fragment=""))


def code_digest(root: Path) -> str:
    """Return the SHA-256 of the code and data that turn a question into an answer, models and tests aside."""
    total = hashlib.sha256()
    for stage in STAGES:
        for path in sorted((root / stage).rglob("*")):
            inside = path.relative_to(root)
            if path.suffix in CODE_SUFFIXES and path.is_file() and not {"models", "training"} & set(inside.parts):
                total.update(f"{inside.as_posix()}\0{hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return total.hexdigest()
