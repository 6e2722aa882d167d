"""An error of any provider's library -> one of a few failures, each with words of its own: ChatModelError."""

from collections.abc import Mapping
from typing import Literal

from index.errors import ChatModelError

BUSY = frozenset({408, 409, 425, 429})
Failure = Literal["timeout", "busy", "server", "refused", "cut", "malformed"]
WORDS: Mapping[Failure, str] = {
    "timeout": "没有及时回复",
    "busy": "繁忙或限流",
    "server": "无法连接或出错",
    "refused": "拒绝了请求",
    "cut": "的回复中断",
    "malformed": "的回复格式不对",
}
AGAIN: frozenset[Failure] = frozenset({"timeout", "busy", "server", "malformed"})  # those that another attempt may not meet


def chat_error(failure: Failure) -> ChatModelError:
    """Return the error of a failure, in words for whoever asked."""
    return ChatModelError(f"对话模型{WORDS[failure]}", failure)


def failure_of(error: Exception) -> Failure:
    """Return what an error means, by its status and name, which are much the same with every provider."""
    status = getattr(error, "status_code", None)
    names = " ".join(kind.__name__ for kind in type(error).__mro__)
    if isinstance(status, int) and status >= 400:
        return "busy" if status in BUSY else "server" if status >= 500 else "refused"
    if "Timeout" in names:
        return "timeout"
    if any(word in names for word in ("Connection", "Connect", "Network", "OSError")):
        return "server"
    return "cut" if "Protocol" in names or "ReadError" in names else "malformed"
