"""Documents and gold questions of a converted test set -> a folder: corpus/ for index.build, gold.jsonl for scoring."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import tomlkit

from eval.jsonl import write_objects, write_text
from index.catalog import digest
from index.errors import InputError


@dataclass(frozen=True, slots=True)
class SetDocument:
    """One document of a test set."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class ConvertedSet:
    """A converted test set.

    Attributes:
        documents: what is to be indexed.
        gold: rows of a gold file, or of a question file where judgments stand elsewhere.
        left_out: what could not be converted, by reason, with the ids concerned.
    """

    documents: tuple[SetDocument, ...]
    gold: tuple[dict[str, Any], ...]
    left_out: Mapping[str, Sequence[str]]


def gold_row(
    question_id: str, question: str, must: Sequence[Sequence[str]], evidence: Sequence[tuple[str, str]], any_evidence: bool
) -> dict[str, Any]:
    """Return a gold row of a question that a test set brings; without points it is unanswerable.

    The test sets know no types and personas of ours: all answerable questions are "definition", all personas
    "evaluator".
    """
    return {
        "id": question_id, "question": question, "persona": "evaluator", "type": "definition" if must else "unanswerable",
        "history": [], "answerable": bool(must), "answer": "；".join(point[0] for point in must) or "资料中没有。",
        "must": [list(point) for point in must], "must_not": [],
        "evidence": [{"doc": doc, "quote": quote} for doc, quote in evidence], "any_evidence": any_evidence, "notes": "",
    }  # fmt: skip


def write_set(found: ConvertedSet, folder: Path, questions: str = "gold.jsonl") -> None:
    """Write a test set; a folder that holds one already is refused.

    Raises:
        InputError: the folder is not empty, or the set holds no documents or no questions.
    """
    if folder.exists() and any(folder.iterdir()):
        raise InputError(f"{folder}: expected a new or empty folder, came one with files; choose another")
    if not found.documents or not found.gold:
        raise InputError(f"expected documents and questions, came {len(found.documents)} and {len(found.gold)}")
    for document in found.documents:
        write_text(folder / "corpus" / _file(document), document.text)
    write_text(folder / "corpus" / "catalog.toml", tomlkit.dumps({"document": list(_entries(found.documents))}))
    write_objects(folder / questions, found.gold)


def _file(document: SetDocument) -> str:
    return f"documents/{document.id}.txt"


def _entries(documents: Iterable[SetDocument]) -> Iterable[dict[str, str]]:
    for document in documents:
        yield {
            "id": document.id,
            "file": _file(document),
            "title": " ".join(document.title.split()) or document.id,
            "sha256": digest(document.text.encode()),
        }
