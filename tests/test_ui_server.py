"""The server's own answers: documents at their spans, safe headers, and no door that the chat does not need."""

import re
import socket
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from index.errors import IndexMissingError, InputError
from ui.page import WAITING, WORKERS, build_page
from ui.server import bind, build_missing_server, build_server


@pytest.fixture
def client(fake_assistant):
    return TestClient(build_server(fake_assistant))


def test_a_document_opens_at_its_span(client):
    page = client.get("/documents/haicheng-145?start=5&end=25")
    assert page.status_code == 200
    assert '<mark id="cited">到2025年，研发投入强度达到3.5%。</mark>' in page.text
    assert "<mark" not in client.get("/documents/haicheng-145").text


@pytest.mark.parametrize("span", ["start=5", "end=5", "start=5&end=5", "start=-1&end=5", "start=0&end=999"])
def test_a_span_outside_the_document_is_refused_in_words(client, span):
    page = client.get(f"/documents/haicheng-145?{span}")
    assert page.status_code == 400
    assert "引用位置无效" in page.text


@pytest.mark.parametrize("doc_id", ["nobody", "..%2Fapp.py", "%3Cscript%3E"])
def test_an_unknown_document_is_refused_in_words(client, doc_id):
    page = client.get(f"/documents/{doc_id}")
    assert page.status_code == 404
    assert "<script>" not in page.text


def test_a_document_may_run_no_script_and_load_nothing_foreign(client):
    policy = client.get("/documents/haicheng-145").headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; style-src 'self'")
    assert "script-src" not in policy


def test_the_chat_may_reach_this_server_only(client):
    page = client.get("/")
    policy = page.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "connect-src 'self'" in policy
    assert not re.search(r"https?:|\*", policy)
    assert "fonts.googleapis" not in page.text


def test_only_known_assets_are_served(client):
    assert client.get("/cewen/page.js").status_code == 200
    assert client.get("/cewen/..%2Fpage.py").status_code == 404
    assert client.get("/docs").status_code == 404


def test_gradio_keeps_no_history_and_takes_no_files(client):
    assert client.get("/gradio_api/runs").status_code == 404
    assert client.post("/gradio_api/upload", files={"files": ("a.txt", b"ab")}).status_code == 413
    config = client.get("/config").json()
    assert (config["analytics_enabled"], config["is_colab"], config["footer_links"]) == (False, False, [])


def test_the_queue_is_bounded(fake_assistant):
    page = build_page(fake_assistant, "offline")
    assert page._queue.max_size == WAITING
    assert page._queue.default_concurrency_limit == WORKERS


def test_a_missing_index_answers_every_address_with_the_command():
    client = TestClient(build_missing_server(IndexMissingError("no index"), Path("corpus"), Path("var/index")))
    for address in ("/", "/documents/haicheng-145"):
        page = client.get(address)
        assert page.status_code == 503
        assert "-m index.build --corpus corpus --index var/index" in page.text


def test_a_taken_port_is_bad_input():
    with socket.create_server(("127.0.0.1", 0)) as taken, pytest.raises(InputError, match="--port"):
        bind("127.0.0.1", taken.getsockname()[1])
