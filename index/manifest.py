"""The manifest of an index folder: what it was built from, and a digest of every file."""

import json
from dataclasses import asdict, dataclass, field
from importlib.metadata import version
from pathlib import Path

from index.catalog import DocumentInfo, digest
from index.errors import REBUILD, IndexDamagedError, IndexMissingError, IndexStaleError
from index.lexical import tokenizer_id
from index.versions import MANIFEST

FORMAT = 4


@dataclass(frozen=True, slots=True)
class Manifest:
    """Everything that decides whether an index fits: see the field names; `files` maps path -> SHA-256."""

    format: int
    index_id: str
    corpus: str
    model: str
    dim: int
    tokenizer: str
    passages: int
    versions: dict[str, str] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)


def corpus_digest(documents: tuple[DocumentInfo, ...]) -> str:
    """Return one digest of the catalog's content: metadata and file digests of all documents."""
    return digest(json.dumps([asdict(document) for document in documents], ensure_ascii=False, sort_keys=True).encode())


def content_id(format_: int, model: str, tokenizer: str, files: dict[str, str]) -> str:
    """Return an index's id: the same for the same content made in the same way."""
    return digest(json.dumps([format_, model, tokenizer, files]).encode())[:16]


def write_manifest(folder: Path, documents: tuple[DocumentInfo, ...], model: str, dim: int, passages: int) -> Manifest:
    """Write the manifest of a folder whose other files are complete."""
    files = {path.relative_to(folder).as_posix(): digest(path.read_bytes()) for path in sorted(folder.rglob("*")) if path.is_file()}
    index_id = content_id(FORMAT, model, tokenizer_id(), files)
    versions = {name: version(name) for name in ("faiss-cpu", "bm25s", "jieba", "numpy", "sentence-transformers")}
    manifest = Manifest(FORMAT, index_id, corpus_digest(documents), model, dim, tokenizer_id(), passages, versions, files)
    (folder / MANIFEST).write_text(json.dumps(asdict(manifest), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return manifest


def read_manifest(folder: Path) -> Manifest:
    """Return a folder's manifest after checking it and every file against it.

    Raises:
        IndexMissingError: there is no manifest.
        IndexStaleError: another version wrote it.
        IndexDamagedError: the manifest or a file is not what was written.
    """
    path = folder / MANIFEST
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise IndexMissingError(f"{folder}: expected an index, came nothing; build it: python -m index.build") from error
    except (OSError, ValueError) as error:
        raise IndexDamagedError(f"{path}: expected a manifest, came: {error}; {REBUILD}") from error
    if not isinstance(values, dict):
        raise IndexDamagedError(f"{path}: expected the fields of a manifest, came {str(values)[:80]!r}; {REBUILD}")
    if values.get("format") != FORMAT:
        raise IndexStaleError(f"{folder}: expected index format {FORMAT}, came {values.get('format')!r}; {REBUILD}")
    try:
        manifest = Manifest(**values)
        own_id = content_id(manifest.format, manifest.model, manifest.tokenizer, dict(manifest.files))
    except (TypeError, ValueError) as error:
        raise IndexDamagedError(f"{path}: expected the fields of a manifest, came: {error}; {REBUILD}") from error
    if own_id != manifest.index_id:
        raise IndexDamagedError(f"{path}: expected index_id {own_id}, came {manifest.index_id!r}; the manifest was changed; {REBUILD}")
    _check_files(folder, manifest.files)
    return manifest


def _check_files(folder: Path, files: dict[str, str]) -> None:
    for name, expected in files.items():
        try:
            came = digest((folder / name).read_bytes())
        except OSError as error:
            raise IndexDamagedError(f"{folder / name}: expected a file of the index, came: {error.strerror}; {REBUILD}") from error
        if came != expected:
            raise IndexDamagedError(
                f"{folder / name}: expected sha256 {expected[:12]}…, came {came[:12]}…; the index is damaged; {REBUILD}"
            )


def check_fit(manifest: Manifest, documents: tuple[DocumentInfo, ...] | None, model: str) -> None:
    """Refuse an index that was built from another corpus, with another model or another tokenizer.

    Raises:
        IndexStaleError: with what differs.
    """
    if documents is not None and manifest.corpus != corpus_digest(documents):
        raise IndexStaleError(f"index: expected the corpus as catalogued now, came an index of another state; {REBUILD}")
    if manifest.model != model:
        raise IndexStaleError(f"index: expected embeddings of {model}, came {manifest.model}; {REBUILD}")
    if manifest.tokenizer != tokenizer_id():
        raise IndexStaleError(f"index: expected words of {tokenizer_id()}, came {manifest.tokenizer}; {REBUILD}")
