"""A server for chat completions on this machine that answers well or fails in every way such servers do."""

import json
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

Reply = str | tuple[str, str] | Callable[[dict], str]  # a text, a fault with its text, or what makes a text of the request


class ChatServer(ThreadingHTTPServer):
    """Speaks OpenAI's chat completions on this machine, well or in one of the ways in which such servers fail.

    `replies` are given in turn, the last one again and again. A fault is a pair: its name, and the text or status it works
    with. Requests are kept in `asked`, their path and Authorization in `paths` and `keys`.
    """

    daemon_threads = True
    block_on_close = False

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), ChatHandler)
        self.replies: list[Reply] = ["你好[1]。"]
        self.asked: list[dict] = []
        self.paths: list[str] = []
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
        self.server.paths.append(self.path)
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

    def reply_empty(self, text):
        self.json(200, {"choices": []})

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
