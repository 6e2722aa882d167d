"""The page in a real browser: asking, following a mark to its words in the document, hostile text, and no other server."""

import contextlib
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import httpx
import pytest
import uvicorn
from playwright.sync_api import TimeoutError as PlaywrightTimeoutError
from playwright.sync_api import expect, sync_playwright

from ui.server import bind, build_server

pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore:'future.no_silent_downcasting'"),  # Gradio's own statistics, with this pandas
]

INSTALL = "apt-get update && apt-get install -y chromium fonts-noto-cjk"
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
ROOT = Path(__file__).parent.parent
HOSTILE = "<img src=x onerror=window.hacked=1>{{value}}${window.hacked=1}</script><script>window.hacked=1</script>"
PATIENCE = 10
expect.set_options(timeout=20_000)  # a loaded machine is slow; what never comes fails all the same
DESKTOP, PHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}


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


def ask(page, question):
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


def test_a_mark_leads_to_its_words_in_the_document(serve, visit, fake_assistant):
    page = visit(serve(fake_assistant))
    turn = ask(page, "研发投入强度")
    expect(turn.locator(".cw-text")).to_have_text("到2025年，研发投入强度达到3.5%。[1]到2027年，研发投入强度达到2.8%。[2]")
    expect(turn.locator(".cw-notices li")).to_have_text(["《临河区科技创新实施方案》为征求意见稿。"])
    turn.locator(".cw-cite").nth(1).click()
    card = page.locator("#cw-source-1-2")
    expect(card).to_be_focused()
    expect(card).to_contain_text("征求意见稿")
    card.get_by_role("link", name="在原文中查看").click()
    mark = page.frame_locator("#cw-reader iframe").locator("mark")
    expect(mark).to_have_text("到2027年，研发投入强度达到2.8%。")
    expect(mark).to_be_in_viewport()
    page.keyboard.press("Escape")
    expect(page.locator("#cw-reader")).to_be_hidden()
    expect(card.get_by_role("link", name="在原文中查看")).to_be_focused()


def test_a_long_document_opens_scrolled_to_the_span(serve, visit, fake_assistant):
    first = fake_assistant.documents[0]
    fake_assistant.texts[first.id] = "\n".join(f"第{number}条 一般规定。" for number in range(2000)) + "\n第三千条 末尾。"
    page = visit(serve(fake_assistant), viewport=PHONE)
    ask(page, "第三千条").locator(".cw-cite").click()
    page.locator("#cw-source-1-1 .cw-open").click()
    expect(page.frame_locator("#cw-reader iframe").locator("mark")).to_be_in_viewport()


def test_a_mark_of_an_older_answer_brings_its_sources_back(serve, visit, fake_assistant):
    page = visit(serve(fake_assistant))
    ask(page, "600家")
    turn = ask(page, "1亿元")
    expect(turn.locator(".cw-notices")).to_contain_text("此前的提问：600家")
    expect(turn).to_be_in_viewport()
    expect(page.locator("#cw-sources-2")).to_be_visible()
    expect(page.locator("#cw-sources-1")).to_be_hidden()
    page.locator("#cw-turn-1 .cw-cite").click()
    expect(page.locator("#cw-sources-1")).to_be_visible()
    expect(page.locator("#cw-sources-2")).to_be_hidden()


def test_in_a_long_chat_box_sources_and_newest_turn_stay_in_view(serve, visit, fake_assistant):
    first = fake_assistant.documents[0]
    fake_assistant.texts[first.id] += ("\n长" + "文" * 80) * 30
    page = visit(serve(fake_assistant))
    for _ in range(2):
        ask(page, "长")
    page.evaluate("window.scrollTo(0, 0)")
    expect(page.locator("#cw-box")).to_be_in_viewport()
    newest = ask(page, "长")
    assert 0 <= newest.locator(".cw-question").bounding_box()["y"] < 100
    expect(page.get_by_role("heading", name="来源")).to_be_in_viewport()


def test_refusal_error_and_a_new_chat(serve, visit, fake_assistant):
    page = visit(serve(fake_assistant))
    expect(ask(page, "电话").locator(".cw-refusal")).to_have_text("资料库中没有答案")
    expect(page.locator(".cw-sources.current .cw-near")).to_be_visible()
    expect(ask(page, "出错").locator(".cw-error")).to_contain_text("没能回答这个问题")
    page.get_by_role("button", name="新对话").click()
    expect(page.locator(".cw-turn")).to_have_count(0)
    expect(ask(page, "600家").locator(".cw-notices")).to_have_count(0)


def test_other_passages_unfold(serve, visit, fake_assistant):
    page = visit(serve(fake_assistant))
    ask(page, "600家")
    folded = page.locator(".cw-hits .cw-card").first
    expect(folded).to_be_hidden()
    page.get_by_text("其他相关段落（5）").click()
    expect(folded).to_be_visible()


def test_an_example_is_asked_with_one_click(serve, visit, fake_assistant):
    first, second = fake_assistant.documents
    fake_assistant.documents = (replace(first, region="慈溪市"), second)
    page = visit(serve(fake_assistant))
    page.get_by_role("button", name="慈溪的科技型中小企业融资难").click()
    expect(page.locator("#cw-turn-1:not([aria-busy]) .cw-words")).to_have_text("慈溪的科技型中小企业融资难，规划里有哪些科技金融措施？")
    expect(page.locator("#cw-examples")).to_be_hidden()


def test_the_copy_holds_the_sources(serve, visit, fake_assistant):
    page = visit(serve(fake_assistant))
    ask(page, "600家").locator(".cw-copy").click()
    expect(page.locator(".cw-copy")).to_have_text("已复制")
    assert page.evaluate("navigator.clipboard.readText()") == (
        "600家\n\n高新技术企业达到600家。[1]\n\n来源：\n"
        "[1] 《海城市科技创新“十四五”规划》 海城市科学技术局 · 2021-10 · 规划期 2021—2025年\n"
        "    一、目标\n    原文：高新技术企业达到600家。"
    )


def test_enter_that_confirms_a_word_of_an_input_method_sends_nothing(serve, visit, fake_assistant):
    page = visit(serve(fake_assistant))
    box = page.locator("#cw-box textarea")
    box.fill("600家")
    keyboard = page.context.new_cdp_session(page)
    keyboard.send("Input.imeSetComposition", {"text": "ma", "selectionStart": 2, "selectionEnd": 2})
    keyboard.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", "key": "Process", "code": "Enter", "windowsVirtualKeyCode": 229})
    keyboard.send("Input.insertText", {"text": "吗"})
    keyboard.send("Input.dispatchKeyEvent", {"type": "keyUp", "key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13})
    page.wait_for_timeout(500)
    expect(page.locator(".cw-turn")).to_have_count(0)
    expect(box).to_have_value("600家吗")
    box.press("Shift+Enter")
    page.wait_for_timeout(300)
    expect(page.locator(".cw-turn")).to_have_count(0)
    box.press("Enter")
    expect(page.locator(".cw-turn .cw-words")).to_have_text("600家吗")


def test_hostile_text_is_shown_and_never_run(serve, visit, fake_assistant):
    first, second = fake_assistant.documents
    first = replace(first, title=HOSTILE, region=HOSTILE, issuer=HOSTILE, source=HOSTILE)
    fake_assistant.documents = (first, replace(second, title=HOSTILE))
    fake_assistant.texts[first.id] = f"一、目标\n{HOSTILE}\n末尾"
    page = visit(serve(fake_assistant))
    turn = ask(page, HOSTILE)
    expect(turn.locator(".cw-words")).to_have_text(HOSTILE)
    expect(turn.locator(".cw-text")).to_have_text(f"{HOSTILE}[1]")
    turn.locator(".cw-cite").click()
    expect(page.locator("#cw-source-1-1 blockquote")).to_have_text(HOSTILE)
    page.locator("#cw-source-1-1 .cw-open").click()
    frame = page.frame_locator("#cw-reader iframe")
    expect(frame.locator("mark")).to_have_text(HOSTILE)
    expect(frame.locator("h1")).to_have_text(HOSTILE)
    assert [element.evaluate("window.hacked") for element in page.frames] == [None] * len(page.frames)
    page.keyboard.press("Escape")
    page.get_by_role("tab", name="资料库").click()
    expect(page.locator(".cw-library th a").first).to_have_text(HOSTILE)
    assert page.evaluate("[window.hacked ?? null, document.querySelectorAll('img[src=x]').length]") == [None, 0]


def test_the_library_lists_and_opens_documents(serve, visit, fake_assistant):
    page = visit(serve(fake_assistant))
    page.get_by_role("tab", name="资料库").click()
    cells = page.locator(".cw-library tbody tr").nth(0).locator("th, td")
    expect(cells).to_have_text(["海城市科技创新“十四五”规划", "海城市", "2021—2025年", "正式文件", "海城市科学技术局", "2021-10"])
    page.get_by_role("link", name="临河区科技创新实施方案").click()
    expect(page.frame_locator("#cw-reader iframe").locator("main")).to_contain_text("设立1亿元引导基金。")


def test_a_phone_has_no_sideways_scroll_and_sources_come_up_from_below(serve, visit, fake_assistant):
    page = visit(serve(fake_assistant), viewport=PHONE)
    turn = ask(page, "研发投入强度")
    panel = page.locator("#cw-panel")
    expect(panel).to_be_hidden()
    turn.locator(".cw-cite").first.click()
    expect(page.locator("#cw-source-1-1")).to_be_in_viewport()
    page.get_by_role("button", name="关闭来源").click()
    expect(panel).to_be_hidden()
    expect(turn.locator(".cw-cite").first).to_be_focused()
    for tab in ("资料库", "问答"):
        page.get_by_role("tab", name=tab).click()
        assert page.evaluate("document.documentElement.scrollWidth") == PHONE["width"]


CONTRAST = """() => {
  const channel = (value) => (value /= 255) <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  const numbers = (color) => color.match(/[\\d.]+/g).map(Number);
  const light = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
  const ground = (element) => {
    for (; element; element = element.parentElement) {
      const color = numbers(getComputedStyle(element).backgroundColor);
      if (color.length === 3 || color[3] === 1) return color;
    }
    return [255, 255, 255];
  };
  const words = (element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
  const shown = (element) => element.checkVisibility() && element.offsetWidth > 1 && !element.matches("script, style");
  return [...document.querySelectorAll("body *")].filter((e) => shown(e) && words(e)).map((e) => {
    const [a, b] = [light(numbers(getComputedStyle(e).color)), light(ground(e))].sort((x, y) => y - x);
    return [(a + 0.05) / (b + 0.05), `${e.tagName}.${e.className}: ${e.textContent.slice(0, 20)}`];
  }).filter(([ratio]) => ratio < 4.5);
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_is_readable_in_light_and_dark(serve, visit, fake_assistant, scheme):
    address = serve(fake_assistant)
    page = visit(address, scheme=scheme)
    assert page.evaluate("document.body.classList.contains('dark')") is (scheme == "dark")
    ask(page, "电话")
    ask(page, "研发投入强度").locator(".cw-cite").nth(1).click()
    page.mouse.move(0, 0)
    page.wait_for_timeout(400)  # colours fade over
    assert page.evaluate(CONTRAST) == []
    page.goto(f"{address}/documents/linhe-315?start=5&end=25&theme={scheme}")
    assert page.evaluate(CONTRAST) == []


def test_a_screen_reader_is_told_language_names_and_state(serve, visit, fake_assistant):
    page = visit(serve(fake_assistant))
    assert page.evaluate("document.documentElement.lang") == "zh-CN"
    assert page.title() == "策问 · 地方科技规划问答"
    expect(page.get_by_role("textbox", name="问题")).to_be_focused()
    expect(page.get_by_role("log", name="对话")).to_be_visible()
    ask(page, "600家")
    expect(page.get_by_role("link", name="查看来源 1")).to_be_visible()


def test_app_serves_a_page_that_explains_a_missing_index(tmp_path):
    with bind("127.0.0.1", 0) as listener:
        port = listener.getsockname()[1]
    command = [sys.executable, "app.py", "--index", str(tmp_path / "none"), "--port", str(port)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        page = _first_page(f"http://127.0.0.1:{port}/", process)
    finally:
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert page.status_code == 503
    assert f"-m index.build --corpus corpus --index {tmp_path / 'none'}" in page.text
    assert out == f"策问：http://127.0.0.1:{port} （按 Ctrl+C 停止）\n"
    assert err.startswith("策问无法回答问题：")
    assert err.count("\n") == 1


def _first_page(address, process):
    for _ in range(300):
        try:
            return httpx.get(address)
        except httpx.ConnectError:
            assert process.poll() is None
            time.sleep(0.2)
    pytest.fail("the server did not start within a minute")
