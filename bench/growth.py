"""Texts of doubling length -> seconds each: the structure parser must grow linearly."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import log
from time import perf_counter

from index.structure import parse_document

FIRST = 1_000  # characters of the shortest text
LONGEST = 1_000_000
PATIENCE_S = 3.0  # a text that took longer is the last of its kind
FITTED = 6  # longest lengths that the exponent is taken from: fixed costs blur the short ones
REPEATS = 3


@dataclass(frozen=True, slots=True)
class Growth:
    """Best of REPEATS for each length.

    Attributes:
        characters: lengths of the texts, each twice the one before.
        seconds: time of each.
        exponent: slope of log(seconds) over log(characters) by least squares, over the longest FITTED lengths; 1 is
            linear, 2 quadratic.
    """

    characters: tuple[int, ...]
    seconds: tuple[float, ...]
    exponent: float


def exponent(sizes: Sequence[float], times: Sequence[float]) -> float:
    """Return the power of a size that a time grows with.

    >>> exponent([1, 2, 4], [3.0, 6.0, 12.0])
    1.0
    >>> exponent([1, 2, 4], [1.0, 4.0, 16.0])
    2.0
    """
    xs, ys = [log(size) for size in sizes], [log(time) for time in times]
    mean_x, mean_y = sum(xs) / len(xs), sum(ys) / len(ys)
    slope = sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys, strict=True)) / sum((x - mean_x) ** 2 for x in xs)
    return round(slope, 3)


def measure_growth(text: str) -> Growth:
    """Parse a text repeated to 1000, 2000, 4000 … characters, until it is LONGEST or PATIENCE_S is used up."""
    sizes: list[int] = []
    seconds: list[float] = []
    size = FIRST
    while len(sizes) < 2 or (size <= LONGEST and seconds[-1] < PATIENCE_S):
        source = (text * (size // len(text) + 1))[:size]
        sizes.append(size)
        seconds.append(min(_parse_seconds(source) for _ in range(REPEATS)))
        size *= 2
    return Growth(tuple(sizes), tuple(seconds), exponent(sizes[-FITTED:], seconds[-FITTED:]))


def _parse_seconds(text: str) -> float:
    started = perf_counter()
    parse_document(text)
    return perf_counter() - started
