"""A plan and rules of one invented county: rows of tables, figures held against others, and what belongs to other places."""

import json
from datetime import date
from pathlib import Path

import pytest

from answer.assistant import Assistant
from eval.matching import normal, states
from facts.regions import superiors_in
from index.add import add_document
from index.build import build_index
from index.markers import parse_marker
from index.settings import settings_from

FOLDER = Path(__file__).resolve().parent / "documents" / "one_place"
QUESTIONS = [json.loads(line) for line in (FOLDER / "questions.jsonl").read_text("utf-8").splitlines()]
DAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    folder = tmp_path_factory.mktemp("one-place")
    settings = settings_from(corpus=folder / "corpus", index=folder / "index")
    place = {"region": "蓼溪县", "level": "县", "status": "final"}
    add_document(FOLDER / "plan.md", settings.corpus, {"id": "plan", "period": "2026-2030", **place})
    add_document(FOLDER / "rules.md", settings.corpus, {"id": "rules", **place})
    build_index(settings)
    return Assistant.load(settings)


@pytest.mark.slow
@pytest.mark.parametrize("asked", QUESTIONS, ids=[one["question"] for one in QUESTIONS])
def test_what_is_said_is_told_and_what_is_not_said_is_refused(assistant, asked):
    answer = assistant.ask(asked["question"], [], DAY)
    assert answer.abstained == ("must" not in asked), answer.answer
    for point in asked.get("must", []):
        assert any(states(normal(answer.answer), normal(way)) for way in point), answer.answer
    assert not any(word in answer.answer for word in asked.get("must_not", [])), answer.answer
    assert all(check.ok for check in answer.checks), answer.checks


@pytest.mark.parametrize(
    ("text", "stems"),
    [
        ("蓼溪县由澜岫市代管的历史不长，是澜岫市代管的县", {"澜岫"}),
        ("高于澜岫市平均水平", {"澜岫"}),
        ("由县市科技局代管，高于全市平均水平，占本市第一", set()),
    ],
)
def test_cities_that_a_text_holds_its_region_against(text, stems):
    assert superiors_in(text) == stems


@pytest.mark.parametrize(
    ("text", "numbered"), [("第五条 奖励三万元。", True), ("第一条、第三条无需申请。", False), ("第一条至第四条从其规定。", False)]
)
def test_articles_named_in_a_sentence_number_no_paragraph(text, numbered):
    assert bool(parse_marker(text)) == numbered
