"""Data folder -> records, with the digest of every file read."""

from __future__ import annotations

import hashlib
import json
import lzma
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

TRAINING_FILES: dict[str, tuple[str, str]] = {
    "text_news.jsonl.xz": ("news of 2023 (IAAR-Shanghai/CRUD_RAG)", "Apache-2.0"),
    "text_laws.jsonl.xz": (
        "Chinese laws and regulations (LawRefBook/Laws)",
        "official texts, outside copyright (PRC Copyright Law, art. 5)",
    ),
    "text_gov_reports.jsonl.xz": ("government work reports", "official texts"),
    "pairs_cmrc2018_train.jsonl.xz": ("CMRC 2018 train (ymcui/expmrc)", "CC BY-SA 4.0"),
    "pairs_drcd_dev_traditional.jsonl.xz": (
        "DRCD dev (DRCKnowledgeTeam/DRCD)",
        "CC BY-SA 3.0",
    ),
    "pairs_stard_train.jsonl.xz": ("STARD, the part not held out", "MIT"),
}
"""File name -> (what it is, licence as its repository states it)."""

JUDGING_FILES: tuple[str, ...] = (
    "dev_cmrc2018.jsonl.xz",
    "dev_drcd_test_traditional.jsonl.xz",
    "dev_stard.jsonl.xz",
)


@dataclass(frozen=True, slots=True)
class Source:
    """One data file: its name, size in bytes and SHA-256."""

    name: str
    size: int
    sha256: str


def read_records(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the JSON objects of an xz-compressed JSONL file, in order."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def describe_source(path: Path) -> Source:
    """Return name, size and SHA-256 of a data file."""
    content = path.read_bytes()
    return Source(path.name, len(content), hashlib.sha256(content).hexdigest())


def require_files(data: Path, names: tuple[str, ...]) -> None:
    """Raise when a needed data file is absent.

    Args:
        data: the data folder.
        names: file names that must stand in it.

    Raises:
        FileNotFoundError: names every missing file.
    """
    missing = [name for name in names if not (data / name).is_file()]
    if missing:
        raise FileNotFoundError(f"expected {missing} in {data}; see the model card for sources")
