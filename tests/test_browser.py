"""The page in a real browser: asking, following a mark to its words in the document, hostile text, and no other server."""

from dataclasses import replace

import pytest
from playwright.sync_api import expect

pytest_plugins = ("tests.live_page",)
pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore:'future.no_silent_downcasting'"),  # Gradio's own statistics, with this pandas
]

HOSTILE = "<img src=x onerror=window.hacked=1>{{value}}${window.hacked=1}</script><script>window.hacked=1</script>"
PHONE = {"width": 390, "height": 844}


def test_a_mark_leads_to_its_words_in_the_document(serve, visit, ask, fake_assistant):
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


def test_a_long_document_opens_scrolled_to_the_span(serve, visit, ask, fake_assistant):
    first = fake_assistant.documents[0]
    fake_assistant.texts[first.id] = "\n".join(f"第{number}条 一般规定。" for number in range(2000)) + "\n第三千条 末尾。"
    page = visit(serve(fake_assistant), viewport=PHONE)
    ask(page, "第三千条").locator(".cw-cite").click()
    page.locator("#cw-source-1-1 .cw-open").click()
    expect(page.frame_locator("#cw-reader iframe").locator("mark")).to_be_in_viewport()


def test_a_mark_of_an_older_answer_brings_its_sources_back(serve, visit, ask, fake_assistant):
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


def test_in_a_long_chat_box_sources_and_newest_turn_stay_in_view(serve, visit, ask, fake_assistant):
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


def test_refusal_error_and_a_new_chat(serve, visit, ask, fake_assistant):
    page = visit(serve(fake_assistant))
    expect(ask(page, "电话").locator(".cw-refusal")).to_have_text("资料库中没有答案")
    expect(page.locator(".cw-sources.current .cw-near")).to_be_visible()
    expect(ask(page, "出错").locator(".cw-error")).to_contain_text("没能回答这个问题")
    page.get_by_role("button", name="新对话").click()
    expect(page.locator(".cw-turn")).to_have_count(0)
    expect(ask(page, "600家").locator(".cw-notices")).to_have_count(0)


def test_other_passages_unfold(serve, visit, ask, fake_assistant):
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


def test_the_copy_holds_the_sources(serve, visit, ask, fake_assistant):
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


def test_hostile_text_is_shown_and_never_run(serve, visit, ask, fake_assistant):
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
