"""Questions about figures of plans of other places and layouts: the right figure with its source, or none."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from answer.assistant import Assistant
from eval.matching import normal, states
from index.build import build_index
from index.settings import Settings

CORPUS = Path(__file__).resolve().parent / "documents" / "numbers"
QUESTIONS = [json.loads(line) for line in (CORPUS / "questions.jsonl").read_text("utf-8").splitlines()]
DAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    settings = Settings(corpus=CORPUS, index=tmp_path_factory.mktemp("elsewhere") / "index")
    build_index(settings)
    return Assistant.load(settings)


@pytest.mark.slow
@pytest.mark.parametrize("asked", QUESTIONS, ids=[one["question"] for one in QUESTIONS])
def test_the_figure_is_told_or_refused(assistant, asked):
    answer = assistant.ask(asked["question"], asked.get("history", []), DAY)
    text = normal(answer.answer)
    assert answer.abstained == asked.get("abstained", False), answer.answer
    for point in asked.get("must", []):
        assert any(states(text, normal(way)) for way in point.split("|")), answer.answer
    for wrong in asked.get("must_not", []):
        assert not states(text, normal(wrong)), answer.answer


@pytest.mark.slow
def test_every_fact_and_formula_has_its_source(assistant):
    for asked in QUESTIONS:
        answer = assistant.ask(asked["question"], asked.get("history", []), DAY)
        marks = {int(number) for number in re.findall(r"\[(\d+)\]", answer.answer)}
        assert marks == {citation.n for citation in answer.citations} and len(answer.citations) <= 8
        assert len(answer.answer) <= 800
        assert [check.what for check in answer.checks if not check.ok] == []
        for fact in answer.facts:
            at = fact["spans"][0]
            assert any(one.doc == fact["doc"] and one.start <= at["start"] and at["end"] <= one.end for one in answer.citations)
        for one in answer.computed:
            assert one["formula"] and one["from"] and all(0 <= place < len(answer.facts) for place in one["from"])
            assert answer.abstained or one["formula"] in answer.answer


@pytest.mark.slow
def test_both_values_are_told_with_the_reason(assistant):
    answer = assistant.ask("临湖2025年高企目标是多少", [], DAY)
    assert "1600家" in answer.answer and "1500家" in answer.answer and "不一致" in answer.answer
    assert len({citation.start for citation in answer.citations}) == 2


@pytest.mark.slow
def test_a_question_without_a_place_says_for_which_it_is_answered(assistant):
    answer = assistant.ask("2025年高企目标是多少家", [], DAY)
    assert answer.answer.startswith("问题没有指明地方，以下按临湖市作答。")
    assert {fact["region"] for fact in answer.facts} == {"临湖市", "安河县", "东岭区", "清河县"}


@pytest.mark.slow
def test_an_english_question_gets_an_english_sentence(assistant):
    answer = assistant.ask("What is the 2025 target for high-tech enterprises in 安河?", [], DAY)
    assert answer.answer.startswith("In English: high-tech enterprises - 安河 2025 target: 200 [1].")
