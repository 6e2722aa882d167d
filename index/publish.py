"""The content of an index -> the files of its folder, put in place of the old ones in one step."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from index.catalog import DocumentInfo
from index.dense import DenseIndex
from index.disk import sync
from index.embedder import Embedder
from index.lexical import LexicalIndex
from index.lines import Dropped
from index.manifest import Manifest, write_manifest
from index.outlines import Outline
from index.passages import Passage
from index.store import EXTRAS
from index.versions import locked, new_version, place, put_in_place


@dataclass(frozen=True, slots=True)
class IndexContent:
    """What is to be written: see PassageIndex; `dropped` lists by document what was left out of the texts."""

    documents: tuple[DocumentInfo, ...]
    texts: dict[str, str]
    passages: tuple[Passage, ...]
    outlines: tuple[Outline, ...]
    dropped: dict[str, tuple[Dropped, ...]]
    dense: DenseIndex
    lexical: LexicalIndex
    extras: dict[str, tuple[dict[str, Any], ...]] = field(default_factory=dict)


def publish(folder: Path, content: IndexContent, embedder: Embedder) -> Manifest:
    """Write an index and put it in place of the old one in one step.

    Whoever is killed on the way leaves the old index as it was, and rubbish that the next build removes.

    Raises:
        InputError: `folder` is something else than an index, or another build does not end.
    """
    with locked(folder):
        version = new_version(folder)
        manifest = _write(version, content, embedder)
        put_in_place(folder, version)
        sync(place(folder).parent)
        return manifest


def _write(version: Path, content: IndexContent, embedder: Embedder) -> Manifest:
    (version / "documents").mkdir()
    for doc, text in content.texts.items():
        (version / "documents" / f"{doc}.txt").write_bytes(text.encode())
    _write_json(version / "catalog.json", [asdict(info) for info in content.documents])
    _write_lines(version / "passages.jsonl", [asdict(passage) for passage in content.passages])
    _write_json(version / "outlines.json", [asdict(outline) for outline in content.outlines])
    dropped = [{"doc": doc, **asdict(item)} for doc, items in content.dropped.items() for item in items]
    _write_lines(version / "dropped.jsonl", dropped)
    (version / EXTRAS).mkdir()
    for name, rows in content.extras.items():
        _write_lines(version / EXTRAS / f"{name}.jsonl", list(rows))
    content.dense.save(version / "dense.faiss")
    content.lexical.save(version / "lexical")
    manifest = write_manifest(version, content.documents, embedder.model_id, content.dense.dim, len(content.passages))
    for path in [*version.rglob("*"), version]:
        sync(path)
    return manifest


def _write_json(path: Path, value: object) -> None:
    path.write_bytes((json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode())


def _write_lines(path: Path, rows: list[dict[str, object]]) -> None:
    path.write_bytes("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode())
