"""The page in a real browser, for every reader: on a phone, in light and dark, to a screen reader."""

from dataclasses import replace

import pytest
from playwright.sync_api import expect

pytest_plugins = ("tests.live_page",)
pytestmark = [
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore:'future.no_silent_downcasting'"),  # Gradio's own statistics, with this pandas
]

NEAR = 120  # pixels
FACT = {
    "indicator": "研发强度",
    "name": "研发强度",
    "year": 2025,
    "unit": "%",
    "kind": "target",
    "scope": "",
    "note": "",
    "value_high": None,
    "comparator": "",
}
PHONE = {"width": 390, "height": 844}
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


def test_a_phone_has_no_sideways_scroll_and_sources_come_up_from_below(serve, visit, ask, fake_assistant):
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


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_is_readable_in_light_and_dark(serve, visit, ask, fake_assistant, scheme):
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


def test_a_screen_reader_is_told_language_names_and_state(serve, visit, ask, fake_assistant):
    page = visit(serve(fake_assistant))
    assert page.evaluate("document.documentElement.lang") == "zh-CN"
    assert page.title() == "策问 · 地方科技规划问答"
    expect(page.get_by_role("textbox", name="问题")).to_be_focused()
    expect(page.get_by_role("log", name="对话")).to_be_visible()
    ask(page, "600家")
    expect(page.get_by_role("link", name="查看来源 1")).to_be_visible()


class Charted:
    """An assistant each of whose answers compares two places."""

    def __init__(self, plain):
        self._plain = plain

    def __getattr__(self, name):
        return getattr(self._plain, name)

    def stream(self, *asked, **how):
        for answer in self._plain.stream(*asked, **how):
            facts = [{**FACT, "region": region, "value": value} for region, value in (("甲市", "3"), ("乙市", "4"))]
            yield replace(answer, facts=tuple(facts))


def test_a_chart_stands_right_below_its_answer_in_later_turns_as_well(serve, visit, ask, fake_assistant):
    page = visit(serve(Charted(fake_assistant)))
    ask(page, "研发投入强度")
    turn = ask(page, "研发投入强度")
    chart = page.locator(".vega-embed").first
    expect(chart).to_be_visible()
    below = turn.locator(".cw-actions").last.bounding_box()
    assert chart.bounding_box()["y"] - (below["y"] + below["height"]) < NEAR
