"""The door to chat models: a reply in pieces, without thoughts and without end; the key goes nowhere else."""

import logging
import time

import pytest
from langchain_core.messages import HumanMessage, SystemMessage

from index.errors import ChatModelError, InputError
from index.settings import Settings
from prompts.llm import load_chat_model
from prompts.thoughts import LONGEST_REPLY

pytest_plugins = ("tests.asked_model",)
KEY = "sk-very-secret-0123456789"
ASKED = [SystemMessage("规则"), HumanMessage("问题")]


def test_a_reply_comes_in_pieces(chat_server, chat_model, reply_of):
    chat_server.replies = ["目标为3.8%，不低于往年[1]。"]
    pieces = reply_of(chat_model())
    assert "".join(pieces) == "目标为3.8%，不低于往年[1]。"
    assert len(pieces) > 2
    assert [message["content"] for message in chat_server.asked[0]["messages"]] == ["规则", "问题"]
    assert chat_server.asked[0]["model"] == "test"
    assert chat_server.asked[0]["stream"] is True
    assert chat_server.keys == [f"Bearer {KEY}"]


def test_a_server_that_cannot_stream_is_asked_for_the_whole(chat_server, chat_model, reply_of):
    chat_server.replies = [("unstreamed", "目标为3.8%[1]。")]
    assert "".join(reply_of(chat_model(llm_retries=1))) == "目标为3.8%[1]。"
    assert [asked.get("stream", False) for asked in chat_server.asked] == [True, False]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("<think>先算一算[9]</think>\n目标[1]。", "\n目标[1]。"),
        ("  <think>一直想下去", ""),
        ("a<think>b</think>", "a<think>b</think>"),
        ("<th", "<th"),
        ("<b>x", "<b>x"),
    ],
)
def test_what_a_model_thinks_aloud_is_left_out(chat_server, text, left, chat_model, reply_of):
    chat_server.replies = [text]
    assert "".join(reply_of(chat_model())) == left


def test_no_more_than_any_answer_is_read(chat_server, chat_model):
    chat_server.replies = [("flood", "字")]
    got = []
    with pytest.raises(ChatModelError):
        got.extend(chat_model().stream(ASKED, time.monotonic() + 20))
    assert sum(map(len, got)) <= LONGEST_REPLY


@pytest.mark.parametrize("reply", ["好[1]。", ("status", "401"), ("status", "429"), ("garbage", "")])
def test_the_key_reaches_no_log_and_no_representation(chat_server, reply, caplog, capfd, chat_model, reply_of):
    caplog.set_level(logging.DEBUG)
    chat_server.replies = [reply]
    settings = Settings(llm="openai:test", llm_base_url=chat_server.url, llm_key=KEY)
    model = chat_model()
    try:
        reply_of(model)
    except ChatModelError as error:
        assert error.__cause__ is None
        assert error.__suppress_context__
    assert KEY not in caplog.text
    assert KEY not in "".join(capfd.readouterr())
    assert KEY not in f"{settings!r}{settings}{model!r}"
    assert KEY not in settings.model_dump_json()


@pytest.mark.parametrize("name", ["nonsense", "nobody:model", "anthropic:claude", "openai:gpt-5"])
def test_a_model_that_cannot_be_had_is_bad_input(name, monkeypatch):
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    with pytest.raises(InputError) as caught:
        load_chat_model(Settings(llm=name))
    assert name in str(caught.value)
    assert "\n" not in str(caught.value)


def test_no_model_is_bad_input():
    with pytest.raises(InputError, match="CEWEN_LLM"):
        load_chat_model(Settings(llm=""))


def test_a_name_with_a_colon_is_left_alone_on_a_server_of_ones_own(chat_server, reply_of):
    model = load_chat_model(Settings(llm="qwen3:4b", llm_base_url=chat_server.url))
    reply_of(model)
    assert chat_server.asked[0]["model"] == "qwen3:4b"
    assert chat_server.keys == ["Bearer none"]
