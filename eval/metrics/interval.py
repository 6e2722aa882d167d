"""Values of questions -> a figure with its 95 % bootstrap interval, or the statement that there is none.

Source: Efron & Tibshirani, An Introduction to the Bootstrap (1993), section 13.3, percentile interval; constants used:
1000 resamples, seed 20261120.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray

RESAMPLES = 1000
SEED = 20261120
TAILS = (2.5, 97.5)
Statistic = Literal["mean", "p50", "p95"]
PERCENTILES: dict[Statistic, float] = {"p50": 50, "p95": 95}


@dataclass(frozen=True, slots=True)
class Estimate:
    """One figure.

    Attributes:
        value: the statistic over the defined values, or None where there are none.
        low: lower end of the 95 % interval, None below two values.
        high: upper end.
        n: how many values are defined.
        undefined: for how many questions the metric says nothing.
    """

    value: float | None
    low: float | None
    high: float | None
    n: int
    undefined: int


def estimate(values: Sequence[float | None], statistic: Statistic = "mean") -> Estimate:
    """Return the statistic of the defined values with its interval; the same values always give the same interval."""
    defined = np.array([value for value in values if value is not None], dtype=float)
    count = len(defined)
    if count == 0:
        return Estimate(None, None, None, 0, len(values))
    value = float(_reduce(defined[np.newaxis], statistic)[0])
    if count == 1:
        return Estimate(value, None, None, 1, len(values) - 1)
    low, high = np.percentile(_reduce(defined[resample_places(count)], statistic), TAILS)
    return Estimate(value, float(low), float(high), count, len(values) - count)


@lru_cache(maxsize=8)
def resample_places(count: int) -> NDArray[np.intp]:
    """Return which values stand in each resample, shape (RESAMPLES, count), drawn with replacement."""
    return np.random.default_rng(SEED).integers(0, count, size=(RESAMPLES, count))


def _reduce(samples: NDArray[np.float64], statistic: Statistic) -> NDArray[np.float64]:
    """Return the statistic of every row of an array of shape (rows, n); percentiles are interpolated linearly."""
    if statistic == "mean":
        return np.asarray(samples.mean(axis=1), dtype=float)
    return np.asarray(np.percentile(samples, PERCENTILES[statistic], axis=1), dtype=float)
