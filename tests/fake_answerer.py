"""An assistant that answers every question with the question's own words, for making runs."""

from dataclasses import dataclass, field
from types import SimpleNamespace

import pytest

from answer.answer import Answer


@dataclass
class FakeAnswerer:
    """Answers every question with its own words; fails where told to."""

    index_id: str = "index-1"
    failing: set[str] = field(default_factory=set)
    asked: list = field(default_factory=list)
    documents: tuple = (SimpleNamespace(id="plan", title="规划", region="余姚市", level="县级市", parent="宁波市", period="2021-2025"),)

    def ask(self, question, history=(), today=None, mode="offline"):
        self.asked.append((question, tuple(history), today, mode))
        if question in self.failing:
            raise RuntimeError("no light")
        return Answer(question, f"答{question}", False, None, (), (), (), mode, 5.0, self.index_id)


@pytest.fixture
def settled_code(monkeypatch):
    """Keep the code's digest still, whoever edits a file meanwhile."""
    monkeypatch.setattr("eval.generate.code_digest", lambda root: "settled")


@pytest.fixture
def answerer():
    return FakeAnswerer()
