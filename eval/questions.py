"""Question file -> list[Question]: what may be asked of the system, and nothing that would give an answer away."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from eval.jsonl import read_objects
from index.errors import InputError


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its id, what the user typed, and the user's earlier turns of the same chat."""

    id: str
    question: str
    history: tuple[str, ...] = ()


def load_questions(path: Path) -> list[Question]:
    """Return the questions of a gold file, or of any file that holds ids and questions, in order.

    Raises:
        InputError: the file is empty, a line lacks a field or has it in a wrong form, or an id comes twice.
    """
    questions: list[Question] = []
    seen: set[str] = set()
    for number, row in read_objects(path):
        for field in ("id", "question"):
            if not isinstance(row.get(field), str) or not row[field]:
                raise InputError(f"{path}, line {number}, {field}: expected a text that is not empty, came {row.get(field)!r}")
        history = row.get("history") or []
        if not isinstance(history, list) or not all(isinstance(turn, str) for turn in history):
            raise InputError(f"{path}, line {number}, history: expected a list of texts, came {history!r}")
        if row["id"] in seen:
            raise InputError(f"{path}, line {number}, id: expected every id once, came {row['id']!r} again")
        seen.add(row["id"])
        questions.append(Question(row["id"], row["question"], tuple(history)))
    if not questions:
        raise InputError(f"{path}: expected at least one question, came an empty file")
    return questions


def questions_digest(questions: Sequence[Question]) -> str:
    """Return the SHA-256 of what is asked, in order; answers and judgments beside it change nothing."""
    asked = [[question.id, question.question, list(question.history)] for question in questions]
    return hashlib.sha256(json.dumps(asked, ensure_ascii=False).encode()).hexdigest()
