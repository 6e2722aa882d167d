"""What an answer rests on: citations, figures, sentences and jurisdictions, against values worked out by hand."""

from dataclasses import replace

import pytest

from eval.answers import AnswerRow, Excerpt
from eval.metrics import citing, support
from eval.metrics.jurisdiction import wrong_jurisdiction

pytest_plugins = ("tests.gold_question",)


def test_citations(asked, answered):
    cited = (
        Excerpt("plan", "到2025年研发强度达到3.8%，", start=10, end=27),  # holds a quote
        Excerpt("plan", "高新技术企业", start=40, end=46),  # lies within one, and touches the next
        Excerpt("plan", "企业600家", start=44, end=50),  # both together hold it
        Excerpt("other", "研发强度达到3.8%", start=10, end=20),  # another document
        Excerpt("plan", "600"),  # too short to show anything
    )
    row = replace(answered, citations=cited)
    assert citing.cited_quotes(asked, row) == (True, True)
    assert citing.citation_recall(asked, row) == 1
    assert citing.citation_precision(asked, row) == 3 / 5
    assert citing.citation_length(asked, row) == pytest.approx((17 + 6 + 6 + 10 + 3) / 5)
    assert citing.citation_recall(asked, replace(row, citations=cited[:2])) == 1 / 2
    assert citing.citation_recall(replace(asked, any_evidence=True), replace(row, citations=cited[:2])) == 1
    assert citing.citation_recall(asked, answered) == 0
    assert citing.citation_precision(asked, answered) is None
    assert citing.citation_length(asked, answered) is None


def test_joining_keeps_apart_what_does_not_touch():
    apart = (Excerpt("plan", "甲乙", start=0, end=2), Excerpt("plan", "丙", start=3, end=4), Excerpt("late", "丁", start=2, end=3))
    assert sorted(item.text for item in citing.joined(apart)) == sorted(["甲乙", "丙", "丁"])
    inside = (Excerpt("plan", "甲乙丙", start=0, end=3), Excerpt("plan", "乙", start=1, end=2), Excerpt("plan", "丁", start=3, end=4))
    assert [item.text for item in citing.joined(inside)] == ["甲乙丙丁"]


def test_numbers_that_white_space_parts_are_two(asked):
    row = AnswerRow(
        "1", "", "2020年基数 2.85，2025年目标 3.6[1]。", False, citations=(Excerpt("plan", "投入占比 2.85 3.6", "2020年 2025年"),)
    )
    assert support.figures(row.answer) == ("2020", "2.85", "2025", "3.6")
    assert support.figure_support(asked, row) == 1
    assert support.figure_support(asked, replace(row, citations=(Excerpt("plan", "投入占比 12.85 3.61"),))) == 0


@pytest.mark.parametrize(
    ("answer", "share"),
    [
        ("甲达到3%[1]。乙达到4%。", 1 / 2),
        ("甲达到3%。[1] 乙达到4%。[2][3]", 1),
        ("共两项：\n甲；乙[1]。", 1),
        ("甲[1]\n乙", 1 / 2),
        ("……[1]", None),
        ("", None),
    ],
)
def test_sentences_have_a_source(answer, share, asked):
    assert support.sentences_sourced(asked, AnswerRow("1", "", answer, False)) == share
    assert support.sentences_sourced(asked, AnswerRow("1", "", answer, True)) is None


def test_sentences_that_stand_in_a_citation_need_no_mark_of_their_own(asked):
    quoted = Excerpt("plan", "支持 甲。支持乙。")
    row = AnswerRow("1", "", "某市：支持甲。支持乙。[1]", False, citations=(quoted,))
    assert support.sentences_sourced(asked, row) == 1
    assert support.sentences_sourced(asked, replace(row, answer="某市：支持丙。支持乙。[1]")) == 1 / 2


def test_figures_need_a_source(asked, answered):
    row = replace(
        answered, answer="2025年达到3.8%[1]，比2020年高0.9[2]，共1,200家。", citations=(Excerpt("plan", "达到3.8%", "目标 2025", "p1"),)
    )
    assert support.figures(row.answer) == ("2025", "3.8", "2020", "0.9", "1,200")
    assert support.figure_support(asked, row) == 2 / 5
    assert support.figure_support(asked, replace(row, results=("0.9",))) == 3 / 5
    hit = Excerpt("plan", "达到3.8%", "2020 基期", "p1")
    assert support.figure_support(asked, replace(row, hits=(hit,))) == 3 / 5
    assert support.figure_support(asked, replace(row, hits=(replace(hit, passage_id="p2"),))) == 2 / 5  # a hit that is not cited
    assert support.figure_support(asked, replace(row, answer="没有数字")) is None
    assert support.figure_support(asked, replace(row, abstained=True)) is None
    assert support.checks_passed(asked, replace(row, checks_ok=(True, False, True))) == 2 / 3
    assert support.checks_passed(asked, row) is None


def test_wrong_jurisdiction(asked, answered):
    regions = {"plan": "余姚市", "other": "宁波市"}
    mine, theirs = Excerpt("plan", "x"), Excerpt("other", "y")
    assert wrong_jurisdiction(asked, replace(answered, citations=(mine, theirs)), regions) == 0
    assert wrong_jurisdiction(asked, replace(answered, citations=(theirs,)), regions) == 1
    assert wrong_jurisdiction(asked, replace(answered, citations=(Excerpt("unknown", "y"),)), regions) == 1
    for row in (answered, replace(answered, citations=(theirs,), abstained=True)):
        assert wrong_jurisdiction(asked, row, regions) is None
    assert wrong_jurisdiction(asked, replace(answered, citations=(theirs,)), {}) is None
    assert wrong_jurisdiction(replace(asked, region=()), replace(answered, citations=(theirs,)), regions) is None
