"""The risk-coverage curve, worked out by hand."""

import pytest

from eval.metrics.risk import Answered, CurvePoint, RiskCurve, coverage_at, risk_curve


def test_a_curve_by_hand():
    # five questions, one of them refused; by falling confidence right, wrong, right, wrong
    answered = [Answered(0.2, False), Answered(0.9, True), Answered(0.5, True), Answered(0.8, False)]
    curve = risk_curve(answered, 5)
    assert curve.points == (
        CurvePoint(0.9, 1 / 5, 0),
        CurvePoint(0.8, 2 / 5, 1 / 2),
        CurvePoint(0.5, 3 / 5, 1 / 3),
        CurvePoint(0.2, 4 / 5, 1 / 2),
    )
    assert curve.area == pytest.approx((0 + 1 / 2 + 1 / 3 + 1 / 2) / 4)
    assert coverage_at(curve, 0.4) == 3 / 5
    assert coverage_at(curve, 0.5) == 4 / 5
    assert coverage_at(curve, 0.0) == 1 / 5


def test_equal_confidence_makes_one_point_whatever_the_order():
    answered = [Answered(0.5, True), Answered(0.5, False), Answered(0.9, True)]
    expected = (CurvePoint(0.9, 1 / 4, 0), CurvePoint(0.5, 3 / 4, 1 / 3))
    assert risk_curve(answered, 4).points == expected
    assert risk_curve(answered[::-1], 4).points == expected
    assert risk_curve(answered, 4).area == pytest.approx((0 + 1 / 3 + 1 / 3) / 3)


def test_nothing_answered_has_no_area():
    assert risk_curve([], 3, 2) == RiskCurve((), None, 2)
    assert coverage_at(risk_curve([], 3), 0.5) == 0
