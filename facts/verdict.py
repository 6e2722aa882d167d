"""Verdicts on single things -> the verdict on all of them, or on any."""

from collections.abc import Iterable
from typing import Literal

Verdict = Literal["met", "not_met", "unknown"]
TURNED: dict[Verdict, Verdict] = {"met": "not_met", "not_met": "met", "unknown": "unknown"}  # of what is asked to be otherwise


def every(verdicts: Iterable[Verdict]) -> Verdict:
    """Return what comes of things that must all hold."""
    found = set(verdicts)
    return "not_met" if "not_met" in found else "unknown" if "unknown" in found else "met"


def either(verdicts: Iterable[Verdict]) -> Verdict:
    """Return what comes of things of which one must hold."""
    found = set(verdicts)
    return "met" if "met" in found else "unknown" if "unknown" in found else "not_met"
