"""Documents -> hits, the way a tutorial does it: the pipeline that ours is measured beside.

LangChain's recursive splitter with 500 characters and an overlap of 50, BM25 over jieba's words and FAISS over the same
embeddings as ours, fused by reciprocal rank. No structure, no tables, no places, no policy dictionary.
"""

import logging
from collections.abc import Iterable

import bm25s
import faiss
import jieba
import numpy as np
from langchain_text_splitters import RecursiveCharacterTextSplitter

from index.embedder import Embedder

CHUNK, OVERLAP = 500, 50  # what tutorials give
RRF_K = 60  # Cormack, Clarke & Büttcher 2009
DEPTH = 50  # candidates of each retriever before fusion


class StockPipeline:
    """Chunks of plain text, found by words and by embedding."""

    def __init__(self, texts: Iterable[str], embedder: Embedder) -> None:
        jieba.setLogLevel(logging.WARNING)
        self._embedder = embedder
        splitter = RecursiveCharacterTextSplitter(chunk_size=CHUNK, chunk_overlap=OVERLAP)
        self.chunks = [chunk for text in texts for chunk in splitter.split_text(text)]
        self._lexical = bm25s.BM25()
        self._lexical.index([jieba.lcut(chunk) for chunk in self.chunks], show_progress=False)
        embeddings = embedder.embed_passages(self.chunks)
        self._dense = faiss.IndexFlatIP(embeddings.shape[1])
        self._dense.add(embeddings)

    def search(self, question: str, k: int) -> list[str]:
        """Return the k best chunks, best first."""
        depth = min(DEPTH, len(self.chunks))
        lexical, _ = self._lexical.retrieve([jieba.lcut(question)], k=depth, show_progress=False)
        _, dense = self._dense.search(self._embedder.embed_queries([question]), depth)
        fused = np.zeros(len(self.chunks))
        for ranking in (lexical[0], dense[0]):
            fused[ranking] += 1 / (RRF_K + np.arange(1, depth + 1))
        order = np.lexsort((np.arange(len(fused)), -fused))
        return [self.chunks[row] for row in order[:k]]
