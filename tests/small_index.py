"""Indexes of made-up documents, and assistants over them, in memory, with an embedding that a reader can compute."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np
import pytest

from answer.assistant import Assistant
from facts.targets import extract_facts
from index.catalog import DocumentInfo
from index.dense import DenseIndex
from index.lexical import LexicalIndex
from index.manifest import Manifest
from index.outlines import outline_document
from index.passages import chunk_document
from index.store import PassageIndex
from index.structure import parse_document
from index.texts import embedded_text, tokenised_text


class CountEmbedder:
    """An embedding counts the characters of a text, each at the place that its SHA-256 gives: like texts are near."""

    model_id = "count-64"
    word_dimensions = 0

    def embed_queries(self, queries: Sequence[str]) -> np.ndarray:
        rows = np.zeros((len(queries), 64), dtype=np.float32)
        for row, text in enumerate(queries):
            for char in text:
                rows[row, hashlib.sha256(char.encode()).digest()[0] % 64] += 1
        return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1)

    embed_passages = embed_queries


class SmallIndex:
    """Makes indexes in memory, of made-up documents, without a corpus folder."""

    embedder = CountEmbedder()

    @staticmethod
    def info(doc_id: str, title: str, **stated: str) -> DocumentInfo:
        """Return a catalog entry with "" for all that is not stated."""
        names = ("file", "region", "level", "parent", "issuer", "number", "date", "period", "status", "source", "sha256")
        return DocumentInfo(doc_id, title=title, **{name: stated.get(name, "") for name in names})

    def __call__(self, texts: Mapping[DocumentInfo, str]) -> PassageIndex:
        parsed = {info.id: parse_document(text) for info, text in texts.items()}
        infos = {info.id: info for info in texts}
        passages = tuple(passage for doc, document in parsed.items() for passage in chunk_document(doc, document))
        outlines = tuple(outline for doc, document in parsed.items() for outline in outline_document(doc, document))
        dense = DenseIndex.build(self.embedder.embed_passages([embedded_text(passage, infos[passage.doc]) for passage in passages]))
        lexical = LexicalIndex.build([tokenised_text(passage, infos[passage.doc]) for passage in passages])
        manifest = Manifest(3, "small", "", self.embedder.model_id, dense.dim, "", len(passages))
        return PassageIndex(
            manifest, tuple(texts), {doc: document.text for doc, document in parsed.items()}, passages, outlines, dense, lexical
        )

    def assistant(self, texts: Mapping[DocumentInfo, str]) -> Assistant:
        """Return an assistant over the documents and the facts read from them."""
        index = self(texts)
        facts = [
            fact.as_dict()
            for info in texts
            for fact in extract_facts(info, [one for one in index.passages if one.doc == info.id], index.texts[info.id])
        ]
        return Assistant(replace(index, extras={"facts": tuple(facts)}), self.embedder)


@pytest.fixture(scope="session")
def small_index() -> SmallIndex:
    """`small_index({small_index.info("a", "甲县规划", region="甲县"): "…"})` is an index of that one document."""
    return SmallIndex()
