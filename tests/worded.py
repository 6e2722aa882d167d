"""An assistant over made-up documents whose chat model is a server of the tests: its replies are given, its answers are held."""

import re
from datetime import date
from pathlib import Path

import pytest

from answer.answer import Answer
from answer.assistant import Assistant
from answer.generate import INSTEAD
from index.build import build_index
from index.catalog import read_catalog
from index.embedder import SentenceEmbedder
from index.settings import Settings
from index.store import load_index
from prompts.llm import load_chat_model

CORPUS = Path(__file__).resolve().parent / "documents" / "worded"
KEY = "sk-very-secret-0123456789"
SAME = ("answer", "citations", "facts", "computed", "checks", "refusal", "abstained", "mode", "hits", "measures")


class Worded:
    """Asks with the replies of a model that are given, and says what became of them."""

    today = date(2026, 11, 20)
    key = KEY

    def __init__(self, settings, loaded, server) -> None:
        self.settings = settings
        self.server = server
        self._loaded = loaded
        self.assistant = self.configured()

    def configured(self, **options) -> Assistant:
        """An assistant whose model is the server's, with the settings given."""
        options = {"llm": "openai:test", "llm_base_url": self.server.url, "llm_key": KEY, "llm_retries": 0, "llm_rate": 0, **options}
        own = Settings(**{**self.settings.model_dump(), **options})
        return Assistant(*self._loaded, lambda: load_chat_model(own), own.llm_profiles)

    def ask(self, question, *replies, history=()) -> tuple[Answer, Answer]:
        """Return the answer in the model's words and the offline one."""
        self.server.replies = list(replies)
        return self.assistant.ask(question, history, self.today, "llm"), self.assistant.ask(question, history, self.today)

    def assert_instead(self, answer, offline, reason="") -> None:
        """It is the offline answer, with the reason as its last notice."""
        assert {name: getattr(answer, name) for name in SAME} == {name: getattr(offline, name) for name in SAME}
        assert answer.notices[:-1] == offline.notices
        assert answer.notices[-1].endswith(INSTEAD)
        assert reason in answer.notices[-1]

    def assert_sound(self, answer) -> None:
        """It is in the model's words, and keeps the contract."""
        assert answer.mode == "llm", answer.notices
        assert answer.refusal is None
        marks = list(dict.fromkeys(map(int, re.findall(r"\[(\d+)\]", answer.answer))))
        assert marks == list(range(1, len(answer.citations) + 1)) == [one.n for one in answer.citations]
        assert 0 < len(answer.citations) <= 8
        for one in answer.citations:
            assert self.assistant.document_text(one.doc)[one.start : one.end] == one.text
            assert 0 < len(one.text) <= 300
        assert answer.checks
        assert all(check.ok for check in answer.checks)


@pytest.fixture(scope="session")
def worded_index(tmp_path_factory):
    """Settings, index and embedder, made once for all tests."""
    settings = Settings(corpus=CORPUS, index=tmp_path_factory.mktemp("worded") / "index")
    build_index(settings)
    embedder = SentenceEmbedder(settings.model_path, settings.query_prompt)
    return settings, (load_index(settings.index, read_catalog(settings.corpus), embedder.model_id), embedder)


@pytest.fixture
def worded(worded_index, chat_server) -> Worded:
    """`worded.ask("海陵区2025年高新技术企业目标是多少？", "260家[1]。")` asks with that reply."""
    return Worded(*worded_index, chat_server)
