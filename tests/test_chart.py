"""The chart under an answer: bars of places, a line over years, nothing where figures cannot stand side by side."""

from dataclasses import replace

import pytest

from answer.answer import Answer
from ui.chart import Chart, chart_of, chart_updates


def answer(*facts) -> Answer:
    keys = ("region", "year", "value", "unit")
    rows = tuple({**dict(zip(keys, fact, strict=True)), "indicator": "高新技术企业数"} for fact in facts)
    return Answer("", "", False, None, (), (), (), "offline", 1.0, "x", facts=rows)


def test_places_of_one_year_are_bars_the_highest_first():
    drawn = chart_of(answer(("安河县", 2025, "200", "家"), ("临湖市", 2025, "1600", "家"), ("临湖市", 2025, "1500", "家")))
    assert drawn == Chart("bar", "2025年高新技术企业数（家）", (("临湖市", 1600.0), ("安河县", 200.0)))


def test_years_of_one_place_are_a_line():
    drawn = chart_of(answer(("安河县", 2025, "200", "家"), ("安河县", 2015, "31", "家"), ("安河县", 2020, "96", "家")))
    assert drawn == Chart("line", "安河县高新技术企业数（家）", (("2015", 31.0), ("2020", 96.0), ("2025", 200.0)))


@pytest.mark.parametrize(
    "facts",
    [
        (),
        (("安河县", 2025, "200", "家"),),
        (("安河县", 2025, "200", "家"), ("东岭区", 2025, "3.4", "%")),
        (("安河县", 2025, "200", "家"), ("东岭区", 2025, "高于全市平均", "家")),
        (("安河县", 2025, "200", "家"), ("安河县", 2025, "300", "家")),
        (("安河县", 2020, "96", "家"), ("东岭区", 2025, "420", "家")),
    ],
)
def test_what_cannot_be_compared_is_not_drawn(facts):
    assert chart_of(answer(*facts)) is None


def test_a_near_but_different_indicator_is_not_drawn_beside_the_others():
    told = answer(("安河县", 2025, "80", "件"), ("东岭区", 2025, "30", "件"), ("临湖市", 2025, "20", "件"))
    names = ("每万人发明专利拥有量", "每万人发明专利拥有量", "每万人高价值发明专利拥有量")
    rows = tuple({**fact, "indicator": name} for fact, name in zip(told.facts, names, strict=True))
    drawn = chart_of(replace(told, facts=rows))
    assert drawn is not None
    assert drawn.points == (("安河县", 80.0), ("东岭区", 30.0))


def test_no_answer_no_chart():
    assert chart_of(None) is None
    assert [plot.visible for plot in chart_updates(None)] == [False, False]


def test_the_chart_drawn_is_shown_and_the_other_hidden():
    bars, line = chart_updates(Chart("bar", "t", (("甲", 2.0), ("乙", 1.0))))
    assert (bars.visible, line.visible) == (True, False) and bars.sort == ["甲", "乙"] and bars.y_lim[0] == 0
    bars, line = chart_updates(Chart("line", "t", (("2020", 1.0), ("2025", 2.0))))
    assert (bars.visible, line.visible) == (False, True)


def test_what_fell_is_drawn_below_zero():
    bars, _ = chart_updates(Chart("bar", "t", (("甲", -2.0), ("乙", -5.0))))
    assert bars.y_lim == [-5.5, 0.0]


def test_places_with_an_earlier_year_stand_with_a_bar_for_each_year():
    facts = [("安河县", 2025, "200", "家"), ("安河县", 2020, "96", "家"), ("临湖市", 2020, "700", "家"), ("临湖市", 2025, "1600", "家")]
    drawn = chart_of(answer(*facts))
    points = (("临湖市2020年", 700.0), ("临湖市2025年", 1600.0), ("安河县2020年", 96.0), ("安河县2025年", 200.0))
    assert drawn == Chart("bar", "高新技术企业数（家）", points, ("2020年", "2025年") * 2)
    assert chart_updates(drawn)[0].color == "年份"
    alone = chart_of(answer(*facts[:2], *facts[3:]))  # one place alone tells of the year before
    assert alone == Chart("bar", "2025年高新技术企业数（家）", (("临湖市", 1600.0), ("安河县", 200.0)))
