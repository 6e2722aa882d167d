"""Pairs of neighbouring characters: what words cut apart, mistyped or written in full width still matches."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.characters import CharacterIndex, character_pairs


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("研发投入", {"研发", "发投", "投入"}),
        ("研发，投入", {"研发", "投入"}),  # no pair reaches over a mark
        ("研发\n 投入", {"研发", "发投", "投入"}),  # but over a line's end
        ("Ｒ＆Ｄ GDP", {"dg", "gd", "dp"}),
        ("😀研发", {"研发"}),
        ("研", set()),
        ("", set()),
        ("研研研", {"研研"}),
    ],
)
def test_pairs(text, pairs):
    assert character_pairs(text) == pairs


def test_shares_are_weighed_by_rarity():
    index = CharacterIndex(["研发投", "研发", "人才"])
    rare, common = math.log1p(3 / 1), math.log1p(3 / 2)
    assert index.scores("研发投") == pytest.approx([1.0, common / (common + rare), 0.0])


def test_unknown_pairs_count_as_the_rarest():
    index = CharacterIndex(["研发", "人才"])
    known, unknown = math.log1p(2 / 1), math.log1p(2)
    assert index.scores("研发鹦")[0] == pytest.approx(known / (known + unknown))


def test_a_typing_error_costs_two_pairs_only():
    index = CharacterIndex(["高新技术企业研发中心", "人才公寓"])
    scores = index.scores("高新技木企业研发中心")
    assert 0.5 < scores[0] < 1.0 and scores[1] == 0.0


def test_full_width_and_capital_letters_match():
    index = CharacterIndex(["PCT国际专利"])
    assert index.scores("ｐｃｔ国际专利").tolist() == pytest.approx([1.0])


def test_texts_without_pairs_keep_their_rows():
    index = CharacterIndex(["", "研发", "。"])
    assert index.scores("研发").tolist() == pytest.approx([0.0, 1.0, 0.0])
    assert CharacterIndex([""]).scores("研发").tolist() == [0.0]


TEXTS = st.text(alphabet="研发投入人才公寓PCTpct２25 ，。😀", max_size=20)


@given(st.lists(TEXTS, min_size=1, max_size=6), TEXTS)
def test_scores_are_shares_and_agree_with_counting_by_hand(texts, asked):
    scores = CharacterIndex(texts).scores(asked)
    held = [character_pairs(text) for text in texts]
    weight = {pair: math.log1p(len(texts) / max(1, sum(pair in pairs for pairs in held))) for pair in character_pairs(asked)}
    total = sum(weight.values())
    expected = [sum(weight[pair] for pair in weight if pair in pairs) / total if total else 0.0 for pairs in held]
    assert scores.dtype == np.float32 and scores.shape == (len(texts),)
    assert scores.tolist() == pytest.approx(expected, abs=1e-5)
