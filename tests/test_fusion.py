"""Reciprocal rank fusion, by hand."""

import numpy as np
import pytest

from retriever.fusion import ranks, reciprocal_rank_fusion


def test_ties_share_the_better_rank():
    assert ranks(np.array([0.5, 0.9, 0.5, 0.1])).tolist() == [2, 1, 2, 4]


def test_fused_by_hand():
    lexical, dense = np.array([3.0, 1.0, 0.0]), np.array([0.1, 0.9, 0.5])
    fused = reciprocal_rank_fusion([lexical, dense], [1.0, 0.5], rrf_k=60)
    scale = 61 / 1.5
    assert fused.tolist() == pytest.approx([(1 / 61 + 0.5 / 63) * scale, (1 / 62 + 0.5 / 61) * scale, (0.5 / 62) * scale])


def test_best_everywhere_is_one():
    scores = np.array([0.9, 0.2])
    assert reciprocal_rank_fusion([scores, scores], [1.0, 0.4])[0] == pytest.approx(1.0)
