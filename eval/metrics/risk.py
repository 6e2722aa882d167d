"""Confidence and rightness -> the risk-coverage curve: how often a system errs when it answers only what it is sure of.

Source: El-Yaniv & Wiener, On the foundations of noise-free selective classification, JMLR 11 (2010), section 2.
Coverage is the share of all questions that are answered, risk the share of wrong answers among them. Refused
questions are never answered, so coverage ends at the share of questions that the system does not refuse.
"""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answered:
    """One question that was not refused: how sure the system is, higher is surer, and whether it is right."""

    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """What is reached by answering everything at or above a confidence."""

    threshold: float
    coverage: float
    risk: float


@dataclass(frozen=True, slots=True)
class RiskCurve:
    """The curve of a run.

    Attributes:
        points: by falling threshold.
        area: mean risk over the answered questions (AURC), None without points; lower is better.
        without_confidence: answered questions that lie on no point, for want of a confidence or a judgment.
    """

    points: tuple[CurvePoint, ...]
    area: float | None
    without_confidence: int


def risk_curve(answered: Iterable[Answered], total: int, without_confidence: int = 0) -> RiskCurve:
    """Return the curve.

    Args:
        answered: the questions that were answered and can be judged.
        total: all questions of the run, refused ones included.
        without_confidence: answered questions that are not among those given.
    """
    ordered = sorted(answered, key=lambda item: -item.confidence)
    points: list[CurvePoint] = []
    wrong = 0
    area = 0.0
    for count, item in enumerate(ordered, 1):
        wrong += not item.right
        if count < len(ordered) and ordered[count].confidence == item.confidence:
            continue  # no threshold parts questions of equal confidence
        before = round(points[-1].coverage * total) if points else 0
        points.append(CurvePoint(item.confidence, count / total, wrong / count))
        area += (count - before) * wrong / count
    return RiskCurve(tuple(points), area / len(ordered) if ordered else None, without_confidence)


def coverage_at(curve: RiskCurve, risk: float) -> float:
    """Return the largest coverage at which the risk is at most this; 0 where there is none."""
    return max((point.coverage for point in curve.points if point.risk <= risk), default=0.0)
