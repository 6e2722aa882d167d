"""Words, embedding and characters in one score, by hand."""

import numpy as np
import pytest

from index.characters import CharacterIndex
from index.hybrid import CHARACTER_WEIGHT, DENSE_WEIGHT, hybrid_scores
from index.lexical import LexicalIndex, words


def test_best_everywhere_is_one():
    best = np.array([1.0, 0.0])
    assert hybrid_scores(best, best, best).tolist() == pytest.approx([1.0, 0.0])


def test_scores_are_a_weighted_mean():
    (score,) = hybrid_scores(np.array([0.5]), np.array([0.4]), np.array([0.2]))
    assert score == pytest.approx((0.5 + DENSE_WEIGHT * 0.4 + CHARACTER_WEIGHT * 0.2) / (1 + DENSE_WEIGHT + CHARACTER_WEIGHT))


def test_questions_and_passages_keep_their_places():
    lexical = np.array([[0.5, 0.0, 1.0], [0.0, 0.25, 0.0]])
    found = hybrid_scores(lexical, np.zeros((2, 3)), np.zeros((2, 3)))
    assert found.shape == (2, 3) and (found > 0).tolist() == (lexical > 0).tolist()


def test_a_negative_cosine_takes_nothing_away():
    zero = np.zeros(2)
    assert hybrid_scores(np.array([0.5, 0.5]), np.array([-0.3, 0.0]), zero).tolist() == pytest.approx(
        [0.5 / (1 + DENSE_WEIGHT + CHARACTER_WEIGHT)] * 2
    )


def test_a_passage_of_every_pair_attains_one():
    index = CharacterIndex(["研发投入占比", "人才公寓", "研发机构"])
    scores = index.scores("研发投入")
    assert scores[0] == pytest.approx(1.0)
    assert scores[0] > scores[2] > scores[1] == 0


def test_pairs_unknown_to_the_index_count_against_all():
    index = CharacterIndex(["研发投入", "人才公寓"])
    assert index.scores("研发投入")[0] > index.scores("研发投入鹦鹉")[0] > 0


def test_nothing_asked_scores_nothing():
    assert CharacterIndex(["研发"]).scores("？").tolist() == [0.0]


def test_relative_scores_keep_the_order_and_stay_below_one():
    texts = ["研发投入强度达到3.8%", "人才公寓建设", "研发机构建设"]
    index = LexicalIndex.build(texts)
    weighted = dict.fromkeys(words("研发投入建设"), 1.0)
    plain, relative = index.scores(weighted), index.relative_scores(weighted)
    assert np.argsort(-plain).tolist() == np.argsort(-relative).tolist()
    assert 0 < relative.max() < 1
