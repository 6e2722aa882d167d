"""An endpoint that speaks OpenAI's protocol is asked, and its answers become a run."""

import httpx
import pytest
from typer.testing import CliRunner

from eval.adapt import app
from eval.adapters.endpoint import Endpoint, ask_endpoint
from eval.answers import load_answers
from eval.questions import Question
from index.errors import InputError

QUESTION = Question("1", "强度？", ("你好",))


def test_an_endpoint_is_asked_with_earlier_turns_and_its_key(chat_server):
    chat_server.replies = ["3.8%"]
    assert ask_endpoint(Endpoint(chat_server.url, "m", "守则", "secret"), QUESTION).text == "3.8%"
    (body,) = chat_server.asked
    assert (chat_server.paths, chat_server.keys) == (["/v1/chat/completions"], ["Bearer secret"])
    assert (body["model"], body["temperature"]) == ("m", 0)
    assert [(turn["role"], turn["content"]) for turn in body["messages"]] == [("system", "守则"), ("user", "你好"), ("user", "强度？")]


def test_an_endpoint_that_fails_is_an_error_not_an_answer(chat_server):
    chat_server.replies = [("status", "500")]
    with pytest.raises(httpx.HTTPStatusError):
        ask_endpoint(Endpoint(chat_server.url, "m"), QUESTION)


@pytest.mark.parametrize("reply", [("html", "维护中"), ("empty", ""), lambda body: None], ids=["html", "no choices", "no text"])
def test_an_endpoint_that_gives_no_answer_is_an_error(chat_server, reply):
    chat_server.replies = [reply]
    with pytest.raises(InputError, match="expected"):
        ask_endpoint(Endpoint(chat_server.url, "m"), QUESTION)


def test_the_endpoint_command_writes_no_key(chat_server, tmp_path, monkeypatch):
    monkeypatch.setenv("OTHER_KEY", "secret")
    chat_server.replies = ["3.8%", ("status", "500")]
    (tmp_path / "gold.jsonl").write_text('{"id": "1", "question": "强度？"}\n{"id": "2", "question": "天气？"}\n', encoding="utf-8")
    run = tmp_path / "run"
    command = ["openai", "--gold", tmp_path / "gold.jsonl", "--run", run, "--base-url", chat_server.url, "--model", "m"]
    result = CliRunner().invoke(app, [*map(str, command), "--key-env", "OTHER_KEY"], catch_exceptions=False)
    assert result.exit_code == 0
    assert [bool(row.error) for row in load_answers(run / "answers.jsonl").values()] == [False, True]
    assert chat_server.keys == ["Bearer secret"] * 2
    assert not any("secret" in path.read_text(encoding="utf-8") for path in run.iterdir())
