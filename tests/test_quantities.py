"""Numbers with units in running text: value, scale, range, comparator and exact span."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facts.quantities import Quantity, find_quantities, normalise, plain_decimal, split_unit


def read(text: str) -> list[Quantity]:
    return list(find_quantities(text, 0, len(text)))


def only(text: str) -> Quantity:
    (found,) = read(text)
    return found


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("达到1.2万家", "12000", "家"),
        ("1,200家", "1200", "家"),
        ("１,２００家", "1200", "家"),
        ("提高到３．８％", "3.8", "%"),
        ("600 家", "600", "家"),
        ("450亿元", "450", "亿元"),
        ("5000万元", "5000", "万元"),
        ("38.4万元/人", "38.4", "万元/人"),
        ("10万平方米", "100000", "平方米"),
        ("12.6件/万人", "12.6", "件/万人"),
        ("提高0.5个百分点", "0.5", "百分点"),
        ("奖励20万元/家", "20", "万元/家"),
        ("全国第41位", "41", "位"),
    ],
)
def test_values_are_counted_in_the_unit_and_money_keeps_its_scale(text, value, unit):
    found = only(text)
    assert (found.value, found.high, found.unit) == (Decimal(value), None, unit)


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("2-3家", "2", "3", "家"),
        ("2～3 家", "2", "3", "家"),
        ("2至3家", "2", "3", "家"),
        ("3.5%-4%", "3.5", "4", "%"),
        ("1.5-2万家", "15000", "20000", "家"),
        ("5000家至1万家", "5000", "10000", "家"),
        ("1万家到1.2万家", "10000", "12000", "家"),
        ("300万-500万元", "300", "500", "万元"),
        ("5000万元至1亿元", "0.5", "1", "亿元"),
    ],
)
def test_both_ends_of_a_range_count_in_the_same_unit(text, low, high, unit):
    found = only(text)
    assert (found.value, found.high, found.unit) == (Decimal(low), Decimal(high), unit)
    assert text[found.start : found.end] == text


def test_two_units_are_no_range():
    assert not any(found.high for found in read("从3项到5家"))


@pytest.mark.parametrize("text", ["三分之一以上", "2025年", "到2025年底", "编号20210305", "5G网络", "P3", "41位", "1.2.3项", ""])
def test_years_names_and_bare_numbers_are_no_quantities(text):
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("达到600家", ""),
        ("突破600家", "超过"),
        ("超过600家", "超过"),
        (">600家", "超过"),
        ("＞600家", "超过"),
        ("不低于600家", "不低于"),
        ("≥600家", "不低于"),
        ("至少600家", "不低于"),
        ("不超过600家", "不超过"),
        ("控制在600家以内", "不超过"),
        ("约600家", "约"),
        ("600家左右", "左右"),
        ("600家以上", "以上"),
        ("600家及以上", "以上"),
        ("600家以下", "以下"),
    ],
)
def test_a_floor_a_ceiling_and_an_estimate_are_told_apart(text, comparator):
    assert only(text).comparator == comparator


def test_a_comparator_holds_for_its_own_figure_only():
    first, second = read("高企超过600家，科小达到900家以上")
    assert (first.comparator, second.comparator) == ("超过", "以上")


def test_spans_are_those_of_the_whole_text():
    text = "目标：高企1.2万家，占比45.2%。"
    inner = list(find_quantities(text, 3, len(text)))
    assert [text[found.start : found.end] for found in inner] == ["1.2万家", "45.2%"]


def test_a_figure_cut_by_the_stretch_is_not_read_beyond_it():
    text = "高企600家"
    assert list(find_quantities(text, 0, text.index("家"))) == []


@pytest.mark.parametrize(
    ("unit", "parts"), [("万家", ("万", "家")), ("亿元", ("亿", "元")), ("％", ("", "%")), ("", ("", "")), ("百万", ("百万", ""))]
)
def test_units_of_tables_are_parted_from_their_scale(unit, parts):
    assert split_unit(unit) == parts


def test_money_is_never_multiplied_out():
    assert normalise(Decimal("1.5"), "万亿", "元") == (Decimal("1.5"), "万亿元")
    assert normalise(Decimal("1.5"), "万", "人") == (Decimal("15000"), "人")
    assert normalise(Decimal("2"), "", "个百分点") == (Decimal("2"), "百分点")


ZEROS = {"": 0, "百": 2, "千": 3, "万": 4, "百万": 6, "千万": 7, "亿": 8, "万亿": 12}


@pytest.mark.parametrize("scale", ZEROS)
@given(number=st.integers(0, 10**6), unit=st.sampled_from(["家", "人", "项", "件", "%"]))
def test_every_number_before_a_unit_is_read_back(scale, number, unit):
    found = only(f"达到{number}{scale}{unit}。")
    assert found.value == number * 10 ** ZEROS[scale]
    assert (found.start, found.end) == (2, 2 + len(f"{number}{scale}{unit}"))


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.sampled_from(["-", "—", "~", "～", "至", "到"]))
def test_every_range_is_read_back(low, high, dash):
    found = only(f"建成{low}{dash}{high}家。")
    assert (found.value, found.high) == (low, high)


@given(st.text(alphabet="0123456789.,０１５．万亿家项元%－-至到第约超 以上", max_size=40))
def test_quantities_stand_in_order_within_any_text(text):
    found = read(text)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= other.start for one, other in zip(found, found[1:], strict=False))


@given(st.decimals(min_value=0, max_value=10**9, places=3, allow_nan=False))
def test_a_plain_decimal_has_the_same_value_and_no_needless_zeros(value):
    told = plain_decimal(value)
    assert Decimal(told) == value
    assert "E" not in told and not ("." in told and told.endswith(("0", ".")))
