"""Documents -> answers, the way a tutorial does it: cut, search twice, fuse, quote the best chunk.

LangChain's recursive splitter with 500 characters and an overlap of 50, and its classic EnsembleRetriever with equal weights
over BM25 and FAISS. The answer is the best chunk itself, for without a chat model there is nothing else; it never refuses.
"""

import time
from collections.abc import Sequence
from datetime import date
from typing import Any

from langchain_classic.retrievers import EnsembleRetriever
from langchain_core.documents import Document
from langchain_core.runnables import Runnable
from langchain_text_splitters import RecursiveCharacterTextSplitter

from answer.answer import MAX_CITATION, Answer, Citation, ShownHit
from eval.stock.vectors import VectorRetriever
from eval.stock.words import WordRetriever
from eval.system import Mode
from index.catalog import DocumentInfo
from index.embedder import Embedder

CHUNK, OVERLAP = 500, 50  # what tutorials give
DEPTH = 50  # candidates of each retriever before fusion
K = 10


class StockPipeline:
    """Chunks of plain text, found by words and by embedding; asked as our assistant is."""

    index_id = "stock"

    def __init__(self, texts: dict[DocumentInfo, str], embedder: Embedder) -> None:
        """Cut and index texts; at least one chunk must come of them."""
        self.documents = tuple(texts)
        self._titles = {info.id: info.title for info in texts}
        splitter = RecursiveCharacterTextSplitter(chunk_size=CHUNK, chunk_overlap=OVERLAP, add_start_index=True)
        chunks = [chunk for info, text in texts.items() for chunk in splitter.split_documents([Document(text, metadata={"doc": info.id})])]
        for number, chunk in enumerate(chunks):
            chunk.metadata["chunk"] = number
        retrievers: list[Runnable[str, list[Document]]] = [WordRetriever.of(chunks, DEPTH), VectorRetriever.of(chunks, embedder, DEPTH)]
        self._ensemble = EnsembleRetriever(retrievers=retrievers, weights=[0.5, 0.5], id_key="chunk")

    def ask(self, question: str, history: Sequence[str] = (), today: date | None = None, mode: Mode = "offline") -> Answer:
        """Answer a question with the best chunk; earlier turns are put before the question, as a chain without memory does."""
        started = time.perf_counter()
        found = self._ensemble.invoke("\n".join([*history, question]))[:K]
        hits = tuple(self._hit(rank, chunk) for rank, chunk in enumerate(found, 1))
        text = hits[0].text[:MAX_CITATION]
        citation = Citation(1, hits[0].doc, hits[0].title, "", None, hits[0].passage_id, hits[0].start, hits[0].start + len(text), text)
        latency = round((time.perf_counter() - started) * 1000, 3)
        return Answer(question, f"{text}[1]", False, None, (citation,), hits, (), mode, latency, self.index_id)

    def _hit(self, rank: int, chunk: Document) -> ShownHit:
        place: dict[str, Any] = chunk.metadata
        doc, start, text = place["doc"], place["start_index"], chunk.page_content
        name = f"{doc}#{place['chunk']}"
        return ShownHit(rank, doc, self._titles[doc], name, "", "", text, start, start + len(text), 1 / rank)
