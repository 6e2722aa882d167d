"""Words, meaning and characters in one score, by hand."""

import numpy as np
import pytest

from index.characters import CharacterIndex
from index.errors import InputError
from index.hybrid import CLARITY, GREATEST, LEAST, UNHELD, hybrid_scores, meaning_weight
from index.lexical import LexicalIndex, words
from index.meaning import PARTS, MeaningIndex, read_word_dimensions, write_word_dimensions

FLAT = np.full(20, 0.5)  # meaning that tells no passage from another: it weighs LEAST


def test_best_everywhere_is_one():
    best = np.array([1.0, 0.0])
    assert hybrid_scores(best, best, best).tolist() == pytest.approx([1.0, 0.0])


def test_scores_are_a_weighted_mean():
    lexical, characters = np.linspace(0, 0.9, 20), np.linspace(0.8, 0, 20)
    expected = (lexical + LEAST * 0.5 + characters) / (2 + LEAST)
    assert hybrid_scores(lexical, FLAT, characters).tolist() == pytest.approx(expected.tolist())


def test_meaning_weighs_as_it_stands_out_and_as_the_wording_is_not_held():
    meaning = np.full(101, 0.2)
    meaning[7] = 0.8  # clarity: 1 - 0.2 / 0.8
    lexical, characters = np.zeros(101), np.zeros(101)
    lexical[3], characters[4] = 0.4, 0.2  # unheld: 1 - (0.4 + 0.2) / 2
    weight = GREATEST * 0.75**CLARITY * 0.7**UNHELD
    assert float(meaning_weight(lexical, meaning, characters)) == pytest.approx(weight)
    assert hybrid_scores(lexical, meaning, characters)[7] == pytest.approx(weight * 0.8 / (2 + weight))


def test_meaning_never_weighs_less_than_the_least():
    one, none = np.ones(20), np.zeros(20)
    assert float(meaning_weight(none, FLAT, none)) == LEAST
    assert float(meaning_weight(one, np.eye(1, 20)[0], one)) == LEAST
    assert float(meaning_weight(none, none, none)) == LEAST
    assert hybrid_scores(none, none, none).tolist() == [0.0] * 20
    assert hybrid_scores(np.array([0.0]), np.array([0.5]), np.array([0.0])).tolist() == pytest.approx([LEAST * 0.5 / (2 + LEAST)])


def test_a_passage_by_meaning_wins_where_no_words_are_held_and_loses_where_they_are():
    meaning = np.full(40, 0.1)
    meaning[0] = 0.7
    held = np.zeros(40)
    held[1] = 0.15
    assert hybrid_scores(held, meaning, held).argmax() == 0
    held[1] = 0.9
    assert hybrid_scores(held, meaning, held).argmax() == 1


def test_each_question_has_its_own_weight_and_scores_stay_from_zero_to_one():
    rng = np.random.default_rng(3)
    lexical, meaning, characters = rng.random((3, 5, 30))
    found = hybrid_scores(lexical, meaning * 2 - 1, characters)
    assert found.shape == (5, 30) and found.min() >= 0 and found.max() <= 1
    rows = [hybrid_scores(*parts).tolist() for parts in zip(lexical, meaning * 2 - 1, characters, strict=True)]
    assert found.tolist() == [pytest.approx(row) for row in rows]


def test_a_negative_cosine_takes_nothing_away():
    lexical, zero = np.full(20, 0.5), np.zeros(20)
    assert hybrid_scores(lexical, FLAT - 0.8, zero).tolist() == hybrid_scores(lexical, zero, zero).tolist()


def test_meaning_is_the_cosine_of_the_dimensions_behind_those_of_words():
    passages = np.array([[0.8, 0.6, 0.0], [0.0, 0.6, 0.8], [1.0, 0.0, 0.0]], dtype=np.float32)
    query = np.array([[0.6, 0.8, 0.0]], dtype=np.float32)
    assert MeaningIndex(passages, 1).scores(query).tolist() == [pytest.approx([1.0, 0.6, 0.0])]
    assert MeaningIndex(passages, 0).scores(query).tolist() == [pytest.approx([0.96, 0.48, 0.6])]
    with pytest.raises(InputError, match="below the model's 3, came 3"):
        MeaningIndex(passages, 3)


def test_a_model_folder_says_how_many_dimensions_tell_words_apart(tmp_path):
    assert read_word_dimensions(tmp_path) == 0
    write_word_dimensions(tmp_path, 32)
    assert read_word_dimensions(tmp_path) == 32


@pytest.mark.parametrize(
    "text", ["word_dimensions = -1", "word_dimensions = true", "word_dimensions = 1.5", "words = 3", "word_dimensions ="]
)
def test_another_count_is_refused(tmp_path, text):
    (tmp_path / PARTS).write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match="word_dimensions"):
        read_word_dimensions(tmp_path)


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
