"""Which of a region's targets of past years were met, which not, and what those are to be next."""

from dataclasses import replace
from datetime import date

import pytest

from answer.assistant import Assistant
from facts.targets import extract_facts

PLAN = """# 禾原市科技创新“十四五”规划

## 一、发展基础

表1 “十三五”科技指标完成情况

| 指标 | 2015年 | 2020年目标值 | 2020年实绩 |
|---|---|---|---|
| 全社会R&D经费支出占GDP比重（%） | 1.8 | 2.5 | 2.7（预测） |
| 高新技术企业数（家） | 60 | 150 | 142 |
| 全社会劳动生产率（万元/人） | 11 | 17 | 15.5 |
| 每万人发明专利拥有量（件） | 6 | 12 | 14.5 |

## 二、发展目标

表2 “十四五”主要指标

| 指标 | 2020年 | 2025年 |
|---|---|---|
| 全社会R&D经费支出占GDP比重（%） | 2.7 | 3.3 |
| 高新技术企业数（家） | 142 | 310 |
| 全员劳动生产率（万元/人） | 15.9 | 23 |
"""


@pytest.fixture(scope="module")
def ask(small_index):
    info = small_index.info("he", "禾原市科技创新“十四五”规划", region="禾原市", period="2021-2025")
    index = small_index({info: PLAN})
    facts = extract_facts(info, index.passages, index.texts["he"])
    assistant = Assistant(replace(index, extras={"facts": tuple(fact.as_dict() for fact in facts)}), small_index.embedder)

    def answered(question):
        answer = assistant.ask(question, (), date(2026, 11, 20))
        assert all(check.ok for check in answer.checks), [check for check in answer.checks if not check.ok]
        return answer.answer

    return answered


def test_only_the_targets_that_were_not_met_are_told(ask):
    told = ask("禾原十三五哪些指标没完成")
    assert "高新技术企业数：2020年目标150家，实绩142家，相差8家（150家-142家=8家），没有达到目标" in told
    assert "全社会劳动生产率：2020年目标17万元/人" in told and "发明专利" not in told


def test_what_was_not_met_is_told_with_its_next_aim(ask):
    told = ask("禾原十三五没达标的那几项指标，十四五又定了多少")
    assert "2025年目标310家" in told
    assert "全员劳动生产率：2025年目标23万元/人（全员、全社会两种叫法，口径是否相同文件没有写明）" in told


def test_all_are_told_where_it_is_asked_whether_they_were_met(ask):
    told = ask("禾原十三五的指标都完成了吗")
    assert "没有达到目标" in told and "预计2.7%" in told and "14.5件" in told and "实绩2.7%" not in told


def test_what_follows_from_a_miss_is_another_question(ask):
    assert "相差" not in ask("禾原目标没完成的单位怎么处理")
