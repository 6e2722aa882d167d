"""A plan of an invented city as a PDF leaves it: every figure keeps its place, year and unit, and is told as what it is."""

import json
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parent / "documents" / "flattened"
QUESTIONS = [json.loads(line) for line in (FOLDER / "questions.jsonl").read_text("utf-8").splitlines()]


@pytest.fixture(scope="module")
def assistant(assistant_of):
    return assistant_of(FOLDER, {"plan.txt": {"region": "蓼汀市", "level": "市", "period": "2026-2030"}})


@pytest.mark.slow
@pytest.mark.parametrize("asked", QUESTIONS, ids=[one["question"] for one in QUESTIONS])
def test_what_is_said_is_told_and_what_is_not_said_is_refused(assistant, asked, assert_right):
    assert_right(assistant, asked)
