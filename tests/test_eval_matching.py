"""How an answer is compared with a point: the contract on answers.jsonl, case by case."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.matching import normal, squeeze, states


@pytest.mark.parametrize(
    ("text", "point", "expected"),
    [
        ("研发强度达到3.8%。", "3.8%", True),
        ("研发强度达到３.８％。", "3.8%", True),  # full width
        ("研发强度达到 3.8 %。", "3.8%", True),  # white space inside
        ("达到3.8[1]%", "3.8%", True),  # a mark inside
        ("达到3.8［1，2］%", "3.8%", True),  # a full-width mark of two citations
        ("达到13.8%", "3.8%", False),  # a digit adjoins on the left
        ("达到3.85", "3.8", False),  # a digit adjoins on the right
        ("达到1.3家", "3家", False),  # a decimal point adjoins on the left
        ("达到3.8", "3", False),  # a decimal point adjoins on the right
        ("达到13.8%,其中3.8%为", "3.8%", True),  # the second place counts
        ("It is 3.8.", "3.8", True),  # a full stop is no decimal point
        ("共.3家", "3家", True),  # neither is a stop with no digit before it
        ("2.8 3.6", "2.8", False),  # white space is gone before numbers are looked at
        ("GDP占比", "gdp", True),
        ("建成甬江实验室", "甬江实验室", True),
        ("600家", "600家", True),  # the whole text
        ("第十六家", "六家", True),  # only digits adjoin
        ("", "3", False),
        ("任何", "", False),  # nothing proves nothing
    ],
)
def test_states(text, point, expected):
    assert states(normal(text), normal(point)) is expected


def test_normal_drops_marks_but_no_other_brackets():
    assert normal("A[1]B[12,3][4、5] [见 附件] [1a]") == "ab[见附件][1a]"


@given(st.text(max_size=60))
def test_no_text_keeps_white_space(text):
    assert not any(sign.isspace() for sign in normal(text))
    assert not any(sign.isspace() for sign in squeeze(text))


@given(st.text(alphabet="0123456789.家 ", max_size=12), st.text(alphabet="0123456789", min_size=1, max_size=3))
def test_a_stated_number_is_a_whole_number_of_the_text(text, number):
    """An independent reading of the rule: cut the text into maximal numbers, and look for one that is equal."""
    squeezed = "".join(text.split())
    maximal = re.findall(r"\d+(?:\.\d+)*", squeezed)
    assert states(normal(text), number) is (number in maximal)
