"""Two regions in all indicators: the targets that both set, with the gap, or those alone in which one is higher or lower."""

from datetime import date

import pytest

HEAD = "# {name}科技规划\n\n## 一、主要指标\n\n表1 主要指标\n\n| 指标 | 2020年 | 2025年 |\n|---|---|---|\n"
ROWS = {
    "甲县": {
        "高新技术企业数（家）": "100 | 240",
        "全社会R&D经费支出占GDP比重（%）": "2.1 | 3.2",
        "全员劳动生产率（万元/人）": "14 | 20",
        "人才总量（万人）": "3 | 5",
    },
    "乙县": {
        "高新技术企业数（家）": "120 | 300",
        "全社会R&D经费支出占GDP比重（%）": "2.0 | 2.9",
        "全员劳动生产率（万元/人）": "13 | 20",
        "国际专利（PCT）申请量（件）": "8 | 20",
    },
}


@pytest.fixture(scope="module")
def asked(small_index):
    plans = {
        small_index.info(name, f"{name}科技规划", region=name, period="2021-2025", status="final"): HEAD.format(name=name)
        + "".join(f"| {row} | {cells} |\n" for row, cells in rows.items())
        for name, rows in ROWS.items()
    }
    made = small_index.assistant(plans)

    def ask(question):
        answer = made.ask(question, today=date(2024, 5, 1))
        assert all(check.ok for check in answer.checks), [check for check in answer.checks if not check.ok]
        return answer.answer

    return ask


RESEARCH = "甲县2025年目标3.2%，乙县2025年目标2.9%，甲县比乙县高0.3个百分点（3.2%-2.9%=0.3个百分点）"
FIRMS = "甲县2025年目标240家，乙县2025年目标300家，甲县比乙县低60家（300家-240家=60家）"
ALIKE = "甲县2025年目标20万元/人，乙县2025年目标20万元/人，甲县与乙县相同"


@pytest.mark.parametrize(
    ("question", "told", "not_told"),
    [
        ("甲县和乙县主要指标对比", [RESEARCH, FIRMS, ALIKE], ["人才总量", "专利"]),
        ("哪些指标甲县比乙县高？", [RESEARCH], ["240家", "20万元/人"]),
        ("甲县有哪些指标不如乙县", [FIRMS], ["3.2%", "20万元/人"]),
        ("哪些指标乙县比甲县低", ["乙县比甲县低0.3个百分点"], ["240家"]),
    ],
)
def test_two_regions_in_all_that_both_aim_at(asked, question, told, not_told):
    answer = asked(question)
    assert all(words in answer for words in told), answer
    assert not any(words in answer for words in not_told), answer


def test_the_indicators_of_one_region_are_still_listed(asked):
    assert "相同" not in asked("甲县有哪些指标")
