"""What people say, put into the words that plans use."""

import pytest

from facts.terms import Synonyms, load_synonyms

LEXICON = Synonyms(
    {"高企": ("高新技术企业",), "研发": ("R&D",), "研发强度": ("R&D经费占GDP", "研发投入占比"), "rd": ("R&D",), "pct": ("PCT国际专利",)},
    {"pct": ("PCT申请量",), "high-tech firm": ("高新技术企业",), "park": ("园区",)},
)


def test_terms_come_in_the_order_of_the_lexicon_each_once():
    assert LEXICON.expand("研发强度和高企，还有高企") == ("高新技术企业", "R&D经费占GDP", "研发投入占比")


def test_a_longer_key_stands_for_the_shorter_within_it():
    assert LEXICON.expand("研发强度") == ("R&D经费占GDP", "研发投入占比")
    assert LEXICON.expand("研发") == ("R&D",)


@pytest.mark.parametrize("text", ["ＰＣＴ", "PCT", "pct多少件"])
def test_full_width_and_capital_letters_are_the_same_word(text):
    assert LEXICON.expand(text) == ("PCT国际专利", "PCT申请量")


@pytest.mark.parametrize("text", ["industry standards", "board", "spark", "", "今天天气怎么样"])
def test_letters_within_a_word_are_no_key(text):
    assert LEXICON.expand(text) == ()


@pytest.mark.parametrize("text", ["high-tech firms in parks", "High-Tech Firm, industrial park"])
def test_english_keys_hold_for_all_words_that_begin_so(text):
    assert LEXICON.expand(text) == ("高新技术企业", "园区")


def test_a_key_of_both_languages_is_one_key():
    assert LEXICON.keys_in("pct与rd") == ["rd", "pct"]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("五个科技工程", []),  # 科技|工程
        ("高技能人才多少", []),  # 高|技能|人才
        ("要多少技工", ["技工"]),
        ("这里的能人", ["能人"]),
        ("发明专利拥有量", ["专利"]),  # a part of a long word
    ],
)
def test_a_key_is_not_cut_out_of_other_words(text, keys):
    lexicon = Synonyms({"技工": ("技能人才",), "能人": ("人才",), "专利": ("发明",)}, {})
    assert lexicon.keys_in(text) == keys


def test_the_lexicon_is_read_in_lower_case_and_maps_to_other_words():
    lexicon = load_synonyms()
    assert all(key == key.lower() for key in (*lexicon.chinese, *lexicon.english))
    assert all(terms and key not in terms for key, terms in lexicon.english.items())
    assert "高新技术企业" in lexicon.expand("国高有几家")
