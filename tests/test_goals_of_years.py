"""What a place is to be by several years, told from the sentences that set the overall goals."""

from datetime import date

import pytest

from answer.assistant import Assistant

PLAN = """# 澄江市科技创新“十四五”规划

## 一、发展目标

到2025年，初步建成区域创新中心，高新技术企业达到300家。建设一批实验室。

展望到2035年，跻身全国创新型城市前列，成为东部科创名城。

## 二、主要任务

### （一）建设平台

到2025年，建成省级实验室3家。到2035年，建成大型科学装置。
"""


@pytest.fixture(scope="module")
def ask(small_index):
    info = small_index.info("cheng", "澄江市科技创新“十四五”规划", region="澄江市", period="2021-2025")
    assistant = Assistant(small_index({info: PLAN}), small_index.embedder)

    def answered(question):
        answer = assistant.ask(question, (), date(2026, 11, 20))
        assert all(check.ok for check in answer.checks)
        return answer.answer

    return answered


@pytest.mark.parametrize("question", ["澄江2035年的目标是啥，跟2025年的有啥不一样", "澄江2025年和2035年分别要建成什么样"])
def test_the_overall_goal_of_each_year_is_told_the_earlier_first(ask, question):
    told = ask(question)
    assert 0 <= told.find("初步建成区域创新中心") < told.find("成为东部科创名城")
    assert "实验室3家" not in told and "科学装置" not in told


def test_a_matter_of_its_own_is_no_overall_goal(ask):
    assert "实验室3家" in ask("澄江2025年和2035年实验室的目标有什么不同")
