"""What a figure counts, who shares a place, and what an asker never said: told as the documents and the question have it."""

from dataclasses import replace
from datetime import date

import pytest

from answer.assistant import Assistant
from answer.telling import Teller
from facts.profile import labels, read_profile
from facts.targets import extract_facts

DAY = date(2026, 11, 20)
CITY = """# 临湖市科技创新规划（2021-2025年）

## 一、发展目标

到2025年，新增高技能人才3万名以上。到2025年，建成创业街区6个。

表1 主要指标

| 指标 | 2020年 | 2025年 |
|---|---|---|
| 全社会R&D经费支出占GDP比重（%） | 2.8 | 3.6 |
| 每万名就业人员中R&D人员数（人年） | 150 | 190 |
"""
ROW = """# {}科技创新规划（2021-2025年）

## 一、发展目标

表1 主要指标

| 指标 | 2020年 | 2025年 |
|---|---|---|
| 每万名就业人员中R&D人员数（人年） | 120 | {} |
"""
COUNTIES = {"余姚市": 250, "慈溪市": 190}


@pytest.fixture(scope="module")
def index(small_index):
    period = {"period": "2021-2025"}
    texts = {small_index.info("city", "宁波市科技创新规划", region="宁波市", level="city", **period): CITY.replace("临湖市", "宁波市")}
    for number, (region, value) in enumerate(COUNTIES.items()):
        info = small_index.info(f"county{number}", f"{region}科技创新规划", region=region, level="county", parent="宁波市", **period)
        texts[info] = ROW.format(region, value)
    return small_index(texts)


@pytest.fixture(scope="module")
def facts(index):
    of_docs = [(info, [one for one in index.passages if one.doc == info.id]) for info in index.documents]
    return [fact for info, passages in of_docs for fact in extract_facts(info, passages, index.texts[info.id])]


@pytest.fixture(scope="module")
def ask(index, facts, small_index):
    assistant = Assistant(replace(index, extras={"facts": tuple(fact.as_dict() for fact in facts)}), small_index.embedder)

    def answered(question):
        answer = assistant.ask(question, (), DAY)
        assert all(check.ok for check in answer.checks), [check for check in answer.checks if not check.ok]
        return answer

    return answered


def test_what_only_counts_what_is_new_is_told_so(index, facts):
    said = {fact.name: Teller(index, 300).dated(fact) for fact in facts if fact.origin == "text"}
    assert said["高技能人才"] == "2025年目标新增3万名以上"
    assert said["创业街区"] == "2025年目标6个"


def test_places_that_share_the_last_rank_are_all_named(ask):
    answer = ask("宁波、余姚、慈溪2025年每万名就业人员中研发人员数目标排名").answer
    assert "宁波市190人年，慈溪市190人年，并列最低" in answer


def test_points_are_no_thing_that_is_counted(ask):
    answer = ask("宁波全社会R&D占GDP2020到2025提高多少个百分点")
    assert not answer.abstained
    assert "0.8个百分点" in answer.answer


def test_what_follows_from_words_is_not_told_as_said():
    profile = read_profile("我们是小微企业，不是高新技术企业", DAY)
    assert "非龙头骨干企业" not in labels(profile, implied=False)
    assert "非高新技术企业" in labels(profile, implied=False)
    assert "非龙头骨干企业" in labels(profile)
