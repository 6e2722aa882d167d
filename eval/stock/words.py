"""Chunks -> those that share words with a query: BM25 over jieba's words, as a LangChain retriever."""

import logging
from typing import Any

import bm25s
import jieba
import numpy as np
from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict


class WordRetriever(BaseRetriever):
    """BM25 with the library's defaults over jieba's plain cut; no dictionary of ours, no stop words."""

    model_config = ConfigDict(arbitrary_types_allowed=True)

    chunks: list[Document]
    bm25: Any
    k: int

    @classmethod
    def of(cls, chunks: list[Document], k: int) -> "WordRetriever":
        """Index chunks; at least one of them must hold a word."""
        jieba.setLogLevel(logging.WARNING)
        model = bm25s.BM25()
        model.index([jieba.lcut(chunk.page_content) for chunk in chunks], show_progress=False)
        return cls(chunks=chunks, bm25=model, k=k)

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        known = [word for word in jieba.lcut(query) if word in self.bm25.vocab_dict]
        if not known:  # bm25s refuses a query without a known word
            return []
        scores = self.bm25.get_scores(known)
        order = np.lexsort((np.arange(len(scores)), -scores))
        return [self.chunks[row] for row in order[: self.k] if scores[row] > 0]
