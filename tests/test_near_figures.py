"""A name that fits several indicators, or one that only a near one is stated of: what there is, and what there is not."""

from datetime import date

import pytest

from answer.answer import Citation
from answer.verifier import Verifier
from facts.regions import Gazetteer

PLAN = """# 甲县科技规划

## 一、现实基础

2020年，有效发明专利拥有量从2015年的1.1万件增长至2.6万件。2020年下达补助资金600万元，甲县雾港研究院研发经费投入达300万元。

## 二、主要指标

表1 主要指标

| 指标 | 2020年 | 2025年 | 2027年 |
|---|---|---|---|
| 每万人高价值发明专利拥有量（件） | 8 | 14 | 16 |
| 全社会R&D经费支出占GDP比重（%） | 2.5 | 3.2 | 3.4 |
"""


@pytest.fixture(scope="module")
def asked(small_index):
    made = small_index.assistant({small_index.info("jia", "甲县科技规划", region="甲县", period="2021-2025", status="final"): PLAN})

    def ask(question):
        answer = made.ask(question, today=date(2024, 5, 1))
        assert all(check.ok for check in answer.checks), [check for check in answer.checks if not check.ok]
        return answer

    return ask


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("甲县发明专利拥有量2025年目标是2020年的几倍", ["14件÷8件", "有效发明专利拥有量：2020年2.6万件", "拥有量2025年的数"]),
        ("甲县2025年发明专利拥有量目标", ["2025年目标14件", "有效发明专利拥有量：2020年2.6万件", "拥有量2025年的数"]),
        ("甲县2020年有效发明专利拥有量多少", ["2020年2.6万件"]),
        ("甲县2027年研发强度目标是不是比2025年高", ["增加0.2个百分点"]),
    ],
)
def test_each_indicator_that_a_name_fits_is_told_as_far_as_it_is_known(asked, question, told):
    answer = asked(question)
    assert not answer.abstained and all(words in answer.answer for words in told), answer.answer


@pytest.mark.parametrize("question", ["甲县研发投入2025年目标多少", "甲县研发投入2025年目标是2020年的几倍"])
def test_a_figure_that_an_institute_has_does_not_hide_the_near_indicator(asked, question):
    answer = asked(question)
    assert answer.abstained and "没有说明甲县的“全社会研发经费”" in answer.answer, answer.answer
    assert "3.2%" in answer.answer and "300万元" not in answer.answer, answer.answer


@pytest.mark.parametrize(("year", "holds"), [("2020", True), ("2015", False)])
def test_a_figure_risen_to_is_of_the_end_of_the_rise(small_index, year, holds):
    index = small_index({small_index.info("jia", "甲县科技规划", region="甲县", period="2021-2025", status="final"): PLAN})
    start = index.texts["jia"].index("有效发明专利")
    end = index.texts["jia"].index("。", start) + 1
    passage = index.passage_at("jia", start)
    citation = Citation(1, "jia", "甲县科技规划", "", None, passage.passage_id, start, end, index.texts["jia"][start:end])
    checks = Verifier(index, Gazetteer(index.documents)).verify(f"甲县有效发明专利拥有量：{year}年2.6万件[1]。", [citation], [], "")
    assert all(check.ok for check in checks) == holds, checks
