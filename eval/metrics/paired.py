"""Values of the same questions in two runs -> how far apart the runs are, and whether chance would do that.

Source: Smucker, Allan & Carterette, A comparison of statistical significance tests for information retrieval
evaluation (CIKM 2007): paired randomisation test, two-sided; constants used: 5000 rounds, seed 20261120. The interval
of the difference is a percentile bootstrap over questions.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from eval.metrics.interval import SEED, TAILS, Statistic, reduce_rows, resample_places

ROUNDS = 5000
EQUAL = 1e-9  # values closer than this are a tie; scores are stored with six decimals


@dataclass(frozen=True, slots=True)
class Difference:
    """How a metric differs between two runs, over the questions for which both have a value.

    Attributes:
        before: the statistic in the first run, None where no question has a value in both.
        after: in the second.
        low: lower end of the 95 % interval of after - before, None below two questions.
        high: upper end.
        p: probability of at least this mean difference if the runs were exchangeable, None below two questions. A
            percentile has none: exchanging pairs moves it by leaps, so the test would see nothing. Its interval tells.
        n: questions with a value in both.
        up: questions whose value is higher in the second run.
        down: questions whose value is lower.
        one_sided: questions with a value in one run only; they are in no figure here.
    """

    before: float | None
    after: float | None
    low: float | None
    high: float | None
    p: float | None
    n: int
    up: tuple[str, ...]
    down: tuple[str, ...]
    one_sided: int

    @property
    def delta(self) -> float | None:
        """Second run minus first."""
        return None if self.before is None or self.after is None else self.after - self.before


def difference(before: Mapping[str, float | None], after: Mapping[str, float | None], statistic: Statistic = "mean") -> Difference:
    """Compare the values of two runs over the same questions.

    Args:
        before: values of the first run by question id.
        after: values of the second, of the same questions.
        statistic: how values become one figure.
    """
    pairs = [(name, first, after[name]) for name, first in before.items()]
    both = [(name, first, second) for name, first, second in pairs if first is not None and second is not None]
    one_sided = sum((first is None) != (second is None) for _, first, second in pairs)
    up = tuple(name for name, first, second in both if second - first > EQUAL)
    down = tuple(name for name, first, second in both if first - second > EQUAL)
    if not both:
        return Difference(None, None, None, None, None, 0, up, down, one_sided)
    values = np.array([[first, second] for _, first, second in both], dtype=float).T
    old, new = (float(value) for value in reduce_rows(values, statistic))
    if len(both) == 1:
        return Difference(old, new, None, None, None, 1, up, down, one_sided)
    low, high = _interval(values, statistic)
    p = _p_value(values[1] - values[0]) if statistic == "mean" else None
    return Difference(old, new, low, high, p, len(both), up, down, one_sided)


def _interval(values: NDArray[np.float64], statistic: Statistic) -> tuple[float, float]:
    """Return the 95 % interval of the difference; values has shape (2, n)."""
    places = resample_places(values.shape[1])
    deltas = reduce_rows(values[1][places], statistic) - reduce_rows(values[0][places], statistic)
    low, high = np.percentile(deltas, TAILS)
    return float(low), float(high)


def _p_value(deltas: NDArray[np.float64]) -> float:
    """Return the share of random exchanges, the observed one included, that part the means at least as far."""
    signs = np.random.default_rng(SEED).choice((-1.0, 1.0), size=(ROUNDS, len(deltas)))
    apart = np.abs((signs * deltas).mean(axis=1))
    return float((1 + np.count_nonzero(apart >= abs(deltas.mean()) - EQUAL)) / (ROUNDS + 1))
