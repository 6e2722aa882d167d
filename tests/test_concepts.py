"""What a question asks about, weighed by rarity, and how much of it a text holds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer.readable import readable
from retriever.concepts import MAX_RARITY, PART, Concept, coverage, find_concepts


def held(concept: Concept, text: str) -> float:
    return concept.found_in(*readable(text))


def test_weights_add_up_and_rare_words_weigh_more():
    found = find_concepts("甬江的公寓", ("甬江", "公寓"), {"甬江": 3.0, "公寓": 1.0}.__getitem__)
    assert [(concept.key, concept.weight) for concept in found] == [("甬江", pytest.approx(3 / 4)), ("公寓", pytest.approx(1 / 4))]


def test_a_word_that_no_plan_uses_does_not_outweigh_all_others():
    found = find_concepts("鹦鹉的公寓", ("鹦鹉", "公寓"), {"鹦鹉": 1000.0, "公寓": MAX_RARITY}.__getitem__)
    assert [concept.weight for concept in found] == [0.5, 0.5]


def test_words_of_the_lexicon_are_one_concept_with_all_its_names():
    (found,) = find_concepts("高企", ("高", "企"), lambda word: 1.0)
    assert (found.key, found.technical, found.weight) == ("高企", True, 1.0)
    assert held(found, "高新技术企业") == 1.0 and held(found, "高企") == 1.0 and held(found, "人才公寓") == 0.0


def test_words_within_longer_ones_are_no_concepts_of_their_own():
    found = find_concepts("自行车道", ("自行", "行车", "自行车", "道"), lambda word: 1.0)
    assert [concept.key for concept in found] == ["自行车", "道"]
    assert not any(concept.technical for concept in found)


def test_english_keys_stand_for_chinese_terms_only():
    (found,) = [concept for concept in find_concepts("high-tech enterprise", (), lambda word: 1.0)]
    assert found.terms == ("高新技术企业",)


def test_an_english_word_is_no_key_for_its_letters():
    assert [concept.key for concept in find_concepts("board", ("board",), lambda word: 1.0)] == ["board"]


def test_a_key_of_two_lexicons_counts_once():
    found = find_concepts("PCT", ("pct",), lambda word: 1.0)
    assert [concept.key for concept in found] == ["pct"]


def test_a_term_whose_words_stand_apart_counts_less():
    concept = Concept("x", ("人才公寓",), 1.0)
    assert held(concept, "建设人才公寓") == 1.0
    assert held(concept, "为人才建公寓") == PART
    assert 0 < held(concept, "引进人才") < PART
    assert held(concept, "") == 0.0


def test_white_space_and_width_do_not_hide_a_term():
    assert held(Concept("x", ("r&d经费",), 1.0), "Ｒ＆Ｄ 经费") == 1.0


def test_nothing_asked_is_not_covered():
    assert find_concepts("", (), lambda word: 1.0) == ()
    assert coverage((), *readable("人才公寓")) == 0.0


def test_coverage_is_the_share_of_weight_found():
    concepts = (Concept("公寓", ("公寓",), 0.75), Concept("鹦鹉", ("鹦鹉",), 0.25))
    assert coverage(concepts, *readable("人才公寓")) == pytest.approx(0.75)
    assert coverage(concepts, *readable("公寓里的鹦鹉")) == pytest.approx(1.0)


WORDS = st.lists(st.sampled_from("高企 研发强度 人才 公寓 补贴 鹦鹉 board 2025 PCT".split()), max_size=6)


@given(WORDS, st.lists(st.sampled_from("高新技术企业 人才 公寓 后补助 的 PCT国际专利".split()), max_size=5))
def test_weights_and_coverage_are_shares(keys, text):
    concepts = find_concepts("".join(keys), tuple(dict.fromkeys(keys)), lambda word: float(len(word)))
    assert sum(concept.weight for concept in concepts) == pytest.approx(1.0 if keys else 0.0)
    assert 0.0 <= coverage(concepts, *readable("".join(text))) <= 1.0 + 1e-9
