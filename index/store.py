"""An index folder -> the index in memory, refused when damaged or stale."""

import json
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from index.catalog import DocumentInfo
from index.dense import DenseIndex
from index.errors import REBUILD, IndexDamagedError
from index.lexical import LexicalIndex
from index.manifest import Manifest, check_fit, corpus_digest, read_manifest
from index.outlines import Outline, outline_from
from index.passages import Passage, passage_from
from index.versions import current

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
