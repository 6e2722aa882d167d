"""A figure behind a place's name is held against that place's citations alone."""

import pytest

from answer.figures import figures
from answer.owned import of_place
from answer.support import Support


def support(n, region, line):
    return Support(n, region, region, True, (line,), line, "", tuple(figures(line)), frozenset(), frozenset())


CITED = [support(1, "甲山", "孵化器80家"), support(2, "乙水", "孵化器30家"), support(3, "丙州", "其中乙水孵化器30家")]


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("甲山市80家为最高,乙水区30家为最低", [[1], [2, 3]]),
        ("孵化器80家为最高", [[1, 2, 3]]),
        ("甲山市、乙水区分别为80家、30家", [[1, 2, 3], [1, 2, 3]]),
    ],
)
def test_a_figure_belongs_to_the_place_named_last_before_it(text, whose):
    assert [[one.n for one in of_place(text, figure, CITED)] for figure in figures(text)] == whose


def test_one_place_alone_needs_no_name():
    assert of_place("乙水区的做法:30家", figures("乙水区的做法:30家")[0], CITED[:1]) == CITED[:1]
