"""An answer in the making: its marks, its citations and its bounds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from answer.answer import MAX_CITATION, MAX_CITATIONS
from answer.draft import Draft, Statement

PLAN = (
    "# 甲县规划\n\n## 一、目标\n\n### （一）总体目标\n\n"
    + "\n\n".join(
        f"{name}企业加快发展，到2025年达到{number}00家以上，创新能力显著增强，创新生态不断优化，为全县高质量发展提供支撑。"
        for number, name in enumerate("甲乙丙丁戊己庚辛壬癸", 1)
    )
    + "\n\n"
    + "研发投入持续增长，" * 45
    + "结构不断优化。\n"
)


@pytest.fixture(scope="module")
def index(small_index):
    return small_index({small_index.info("a", "甲县科技规划", region="甲县"): PLAN})


@pytest.fixture(scope="module")
def clauses(index):
    return [passage for passage in index.passages if passage.kind == "clause"]


@pytest.fixture
def state(clauses):
    """Makes a statement of the n-th sentence, in its own words."""

    def of(number: int, words: str = "", lead: str = "") -> Statement:
        passage = clauses[number]
        return Statement(words or passage.text, passage, passage.start, passage.end, lead)

    return of


def marks(draft: Draft) -> list[int]:
    return [int(mark) for mark in re.findall(r"\[(\d+)\]", draft.text)]


def test_a_statement_ends_in_its_mark_and_a_full_stop(index, clauses, state):
    draft = Draft(index, 300)
    assert draft.state(state(0, "甲企业达到100家。", "甲县"))
    assert draft.text == "甲县：甲企业达到100家[1]。"
    (citation,) = draft.citations
    assert (citation.n, citation.doc, citation.title, citation.heading) == (1, "a", "甲县科技规划", "一、目标 > （一）总体目标")
    assert citation.text == index.texts["a"][citation.start : citation.end] == clauses[0].text


def test_the_same_span_keeps_its_number(index, state):
    draft = Draft(index, 600)
    for number in (0, 1, 0):
        assert draft.state(state(number))
    assert marks(draft) == [1, 2, 1] and len(draft.citations) == 2


def test_a_span_within_a_cited_one_shares_its_number(index, clauses, state):
    draft = Draft(index, 600)
    draft.state(state(0))
    passage = clauses[0]
    assert draft.state(Statement("企业加快发展", passage, passage.start + 1, passage.start + 7))
    assert marks(draft) == [1, 1]


def test_no_more_is_told_than_there_is_room_for(index, state):
    draft = Draft(index, 60)
    assert draft.state(state(0, "甲" * 40)) and not draft.state(state(1, "乙" * 20))
    assert len(draft.text) <= 60 and len(draft.citations) == 1
    assert draft.state(state(1, "乙" * 3))
    assert marks(draft) == [1, 2]


def test_a_line_that_just_fits_is_told(index, state):
    line = len("甲[1]。")
    assert Draft(index, line + 1).state(state(0, "甲"))
    assert not Draft(index, line).state(state(0, "甲"))


def test_nothing_is_said_of_a_statement_without_words(index, state):
    draft = Draft(index, 300)
    assert not draft.state(state(0, "。"))
    assert draft.lines == [] and draft.citations == []


def test_no_more_citations_than_allowed(index, state):
    draft = Draft(index, 10_000)
    told = [draft.state(state(number)) for number in range(10)]
    assert told == [True] * MAX_CITATIONS + [False] * (10 - MAX_CITATIONS)
    assert draft.state(state(0))  # what is cited may be said again
    assert marks(draft) == [*range(1, MAX_CITATIONS + 1), 1]


def test_a_long_span_is_cited_from_its_beginning(index, clauses):
    passage = clauses[-1]
    assert passage.end - passage.start > MAX_CITATION
    draft = Draft(index, 1000)
    draft.state(Statement("研发投入持续增长", passage, passage.start, passage.end))
    (citation,) = draft.citations
    assert (citation.start, citation.end) == (passage.start, passage.start + MAX_CITATION)
    assert citation.text == index.texts["a"][citation.start : citation.end]


def test_a_line_of_words_and_marks_is_told_whole_or_not_at_all(index, state):
    draft = Draft(index, 30)
    assert draft.tell(["甲100家", state(0), "，乙200家", state(1), "。"])
    assert draft.text == "甲100家[1]，乙200家[2]。"
    before = list(draft.citations)
    assert not draft.tell(["丙企业达到三百家", state(2), "。"])
    assert draft.text == "甲100家[1]，乙200家[2]。" and draft.citations == before


def test_a_line_that_needs_too_many_citations_leaves_none_behind(index, state):
    draft = Draft(index, 10_000)
    assert not draft.tell(["", *(state(number) for number in range(MAX_CITATIONS + 1))])
    assert draft.citations == [] and draft.lines == []


def test_a_draft_added_to_another_is_renumbered(index, clauses, state):
    one, other = Draft(index, 600), Draft(index, 600)
    one.state(state(0, "甲"))
    for number, words in ((1, "乙"), (0, "甲县的甲")):
        other.state(state(number, words))
    one.append(other)
    assert one.text == "甲[1]。\n乙[2]。\n甲县的甲[1]。"
    assert [citation.n for citation in one.citations] == [1, 2]
    assert [citation.text for citation in one.citations] == [clauses[0].text, clauses[1].text]
    assert [citation.n for citation in other.citations] == [1, 2]  # as it was


def test_a_line_that_stands_already_is_not_added_again(index, state):
    one, other = Draft(index, 600), Draft(index, 600)
    for draft in (one, other):
        draft.state(state(0, "甲"))
    one.append(other)
    assert one.text == "甲[1]。"


def test_what_has_no_room_is_left_out_with_its_citation(index, state):
    one, other = Draft(index, 20), Draft(index, 600)
    one.state(state(0, "甲"))
    other.state(state(1, "乙" * 30))
    one.append(other)
    assert one.text == "甲[1]。" and len(one.citations) == 1


def test_room_is_what_is_left(index):
    draft = Draft(index, 100)
    draft.say("资料中最接近的内容：")
    assert draft.room() == 100 - len("资料中最接近的内容：")


@given(st.lists(st.tuples(st.integers(0, 10), st.integers(1, 60)), max_size=12), st.integers(20, 400))
def test_every_citation_has_a_mark_and_every_mark_a_citation(index, clauses, chosen, limit):
    drafts = [Draft(index, limit), Draft(index, limit)]
    for place, (number, length) in enumerate(chosen):
        passage = clauses[number]
        drafts[place % 2].state(Statement(passage.text[:length], passage, passage.start, passage.end))
    drafts[0].append(drafts[1])
    for draft in drafts:
        assert sorted(set(marks(draft))) == [citation.n for citation in draft.citations] == list(range(1, len(draft.citations) + 1))
        assert len(draft.text) <= limit and len(draft.citations) <= MAX_CITATIONS
        assert all(citation.text == index.texts["a"][citation.start : citation.end] for citation in draft.citations)


def test_a_sentence_told_already_is_not_told_again_by_a_wider_citation(index, state, clauses):
    passage, whole = clauses[0], Draft(index, 2000)
    sentence = passage.text.split("。")[0]
    whole.state(state(0, sentence, "甲县"))
    other = Draft(index, 2000)
    other.state(Statement(sentence, passage, passage.start, passage.start + len(sentence), "甲县"))
    other.state(state(3))
    narrow = Draft(index, 2000)
    narrow.state(Statement(sentence, passage, passage.start, passage.start + len(sentence), "甲县"))
    narrow.append(whole)
    assert len(narrow.lines) == len(narrow.citations) == 1
    narrow.append(other)
    assert len(narrow.lines) == len(narrow.citations) == 2
