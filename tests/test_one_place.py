"""A plan and rules of one invented county: rows of tables, figures held against others, and what belongs to other places."""

import json
from pathlib import Path

import pytest

from facts.regions import superiors_in
from index.markers import parse_marker

FOLDER = Path(__file__).resolve().parent / "documents" / "one_place"
QUESTIONS = [json.loads(line) for line in (FOLDER / "questions.jsonl").read_text("utf-8").splitlines()]


@pytest.fixture(scope="module")
def assistant(assistant_of):
    place = {"region": "蓼溪县", "level": "县", "status": "final"}
    return assistant_of(FOLDER, {"plan.md": {"period": "2026-2030", **place}, "rules.md": place})


@pytest.mark.slow
@pytest.mark.parametrize("asked", QUESTIONS, ids=[one["question"] for one in QUESTIONS])
def test_what_is_said_is_told_and_what_is_not_said_is_refused(assistant, asked, assert_right):
    assert_right(assistant, asked)


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
