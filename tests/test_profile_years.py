"""Sums of several years under one or several nouns, in any order: read without an error, and none of them lost."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from facts.profile import read_profile

TODAY = date(2026, 9, 12)
NOUNS = ["营收", "产值", "研发费用", "买零部件", "利润", ""]
YEARS = ["2023年", "2024年", "2025年", "去年", "前年", "今年", ""]
CLAUSES = st.tuples(st.sampled_from(NOUNS), st.sampled_from(YEARS), st.integers(min_value=100, max_value=900), st.booleans())


def test_a_sum_of_another_noun_and_year_after_two_of_one_noun_is_read() -> None:
    told = read_profile("营收2024年1.4亿,2025年1.8亿。2024年买零部件1200万。", TODAY).told
    assert {(item.words, item.value) for item in told} >= {("去年营收", Decimal(18000)), ("前年营收", Decimal(14000))}


@given(st.lists(CLAUSES, min_size=1, max_size=6))
def test_no_order_of_sums_makes_reading_fail_or_lose_a_sum(clauses: list[tuple[str, str, int, bool]]) -> None:
    text = "，".join(f"{noun}{year}{value}万" if first else f"{year}{noun}{value}万" for noun, year, value, first in clauses)
    told = {item.value for item in read_profile(f"甲市的企业，{text}。", TODAY).told}
    assert {Decimal(value) for _, _, value, _ in clauses} <= told


def test_who_wants_to_go_public_is_on_the_way_to_it() -> None:
    for told in ("刚拿到高企，想上市", "打算明年上市", "准备在科创板上市"):
        assert [said.holds for said in read_profile(f"甲市的软件公司，{told}", TODAY).traits if said.id == "listing"] == [True]
    assert not any(said.holds for said in read_profile("甲市的软件公司，没打算上市", TODAY).traits if said.id == "listing")
