"""Amounts, scopes and places are compared by what they say, not by how it is written."""

from decimal import Decimal

from eval.metrics.amounts import amount, relation, whole
from eval.metrics.measured import holds
from eval.placing import PlaceFinder, overlap


def test_places_are_found_across_white_space():
    assert PlaceFinder("甲 乙\n丙甲乙").spans("甲乙") == [(0, 3), (5, 7)]
    assert PlaceFinder("甲乙").spans(" ") == []
    assert PlaceFinder("").spans("甲") == []
    assert overlap((0, 2), (2, 4)) == 0
    assert holds((0, 10), [(5, 25)]) and not holds((0, 10), [(6, 26)])


def test_amounts_are_compared_by_what_they_say():
    assert amount("1.3", "万家") == amount("13,000", "家") == (Decimal(13000), "")
    assert amount("1", "百分点") == amount("1", "个百分点") != amount("1", "%")
    assert amount("1", "亿元") != amount("1", "万元")
    assert amount("全覆盖", "") == "全覆盖" and amount("NaN", "") == "NaN"
    assert [relation(word) for word in (">=", "超过", "不少于", "以内", "约", "年均增长以上", "增量", "")] == list(">>><~>==")
    assert whole("全市") == whole("") == "" != whole("开发区")
