"""Whatever a server does wrong is one kind of error, and is tried again only where that may help."""

import pytest

from index.errors import ChatModelError

pytest_plugins = ("tests.asked_model",)


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
def test_every_fault_is_one_error(chat_server, fault, failure, chat_model, reply_of):
    chat_server.replies = [fault]
    seconds = 0.5 if failure == "timeout" else 20
    with pytest.raises(ChatModelError) as caught:
        reply_of(chat_model(), seconds)
    assert caught.value.failure == failure
    assert "sk-very-secret" not in str(caught.value)


def test_a_server_that_is_not_there_is_one_error(chat_server, chat_model, reply_of):
    model = chat_model()
    chat_server.server_close()
    with pytest.raises(ChatModelError) as caught:
        reply_of(model, 5)
    assert caught.value.failure == "server"


@pytest.mark.parametrize("fault", [("status", "500"), ("status", "429")])
def test_a_busy_server_is_asked_again(chat_server, fault, chat_model, reply_of):
    chat_server.replies = [fault, "好[1]。"]
    assert "".join(reply_of(chat_model(llm_retries=1))) == "好[1]。"
    assert len(chat_server.asked) == 2


def test_attempts_are_bounded(chat_server, chat_model, reply_of):
    chat_server.replies = [("status", "500")]
    with pytest.raises(ChatModelError):
        reply_of(chat_model(llm_retries=2))
    assert len(chat_server.asked) == 3


def test_what_will_not_change_is_not_tried_again(chat_server, chat_model, reply_of):
    chat_server.replies = [("status", "401")]
    with pytest.raises(ChatModelError):
        reply_of(chat_model(llm_retries=2))
    assert len(chat_server.asked) == 1


def test_no_attempt_begins_after_the_deadline(chat_server, chat_model, reply_of):
    with pytest.raises(ChatModelError, match="没有及时回复"):
        reply_of(chat_model(), -1)
    assert chat_server.asked == []


def test_a_reply_that_has_begun_is_not_begun_again(chat_server, chat_model, reply_of):
    chat_server.replies = [("cut", "目标为3.8%，不低于往年[1]。"), "好[1]。"]
    with pytest.raises(ChatModelError):
        reply_of(chat_model(llm_retries=2))
    assert len(chat_server.asked) == 1


def test_more_requests_than_the_rate_allows_wait_until_the_deadline(chat_server, chat_model, reply_of):
    model = chat_model(llm_rate=0.001)
    with pytest.raises(ChatModelError) as caught:
        reply_of(model, 0.1)
    assert caught.value.failure == "busy"
    assert chat_server.asked == []
