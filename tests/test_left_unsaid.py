"""A part of a question that nothing answers is said to be unstated; what is no question is declined."""

from datetime import date

import pytest

from answer.assistant import Assistant

DAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def ask(two_plans, small_index):
    assistant = Assistant(two_plans, small_index.embedder)

    def answered(question):
        answer = assistant.ask(question, (), DAY)
        assert all(check.ok for check in answer.checks), answer.checks
        return answer

    return answered


def test_that_nobody_is_named_stands_first_where_nothing_else_is_asked(ask):
    answer = ask("安河县使用大型科研仪器的创新券，该找哪个部门")
    assert answer.answer.startswith("资料没有说明由哪个部门受理。")
    assert "创新券" in answer.answer.split("\n")[1]


def test_that_nobody_is_named_stands_last_beside_another_question(ask):
    lines = ask("安河县的创新券对哪些仪器给支持，谁来审批").answer.split("\n")
    assert "创新券" in lines[0]
    assert lines[-1] == "资料没有说明由哪个部门受理。"


def test_where_units_are_named_they_are_told(ask):
    assert "资料没有说明" not in ask("临湖实施企业倍增计划该找哪个部门").answer


def test_by_whom_a_thing_is_built_is_no_question_for_an_office(ask):
    assert "受理" not in ask("安河县的科创走廊由谁建设").answer


def test_where_a_thing_is_built_is_not_stated(ask):
    assert ask("安河县的科创走廊建在哪个镇").answer.startswith("资料没有说明具体建在哪里。")


@pytest.mark.parametrize("question", ["帮我写一份高新技术企业申报书", "临湖和安河哪个更强？"])
def test_what_is_no_question_to_documents_is_declined(ask, question):
    answer = ask(question)
    assert answer.abstained
    assert "\n" not in answer.answer


@pytest.mark.parametrize("question", ["帮我查一下临湖高新技术企业目标", "临湖和安河2025年高新技术企业目标谁更高"])
def test_questions_that_only_sound_alike_are_answered(ask, question):
    assert not ask(question).abstained
