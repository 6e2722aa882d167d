"""English questions: an English sentence before the Chinese lines, whatever came of them, and notices in English."""

from datetime import date

import pytest

from answer.assistant import Assistant
from answer.english import OPENING, OWN_ENGLISH, QUOTED, REFUSED
from facts.indicators import english_names, load_indicators

DAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def ask(two_plans, small_index):
    assistant = Assistant(two_plans, small_index.embedder)
    return lambda question: assistant.ask(question, today=DAY)


def test_a_quotation_is_introduced_and_every_check_holds(ask):
    answer = ask("临湖: What support is there for incubators and maker spaces?")
    assert answer.answer.split("\n")[0] == OPENING + QUOTED and answer.citations
    assert all(check.ok for check in answer.checks)


def test_a_refusal_says_why_in_english_too(ask):
    answer = ask("Can you recommend a good hotpot restaurant nearby for tonight?")
    assert answer.abstained and answer.answer.startswith(OPENING + REFUSED["off_topic"])
    assert all(check.ok for check in answer.checks)


def test_notices_are_english_where_the_question_is(ask):
    answer = ask("临湖: What support is there for incubators and maker spaces?")
    assert any("the plan period 2021-2025 is over in 2026" in notice for notice in answer.notices)
    assert all("期满" not in notice for notice in answer.notices)


def test_a_chinese_question_gets_no_english(ask):
    answer = ask("临湖怎么建设孵化器和众创空间")
    assert OPENING not in answer.answer and any("期满" in notice for notice in answer.notices)


@pytest.mark.parametrize("words", [*REFUSED.values(), QUOTED])
def test_the_frames_are_the_program_s_own_words(words):
    assert OWN_ENGLISH.fullmatch(OPENING + words)
    assert not OWN_ENGLISH.fullmatch(OPENING + words + " The target is 3.8%.")


def test_english_names_are_of_known_indicators_and_hold_no_figure():
    assert set(english_names()) <= set(load_indicators())
    assert not any(char.isdigit() for name in english_names().values() for char in name)
