"""Catalogued documents -> the content of an index, embeddings of unchanged passages reused."""

from collections.abc import Callable
from pathlib import Path

import numpy as np

from index.catalog import DocumentInfo, read_file
from index.dense import DenseIndex
from index.embedder import Embedder
from index.errors import REBUILD, CewenError, IndexMismatchError, InputError
from index.instructions import instructs_a_model
from index.lexical import LexicalIndex
from index.lines import Dropped
from index.outlines import Outline, outline_document
from index.passages import Passage, chunk_document
from index.publish import IndexContent
from index.readers.read import read_document
from index.store import PassageIndex, load_index
from index.structure import parse_document
from index.texts import embedded_text, tokenised_text

Progress = Callable[[str], None]


def assemble(
    corpus: Path, documents: tuple[DocumentInfo, ...], embedder: Embedder, previous: PassageIndex | None, progress: Progress
) -> IndexContent:
    """Parse, chunk and embed all documents.

    Args:
        corpus: the corpus folder.
        documents: its catalog.
        embedder: makes the embeddings.
        previous: an index whose embeddings may be reused, or None.
        progress: called with a word on every step: once a document, then for embedding and for words.

    Raises:
        InputError: a file is unreadable or was changed, or there is no passage at all.
    """
    texts: dict[str, str] = {}
    dropped: dict[str, tuple[Dropped, ...]] = {}
    passages: list[Passage] = []
    outlines: list[Outline] = []
    for info in documents:
        read_file(corpus, info)
        parsed = parse_document(read_document(corpus / info.file))
        texts[info.id] = parsed.text
        dropped[info.id] = (*parsed.dropped, *_instructions(parsed.text))
        passages.extend(chunk_document(info.id, parsed))
        outlines.extend(outline_document(info.id, parsed))
        progress(info.id)
    if not passages:
        raise InputError(f"{corpus}: expected at least one document with text, came {len(documents)} documents without a passage")
    infos = {info.id: info for info in documents}
    embeddings = _embed([embedded_text(passage, infos[passage.doc]) for passage in passages], embedder, previous)
    progress("embeddings")
    lexical = LexicalIndex.build([tokenised_text(passage, infos[passage.doc]) for passage in passages])
    progress("words")
    return IndexContent(documents, texts, tuple(passages), tuple(outlines), dropped, DenseIndex.build(embeddings), lexical)


def _instructions(text: str) -> list[Dropped]:
    """Lines of a document's text that passages leave out, wholly or in part, because they instruct a language model."""
    lines = enumerate(text.split("\n"), 1)
    return [Dropped("instruction", number, line) for number, line in lines if instructs_a_model(line)]


def _embed(texts: list[str], embedder: Embedder, previous: PassageIndex | None) -> np.ndarray:
    """Embed texts, taking over what the previous index holds of them."""
    known: dict[str, np.ndarray] = {}
    if previous is not None:
        old = previous.dense.embeddings()
        known = {embedded_text(passage, previous.infos[passage.doc]): old[row] for row, passage in enumerate(previous.passages)}
    new = sorted(set(texts) - known.keys())
    if new:
        known.update(zip(new, embedder.embed_passages(new), strict=True))
    widths = {len(known[text]) for text in texts}
    if len(widths) != 1:
        raise IndexMismatchError(f"expected embeddings of one width, came {sorted(widths)}; {REBUILD}")
    return np.stack([known[text] for text in texts]).astype(np.float32)


def previous_index(folder: Path, embedder: Embedder) -> PassageIndex | None:
    """Return the index in a folder if it is whole and made with the same model, else None: it only saves work."""
    try:
        return load_index(folder, None, embedder.model_id)
    except CewenError:
        return None
