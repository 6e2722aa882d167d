"""What was found: each metric against values worked out by hand, the library's against another implementation."""

from dataclasses import replace
from math import log2

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sklearn.metrics import ndcg_score

from eval.answers import Excerpt
from eval.gold import Evidence
from eval.metrics import evidence
from eval.metrics.ranking import rank_values

pytest_plugins = ("tests.gold_question",)


def ranked(gold, row):
    found = rank_values({gold.id: evidence.gains(gold, row)})
    return found["mrr"][gold.id], found["ndcg@10"][gold.id]


def test_a_quote_is_found_in_its_document_only_and_may_begin_in_the_context(asked, answered):
    assert evidence.ranks_found(asked.evidence, answered.hits) == (2, 4)
    assert evidence.ranks_found((Evidence("plan", "没有这句话在这里"),), answered.hits) == (None,)
    assert evidence.ranks_found(asked.evidence[:1], ()) == (None,)


@pytest.mark.parametrize(("k", "both", "share", "any_one"), [(1, 0, 0, 0), (2, 0, 0.5, 1), (3, 0, 0.5, 1), (4, 1, 1, 1), (10, 1, 1, 1)])
def test_evidence_recall(k, both, share, any_one, asked, answered):
    assert evidence.recall_all(asked, answered, k) == both
    assert evidence.recall_each(asked, answered, k) == share
    loose = replace(asked, any_evidence=True)
    assert evidence.recall_all(loose, answered, k) == evidence.recall_each(loose, answered, k) == any_one


def test_gains_count_a_quote_once(asked, answered):
    assert evidence.gains(asked, answered) == ([0, 1, 0, 1], 0)
    assert evidence.gains(asked, replace(answered, hits=answered.hits[:3])) == ([0, 1, 0], 1)
    assert evidence.gains(replace(asked, any_evidence=True), answered) == ([0, 1, 0, 0], 0)
    assert evidence.gains(replace(asked, any_evidence=True), replace(answered, hits=())) == ([], 1)
    one_hit = replace(answered, hits=(Excerpt("plan", "研发强度达到3.8%，高新技术企业600家"),))
    assert evidence.gains(asked, one_hit) == ([2], 0)


def test_ranking_metrics_by_hand(asked, answered):
    # gains 0 1 0 1; ideal 1 1
    assert ranked(asked, answered) == pytest.approx((1 / 2, (1 / log2(3) + 1 / log2(5)) / (1 / log2(2) + 1 / log2(3))))
    # the second quote is missed, but the ideal ranking still holds it
    assert ranked(asked, replace(answered, hits=answered.hits[:3])) == pytest.approx((1 / 2, (1 / log2(3)) / (1 + 1 / log2(3))))
    # any is enough: gains 0 1 0 0; ideal 1
    assert ranked(replace(asked, any_evidence=True), answered) == pytest.approx((1 / 2, 1 / log2(3)))
    # both quotes in the first hit are as good as can be
    assert ranked(asked, replace(answered, hits=(Excerpt("plan", "研发强度达到3.8%，高新技术企业600家"),))) == (1, 1)
    assert ranked(asked, replace(answered, hits=())) == (0, 0)
    assert ranked(asked, replace(answered, hits=answered.hits[:1])) == (0, 0)
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
