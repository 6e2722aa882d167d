"""Each metric against values worked out by hand, and the library's against another implementation."""

from dataclasses import replace
from math import log2

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import ndcg_score

from eval.answers import AnswerRow, Excerpt
from eval.gold import Evidence, GoldQuestion
from eval.metrics import citing, evidence, points, refusing, support
from eval.metrics.interval import Estimate, estimate
from eval.metrics.jurisdiction import wrong_jurisdiction
from eval.metrics.ranking import rank_values
from eval.metrics.table import METRICS, question_values

A, B = Evidence("plan", "研发强度达到3.8%"), Evidence("plan", "高新技术企业600家")
GOLD = GoldQuestion(
    "1",
    "目标？",
    "official",
    "target",
    (),
    True,
    "3.8%、600家",
    (("3.8%",), ("600家", "六百家")),
    ("2.9%",),
    (A, B),
    False,
    region=("余姚",),
)
HITS = (
    Excerpt("other", "研发强度达到3.8%"),  # the right words in another document
    Excerpt("plan", "到2025年 研发强度\n达到３.８％。"),
    Excerpt("plan", "研发强度达到3.8%（重复）"),
    Excerpt("plan", "600家 | 450家", context="指标：高新技术企业"),  # the quote begins in the context
)
ROW = AnswerRow("1", "目标？", "达到3.8%[1]，高企六百家[2]。", False, hits=HITS)


def ranked(gold, row):
    found = rank_values({gold.id: evidence.gains(gold, row)})
    return found["mrr"][gold.id], found["ndcg@10"][gold.id]


def test_a_quote_is_found_in_its_document_only_and_may_begin_in_the_context():
    assert evidence.ranks_found((A, B), HITS) == (2, 4)
    assert evidence.ranks_found((Evidence("plan", "没有这句话在这里"),), HITS) == (None,)
    assert evidence.ranks_found((A,), ()) == (None,)


@pytest.mark.parametrize(("k", "both", "share", "any_one"), [(1, 0, 0, 0), (2, 0, 0.5, 1), (3, 0, 0.5, 1), (4, 1, 1, 1), (10, 1, 1, 1)])
def test_evidence_recall(k, both, share, any_one):
    assert evidence.recall_all(GOLD, ROW, k) == both
    assert evidence.recall_each(GOLD, ROW, k) == share
    loose = replace(GOLD, any_evidence=True)
    assert evidence.recall_all(loose, ROW, k) == evidence.recall_each(loose, ROW, k) == any_one


def test_what_cannot_be_judged_has_no_value():
    unanswerable = replace(GOLD, answerable=False, must=())
    for gold in (unanswerable, replace(GOLD, evidence=())):
        assert evidence.recall_all(gold, ROW, 5) is None
        assert citing.citation_recall(gold, ROW) is None
        assert citing.citation_precision(gold, ROW) is None
    assert points.answer_right(unanswerable, ROW) is None
    assert points.right(replace(GOLD, must=()), ROW) is None
    assert points.numeric_recall(replace(GOLD, must=(("甬江实验室",),)), ROW) is None
    assert points.forbidden_rate(replace(GOLD, must_not=()), ROW) is None


def test_gains_count_a_quote_once():
    assert evidence.gains(GOLD, ROW) == ([0, 1, 0, 1], 0)
    assert evidence.gains(GOLD, replace(ROW, hits=HITS[:3])) == ([0, 1, 0], 1)
    assert evidence.gains(replace(GOLD, any_evidence=True), ROW) == ([0, 1, 0, 0], 0)
    assert evidence.gains(replace(GOLD, any_evidence=True), replace(ROW, hits=())) == ([], 1)
    one_hit = replace(ROW, hits=(Excerpt("plan", "研发强度达到3.8%，高新技术企业600家"),))
    assert evidence.gains(GOLD, one_hit) == ([2], 0)


def test_ranking_metrics_by_hand():
    # gains 0 1 0 1; ideal 1 1
    assert ranked(GOLD, ROW) == pytest.approx((1 / 2, (1 / log2(3) + 1 / log2(5)) / (1 / log2(2) + 1 / log2(3))))
    # the second quote is missed, but the ideal ranking still holds it
    assert ranked(GOLD, replace(ROW, hits=HITS[:3])) == pytest.approx((1 / 2, (1 / log2(3)) / (1 + 1 / log2(3))))
    # any is enough: gains 0 1 0 0; ideal 1
    assert ranked(replace(GOLD, any_evidence=True), ROW) == pytest.approx((1 / 2, 1 / log2(3)))
    # both quotes in the first hit are as good as can be
    assert ranked(GOLD, replace(ROW, hits=(Excerpt("plan", "研发强度达到3.8%，高新技术企业600家"),))) == (1, 1)
    assert ranked(GOLD, replace(ROW, hits=())) == (0, 0)
    assert ranked(GOLD, replace(ROW, hits=HITS[:1])) == (0, 0)
    assert rank_values({}) == {"mrr": {}, "ndcg@10": {}}


@settings(deadline=None, max_examples=60)
@given(st.lists(st.integers(0, 3), min_size=0, max_size=15), st.integers(0, 3))
def test_ranking_metrics_against_another_implementation(gains, missed):
    found = rank_values({"q": (gains, missed)})
    relevance = gains + [0] * (10 - len(gains)) + [1] * missed + [0]  # what was missed stands beyond the depth
    order = [-float(place) for place in range(len(relevance))]
    assert found["ndcg@10"]["q"] == pytest.approx(ndcg_score([relevance], [order], k=10))
    first = next((rank for rank, gain in enumerate(gains, 1) if gain), None)
    assert found["mrr"]["q"] == pytest.approx(1 / first if first else 0)


def test_points_and_rightness():
    assert points.made_points(GOLD, ROW) == (True, True)
    assert points.right(GOLD, ROW) == 1
    assert points.point_recall(GOLD, replace(ROW, answer="达到3.8%")) == 1 / 2
    assert points.right(GOLD, replace(ROW, answer="达到3.8%")) == 0
    assert points.right(GOLD, replace(ROW, answer="达到3.8%，600家，2020年为2.9%")) == 0
    assert points.right(GOLD, replace(ROW, answer="达到3.8%，600家，2020年为12.9%")) == 1  # another number
    assert points.right(GOLD, replace(ROW, abstained=True)) == 0
    assert points.right(GOLD, replace(ROW, error="RuntimeError: x")) == 0
    assert points.numeric_recall(replace(GOLD, must=(("3.8%",), ("甬江",))), ROW) == 1


def test_unanswerable_is_right_when_refused():
    gold = replace(GOLD, answerable=False, must=(), evidence=())
    assert points.right(gold, ROW) == 0
    assert points.right(gold, replace(ROW, abstained=True)) == 1
    assert points.right(gold, replace(ROW, abstained=True, error="x")) == 0


def test_length_depends_on_the_kind_of_question():
    assert points.too_long(GOLD, replace(ROW, answer="长" * 300)) == 0
    assert points.too_long(GOLD, replace(ROW, answer="长" * 301)) == 1
    assert points.too_long(replace(GOLD, type="list"), replace(ROW, answer="长" * 800)) == 0
    assert points.too_long(replace(GOLD, type="list"), replace(ROW, answer="长" * 801)) == 1


def test_citations():
    cited = (
        Excerpt("plan", "到2025年研发强度达到3.8%，", start=10, end=27),  # holds a quote
        Excerpt("plan", "高新技术企业", start=40, end=46),  # lies within one, and touches the next
        Excerpt("plan", "企业600家", start=44, end=50),  # both together hold it
        Excerpt("other", "研发强度达到3.8%", start=10, end=20),  # another document
        Excerpt("plan", "600"),  # too short to show anything
    )
    row = replace(ROW, citations=cited)
    assert citing.cited_quotes(GOLD, row) == (True, True)
    assert citing.citation_recall(GOLD, row) == 1
    assert citing.citation_precision(GOLD, row) == 3 / 5
    assert citing.citation_length(GOLD, row) == pytest.approx((17 + 6 + 6 + 10 + 3) / 5)
    assert citing.citation_recall(GOLD, replace(row, citations=cited[:2])) == 1 / 2
    assert citing.citation_recall(replace(GOLD, any_evidence=True), replace(row, citations=cited[:2])) == 1
    assert citing.citation_recall(GOLD, ROW) == 0
    assert citing.citation_precision(GOLD, ROW) is None
    assert citing.citation_length(GOLD, ROW) is None


def test_joining_keeps_apart_what_does_not_touch():
    apart = (Excerpt("plan", "甲乙", start=0, end=2), Excerpt("plan", "丙", start=3, end=4), Excerpt("late", "丁", start=2, end=3))
    assert sorted(item.text for item in citing.joined(apart)) == sorted(["甲乙", "丙", "丁"])
    inside = (Excerpt("plan", "甲乙丙", start=0, end=3), Excerpt("plan", "乙", start=1, end=2), Excerpt("plan", "丁", start=3, end=4))
    assert [item.text for item in citing.joined(inside)] == ["甲乙丙丁"]


def test_refusals():
    unanswerable = replace(GOLD, answerable=False)
    refused = replace(ROW, abstained=True)
    table = [(GOLD, ROW), (GOLD, refused), (unanswerable, ROW), (unanswerable, refused)]
    assert [refusing.refusal_precision(*pair) for pair in table] == [None, 0, None, 1]
    assert [refusing.refusal_recall(*pair) for pair in table] == [None, None, 0, 1]
    assert [refusing.wrong_refusal(*pair) for pair in table] == [0, 1, None, None]


def test_numbers_that_white_space_parts_are_two():
    row = AnswerRow(
        "1", "", "2020年基数 2.85，2025年目标 3.6[1]。", False, citations=(Excerpt("plan", "投入占比 2.85 3.6", "2020年 2025年"),)
    )
    assert support.figures(row.answer) == ("2020", "2.85", "2025", "3.6")
    assert support.figure_support(GOLD, row) == 1
    assert support.figure_support(GOLD, replace(row, citations=(Excerpt("plan", "投入占比 12.85 3.61"),))) == 0


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
def test_sentences_have_a_source(answer, share):
    assert support.sentences_sourced(GOLD, AnswerRow("1", "", answer, False)) == share
    assert support.sentences_sourced(GOLD, AnswerRow("1", "", answer, True)) is None


def test_sentences_that_stand_in_a_citation_need_no_mark_of_their_own():
    quoted = Excerpt("plan", "支持 甲。支持乙。")
    row = AnswerRow("1", "", "某市：支持甲。支持乙。[1]", False, citations=(quoted,))
    assert support.sentences_sourced(GOLD, row) == 1
    assert support.sentences_sourced(GOLD, replace(row, answer="某市：支持丙。支持乙。[1]")) == 1 / 2


def test_figures_need_a_source():
    row = replace(
        ROW, answer="2025年达到3.8%[1]，比2020年高0.9[2]，共1,200家。", citations=(Excerpt("plan", "达到3.8%", "目标 2025", "p1"),)
    )
    assert support.figures(row.answer) == ("2025", "3.8", "2020", "0.9", "1,200")
    assert support.figure_support(GOLD, row) == 2 / 5
    assert support.figure_support(GOLD, replace(row, results=("0.9",))) == 3 / 5
    hit = Excerpt("plan", "达到3.8%", "2020 基期", "p1")
    assert support.figure_support(GOLD, replace(row, hits=(hit,))) == 3 / 5
    assert support.figure_support(GOLD, replace(row, hits=(replace(hit, passage_id="p2"),))) == 2 / 5  # a hit that is not cited
    assert support.figure_support(GOLD, replace(row, answer="没有数字")) is None
    assert support.figure_support(GOLD, replace(row, abstained=True)) is None
    assert support.checks_passed(GOLD, replace(row, checks_ok=(True, False, True))) == 2 / 3
    assert support.checks_passed(GOLD, row) is None


def test_wrong_jurisdiction():
    regions = {"plan": "余姚市", "other": "宁波市"}
    mine, theirs = Excerpt("plan", "x"), Excerpt("other", "y")
    assert wrong_jurisdiction(GOLD, replace(ROW, citations=(mine, theirs)), regions) == 0
    assert wrong_jurisdiction(GOLD, replace(ROW, citations=(theirs,)), regions) == 1
    assert wrong_jurisdiction(GOLD, replace(ROW, citations=(Excerpt("unknown", "y"),)), regions) == 1
    for row in (ROW, replace(ROW, citations=(theirs,), abstained=True)):
        assert wrong_jurisdiction(GOLD, row, regions) is None
    assert wrong_jurisdiction(GOLD, replace(ROW, citations=(theirs,)), {}) is None
    assert wrong_jurisdiction(replace(GOLD, region=()), replace(ROW, citations=(theirs,)), regions) is None


def test_estimates():
    assert estimate([]) == Estimate(None, None, None, 0, 0)
    assert estimate([None, None]) == Estimate(None, None, None, 0, 2)
    assert estimate([None, 0.5]) == Estimate(0.5, None, None, 1, 1)
    assert estimate([1.0] * 5) == Estimate(1.0, 1.0, 1.0, 5, 0)
    assert estimate([10.0, 20.0, 30.0, 40.0], "p50").value == 25
    assert estimate([float(value) for value in range(101)], "p95").value == 95


def test_an_interval_agrees_with_the_normal_one_and_with_itself():
    values = [1.0] * 80 + [0.0] * 20 + [None]
    found = estimate(values)
    half = 1.96 * (0.8 * 0.2 / 100) ** 0.5
    assert found.value == 0.8
    assert (found.low, found.high) == (pytest.approx(0.8 - half, abs=0.02), pytest.approx(0.8 + half, abs=0.02))
    assert (found.n, found.undefined) == (100, 1)
    assert estimate(values) == found


def test_every_metric_has_values_and_every_value_a_metric():
    values = question_values([GOLD], {"1": ROW}, {})
    assert {metric.source or metric.name for metric in METRICS} == set(values)
    assert len({metric.name for metric in METRICS}) == len(METRICS)
    assert values["latency"] == {"1": None}
