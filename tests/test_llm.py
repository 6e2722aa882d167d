"""The door to chat models: a reply in pieces, or one kind of error, whatever a server does; the key goes nowhere else."""

import logging
import time

import pytest
from langchain_core.messages import HumanMessage, SystemMessage

from index.errors import ChatModelError, InputError
from index.settings import Settings
from prompts.llm import load_chat_model
from prompts.thoughts import LONGEST_REPLY

KEY = "sk-very-secret-0123456789"
ASKED = [SystemMessage("规则"), HumanMessage("问题")]


def chat_model(server, **options):
    options = {"llm_timeout": 20, "llm_retries": 0, "llm_rate": 0, "llm_key": KEY, **options}
    return load_chat_model(Settings(llm="openai:test", llm_base_url=server.url, **options))


def reply_of(model, seconds=20.0):
    return list(model.stream(ASKED, time.monotonic() + seconds))


def test_a_reply_comes_in_pieces(chat_server):
    chat_server.replies = ["目标为3.8%，不低于往年[1]。"]
    pieces = reply_of(chat_model(chat_server))
    assert "".join(pieces) == "目标为3.8%，不低于往年[1]。"
    assert len(pieces) > 2
    assert [message["content"] for message in chat_server.asked[0]["messages"]] == ["规则", "问题"]
    assert chat_server.asked[0]["model"] == "test"
    assert chat_server.asked[0]["stream"] is True
    assert chat_server.keys == [f"Bearer {KEY}"]


def test_a_server_that_cannot_stream_is_asked_for_the_whole(chat_server):
    chat_server.replies = [("unstreamed", "目标为3.8%[1]。")]
    assert "".join(reply_of(chat_model(chat_server, llm_retries=1))) == "目标为3.8%[1]。"
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
def test_what_a_model_thinks_aloud_is_left_out(chat_server, text, left):
    chat_server.replies = [text]
    assert "".join(reply_of(chat_model(chat_server))) == left


@pytest.mark.parametrize(
    ("fault", "failure"),
    [
        (("status", "500"), "server"),
        (("status", "503"), "server"),
        (("status", "429"), "busy"),
        (("status", "401"), "refused"),
        (("status", "404"), "refused"),
        (("silence", ""), "timeout"),
        (("stall", "目标"), "timeout"),
        (("drip", "嗯"), "timeout"),
        (("cut", "目标为3.8%，不低于往年[1]。"), "cut"),
        (("unfinished", "目标为3.8%，不低于往年[1]。"), "cut"),
        (("length", "目标为3.8%，不低于"), "cut"),
        (("filter", "目标"), "refused"),
        (("html", "维护中"), "malformed"),
        (("garbage", ""), "malformed"),
        (("choiceless", ""), "malformed"),
        (("flood", "目标"), "malformed"),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else value,
)
def test_every_fault_is_one_error(chat_server, fault, failure):
    chat_server.replies = [fault]
    seconds = 0.5 if failure == "timeout" else 20
    with pytest.raises(ChatModelError) as caught:
        reply_of(chat_model(chat_server), seconds)
    assert caught.value.failure == failure
    assert KEY not in str(caught.value)


def test_a_server_that_is_not_there_is_one_error(chat_server):
    model = chat_model(chat_server)
    chat_server.server_close()
    with pytest.raises(ChatModelError) as caught:
        reply_of(model, 5)
    assert caught.value.failure == "server"


def test_no_more_than_any_answer_is_read(chat_server):
    chat_server.replies = [("flood", "字")]
    got = []
    with pytest.raises(ChatModelError):
        got.extend(chat_model(chat_server).stream(ASKED, time.monotonic() + 20))
    assert sum(map(len, got)) <= LONGEST_REPLY


@pytest.mark.parametrize("fault", [("status", "500"), ("status", "429")])
def test_a_busy_server_is_asked_again(chat_server, fault):
    chat_server.replies = [fault, "好[1]。"]
    assert "".join(reply_of(chat_model(chat_server, llm_retries=1))) == "好[1]。"
    assert len(chat_server.asked) == 2


def test_attempts_are_bounded(chat_server):
    chat_server.replies = [("status", "500")]
    with pytest.raises(ChatModelError):
        reply_of(chat_model(chat_server, llm_retries=2))
    assert len(chat_server.asked) == 3


def test_what_will_not_change_is_not_tried_again(chat_server):
    chat_server.replies = [("status", "401")]
    with pytest.raises(ChatModelError):
        reply_of(chat_model(chat_server, llm_retries=2))
    assert len(chat_server.asked) == 1


def test_no_attempt_begins_after_the_deadline(chat_server):
    with pytest.raises(ChatModelError, match="没有及时回复"):
        reply_of(chat_model(chat_server), -1)
    assert chat_server.asked == []


def test_a_reply_that_has_begun_is_not_begun_again(chat_server):
    chat_server.replies = [("cut", "目标为3.8%，不低于往年[1]。"), "好[1]。"]
    with pytest.raises(ChatModelError):
        reply_of(chat_model(chat_server, llm_retries=2))
    assert len(chat_server.asked) == 1


def test_more_requests_than_the_rate_allows_wait_until_the_deadline(chat_server):
    model = chat_model(chat_server, llm_rate=0.001)
    with pytest.raises(ChatModelError) as caught:
        reply_of(model, 0.1)
    assert caught.value.failure == "busy"
    assert chat_server.asked == []


@pytest.mark.parametrize("reply", ["好[1]。", ("status", "401"), ("status", "429"), ("garbage", "")])
def test_the_key_reaches_no_log_and_no_representation(chat_server, reply, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    chat_server.replies = [reply]
    settings = Settings(llm="openai:test", llm_base_url=chat_server.url, llm_key=KEY)
    model = chat_model(chat_server)
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


def test_a_name_with_a_colon_is_left_alone_on_a_server_of_ones_own(chat_server):
    model = load_chat_model(Settings(llm="qwen3:4b", llm_base_url=chat_server.url))
    reply_of(model)
    assert chat_server.asked[0]["model"] == "qwen3:4b"
    assert chat_server.keys == ["Bearer none"]
