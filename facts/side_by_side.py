"""A measure that lists what its sums are for side by side, and a profile -> which of them are told."""

import re

from facts.judging import Judge
from facts.kernels import listed, told_among
from facts.measure import Amount, Measure

FIRST = re.compile(r"首次|新(?:认定|获评)")


def among(measure: Measure, judge: Judge, *, fresh: bool = True) -> list[Amount]:
    """Return those of the things that a measure lists side by side that a profile tells; none where it lists none, or none is told.

    Args:
        measure: the measure.
        judge: with the profile.
        fresh: where they must be new, what one has had for long is none.
    """
    words = re.sub(r"\s", "", measure.paying or measure.text)
    told = told_among(judge.profile, listed(measure.amounts, words), fresh=fresh and bool(FIRST.search(words)))
    return [measure.amounts[place] for place in sorted(told)]


def in_list(measure: Measure) -> int:
    """How many of the tiers of a measure stand in the list that it opens with."""
    return len(listed(measure.amounts, re.sub(r"\s", "", measure.paying or measure.text)))
