"""A measure, what it pays, and the enterprise that asks: what every sum is reckoned from."""

from dataclasses import dataclass

from facts.judging import Judge
from facts.measure import Measure
from facts.payment import Terms


@dataclass(frozen=True, slots=True)
class Case:
    """One measure and one profile.

    Attributes:
        measure: the measure.
        judge: judges its words against the profile.
        terms: all that it pays.
        about: the words of the whole rule, with its name and what stands beside it.
    """

    measure: Measure
    judge: Judge
    terms: Terms
    about: str
