"""Values of the same questions in two runs -> how far apart the runs are, and whether chance would do that.

Some metrics have a value for other questions in each run, such as the precision of refusals. So whole questions are
exchanged and drawn, a missing value with them, and each run's figure is taken over the values that it has.

Source: Smucker, Allan & Carterette, A comparison of statistical significance tests for information retrieval
evaluation (CIKM 2007): paired randomisation test, two-sided; constants used: 5000 rounds, seed 20261120. The interval
of the difference is a percentile bootstrap over questions.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from eval.metrics.interval import PERCENTILES, SEED, TAILS, Statistic, resample_places

ROUNDS = 5000
EQUAL = 1e-9  # values closer than this are a tie; scores are stored with six decimals
Values = Mapping[str, float | None]


@dataclass(frozen=True, slots=True)
class Difference:
    """How a metric differs between two runs.

    Attributes:
        before: the figure of the first run, None where no question has a value in it.
        after: that of the second.
        low: lower end of the 95 % interval of after - before, None below two questions or without a figure.
        high: upper end.
        p: probability of at least this difference if the runs were exchangeable, None as above. A percentile has none:
            exchanging questions moves it by leaps, so the test would see nothing. Its interval tells.
        n: questions with a value in either run.
        up: questions whose value is higher in the second run.
        down: questions whose value is lower.
        one_sided: questions with a value in one run only; they are neither up nor down.
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


def difference(before: Values, after: Values, statistic: Statistic = "mean") -> Difference:
    """Compare the values of two runs over the same questions.

    Args:
        before: values of the first run by question id.
        after: values of the second, of the same questions.
        statistic: how values become one figure.
    """
    pairs = [(name, first, after[name]) for name, first in before.items()]
    both = [(name, first, second) for name, first, second in pairs if first is not None and second is not None]
    up = tuple(name for name, first, second in both if second - first > EQUAL)
    down = tuple(name for name, first, second in both if first - second > EQUAL)
    known = [(first, second) for _, first, second in pairs if first is not None or second is not None]
    values = np.array(known, dtype=float).reshape(-1, 2).T  # a missing value is NaN from here to the end of this module
    old, new = (None if np.isnan(figure) else float(figure) for figure in _figures(values, statistic))
    low = high = p = None
    if len(known) > 1 and old is not None and new is not None:
        low, high = _interval(values, statistic)
        p = _p_value(values) if statistic == "mean" else None
    return Difference(old, new, low, high, p, len(known), up, down, len(known) - len(both))


def _figures(rows: NDArray[np.float64], statistic: Statistic) -> NDArray[np.float64]:
    """Return the statistic of the values in each row, NaN for a row without any; shape (rows, n) -> (rows,)."""
    if statistic == "mean":
        present = ~np.isnan(rows)
        counts = present.sum(axis=1)
        totals = np.where(present, rows, 0.0).sum(axis=1)
        return np.asarray(np.divide(totals, counts, out=np.full(len(rows), np.nan), where=counts > 0), dtype=float)
    figures = np.full(len(rows), np.nan)
    for place, row in enumerate(rows):
        if (present := row[~np.isnan(row)]).size:
            figures[place] = np.percentile(present, PERCENTILES[statistic])
    return figures


def _interval(values: NDArray[np.float64], statistic: Statistic) -> tuple[float, float]:
    """Return the 95 % interval of the difference; draws in which a run has no figure say nothing."""
    places = resample_places(values.shape[1])
    low, high = np.nanpercentile(_figures(values[1][places], statistic) - _figures(values[0][places], statistic), TAILS)
    return float(low), float(high)


def _p_value(values: NDArray[np.float64]) -> float:
    """Return the share of random exchanges, the observed one included, that part the means at least as far."""
    swap = np.random.default_rng(SEED).random((ROUNDS, values.shape[1])) < 0.5
    first, second = np.where(swap, values[1], values[0]), np.where(swap, values[0], values[1])
    apart = np.abs(_figures(second, "mean") - _figures(first, "mean"))
    seen = abs(float(np.diff(_figures(values, "mean"))[0]))
    told = apart[~np.isnan(apart)]
    return float((1 + np.count_nonzero(told >= seen - EQUAL)) / (len(told) + 1))
