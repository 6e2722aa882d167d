"""Every kind of fault is the one it says, and none is made where the answer offers no place for it."""

from random import Random

import pytest

from answer.answer import Citation
from eval.mutating.told import Setting, Told
from eval.mutation import KINDS, mutants

TEXT = "临湖市：到2025年，高新技术企业达到600家，增长5%，研发投入不低于3.6亿元[1]。"
LINE = "到2025年，高新技术企业达到600家，增长5%，研发投入不低于3.6亿元。"
CITATION = Citation(1, "a", "规划", "一、目标", None, "a-1", 0, len(LINE), LINE)
RIGHT = Told(TEXT, (CITATION,))


def setting(index, regions=("临湖市", "安河县"), subjects=("科技型中小企业",)):
    return Setting(index, index.passages, regions, subjects, Random(1))


@pytest.fixture(scope="module")
def index(small_index):
    return small_index(
        {small_index.info("a", "规划"): "一、目标\n" + LINE + "\n二、任务\n建设产业技术研究院，打造科创走廊，推广创新券，服务企业。"}
    )


@pytest.mark.parametrize(
    ("kind", "left", "come"),
    [
        ("万 for 亿", "3.6亿元", "3.6万元"),
        ("% for 百分点", "5%", "5个百分点"),
        ("place swapped", "临湖市：", "安河县："),
        ("bound reversed", "不低于3.6", "不超过3.6"),
        ("indicator swapped", "高新技术企业达到", "科技型中小企业达到"),
    ],
)
def test_one_stretch_becomes_another(index, kind, left, come):
    assert TEXT.replace(left, come) in {wrong.text for wrong in mutants(RIGHT, kind, setting(index), 20)}


def test_a_year_becomes_another_year(index):
    wrong = [told.text for told in mutants(RIGHT, "year swapped", setting(index), 20)]
    assert wrong and all("2025" not in text for text in wrong)


def test_one_digit_is_another(index):
    wrong = [told.text for told in mutants(RIGHT, "digit changed", setting(index), 20)]
    assert wrong and all(sum(one != other for one, other in zip(TEXT, text, strict=True)) == 1 for text in wrong)


def test_two_values_take_each_others_place(index):
    told = Told("企业600家，平台12家[1]。", (CITATION,))
    assert [wrong.text for wrong in mutants(told, "two values exchanged", setting(index), 5)] == ["企业12家，平台600家[1]。"]


def test_a_citation_moves_to_other_words_of_its_document(index):
    moved = [wrong.citations[0] for wrong in mutants(RIGHT, "citation moved", setting(index), 20)]
    assert [citation.text for citation in moved] == ["建设产业技术研究院，打造科创走廊，推广创新券，服务企业。"]
    assert all(index.texts["a"][citation.start : citation.end] == citation.text for citation in moved)


def test_a_sentence_is_put_in(index):
    assert all(len(wrong.text) > len(TEXT) for wrong in mutants(RIGHT, "sentence invented", setting(index), 5))


@pytest.mark.parametrize("kind", KINDS)
def test_an_answer_without_a_place_for_a_fault_has_none(index, kind):
    assert list(mutants(Told("没有写这一点。", ()), kind, setting(index), 5)) == []


def test_one_region_and_one_passage_offer_no_other(small_index):
    alone = small_index({small_index.info("a", "规划"): LINE})
    assert list(mutants(RIGHT, "place swapped", setting(alone, regions=("临湖市",)), 5)) == []
    assert list(mutants(RIGHT, "citation moved", setting(alone), 5)) == []
