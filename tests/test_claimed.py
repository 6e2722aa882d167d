"""Figures that a question sets against each other are told, each where a document states it."""

from datetime import date

import pytest

from answer.assistant import Assistant

PLAN = """# 甲县科技创新规划（2021-2025年）

## 一、发展基础

2020年，全县高新技术企业达到905家，比上年增长一成。

## 二、统计口径

按省里备案的口径，有效期内高新技术企业897家，不含当年迁出的企业。

## 三、交通建设

全县新建公路通到897家门口，方便群众出行。
"""


@pytest.fixture(scope="module")
def answer(small_index):
    info = small_index.info("a", "甲县科技创新规划", region="甲县", period="2021-2025", status="final")
    assistant = Assistant(small_index({info: PLAN}), small_index.embedder)
    return lambda question: assistant.ask(question, today=date(2026, 11, 20))


def test_both_figures_are_told_with_their_sentences(answer):
    found = answer("甲县2020年高新技术企业到底是905家还是897家？")
    assert "905家" in found.answer
    assert "公路" not in found.answer and all(check.ok for check in found.checks)


def test_a_figure_that_no_document_states_is_not_told(answer):
    found = answer("甲县2020年高新技术企业到底是905家还是912家？")
    assert "905家" in found.answer and "912" not in found.answer and "另一处写" not in found.answer


def test_one_figure_alone_is_not_set_against_another(answer):
    assert "另一处写" not in answer("甲县2020年高新技术企业是905家吗").answer
