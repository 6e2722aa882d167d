"""Question files -> questions with their passages, and the cut that keeps some for choices."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.training.sources import read_records

HELD_OUT_SHARE = 0.15


@dataclass(frozen=True, slots=True)
class Judged:
    """Questions over one pool of passages.

    Attributes:
        name: of the set.
        questions: what is asked.
        passages: the pool, each text once.
        relevant: for each question the positions of its passages in the pool.
    """

    name: str
    questions: tuple[str, ...]
    passages: tuple[str, ...]
    relevant: tuple[frozenset[int], ...]

    def subset(self, keep: list[int]) -> Judged:
        """Return the chosen questions over the same pool."""
        return Judged(
            self.name,
            tuple(self.questions[i] for i in keep),
            self.passages,
            tuple(self.relevant[i] for i in keep),
        )


def read_judged(name: str, paths: list[Path], pool: list[Path] | None = None) -> Judged:
    """Read questions of ``paths`` over all passages of ``paths`` and ``pool``.

    Args:
        name: given to the set.
        paths: files of questions with ``passage`` or ``passages``.
        pool: further files whose passages join the pool.

    Returns:
        The set; a question asked twice of different passages stands twice.
    """
    number: dict[str, int] = {}
    questions: list[str] = []
    relevant: list[frozenset[int]] = []
    for path in paths:
        for record in read_records(path):
            texts = _passages(record)
            questions.append(record["question"])
            relevant.append(frozenset(number.setdefault(t, len(number)) for t in texts))
    for path in pool or []:
        for record in read_records(path):
            for text in _passages(record):
                number.setdefault(text, len(number))
    return Judged(name, tuple(questions), tuple(number), tuple(relevant))


def _passages(record: dict[str, Any]) -> list[str]:
    """The texts of a record; an article's name is part of its text."""
    if "passage" in record:
        return [record["passage"]]
    return [f"{passage['name']} {passage['text']}" for passage in record["passages"]]


def hold_out(judged: Judged, share: float = HELD_OUT_SHARE) -> tuple[list[int], list[int]]:
    """Cut questions by passage: no held-out question shares a passage with a kept one.

    Passages tied together by a question with several go the same way. The choice hangs on the
    digest of the text, so it is the same whatever the order of the file.

    Args:
        judged: questions and pool.
        share: of the groups of passages that is held out.

    Returns:
        Positions of the questions kept for training, and of those held out.
    """
    parent = list(range(len(judged.passages)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for positions in judged.relevant:
        first, *rest = sorted(positions)
        for other in rest:
            parent[root(other)] = root(first)
    groups: dict[int, list[int]] = defaultdict(list)
    for question, positions in enumerate(judged.relevant):
        groups[root(min(positions))].append(question)
    kept: list[int] = []
    held: list[int] = []
    for passage, members in groups.items():
        digest = hashlib.sha256(judged.passages[passage].encode()).digest()
        (held if int.from_bytes(digest[:4], "big") < share * 2**32 else kept).extend(members)
    return sorted(kept), sorted(held)
