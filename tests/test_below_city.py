"""A district's plan and rules of the city above it, both invented: questions that name no place, and who is in charge of what."""

import json
from datetime import date
from pathlib import Path

import pytest

from answer.assistant import Assistant
from eval.matching import normal, states
from index.add import add_document
from index.build import build_index
from index.catalog import of_one_place
from index.settings import settings_from

FOLDER = Path(__file__).resolve().parent / "documents" / "below_city"
QUESTIONS = [json.loads(line) for line in (FOLDER / "questions.jsonl").read_text("utf-8").splitlines()]
DAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    folder = tmp_path_factory.mktemp("below-city")
    settings = settings_from(corpus=folder / "corpus", index=folder / "index")
    stated = {"status": "final"}
    district = {"region": "柏溪区", "level": "区", "parent": "霁川市", "period": "2026-2030"}
    add_document(FOLDER / "plan.txt", settings.corpus, {"id": "plan", **district, **stated})
    add_document(FOLDER / "rules.txt", settings.corpus, {"id": "rules", "region": "霁川市", "level": "市", **stated})
    build_index(settings)
    return Assistant.load(settings)


@pytest.mark.slow
@pytest.mark.parametrize("asked", QUESTIONS, ids=[one["question"] for one in QUESTIONS])
def test_questions_that_name_no_place(assistant, asked):
    answer = assistant.ask(asked["question"], [], DAY)
    assert answer.abstained == ("must" not in asked), answer.answer
    for point in asked.get("must", []):
        assert any(states(normal(answer.answer), normal(way)) for way in point), answer.answer
    assert not any(word in answer.answer for word in asked.get("must_not", [])), answer.answer
    assert all(check.ok for check in answer.checks), answer.checks


@pytest.mark.parametrize(
    ("stated", "one"),
    [
        ([("柏溪区规划", "柏溪区", "霁川市"), ("霁川市管理办法", "霁川市", "")], True),
        ([("柏溪区规划", "柏溪区", "霁川市"), ("远山市管理办法", "远山市", "")], False),
        ([("柏溪区规划", "柏溪区", "霁川市"), ("霁川市规划", "霁川市", "")], False),
        ([("霁川市规划", "霁川市", ""), ("霁川市管理办法", "霁川市", "")], True),
    ],
)
def test_documents_of_one_place(small_index, stated, one):
    infos = [
        small_index.info(f"d{place}", title, region=region, parent=parent, period="2026-2030")
        for place, (title, region, parent) in enumerate(stated)
    ]
    assert of_one_place(infos) == one
