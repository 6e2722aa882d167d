"""Settings -> a chat model that streams text, or fails in one way only: ChatModelError. The one door to chat models.

Any OpenAI-compatible endpoint by its address, or any provider that LangChain knows by name. Time, attempts and rate are
bounded here; the key is a SecretStr, and no message of a provider, which might repeat it, is passed on.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from index.errors import ChatModelError, InputError
from prompts.failures import AGAIN, chat_error, failure_of
from prompts.thoughts import without_thoughts

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel
    from langchain_core.messages import BaseMessage, BaseMessageChunk
    from langchain_core.rate_limiters import BaseRateLimiter

    from index.settings import Settings

NOT_CONFIGURED = "没有配置对话模型：请设置 CEWEN_LLM（如 openai:qwen-plus），自建服务另设 CEWEN_LLM_BASE_URL；不用模型时改用 offline"
OPENAI = "openai:"
NO_KEY = "none"  # servers of one's own often want none, the client wants one
FIRST_PAUSE = 0.5  # seconds before the second attempt, doubled each time
POLL = 0.02
BURST = 10  # requests at once after a quiet time
ENDINGS = ("finish_reason", "stop_reason", "done_reason")
FINISHED = frozenset({"stop", "end_turn", "STOP"})


@dataclass(slots=True)
class ChatModel:
    """A chat model with bounds.

    Attributes:
        model: LangChain's model, its own retries off.
        timeout: seconds for one whole answer, all attempts together.
        retries: further attempts before the first piece of a reply has come.
        limiter: bounds the requests a second, None for none.
        openai: it speaks OpenAI's protocol, so that a reply without an ending was cut.
    """

    model: BaseChatModel
    timeout: float
    retries: int
    limiter: BaseRateLimiter | None = None
    openai: bool = True

    def stream(self, messages: Sequence[BaseMessage], deadline: float) -> Iterator[str]:
        """Yield the reply piece by piece; what the model thinks aloud is left out.

        Args:
            messages: the conversation.
            deadline: value of time.monotonic() at which to give up.

        Raises:
            ChatModelError: it could not be reached, refused, was too slow, or its reply was cut or is none.
        """
        streamed = True
        for attempt in range(self.retries + 1):
            self._take_turn(deadline)
            begun = False
            try:
                for piece in self._pieces(messages, deadline, streamed):
                    begun = True
                    yield piece
                return
            except ChatModelError as error:
                if begun and error.failure == "server":
                    raise chat_error("cut") from None
                pause = FIRST_PAUSE * 2**attempt
                if begun or error.failure not in AGAIN or attempt == self.retries or time.monotonic() + pause >= deadline:
                    raise
                streamed = streamed and error.failure != "malformed"  # a server may not know how to stream
                if error.failure != "malformed":
                    time.sleep(pause)

    def _take_turn(self, deadline: float) -> None:
        while self.limiter and not self.limiter.acquire(blocking=False):
            if time.monotonic() >= deadline:
                raise chat_error("busy")
            time.sleep(POLL)

    def _pieces(self, messages: Sequence[BaseMessage], deadline: float, streamed: bool) -> Iterator[str]:
        """One attempt, every failure of whatever library turned into ours."""
        try:
            with closing(without_thoughts(self._chunks(messages, deadline, streamed))) as pieces:
                yield from pieces
        except ChatModelError:
            raise
        except Exception as error:  # noqa: BLE001 - every provider's library raises errors of its own
            raise chat_error(failure_of(error)) from None

    def _chunks(self, messages: Sequence[BaseMessage], deadline: float, streamed: bool) -> Iterator[str]:
        left = deadline - time.monotonic()
        if left <= 0:
            raise chat_error("timeout")
        options: dict[str, Any] = {"timeout": left} if self.openai else {}
        ending, begun = "", False
        asked = list(messages)
        replies: Iterable[BaseMessage] = self.model.stream(asked, **options) if streamed else [self.model.invoke(asked, **options)]
        for message in replies:
            if time.monotonic() >= deadline:
                raise chat_error("timeout")
            ending, piece = _ending(message) or ending, str(message.text)
            begun = begun or bool(piece)
            yield piece
        if ending not in FINISHED and (self.openai or ending):
            raise chat_error("refused" if "filter" in ending else "cut" if begun else "malformed")


def load_chat_model(settings: Settings) -> ChatModel:
    """Return the model that the settings name; nothing is sent yet.

    Raises:
        InputError: none is named, its provider is not known or its package or key is missing.
    """
    if not settings.llm:
        raise InputError(NOT_CONFIGURED)
    from langchain.chat_models import init_chat_model
    from langchain_core.rate_limiters import InMemoryRateLimiter

    own = bool(settings.llm_base_url)
    openai = own or settings.llm.startswith(OPENAI)
    options: dict[str, Any] = {"temperature": 0, "timeout": settings.llm_timeout, "max_retries": 0}
    if settings.llm_key.get_secret_value():
        options["api_key"] = settings.llm_key
    if own:
        options |= {"base_url": settings.llm_base_url, "model_provider": "openai", "stream_usage": False}
        options.setdefault("api_key", NO_KEY)
    try:
        model = init_chat_model(settings.llm.removeprefix(OPENAI) if own else settings.llm, **options)
    except Exception as error:  # noqa: BLE001 - every provider's library raises errors of its own
        raise InputError(
            f"CEWEN_LLM: 期望 LangChain 能识别的对话模型（如 openai:qwen-plus）及其密钥（CEWEN_LLM_KEY 或服务商自己的环境变量），"
            f"得到 {settings.llm!r}（{type(error).__name__}）"
        ) from None
    a_second = settings.llm_rate / 60
    limiter = InMemoryRateLimiter(requests_per_second=a_second, max_bucket_size=BURST) if a_second else None
    if limiter:
        limiter.acquire(blocking=False)  # it counts from its first use on
    return ChatModel(model, settings.llm_timeout, settings.llm_retries, limiter, openai)


def _ending(message: BaseMessage | BaseMessageChunk) -> str:
    found = message.response_metadata
    return next((str(found[name]) for name in ENDINGS if found.get(name)), "")
