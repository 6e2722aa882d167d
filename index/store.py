"""The index folder: written beside the old one, published by one rename, refused when damaged or stale."""

import json
import os
import shutil
import tempfile
from bisect import bisect_right
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path

from filelock import FileLock, Timeout

from index.catalog import DocumentInfo
from index.dense import DenseIndex
from index.embedder import Embedder
from index.errors import InputError
from index.lexical import LexicalIndex
from index.lines import Dropped
from index.manifest import NAME, Manifest, check_fit, read_manifest, write_manifest
from index.outlines import Outline, outline_from
from index.passages import Passage, passage_from

LOCK_SECONDS = 600


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
    """

    manifest: Manifest
    documents: tuple[DocumentInfo, ...]
    texts: dict[str, str]
    passages: tuple[Passage, ...]
    outlines: tuple[Outline, ...]
    dense: DenseIndex
    lexical: LexicalIndex

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
    real = folder.resolve()  # one version to the end, whatever is published meanwhile
    manifest = read_manifest(real)
    check_fit(manifest, documents, model_id)
    infos = tuple(DocumentInfo(**{**entry, "inferred": tuple(entry["inferred"])}) for entry in json.loads((real / "catalog.json").read_text("utf-8")))
    rows = [json.loads(line) for line in (real / "passages.jsonl").read_text("utf-8").split("\n") if line]
    passages = tuple(passage_from(row) for row in rows)
    outlines = tuple(outline_from(row) for row in json.loads((real / "outlines.json").read_text("utf-8")))
    texts = {info.id: (real / "documents" / f"{info.id}.txt").read_text("utf-8") for info in infos}
    return PassageIndex(manifest, infos, texts, passages, outlines, DenseIndex.load(real / "dense.faiss"), LexicalIndex.load(real / "lexical", len(passages)))


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


def publish(folder: Path, content: IndexContent, embedder: Embedder) -> Manifest:
    """Write an index and put it in place of the old one in one step.

    The folder is a link to a hidden folder beside it that holds one complete version; publishing renames a new link
    over it. Whoever is killed on the way leaves the old index as it was, and rubbish that the next build removes.

    Raises:
        InputError: `folder` is something else than an index, or another build does not end.
    """
    folder = folder.absolute()
    folder.parent.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(folder.parent / f".{folder.name}.lock", timeout=LOCK_SECONDS):
            _refuse_strange(folder)
            version = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
            version.chmod(0o755)
            manifest = _write(version, content, embedder)
            old = folder.resolve() if folder.is_symlink() else None
            _swap(folder, version)
            _sweep(folder, keep=version, replaced=old)
            return manifest
    except Timeout as error:
        raise InputError(f"{folder}: expected to write the index, but another build has held it for {LOCK_SECONDS} s; try again") from error


def _refuse_strange(folder: Path) -> None:
    if folder.exists() and not (folder / NAME).exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise InputError(f"{folder}: expected an index folder or nothing, came something else; give another --index DIR")


def _write(version: Path, content: IndexContent, embedder: Embedder) -> Manifest:
    (version / "documents").mkdir()
    for doc, text in content.texts.items():
        (version / "documents" / f"{doc}.txt").write_text(text, encoding="utf-8", newline="\n")
    _write_json(version / "catalog.json", [asdict(info) for info in content.documents])
    _write_lines(version / "passages.jsonl", [asdict(passage) for passage in content.passages])
    _write_json(version / "outlines.json", [asdict(outline) for outline in content.outlines])
    _write_lines(version / "dropped.jsonl", [{"doc": doc, **asdict(item)} for doc, items in content.dropped.items() for item in items])
    content.dense.save(version / "dense.faiss")
    content.lexical.save(version / "lexical")
    manifest = write_manifest(version, content.documents, embedder.model_id, content.dense.dim, len(content.passages))
    for path in [*version.rglob("*"), version]:
        _sync(path)
    return manifest


def _write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _write_lines(path: Path, rows: list[dict[str, object]]) -> None:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _swap(folder: Path, version: Path) -> None:
    """Let the folder's name stand for the new version."""
    link = version.with_name(f"{version.name}.link")
    link.symlink_to(version.name, target_is_directory=True)
    if folder.is_dir() and not folder.is_symlink():
        folder.rename(version.with_name(f"{version.name}.old"))  # a plain folder, from elsewhere: once only
    link.replace(folder)


def _sweep(folder: Path, keep: Path, replaced: Path | None) -> None:
    """Remove versions left by earlier builds, killed ones included; the one just replaced stays for those who read it."""
    for path in folder.parent.glob(f".{folder.name}-*"):
        if path not in (keep, replaced):
            path.unlink() if path.is_symlink() else shutil.rmtree(path, ignore_errors=True)
