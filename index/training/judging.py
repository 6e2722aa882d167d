"""Judging files -> the sets the model card reports on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from index.training.questions import Judged, read_judged
from index.training.script import fold
from index.training.sources import JUDGING_FILES, require_files


def read_judging_sets(data: Path) -> list[Judged]:
    """Return CMRC 2018 dev, DRCD test (simplified) and STARD held-out.

    STARD stands twice: all its questions, and those none of whose articles stands in a training
    pair.

    Args:
        data: folder of the data files.

    Returns:
        Four sets; the two of STARD share one pool, the articles of both its files.
    """
    require_files(data, (*JUDGING_FILES, "pairs_stard_train.jsonl.xz"))
    stard_train = data / "pairs_stard_train.jsonl.xz"
    cmrc = read_judged("CMRC 2018 dev", [data / "dev_cmrc2018.jsonl.xz"])
    drcd = read_judged("DRCD test", [data / "dev_drcd_test_traditional.jsonl.xz"])
    stard = read_judged("STARD held-out", [data / "dev_stard.jsonl.xz"], pool=[stard_train])
    trained = set(read_judged("", [stard_train]).passages)
    positions = {i for i, text in enumerate(stard.passages) if text in trained}
    unseen = [i for i, relevant in enumerate(stard.relevant) if not relevant & positions]
    subset = stard.subset(unseen)
    fresh = Judged("STARD, unseen articles", subset.questions, subset.passages, subset.relevant)
    return [cmrc, simplify(drcd), stard, fresh]


def simplify(judged: Judged) -> Judged:
    """Return the set in the one script that is counted."""
    return Judged(
        judged.name,
        tuple(fold(text) for text in judged.questions),
        tuple(fold(text) for text in judged.passages),
        judged.relevant,
    )


def read_gold(gold: Path, passages: Path) -> tuple[Judged, list[str]]:
    """Read the project's own gold questions over the passages of a built index.

    A passage is relevant when it holds a quote of the evidence, or half of one, white space
    aside; a quote that no passage holds is told, not dropped in silence.

    Args:
        gold: JSONL of questions with ``evidence``.
        passages: JSONL of passages with ``doc`` and ``text``.

    Returns:
        The set of answerable questions, and a line for every one left out, with its reason.
    """
    pool = list(_read_lines(passages))
    bare = [(_document(p), "".join(p["text"].split())) for p in pool]
    texts = [" ".join(filter(None, (p.get("context"), p["text"]))) for p in pool]
    questions: list[str] = []
    relevant: list[frozenset[int]] = []
    left_out: list[str] = []
    for row in _read_lines(gold):
        if not row.get("evidence"):
            left_out.append(f"{row['id']}: no evidence to find")
            continue
        if row.get("history"):
            left_out.append(f"{row['id']}: needs the earlier turns")
            continue
        found = frozenset(i for e in row["evidence"] for i in _holders(e, bare))
        if not found:
            left_out.append(f"{row['id']}: no passage holds its evidence")
            continue
        questions.append(row["question"])
        relevant.append(found)
    return Judged("own dev gold", tuple(questions), tuple(texts), tuple(relevant)), left_out


def _document(passage: dict[str, Any]) -> str:
    """The document a passage belongs to, under either of its two field names."""
    return str(passage.get("doc") or passage["document_id"])


def _holders(evidence: dict[str, str], bare: list[tuple[str, str]]) -> list[int]:
    """Positions of the passages that hold a quote, or its first or second half."""
    quote = "".join(evidence["quote"].split())
    middle = len(quote) // 2
    parts = [quote] if len(quote) < 16 else [quote, quote[:middle], quote[middle:]]
    for group in ([quote], parts):
        hits = [i for i, (doc, text) in enumerate(bare) if doc == evidence["doc"] and any(part in text for part in group)]
        if hits:
            return hits
    return []


def _read_lines(path: Path) -> list[dict[str, Any]]:
    """All objects of a JSONL file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]
