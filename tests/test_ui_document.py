"""A document is shown whole and literal, with what the catalog knows of it and the cited span marked."""

from dataclasses import replace
from itertools import combinations

import pytest

from ui.document import document_page, text_html
from ui.label import byline, document_url, particulars

pytest_plugins = ("tests.markup",)


def test_every_span_of_a_text_is_marked_exactly(markup):
    text = "一、<b>\n\n😀&é\n末"
    for start, end in combinations(range(len(text) + 1), 2):
        page = markup(text_html(text, (start, end)))
        assert "\n".join(paragraph["text"] for paragraph in page.find("p")) == text
        marked = [mark["text"] for mark in page.find("mark")]
        assert marked == [part for part in text[start:end].split("\n") if part]
        assert [mark.get("id") for mark in page.find("mark")] == ["cited", *[None] * (len(marked) - 1)][: len(marked)]


def test_a_text_without_span_has_no_mark(markup):
    assert markup(text_html("一\n二")).find("mark") == []
    assert text_html("") == "<p></p>"


def test_a_document_states_what_the_catalog_knows(fake_assistant, markup):
    final, draft = fake_assistant.documents
    assert dict(particulars(final)) == {
        "地区": "海城市",
        "发布机关": "海城市科学技术局",
        "文号": "原文未载明",
        "日期": "2021-10",
        "规划期": "2021—2025年",
        "状态": "正式文件",
        "来源": "原文未载明",
    }
    assert particulars(replace(final, title_inferred=True))[0] == ("标题", "原文缺标题，据正文推定")
    assert byline(draft) == "发布机关原文未载明 · 日期原文未载明 · 规划期 2023—2027年"
    assert markup(document_page(draft, "文")).find(css="draft")[0]["text"] == "征求意见稿"
    assert markup(document_page(final, "文")).find(css="draft") == []


@pytest.mark.parametrize(("theme", "chosen"), [("dark", "dark"), ("light", "light"), ("", None), ('"><script>', None)])
def test_a_document_takes_only_known_themes(fake_assistant, theme, chosen, markup):
    page = markup(document_page(fake_assistant.documents[0], "文", theme=theme))
    assert page.find("html")[0].get("data-theme") == chosen
    assert page.find("script") == []


def test_addresses_of_documents():
    assert document_url("haicheng-145") == "/documents/haicheng-145"
    assert document_url("haicheng-145", 5, 25) == "/documents/haicheng-145?start=5&end=25#cited"
    assert document_url("a/../b?c") == "/documents/a%2F..%2Fb%3Fc"
