"""A pronoun keeps the body of the turn before; a year that nothing says of a body is said to be missing; a sum that no clause names too."""

from datetime import date

import pytest

from answer.assistant import Assistant
from index.add import add_document
from index.build import build_index
from index.settings import settings_from

DAY = date(2026, 11, 20)
PLAN = """# 青崖市科技规划（2021-2025年）

## 一、平台

到2025年，雾凇实验室科研人员达到320名，建成低温材料中心。

到2023年，全市新建孵化器9家。

## 二、氛围

设立“青崖匠心奖”，每年奖励一批优秀技师。
"""


@pytest.fixture(scope="module")
def assistant(tmp_path_factory):
    folder = tmp_path_factory.mktemp("body")
    settings = settings_from(corpus=folder / "corpus", index=folder / "index")
    (folder / "a.md").write_text(PLAN, encoding="utf-8")
    add_document(folder / "a.md", settings.corpus, {"id": "a", "region": "青崖市", "level": "city", "period": "2021-2025"})
    build_index(settings)
    return Assistant.load(settings)


def test_a_pronoun_keeps_the_body(assistant):
    answer = assistant.ask("那它2023年要达到什么水平", ["雾凇实验室2025年的目标是什么"], DAY)
    assert answer.abstained and "“雾凇实验室”2023年的目标" in answer.answer and "孵化器" not in answer.answer, answer.answer


@pytest.mark.parametrize("question", ["青崖匠心奖有没有给出奖励金额？", "青崖匠心奖的奖金数额写了吗"])
def test_a_sum_that_no_clause_names(assistant, question):
    answer = assistant.ask(question, today=DAY)
    assert answer.abstained and "金额" in answer.answer and "青崖匠心奖" in answer.answer, answer.answer
