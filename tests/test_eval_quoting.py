"""A quote is the sentence around a place, neither too short nor too long to be one."""

import pytest

from eval.external.quoting import quote_around
from eval.matching import squeeze


@pytest.mark.parametrize(
    ("text", "part", "quote"),
    [
        ("前一句。研发强度达到百分之三。后一句。", "百分之三", "研发强度达到百分之三"),  # the sentence
        ("甲。乙丙丁。戊己庚辛。", "乙", "甲。乙丙丁。戊己"),  # too short, so it grows beyond its ends
        ("长" * 100 + "点" + "短" * 100, "点", "长" * 59 + "点" + "短" * 60),  # too long, so it is cut around the place
        ("一。二。", "二", None),  # never long enough
        ("长" * 121, "长" * 121, None),
    ],
)
def test_quotes(text, part, quote):
    start = text.index(part)
    assert quote_around(text, start, start + len(part)) == quote


def test_a_quote_always_holds_its_place():
    text = "".join(f"第{n}句话，有 空白\u3000在内{'。' if n % 3 else ''}" for n in range(60))
    for start in range(0, len(text) - 5, 7):
        quote = quote_around(text, start, start + 5)
        assert squeeze(text[start : start + 5]) in squeeze(quote)
        assert 8 <= len(squeeze(quote)) <= 120
