"""The stretches shown for passages: literal, bounded, whole sentences, never twice the same."""

from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.passages import Passage
from retriever.windows import MAX_HIT, make_hits

SENTENCE = "高新技术企业达到六百家，研发投入持续增长。"  # 21 characters


def index_of(*paragraphs, scopes=None):
    """One document of paragraphs, each of them a passage and, if not said otherwise, a clause of its own."""
    text, passages = "", []
    for number, paragraph in enumerate(paragraphs):
        start, end = len(text), len(text) + len(paragraph)
        text += paragraph + "\n"
        scope = scopes[number] if scopes else (start, end)
        passages.append(Passage(f"a-{number}", "a", start, end, paragraph, "clause", (), "", scope))
    return SimpleNamespace(texts={"a": text}, passages=tuple(passages))


def hits_of(index, order, k=10, words=()):
    return make_hits(index, list(order), np.arange(len(index.passages), 0, -1, dtype=float), k, words)


def test_a_short_document_is_shown_whole_once():
    index = index_of("一、目标。", "二、任务。", "三、保障。")
    (hit,) = hits_of(index, [1, 0, 2])
    assert (hit.rank, hit.passage.passage_id, hit.score) == (1, "a-1", 2.0)
    assert index.texts["a"][hit.start : hit.end] == "一、目标。\n二、任务。\n三、保障。"


def test_ranks_follow_the_order_and_k_is_kept():
    index = index_of(*[SENTENCE * 20] * 5)
    hits = hits_of(index, [3, 1, 0, 2, 4], k=3)
    assert [hit.rank for hit in hits] == [1, 2, 3]
    assert [hit.passage.passage_id for hit in hits] == ["a-3", "a-1", "a-0"]


def test_nothing_found_gives_no_hits():
    assert hits_of(index_of("一、目标。"), []) == []


def test_a_stretch_is_widened_to_the_borders_of_sentences():
    index = index_of(SENTENCE * 40, "中间这一段。", SENTENCE * 40)
    (hit,) = hits_of(index, [1])
    shown = index.texts["a"][hit.start : hit.end]
    assert "中间这一段。" in shown and MAX_HIT - 2 * len(SENTENCE) < len(shown) <= MAX_HIT
    assert shown.startswith("高新") and shown.endswith("。")


def test_the_rest_of_the_clause_comes_before_what_stands_around():
    before, own, rest = SENTENCE * 20, "一是引进。", "二是培育。" + SENTENCE * 30
    start = len(before) + 1
    clause = (start, start + len(own) + 1 + len(rest))
    index = index_of(before, own, rest, scopes=[(0, len(before)), clause, clause])
    (hit,) = hits_of(index, [1])
    assert hit.start == start and clause[1] - clause[0] > MAX_HIT  # the room goes to the clause


def test_of_a_long_passage_the_part_with_the_words_is_shown():
    index = index_of(SENTENCE * 40 + "鹦鹉住在公寓里。" + SENTENCE * 40)
    (plain,) = hits_of(index, [0])
    (hit,) = hits_of(index, [0], words=("鹦鹉", "公寓"))
    assert plain.start == 0 and "鹦鹉" in index.texts["a"][hit.start : hit.end]
    assert hit.end - hit.start == MAX_HIT


def test_the_best_part_begins_at_a_sentence_and_never_beyond_the_passage():
    text = SENTENCE * 30 + "鹦鹉住在公寓里。" + SENTENCE * 2
    index = index_of("前言。", text)
    (hit,) = hits_of(index, [1], words=("鹦鹉", "前言"))
    start, end = index.passages[1].start, index.passages[1].end
    assert start <= hit.start and hit.end <= end and hit.end - hit.start == MAX_HIT
    assert "鹦鹉" in index.texts["a"][hit.start : hit.end]
    assert hit.start == end - MAX_HIT or index.texts["a"][hit.start - 1] in "。；！？\n"


@pytest.mark.parametrize("length", [MAX_HIT, MAX_HIT + 1])
def test_a_passage_of_just_the_greatest_length_is_shown_whole(length):
    index = index_of("一" * length)
    (hit,) = hits_of(index, [0])
    assert (hit.start, hit.end) == (0, MAX_HIT)


def test_a_stretch_ends_where_an_earlier_one_begins():
    first, second = SENTENCE * 10, SENTENCE * 25
    index = index_of(first, second)
    one, other = hits_of(index, [1, 0])
    assert one.start <= len(first) + 1 and other.start == 0
    assert other.end <= one.start and index.texts["a"][other.end - 1] == "。"


def test_a_stretch_is_cut_at_whole_sentences_on_both_sides():
    sentences = [f"第{number:03}句话说到这里为止。" for number in range(100)]
    index = index_of("".join(sentences[:50]), "居中。", "".join(sentences[50:]))
    (hit,) = hits_of(index, [1])
    shown = index.texts["a"][hit.start : hit.end].replace("\n", "")
    before, after = shown.split("居中。")
    assert "".join(sentences[:50]).endswith(before) and before.startswith("第") and before.endswith("。")
    assert "".join(sentences[50:]).startswith(after) and after.endswith("。")
    assert abs(len(before) - len(after)) <= 2 * len(sentences[0]) and len(shown) > MAX_HIT - 2 * len(sentences[0])


def test_a_passage_within_an_earlier_stretch_is_not_shown_again():
    index = index_of("一、目标。", SENTENCE * 60, "二、任务。")
    hits = hits_of(index, [0, 2, 1])
    assert [hit.passage.passage_id for hit in hits] == ["a-0", "a-2", "a-1"]
    assert all(one.end <= other.start or other.end <= one.start for one in hits for other in hits if one is not other)


@pytest.mark.parametrize("blank", [" ", "\u3000", "\n\n"])
def test_white_space_at_the_ends_is_left_out(blank):
    index = index_of(f"{blank}目标。{blank}")
    index.passages = (Passage("a-0", "a", len(blank), len(blank) + 3, "目标。", "clause", (), "", (0, len(index.texts["a"]))),)
    (hit,) = hits_of(index, [0])
    assert index.texts["a"][hit.start : hit.end] == "目标。"


PARAGRAPHS = st.lists(
    st.tuples(st.sampled_from([SENTENCE, "目标：３.８％；", "没有句号的文字", "😀。", "a b\t"]), st.integers(1, 60)), min_size=1, max_size=8
)


@given(PARAGRAPHS, st.randoms(use_true_random=False), st.integers(1, 8))
@settings(max_examples=80, deadline=None)
def test_stretches_are_bounded_and_do_not_overlap(paragraphs, random, k):
    index = index_of(*[piece * count for piece, count in paragraphs])
    order = list(range(len(index.passages)))
    random.shuffle(order)
    hits = hits_of(index, order, k, ("目标",))
    assert 1 <= len(hits) <= k and [hit.rank for hit in hits] == list(range(1, len(hits) + 1))
    for hit in hits:
        assert 0 <= hit.start < hit.end <= len(index.texts["a"]) and hit.end - hit.start <= MAX_HIT
        assert hit.start < hit.passage.end and hit.passage.start < hit.end
    places = sorted((hit.start, hit.end) for hit in hits)
    assert all(one[1] <= other[0] for one, other in zip(places, places[1:], strict=False))
    shown = {at for hit in hits for at in range(hit.start, hit.end)}
    found = {hit.passage.passage_id for hit in hits}
    assert len(hits) == k or all(one.passage_id in found or shown.issuperset(range(one.start, one.end)) for one in index.passages)
