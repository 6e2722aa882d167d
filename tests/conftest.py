"""What all tests share: the versions that matter in the header, no way out to the network, and the fakes of the modules below."""

import platform
import socket
from collections.abc import Iterator
from importlib.metadata import version

import pytest

pytest_plugins = (  # their fixtures
    "tests.asked_places",
    "tests.chat_server",
    "tests.fake_assistant",
    "tests.made_plans",
    "tests.one_rule",
    "tests.several_plans",
    "tests.small_index",
    "tests.two_plans",
)

SHOWN = ("torch", "sentence-transformers", "faiss-cpu", "bm25s", "jieba", "gradio", "langchain-core", "numpy")
LOCAL = {"127.0.0.1", "localhost", "::1"}


class NetworkForbiddenError(RuntimeError):
    """A test tried to leave this machine; not an OSError, so that no library mistakes it for a bad connection and retries."""


def pytest_report_header() -> str:
    return f"python {platform.python_version()}, " + ", ".join(f"{name} {version(name)}" for name in SHOWN)


@pytest.fixture(scope="session", autouse=True)
def no_network() -> Iterator[None]:
    """Let sockets reach this machine only; before every other fixture, those that last the session included."""

    def local_only(host: object) -> None:
        name = host.decode() if isinstance(host, bytes) else host
        if name is not None and name not in LOCAL:
            raise NetworkForbiddenError(f"tests run offline, but something wanted to reach {name!r}")

    def guarded(original):
        def call(self, address, *args):
            if self.family in (socket.AF_INET, socket.AF_INET6):
                local_only(address[0])
            return original(self, address, *args)

        return call

    def guarded_lookup(host, *args, _original=socket.getaddrinfo, **kwargs):
        local_only(host)
        return _original(host, *args, **kwargs)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded(socket.socket.connect))
        patch.setattr(socket.socket, "connect_ex", guarded(socket.socket.connect_ex))
        patch.setattr(socket, "getaddrinfo", guarded_lookup)
        yield
