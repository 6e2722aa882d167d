"""Values of questions -> a figure with its interval."""

import pytest

from eval.metrics.interval import Estimate, estimate


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
