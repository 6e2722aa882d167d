"""The content of an index <-> the files of its folder, refused when damaged or stale."""

import json
import os
from bisect import bisect_right
from dataclasses import asdict, dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from index.catalog import DocumentInfo
from index.dense import DenseIndex
from index.embedder import Embedder
from index.errors import IndexDamagedError
from index.lexical import LexicalIndex
from index.lines import Dropped
from index.manifest import REBUILD, Manifest, check_fit, corpus_digest, read_manifest, write_manifest
from index.outlines import Outline, outline_from
from index.passages import Passage, passage_from
from index.versions import current, locked, new_version, place, put_in_place

EXTRAS = "extras"


@dataclass(frozen=True)
class PassageIndex:
    """An index in memory; row i of `dense` and `lexical` is passage i.

    Attributes:
        manifest: what it was built from.
        documents: the catalog's entries, in its order.
        texts: document id -> normalised text.
        passages: all passages, by document and position.
        outlines: headings, boxes and tables with the names of what they hold.
        dense: their embeddings.
        lexical: their words.
        extras: what was published together with the passages: name -> rows of plain JSON types.
    """

    manifest: Manifest
    documents: tuple[DocumentInfo, ...]
    texts: dict[str, str]
    passages: tuple[Passage, ...]
    outlines: tuple[Outline, ...]
    dense: DenseIndex
    lexical: LexicalIndex
    extras: dict[str, tuple[dict[str, Any], ...]] = field(default_factory=dict)

    @cached_property
    def infos(self) -> dict[str, DocumentInfo]:
        """Document id -> catalog entry."""
        return {info.id: info for info in self.documents}

    def passage_at(self, doc: str, position: int) -> Passage | None:
        """Return the passage of a document that holds a code point, or None: headings stand in none."""
        starts, passages = self._by_place.get(doc, ([], []))
        at = bisect_right(starts, position) - 1
        return passages[at] if at >= 0 and position < passages[at].end else None

    @cached_property
    def _by_place(self) -> dict[str, tuple[list[int], list[Passage]]]:
        found: dict[str, list[Passage]] = {}
        for passage in self.passages:
            found.setdefault(passage.doc, []).append(passage)
        return {doc: ([passage.start for passage in passages], passages) for doc, passages in found.items()}


def load_index(folder: Path, documents: tuple[DocumentInfo, ...] | None, model_id: str) -> PassageIndex:
    """Load an index after checking every file's digest and that it fits.

    Args:
        folder: the index folder.
        documents: the catalog as it is now, or None to take the index as it is.
        model_id: the embedder's id.

    Raises:
        IndexMissingError, IndexDamagedError, IndexStaleError: with what to do.
    """
    real = current(folder)  # one version to the end, whatever is published meanwhile
    manifest = read_manifest(real)
    check_fit(manifest, documents, model_id)
    try:
        passage_index = _read(real, manifest)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise IndexDamagedError(f"{real}: expected the files of an index, came: {error!r}; {REBUILD}") from error
    _check_counts(real, passage_index)
    return passage_index


def _read(real: Path, manifest: Manifest) -> PassageIndex:
    infos = tuple(DocumentInfo(**{**entry, "inferred": tuple(entry["inferred"])}) for entry in _rows(real / "catalog.json"))
    passages = tuple(passage_from(row) for row in _rows(real / "passages.jsonl"))
    outlines = tuple(outline_from(row) for row in _rows(real / "outlines.json"))
    texts = {info.id: _text(real / "documents" / f"{info.id}.txt") for info in infos}
    dense, lexical = DenseIndex.load(real / "dense.faiss"), LexicalIndex.load(real / "lexical", len(passages))
    extras = {path.stem: tuple(_rows(path)) for path in sorted((real / EXTRAS).glob("*.jsonl"))}
    return PassageIndex(manifest, infos, texts, passages, outlines, dense, lexical, extras)


def _check_counts(real: Path, index: PassageIndex) -> None:
    """Refuse files that are whole but do not belong together."""
    manifest = index.manifest
    expected = (manifest.passages, manifest.passages, manifest.dim, manifest.corpus)
    came = (len(index.passages), len(index.dense), index.dense.dim, corpus_digest(index.documents))
    if expected != came:
        raise IndexDamagedError(f"{real}: expected passages, embeddings, dim and corpus {expected}, came {came}; {REBUILD}")


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8")  # as it was written: read_text would change line ends


def _rows(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a JSON list, or of lines of JSON."""
    text = _text(path)
    return list(json.loads(text)) if path.suffix == ".json" else [json.loads(line) for line in text.split("\n") if line]


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
        _sync(place(folder).parent)
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
        _sync(path)
    return manifest


def _write_json(path: Path, value: object) -> None:
    path.write_bytes((json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode())


def _write_lines(path: Path, rows: list[dict[str, object]]) -> None:
    path.write_bytes("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode())


def _sync(path: Path) -> None:
    """Wait until a file or folder is on the disk."""
    if path.is_dir() and os.name == "nt":
        return  # Windows opens no folders
    descriptor = os.open(path, os.O_RDWR if os.name == "nt" else os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
