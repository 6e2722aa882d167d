"""Where a fair is, told by the places that are named."""

import pytest

from facts.asking import COUNTRY, load_asking
from facts.classes import classes_in
from facts.fairs import fair_grade


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("去瑞典参展", "境外"),
        ("在汉堡摆过摊位", "境外"),
        ("参加过广交会", "境内"),
        ("参加过中东欧博览会", ""),  # named for its guests, held at home
        ("参加过展会", ""),
    ],
)
def test_a_fair_is_where_the_place_named_is(words, where):
    assert fair_grade(words) == where
    assert classes_in(words, places=True) == ({where} if where else set())


def test_the_countries_asked_for_by_name_are_those_of_fairs():
    assert "瑞典" in load_asking().called[COUNTRY]
