"""OpenAI-compatible endpoint -> answers; earlier turns are sent as earlier messages of the user."""

import time
from dataclasses import dataclass
from typing import Any

import httpx

from eval.adapters.outside import OutsideAnswer
from eval.questions import Question
from index.errors import InputError

TIMEOUT = 120.0  # seconds for one answer


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where and what to ask.

    Attributes:
        base_url: address up to and without /chat/completions.
        model: model or assistant named there.
        system: system message, "" for none.
        key: bearer token, "" for none; never written to a file.
    """

    base_url: str
    model: str
    system: str = ""
    key: str = ""


def ask_endpoint(endpoint: Endpoint, question: Question) -> OutsideAnswer:
    """Ask one question, at temperature 0.

    Raises:
        InputError: the reply is no chat completion.
        httpx.HTTPError: the endpoint cannot be reached or refuses.
    """
    turns = [("system", endpoint.system)] * bool(endpoint.system) + [("user", turn) for turn in (*question.history, question.question)]
    messages = [{"role": role, "content": content} for role, content in turns]
    headers = {"Authorization": f"Bearer {endpoint.key}"} if endpoint.key else {}
    start = time.perf_counter()
    reply = httpx.post(
        f"{endpoint.base_url.rstrip('/')}/chat/completions",
        json={"model": endpoint.model, "messages": messages, "temperature": 0},
        headers=headers,
        timeout=TIMEOUT,
    )
    reply.raise_for_status()
    return OutsideAnswer(_content(reply), latency_ms=(time.perf_counter() - start) * 1000)


def _content(reply: httpx.Response) -> str:
    try:
        content: Any = reply.json()["choices"][0]["message"]["content"]
    except (ValueError, KeyError, IndexError, TypeError) as error:
        raise InputError(f"expected a chat completion, came {reply.text[:80]!r}") from error
    if not isinstance(content, str):
        raise InputError(f"expected a text as the message's content, came {content!r:.80}")
    return content
