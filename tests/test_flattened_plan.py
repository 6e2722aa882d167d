"""A plan of an invented city as a PDF leaves it: every figure keeps its place, year and unit, and is told as what it is."""

import json
from datetime import date
from pathlib import Path

import pytest

from answer.assistant import Assistant
from eval.matching import normal, states
from index.add import add_document
from index.build import build_index
from index.settings import settings_from

FOLDER = Path(__file__).resolve().parent / "documents" / "flattened"
QUESTIONS = [json.loads(line) for line in (FOLDER / "questions.jsonl").read_text("utf-8").splitlines()]
DAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    folder = tmp_path_factory.mktemp("flattened")
    settings = settings_from(corpus=folder / "corpus", index=folder / "index")
    add_document(FOLDER / "plan.txt", settings.corpus, {"id": "plan", "region": "蓼汀市", "level": "市", "period": "2026-2030"})
    build_index(settings)
    return Assistant.load(settings)


@pytest.mark.slow
@pytest.mark.parametrize("asked", QUESTIONS, ids=[one["question"] for one in QUESTIONS])
def test_what_is_said_is_told_and_what_is_not_said_is_refused(assistant, asked):
    answer = assistant.ask(asked["question"], asked.get("history", []), DAY)
    assert answer.abstained == ("must" not in asked), answer.answer
    for point in asked.get("must", []):
        assert any(states(normal(answer.answer), normal(way)) for way in point), answer.answer
    assert not any(word in answer.answer for word in asked.get("must_not", [])), answer.answer
    assert all(check.ok for check in answer.checks), answer.checks
