"""What all tests share: the versions that matter in the header, and no way out to the network."""

import hashlib
import platform
import socket
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from importlib.metadata import version

import numpy as np
import pytest

from answer.answer import Answer, Citation, Refusal, ShownHit
from index.catalog import DocumentInfo
from index.dense import DenseIndex
from index.errors import CewenError
from index.lexical import LexicalIndex
from index.manifest import Manifest
from index.outlines import outline_document
from index.passages import chunk_document
from index.store import PassageIndex
from index.structure import parse_document
from index.texts import embedded_text, tokenised_text

SHOWN = ("torch", "sentence-transformers", "faiss-cpu", "bm25s", "jieba", "gradio", "langchain-core", "numpy")
LOCAL = {"127.0.0.1", "localhost", "::1"}


class NetworkForbiddenError(RuntimeError):
    """A test tried to leave this machine; not an OSError, so that no library mistakes it for a bad connection and retries."""


def pytest_report_header() -> str:
    return f"python {platform.python_version()}, " + ", ".join(f"{name} {version(name)}" for name in SHOWN)


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Let sockets reach this machine only; before every other fixture, those that last the session included."""

    def local_only(host: object) -> None:
        name = host.decode() if isinstance(host, bytes) else host
        if name is not None and name not in LOCAL:
            raise NetworkForbiddenError(f"tests run offline, but something wanted to reach {name!r}")

    def guarded(original):
        def call(self, address, *args):
            if self.family in (socket.AF_INET, socket.AF_INET6):
                local_only(address[0])
            return original(self, address, *args)

        return call

    def guarded_lookup(host, *args, _original=socket.getaddrinfo, **kwargs):
        local_only(host)
        return _original(host, *args, **kwargs)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded(socket.socket.connect))
        patch.setattr(socket.socket, "connect_ex", guarded(socket.socket.connect_ex))
        patch.setattr(socket, "getaddrinfo", guarded_lookup)
        yield


class FakeAssistant:
    """Answers with every line that holds the question's words; a reader finds the answer with Ctrl+F.

    It refuses where no line does, raises where the question is "出错", and tells the history it was given in a notice.
    """

    index_id = "fake"

    def __init__(self, texts: Mapping[DocumentInfo, str]) -> None:
        self.documents = tuple(texts)
        self.texts = {document.id: text for document, text in texts.items()}

    def document_text(self, doc_id):
        return self.texts[doc_id]

    def stream(self, question, history=(), today=None, mode="offline"):
        final = self.ask(question, history, today, mode)
        yield replace(final, answer=final.answer[: len(final.answer) // 2], citations=(), hits=(), notices=())
        yield final

    def ask(self, question: str, history: Sequence[str] = (), today=None, mode="offline") -> Answer:
        if question == "出错":
            raise CewenError("expected a question, came 出错")
        lines = list(self._lines())
        cited = [line for line in lines if question in line[2]]
        citations = tuple(
            Citation(n, document.id, document.title, "一、目标", None, f"{document.id}#{start}", start, start + len(line), line)
            for n, (document, start, line) in enumerate(cited, 1)
        )
        hits = tuple(
            ShownHit(rank, document.id, document.title, f"{document.id}#{start}", "一、目标", "", line, start, start + len(line), 1 / rank)
            for rank, (document, start, line) in enumerate(lines, 1)
        )
        said = "".join(f"{citation.text}[{citation.n}]" for citation in citations)
        refusal = None if cited else Refusal("not_in_corpus", "资料库中的文件没有写这一点。")
        notices = [f"此前的提问：{'、'.join(history)}"] if history else []
        notices += [f"《{document.title}》为征求意见稿。" for document, _, _ in cited if document.status == "draft"]
        text = said or "资料库中的文件没有写这一点。"
        return Answer(question, text, not cited, refusal, citations, hits, tuple(notices), mode, 1.0, self.index_id)

    def _lines(self):
        for document in self.documents:
            start = 0
            for line in self.texts[document.id].split("\n"):
                yield document, start, line
                start += len(line) + 1


def document_info(doc_id: str, title: str, **stated: str) -> DocumentInfo:
    """Return a catalog entry with "" for all that is not stated."""
    names = ("file", "region", "level", "parent", "issuer", "number", "date", "period", "status", "source", "sha256")
    return DocumentInfo(doc_id, title=title, **{name: stated.get(name, "") for name in names})


@pytest.fixture
def fake_assistant() -> FakeAssistant:
    """An assistant over two documents of three lines each."""
    stated = {"region": "海城市", "issuer": "海城市科学技术局", "date": "2021-10", "period": "2021-2025", "status": "final"}
    haicheng = document_info("haicheng-145", "海城市科技创新“十四五”规划", **stated)
    linhe = document_info("linhe-315", "临河区科技创新实施方案", region="临河区", period="2023-2027", status="draft", source="网站")
    return FakeAssistant(
        {
            haicheng: "一、目标\n到2025年，研发投入强度达到3.5%。\n高新技术企业达到600家。",
            linhe: "一、目标\n到2027年，研发投入强度达到2.8%。\n设立1亿元引导基金。",
        }
    )


class CountEmbedder:
    """An embedding counts the characters of a text, each at the place that its SHA-256 gives: like texts are near."""

    model_id = "count-64"

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
    info = staticmethod(document_info)

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


@pytest.fixture(scope="session")
def small_index() -> SmallIndex:
    """`small_index({small_index.info("a", "甲县规划", region="甲县"): "…"})` is an index of that one document."""
    return SmallIndex()
