"""Figures computed and told: formulas by hand, words as the documents write them."""

from decimal import Decimal

import pytest

from answer.formula import (
    Term,
    difference,
    growth,
    multiple,
    quotient,
    rounded,
    share,
    total,
    yearly_growth,
    yearly_step,
)
from answer.quantity import cited_span, decimal, is_whole, number_words, plain_number, scale_of, value_words
from answer.series import Series, gather_series, same_unit
from answer.telling import short_name
from facts.fact import Fact, Span

TEXT = "到2025年，全市科技型中小企业达到1.3万家以上，高企突破900家，研究人员20-30名，占比3.80%。"


def fact(value: str, unit: str = "家", words: str = "", **more) -> Fact:
    start = TEXT.find(words) if words else 0
    stated = {
        "doc": "a",
        "region": "安河县",
        "indicator": "高新技术企业数",
        "name": "高新技术企业数",
        "year": 2025,
        "value_high": None,
        "comparator": "",
        "kind": "target",
        "scope": "",
        "note": "",
        "spans": (Span(start, start + len(words)),),
    }
    return Fact(value=value, unit=unit, **{**stated, **more})


def term(value: str, unit: str = "家") -> Term:
    return Term(Decimal(value), value + unit, unit)


@pytest.mark.parametrize(
    ("result", "told", "formula"),
    [
        (difference(term("8000"), term("3102")), "4898家", "8000家-3102家=4898家"),
        (difference(term("3.8", "%"), term("3.6", "%")), "0.2个百分点", "3.8%-3.6%=0.2个百分点"),
        (growth(term("40", "亿元"), term("23", "亿元")), "约73.9%", "(40亿元-23亿元)÷23亿元≈73.9%"),
        (multiple(term("18.1"), term("0.73")), "约24.79倍", "18.1家÷0.73家≈24.79倍"),
        (share(term("1660"), term("8000")), "20.75%", "1660家÷8000家=20.75%"),
        (yearly_step(term("3700"), term("2043"), 5), "约331家", "(3700家-2043家)÷5≈331家"),
        (yearly_step(term("3.75", "%"), term("3.6", "%"), 2), "0.075个百分点", "(3.75%-3.6%)÷2=0.075个百分点"),
        (yearly_growth(term("450"), term("271.4"), 5), "约10.6%", "(450家÷271.4家)^(1/5)-1≈10.6%"),
        (yearly_growth(term("121"), term("100"), 2), "10%", "(121家÷100家)^(1/2)-1=10%"),
        (total([term("600"), term("760"), term("300")]), "1660家", "600家+760家+300家=1660家"),
        (quotient(Term(Decimal(45000), "4.5亿元", "万元"), term("145"), "万元"), "约310万元", "4.5亿元÷145家≈310万元"),
    ],
)
def test_results_are_those_of_the_calculation_by_hand(result, told, formula):
    assert result.told == told and result.formula == formula


def test_rounding_says_whether_it_rounded():
    assert rounded(Decimal("33.04")) == ("33.04", True)
    assert rounded(Decimal("99.96001")) == ("100", False)
    assert rounded(Decimal("-0.125")) == ("-0.125", True)
    assert plain_number(Decimal("1E+4")) == "10000" and plain_number(Decimal("0.50")) == "0.5"


def test_values_are_told_as_the_document_writes_them():
    many = fact("13000", words="1.3万", comparator="以上")
    assert value_words(many, TEXT) == "1.3万家以上" and scale_of(many, TEXT) == 10000
    assert value_words(fact("900", words="900", comparator="超过"), TEXT) == "超过900家"
    assert value_words(fact("20", "名", "20-30", value_high="30"), TEXT) == "20-30名"
    assert value_words(fact("3.8", "%", "3.80"), TEXT) == "3.80%"
    assert value_words(fact("增速高于投资增速", ""), TEXT) == "增速高于投资增速"
    assert value_words(fact("17", "位"), "") == "第17位"
    assert number_words(many, TEXT) == "1.3万家"


def test_words_are_no_number():
    assert decimal("提高幅度不低于平均水平") is None and decimal("") is None and decimal(None) is None


def test_the_whole_jurisdiction_and_its_parts():
    assert is_whole(fact("1"), "安河县") and is_whole(fact("1", scope="全县"), "安河县") and is_whole(fact("1", scope="安河县"), "安河县")
    assert not is_whole(fact("1", scope="安河科技城"), "安河县")


def test_a_series_tells_tables_before_texts_and_the_finer_figure_first():
    rough, fine = fact("1900", origin="table", kind="actual", year=2020), fact("1918", kind="actual", year=2020)
    table, text = fact("600", origin="table"), fact("900", spans=(Span(9, 12),))
    series = Series("安河县", "高新技术企业数", "", (rough, fine, text, table))
    assert series.values(2025) == (table, text)
    assert series.values(2020) == (fine, rough)  # 0.19万 is 1918 rounded
    assert series.years == (2020, 2025) and series.base(2025) == fine
    assert series.base(2020) is None and series.values(1999) == ()


def test_parts_rates_and_other_regions_stay_out_of_a_series():
    own = fact("600")
    others = [
        fact("30", scope="安河科技城"),
        fact("15", "%", comparator="年均增长"),
        fact("20", name="百亿高新技术企业"),
        fact("8000", region="临湖市"),
        fact("x" * 50, ""),
    ]
    assert [one.facts for one in gather_series([own, *others], ["高新技术企业数"], ["安河县"])] == [(own,)]
    assert gather_series([own, *others], ["高新技术企业数"], ["安河县"], "安河科技城")[0].facts == (others[0],)
    assert gather_series([], ["高新技术企业数"], ["安河县"]) == []


def test_units_that_count_the_same():
    assert same_unit("家", "个") and same_unit("人", "名") and not same_unit("%", "个百分点") and not same_unit("人", "家")


def test_names_without_their_units():
    assert short_name("高新技术企业数\n（家）") == "高新技术企业数"


def test_a_fact_without_a_span_cites_nothing():
    assert cited_span(fact("1", spans=()), None) is None
