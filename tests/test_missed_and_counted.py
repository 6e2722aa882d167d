"""Targets that were missed, the largest of a whole table, how many there are now, and what a term counts off."""

from dataclasses import replace
from datetime import date

import pytest

from answer.assistant import Assistant
from answer.wording import sentence_words
from facts.targets import extract_facts

DAY = date(2026, 11, 20)
PLAN = """云溪市科技创新“十四五”规划

一、发展基础

“十三五”期间较好完成了主要目标任务。累计认定企业研发中心465家，其中国家级3家、省级64家、市级155家。

表1 “十三五”科技指标实现情况

| 指标 | 2015年 | 2020年目标值 | 2020年实绩 |
|---|---|---|---|
| 高新技术企业（家） | 120 | 300 | 290 |
| 科技型中小企业（家） | 800 | - | 1600 |
| 每万人发明专利拥有量（件） | 12 | 20 | 25 |
| 全员劳动生产率（万元/人） | 11 | 18 | 16.5 |

二、发展目标

到2025年，主要创新指标实现“三倍增、两提升”。专利申请数、技术服务收入、高新技术企业数等方面实现倍增。

表2 主要指标

| 指标 | 2020年 | 2025年 |
|---|---|---|
| 高新技术企业（家） | 290 | 610 |

三、平台建设

表3 研究院建设目标

| 名称 | 2025年研究人员（名） | 2025年仪器设备原值（万元） |
|---|---|---|
| 云溪纺织研究院 | 40 | 3000 |
| 云溪水产研究院 | 25 | 1200 |
| 云溪陶瓷研究院 | 30 | 800 |
| 东海大学材料学院 | 35 | 5000 |
"""


@pytest.fixture(scope="module")
def ask(small_index):
    info = small_index.info("yun", "云溪市科技创新“十四五”规划", region="云溪市", period="2021-2025", level="city")
    index = small_index({info: PLAN})
    facts = extract_facts(info, list(index.passages), index.texts[info.id])
    assistant = Assistant(replace(index, extras={"facts": tuple(fact.as_dict() for fact in facts)}), small_index.embedder)

    def answered(question):
        answer = assistant.ask(question, (), DAY)
        assert all(check.ok for check in answer.checks), [check for check in answer.checks if not check.ok]
        return answer

    return answered


@pytest.mark.parametrize("question", ["云溪“十三五”有哪些指标没完成", "云溪市十三五没有达到目标的指标是哪些"])
def test_the_targets_that_were_missed(ask, question):
    answer = ask(question).answer
    assert "高新技术企业：2020年目标300家，实绩290家，相差10家" in answer
    assert "全员劳动生产率：2020年目标18万元/人，实绩16.5万元/人" in answer
    assert "专利" not in answer


def test_the_largest_is_the_largest_of_all_rows(ask):
    assert "东海大学材料学院5000万元为最高" in ask("云溪的研究院里2025年仪器设备原值最高的是哪家").answer


@pytest.mark.parametrize("question", ["云溪高新技术企业有多少家", "云溪市的高新技术企业有几家"])
def test_how_many_there_are_is_told_with_how_many_there_are_to_be(ask, question):
    assert "2020年290家，2025年目标610家" in ask(question).answer


def test_how_many_there_are_to_be_is_told_alone(ask):
    assert "290" not in ask("云溪要有多少家高新技术企业").answer


def test_a_term_whose_parts_the_next_sentence_names_is_explained(ask):
    answer = ask("云溪“三倍增、两提升”具体指哪三个")
    assert not answer.abstained
    assert "技术服务收入" in answer.answer


def test_a_sentence_that_goes_on_from_another_begins_for_itself():
    assert sentence_words("即依托两所高校，每园选派一人。") == "依托两所高校，每园选派一人。"
    assert sentence_words("即时配送中心建成。") == "即时配送中心建成。"
