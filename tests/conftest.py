"""What all tests share: the versions that matter in the header, and no way out to the network."""

import hashlib
import json
import platform
import socket
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
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


Reply = str | tuple[str, str] | Callable[[dict], str]  # a text, a fault with its text, or what makes a text of the request


class ChatServer(ThreadingHTTPServer):
    """Speaks OpenAI's chat completions on this machine, well or in one of the ways in which such servers fail.

    `replies` are given in turn, the last one again and again. A fault is a pair: its name, and the text or status it works
    with. Requests are kept in `asked`, their Authorization in `keys`.
    """

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), ChatHandler)
        self.replies: list[Reply] = ["你好[1]。"]
        self.asked: list[dict] = []
        self.keys: list[str] = []
        self.stopped = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}/v1"

    def handle_error(self, request, client_address):
        """Say nothing: clients that hang up are part of the play."""


class ChatHandler(BaseHTTPRequestHandler):
    server: ChatServer

    def log_message(self, *args):
        """Say nothing."""

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        number = len(self.server.asked)
        self.server.asked.append(body)
        self.server.keys.append(self.headers.get("Authorization", ""))
        reply = self.server.replies[min(number, len(self.server.replies) - 1)]
        fault, text = reply if isinstance(reply, tuple) else ("", reply(body) if callable(reply) else reply)
        with suppress(OSError):  # the client has hung up
            getattr(self, f"reply_{fault or ('well' if body.get('stream') else 'whole')}")(text)

    def reply_well(self, text, ending="stop"):
        self.begin(200, "text/event-stream")
        self.pieces(text)
        self.event({"choices": [{"index": 0, "delta": {}, "finish_reason": ending}]})
        self.wfile.write(b"data: [DONE]\n\n")

    def reply_whole(self, text):
        message = {"role": "assistant", "content": text}
        self.json(200, {"id": "1", "object": "chat.completion", "choices": [{"index": 0, "message": message, "finish_reason": "stop"}]})

    def reply_unstreamed(self, text):
        """Always one JSON object, whatever was asked for."""
        self.reply_whole(text)

    def reply_status(self, text):
        """An error with its status; the message repeats the key, as some servers do."""
        self.json(int(text), {"error": {"message": f"refused {self.headers.get('Authorization')}", "type": "e", "code": "e"}})

    def reply_silence(self, text):
        self.server.stopped.wait(30)

    def reply_stall(self, text):
        self.begin(200, "text/event-stream")
        self.pieces(text)
        self.server.stopped.wait(30)

    def reply_drip(self, text):
        self.begin(200, "text/event-stream")
        while not self.server.stopped.wait(0.02):
            self.pieces(text)

    def reply_flood(self, text):
        self.begin(200, "text/event-stream")
        while not self.server.stopped.is_set():
            self.pieces(text * 200, 1000)

    def reply_cut(self, text):
        """The connection breaks in the middle of a chunk."""
        self.begin(200, "text/event-stream", chunked=True)
        data = b"".join(map(self.encoded, map(self.delta, (text[: len(text) // 2],))))
        self.wfile.write(f"{len(data) + 99:x}\r\n".encode() + data)
        self.wfile.flush()
        self.connection.shutdown(socket.SHUT_RDWR)

    def reply_unfinished(self, text):
        """The stream ends in good order, but before the reply does."""
        self.begin(200, "text/event-stream")
        self.pieces(text[: len(text) // 2])

    def reply_length(self, text):
        self.reply_well(text, "length")

    def reply_filter(self, text):
        self.reply_well(text, "content_filter")

    def reply_html(self, text):
        self.begin(200, "text/html")
        self.wfile.write(f"<html><body>{text}</body></html>".encode())

    def reply_garbage(self, text):
        self.begin(200, "text/event-stream")
        self.wfile.write(b"data: {not json\n\ndata: [DONE]\n\n")

    def reply_choiceless(self, text):
        self.begin(200, "text/event-stream")
        self.event({"choices": []})
        self.wfile.write(b"data: [DONE]\n\n")

    def begin(self, status, kind, chunked=False):
        self.protocol_version = "HTTP/1.1" if chunked else "HTTP/1.0"
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if chunked:
            self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()

    def json(self, status, body):
        self.begin(status, "application/json")
        self.wfile.write(json.dumps(body).encode())

    def pieces(self, text, size=7):
        for start in range(0, len(text), size):
            self.event(self.delta(text[start : start + size]))

    def delta(self, text):
        return {"choices": [{"index": 0, "delta": {"role": "assistant", "content": text}, "finish_reason": None}]}

    def event(self, body):
        self.wfile.write(self.encoded(body))
        self.wfile.flush()

    def encoded(self, body):
        return f"data: {json.dumps({'id': '1', 'object': 'chat.completion.chunk', 'created': 1, 'model': 'm', **body})}\n\n".encode()


@pytest.fixture
def chat_server() -> Iterator[ChatServer]:
    """A server for chat completions that stops with the test."""
    with ChatServer() as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield server
        server.stopped.set()
        server.shutdown()
        thread.join()


CITY_PLAN = """# 临湖市科技创新规划（2021-2025年）

## 一、发展基础

2020年，全市高新技术企业达到294家，研发经费支出占地区生产总值比重达到2.8%。

## 二、发展目标

到2025年，全市高新技术企业达到600家，研发经费支出占地区生产总值比重达到3.6%，科技型中小企业达到1.2万家。

## 三、主要任务

### （一）培育科技企业

1. 实施企业倍增计划。建立高新技术企业培育库，对首次认定的高新技术企业给予奖励。支持安河打造企业集聚区。

（责任单位：市科技局、市财政局）

### （二）建设孵化载体

2. 加快建设众创空间和孵化器，推进“一区三园”建设，完善服务。落实“四个一批”：引进一批、培育一批、孵化一批、提升一批。

### （三）集聚创新人才

大力引进高层次人才，建设人才公寓，完善人才服务。到2025年，建成人才公寓5万平方米。

表1 主要指标

| 指标 | 2020年 | 2025年 |
|---|---|---|
| 高新技术企业（家） | 294 | 600 |
| 研发经费支出占GDP比重（%） | 2.8 | 3.6 |
| 每万人发明专利拥有量（件） | 21 | 30 |
"""
COUNTY_PLAN = """# 安河县科技创新规划（2021-2025年）

## 一、发展目标

到2025年，全县高新技术企业达到120家，科技型中小企业达到800家。

## 二、主要任务

### （一）建设创新平台

建设产业技术研究院，打造科创走廊。

### （二）优化创新生态

推广创新券，对使用大型科研仪器的企业按实际支出的30%给予补助，最高10万元。

### （三）组织实施

本规划期限为2021年至2025年，由县科学技术局负责解释。
"""


@pytest.fixture(scope="session")
def two_plans(small_index) -> PassageIndex:
    """An index of a city's plan and of a draft of one of its counties."""
    period = {"period": "2021-2025"}
    city = small_index.info("city", "临湖市科技创新规划", region="临湖市", status="final", **period)
    stated = {"parent": "临湖市", "status": "draft", "date": "2021-10", "issuer": "安河县科学技术局"}
    county = small_index.info("county", "安河县科技创新规划", region="安河县", **stated, **period)
    return small_index({city: CITY_PLAN, county: COUNTY_PLAN})
