"""Assistants over invented places whose questions lie beside their documents, and what makes their answers right."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from answer.assistant import Assistant
from eval.matching import normal, states
from index.add import add_document
from index.build import build_index
from index.settings import settings_from

DAY = date(2026, 11, 20)


@pytest.fixture(scope="session")
def assistant_of(tmp_path_factory) -> Callable[..., Assistant]:
    """`assistant_of(folder, {"plan.md": {"region": "甲县", …}})` answers from files of a folder, added one by one."""

    def added(folder: Path, documents: Mapping[str, Mapping[str, str]]) -> Assistant:
        made = tmp_path_factory.mktemp(folder.name)
        settings = settings_from(corpus=made / "corpus", index=made / "index")
        for name, stated in documents.items():
            add_document(folder / name, settings.corpus, {"id": Path(name).stem, **stated})
        build_index(settings)
        return Assistant.load(settings)

    return added


@pytest.fixture
def assert_right() -> Callable[[Assistant, Mapping[str, Any]], None]:
    """`assert_right(assistant, asked)`: each point is made in one of its ways, nothing forbidden is; without points it is refused."""

    def right(assistant: Assistant, asked: Mapping[str, Any]) -> None:
        answer = assistant.ask(asked["question"], asked.get("history", []), DAY)
        assert answer.abstained == ("must" not in asked), answer.answer
        assert answer.refusal is None or answer.refusal.text in answer.answer
        for point in asked.get("must", []):
            assert any(states(normal(answer.answer), normal(way)) for way in point), answer.answer
        assert not any(word in answer.answer for word in asked.get("must_not", [])), answer.answer
        assert all(check.ok for check in answer.checks), answer.checks

    return right
