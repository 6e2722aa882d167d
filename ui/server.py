"""A page and its documents -> a web server on this machine that needs nothing from any other."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import TYPE_CHECKING

import gradio as gr
import uvicorn
from fastapi import FastAPI
from fastapi.responses import FileResponse, HTMLResponse, Response

from index.errors import CewenError, InputError
from ui.document import document_page, page_html
from ui.headers import SafeHeaders
from ui.missing import missing_page
from ui.page import ASSETS, HEAD, build_page, build_theme

if TYPE_CHECKING:
    from answer.assistant import Assistant
    from answer.mode import Mode

NO_UPLOADS = 1  # bytes; Gradio's upload route exists without any upload field


def build_server(assistant: Assistant, mode: Mode = "offline") -> FastAPI:
    """Return the application: the chat on /, a document's text on /documents/ID."""
    server = _bare_server()
    documents = {document.id: document for document in assistant.documents}

    @server.get("/documents/{doc_id}")
    def read_document(doc_id: str, start: int | None = None, end: int | None = None, theme: str = "") -> Response:
        if doc_id not in documents:
            return _notice(404, "没有这份文件", "资料库中没有这份文件，它可能已被移除。", theme)
        text = assistant.document_text(doc_id)
        if start is None and end is None:
            return HTMLResponse(document_page(documents[doc_id], text, None, theme))
        if start is None or end is None or not 0 <= start < end <= len(text):
            return _notice(400, "引用位置无效", "地址中的引用位置不在这份文件之内，文件可能已经更新。", theme)
        return HTMLResponse(document_page(documents[doc_id], text, (start, end), theme))

    gr.mount_gradio_app(
        server,
        build_page(assistant, mode),
        path="/",
        footer_links=[],
        run_history=False,
        ssr_mode=False,
        mcp_server=False,
        enable_monitoring=False,
        show_error=False,
        max_file_size=NO_UPLOADS,
        theme=build_theme(),
        head=HEAD,
    )
    return server


def build_missing_server(error: CewenError, corpus: Path, index: Path) -> FastAPI:
    """Return an application that answers every address with what is wrong and how to mend it."""
    server = _bare_server()

    @server.get("/{address:path}")
    def explain(address: str) -> Response:
        return HTMLResponse(missing_page(error, corpus, index), status_code=503)

    return server


def bind(host: str, port: int) -> socket.socket:
    """Return a socket that listens there; bound before anything heavy is loaded, so that a taken port shows at once.

    Raises:
        InputError: the address is taken or not of this machine.
    """
    try:
        return socket.create_server((host, port))
    except OSError as error:
        raise InputError(f"无法在 {host}:{port} 上启动：{error.strerror}；请用 --port 换一个端口，或用 --host 换一个地址") from error


def run(server: FastAPI, listener: socket.socket) -> None:
    """Serve until the process is told to stop."""
    config = uvicorn.Config(server, log_level="warning", timeout_graceful_shutdown=2)
    uvicorn.Server(config).run(sockets=[listener])


def _bare_server() -> FastAPI:
    server = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    server.add_middleware(SafeHeaders)

    @server.get("/cewen/{name}")
    def asset(name: str) -> Response:
        known = {path.name: path for path in ASSETS.iterdir()}
        return FileResponse(known[name], headers={"Cache-Control": "no-cache"}) if name in known else Response(status_code=404)

    return server


def _notice(code: int, heading: str, words: str, theme: str) -> Response:
    body = f'<main class="notice"><h1>{heading}</h1><p>{words}</p><p><a href="/" target="_top">回到问答</a></p></main>'
    return HTMLResponse(page_html(heading, body, theme), status_code=code)
