"""The page of an assistant in a real browser, at the end of which nothing may have failed."""

import contextlib
import re
import shutil
import threading

import pytest
import uvicorn
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError
from playwright.sync_api import expect, sync_playwright

from ui.server import bind, build_server

INSTALL = "apt-get update && apt-get install -y chromium fonts-noto-cjk"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
PATIENCE = 10
DESKTOP = {"width": 1280, "height": 800}
expect.set_options(timeout=20_000)  # a loaded machine is slow; what never comes fails all the same


@pytest.fixture(scope="module")
def browser():
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        pytest.fail(f"the tests of the page need Chromium; install it with: {INSTALL}")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def serve():
    """Return a function that serves an assistant on a free port until the test ends."""
    running = []

    def start(assistant):
        listener = bind("127.0.0.1", 0)
        server = uvicorn.Server(uvicorn.Config(build_server(assistant), log_level="warning", timeout_graceful_shutdown=1))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        running.append((server, thread, listener))
        return f"http://127.0.0.1:{listener.getsockname()[1]}"

    yield start
    for server, thread, listener in running:
        server.should_exit = True
        thread.join(15)
        listener.close()
        assert not thread.is_alive()


@pytest.fixture
def visit(browser):
    """Return a function that opens an address; at the end nothing may have failed or have asked another server."""
    contexts, requests, faults = [], [], []

    def go(address, viewport=DESKTOP, scheme="light"):
        context = browser.new_context(viewport=viewport, color_scheme=scheme, locale="zh-CN")
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        contexts.append(context)
        page = context.new_page()
        context.on("request", lambda request: requests.append(request.url))
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        page.goto(address)
        expect(page.locator("#cw-box textarea")).to_be_visible()
        return page

    yield go
    for context in contexts:
        context.close()
    assert [url for url in requests if not re.match(r"http://127\.0\.0\.1:\d+/|data:|blob:", url)] == []
    assert faults == []


@pytest.fixture
def ask():
    """Return a function that asks a question on a page and returns the finished turn."""

    def send(page, question):
        number = page.locator(".cw-turn").count() + 1
        box, begun = page.locator("#cw-box textarea"), page.locator(f"#cw-turn-{number}")
        box.fill(question)
        for _ in range(PATIENCE):  # a question sent in the moment the last answer ends stays in the box, to be sent again
            box.press("Enter")
            with contextlib.suppress(PlaywrightTimeoutError):
                begun.wait_for(timeout=2000)
                break
        turn = page.locator(f"#cw-turn-{number}:not([aria-busy])")
        expect(turn).to_be_visible(timeout=30_000)
        return turn

    return send
