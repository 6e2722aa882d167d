"""Chunks -> those that mean what a query means: FAISS over our own embedding, as a LangChain retriever."""

from typing import Any

import faiss
import numpy as np
from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from index.embedder import Embedder


class VectorRetriever(BaseRetriever):
    """Exact search by cosine, the embedding being the one that our pipeline uses, so that it is no part of the difference."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    chunks: list[Document]
    embedder: Any
    vectors: Any
    k: int

    @classmethod
    def of(cls, chunks: list[Document], embedder: Embedder, k: int) -> "VectorRetriever":
        """Embed and index chunks; at least one."""
        embeddings = embedder.embed_passages([chunk.page_content for chunk in chunks])
        vectors = faiss.IndexFlatIP(embeddings.shape[1])
        vectors.add(embeddings)
        return cls(chunks=chunks, embedder=embedder, vectors=vectors, k=k)

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        every = len(self.chunks)  # few enough to score all, so that ties are broken here and not by the library
        scores, rows = self.vectors.search(self.embedder.embed_queries([query]), every)
        order = np.lexsort((rows[0], -scores[0]))[: self.k]
        return [self.chunks[row] for row in rows[0][order]]
