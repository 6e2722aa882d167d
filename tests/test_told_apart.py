"""Figures of different indicators are told beside each other, never set against each other."""

from datetime import date

import pytest

from answer.numbers_matters import _told_apart

TABLE = "表1 “十四五”主要指标\n\n| 指标 | 2020年 | 2025年 |\n|---|---|---|\n"
PLANS = {
    "安河县": f"{TABLE}| 有效发明专利拥有量（件） | 2475 | 3000 |\n| 高新技术企业（家） | 60 | 120 |",
    "西岭县": f"{TABLE}| 每万人发明专利拥有量（件） | 20.6 | 24 |\n| PCT申请量（件） | 40 | 90 |\n| 高新技术企业（家） | 50 | 80 |",
}


@pytest.fixture(scope="module")
def assistant(small_index):
    texts = {
        small_index.info(region, f"{region}科技创新“十四五”规划", region=region, period="2021-2025", level="county", parent="临湖市"): (
            f"{region}科技创新“十四五”规划\n\n一、发展目标\n\n{body}\n"
        )
        for region, body in PLANS.items()
    }
    return small_index.assistant(texts)


def test_patents_and_applications_of_two_places_are_not_subtracted(assistant):
    answer = assistant.ask("安河与西岭发明专利谁多", (), date(2026, 11, 20))
    assert "3000件" in answer.answer
    assert "2910" not in answer.answer
    assert not answer.computed


def test_figures_of_one_indicator_are(assistant):
    assert "120家-80家=40家" in assistant.ask("安河与西岭2025年高企目标谁多，多几家", (), date(2026, 11, 20)).answer


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("有效发明专利拥有量", "PCT国际专利申请量", True),
        ("有效发明专利拥有量", "每万人发明专利拥有量", True),
        ("有效发明专利拥有量", "有效发明专利拥有量", False),
        ("码头泊位数", "专用泊位数", False),  # of no lexicon: nothing is known of them
    ],
)
def test_indicators_of_the_lexicon_are_one_only_where_they_are_the_same(one, other, apart):
    assert _told_apart(one, other) is apart
