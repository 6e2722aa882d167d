"""The choice whether a chat model words the answers: shown only where one is configured, and obeyed."""

import pytest

from ui.conversation import converse
from ui.message import conversation_html
from ui.page import build_page


def switch(page):
    """The properties of the choice on a page."""
    found = [part["props"] for part in page.config["components"] if part["props"].get("elem_id") == "cw-wording"]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(("mode", "there"), [("offline", False), ("llm", True)])
def test_there_is_a_choice_only_where_a_model_is_configured(fake_assistant, mode, there):
    props = switch(build_page(fake_assistant, mode))
    assert (props["visible"], props["value"]) == (there, there)
    assert "发给" in props["label"]


@pytest.mark.parametrize(("mode", "said"), [("offline", False), ("llm", True)])
def test_whose_words_they_are_is_said(fake_assistant, mode, said):
    *_, turns = converse(fake_assistant, "600家", [], mode)
    assert turns[-1].answer.mode == mode
    assert ("由对话模型组织语言" in conversation_html(turns, fake_assistant.documents)) == said
