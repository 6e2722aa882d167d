"""Tables asked about as a whole: rows of another year, rows without a mark, rows that name a thing, ratios, growth reckoned onwards."""

from dataclasses import replace
from datetime import date

import pytest

from answer.assistant import Assistant
from answer.numbers_compounded import compound_asked
from answer.rise_asked import rise_asked
from facts.targets import extract_facts

PLAN = """# 禾原市科技创新“十四五”规划

## 一、发展目标

到2025年，技术交易额达到50亿元。科技服务业营业收入年均增长15%以上，产业规模实现翻番。每万人发明专利量年均增长4%。

表1 “十四五”主要指标

| 指标 | 2020年 | 2025年 | 备注 |
|---|---|---|---|
| 全社会R&D经费支出占GDP比重（%） | 2.7 | 3.3 | 核心指标 |
| 基础研究经费占R&D经费比重（%） | 1.2* | 4.8 | |
| 高新技术企业数（家） | 142 | 310 | 核心指标 |
| 每万人发明专利拥有量（件） | 14.5* | 20 | |
| 全员劳动生产率（万元/人） | 15.9 | 23 | 核心指标 |

注：*为2019年数据。

## 二、重点产业

表2 重点产业科技创新方向

| 产业名称 | 重点方向 | 依托高校院所 |
|---|---|---|
| 智能装备 | 数控机床、工业机器人 | 浙江大学、哈尔滨工业大学、禾原装备研究院 |
| 新材料 | 高温合金、特种纤维 | 北京化工大学、禾原材料研究所 |
| 节能环保 | 余热利用、水处理 | 哈尔滨工业大学、河海大学 |
| 生物医药 | 制剂、诊断试剂 | 浙江大学、禾原医药研究院 |
"""
DAY = date(2026, 11, 20)


@pytest.fixture(scope="module")
def ask(small_index):
    info = small_index.info("he", "禾原市科技创新“十四五”规划", region="禾原市", period="2021-2025")
    index = small_index({info: PLAN})
    facts = extract_facts(info, index.passages, index.texts["he"])
    assistant = Assistant(replace(index, extras={"facts": tuple(fact.as_dict() for fact in facts)}), small_index.embedder)

    def answered(question):
        answer = assistant.ask(question, (), DAY)
        assert all(check.ok for check in answer.checks), [check for check in answer.checks if not check.ok]
        return answer.answer

    return answered


@pytest.mark.parametrize("question", ["禾原指标表2020年那一列里哪几行其实是前一年的数", "禾原指标表里带星号的是哪些指标"])
def test_rows_of_another_year(ask, question):
    told = ask(question)
    assert "基础研究经费占R&D经费比重" in told and "每万人发明专利拥有量" in told
    assert "高新技术企业数" not in told


def test_rows_without_a_mark(ask):
    told = ask("禾原指标表备注栏没写“核心指标”的是哪几行")
    assert "基础研究经费占R&D经费比重" in told and "每万人发明专利拥有量" in told
    assert "劳动生产率" not in told and "高新技术企业数" not in told


@pytest.mark.parametrize("question", ["禾原哪些产业依托哈尔滨工业大学", "哈工大在禾原挂了几个产业的依托院校，都是哪几个产业"])
def test_rows_that_name_a_thing_are_counted(ask, question):
    told = ask(question)
    assert "“依托高校院所”一栏有“哈尔滨工业大学”的有2项：" in told
    assert "智能装备[" in told and "节能环保[" in told and "新材料" not in told


def test_ratios_rank_shares_and_counts(ask):
    told = ask("拿禾原指标表每行2025除以起点值，翻得最狠的是哪项、几倍")
    assert "4.8%÷1.2%=4倍" in told
    assert "以数量计的指标中最大的是：" in told and "310家÷142家≈2.18倍" in told


def test_both_ends_are_told(ask):
    told = ask("禾原指标表里按增幅算涨得最少的是哪项，最多的又是哪项")
    assert "以数量计的指标中最大的是" in told and "以数量计的指标中最小的是" in told
    assert "高新技术企业数" in told and "每万人发明专利拥有量" in told


def test_a_yearly_growth_is_reckoned_onwards(ask):
    told = ask("禾原科技服务业营收年均涨15%，按15%滚五年真能翻一番吗")
    assert "5年后达到翻番（2倍）：为原来的约2.01倍（(1+15%)^5≈2.01倍）" in told


def test_what_grows_is_held_against_its_target(ask):
    told = ask("禾原每万人发明专利年均增4%，从2020年的数按4%推算，到2025年够得到目标吗")
    assert "14.5件×(1+4%)^5≈17.64件" in told and "没有达到目标：2025年目标20件" in told


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("按年均15%算，三年后是几倍", (15, 3, False)),
        ("从2020年按每年4%推算到2025年是多少", (4, None, False)),
        ("年均增长多少", None),
        ("高企五年要翻番吗", None),
    ],
)
def test_what_is_to_be_reckoned_onwards(text, asked):
    found = compound_asked(text)
    assert (found and (found.rate, found.years, found.doubling)) == asked


def test_both_ends_are_asked_for():
    assert rise_asked("指标表里涨得最多和最少的是哪两个指标").sort == "ends"
    assert rise_asked("指标表里哪个指标涨的倍数最大").ratio
