"""A plan of an invented province: what it says is answered, what it does not say is refused, in questions of like wording."""

import json
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parent / "documents" / "unsaid"
QUESTIONS = [json.loads(line) for line in (FOLDER / "questions.jsonl").read_text("utf-8").splitlines()]


@pytest.fixture(scope="module")
def assistant(assistant_of):
    return assistant_of(FOLDER / "documents", {"baihe.txt": {"region": "白河市", "level": "市"}})


@pytest.mark.slow
@pytest.mark.parametrize("asked", QUESTIONS, ids=[one["question"] for one in QUESTIONS])
def test_what_is_said_is_told_and_what_is_not_said_is_refused(assistant, asked, assert_right):
    assert_right(assistant, asked)
