"""Rows of a file that hold nothing but a figure -> those that are page numbers: set far in, between others, a page apart, or alone."""

import re
from collections.abc import Mapping
from itertools import pairwise
from statistics import median

BARE = re.compile(r"\s*(?P<number>\d{1,3})\s*")
SET_IN = re.compile(r"[ \t\u3000]{6,}(?P<number>\d{1,3})\s*$")  # a bare figure in the middle of its row or at its right end
FEWEST_SET_IN = 2
FEWEST_GAPS = 2  # pages between numbered ones
FEWEST_PAGES = 4
SHORTEST_PAGE = 20  # rows
UNEVEN = 2.0  # how far a page may be from the usual length, either way
FEWEST_CHARACTERS = 150  # of a page that is told by its text
UNEVEN_TEXT = 4.0  # how far its text may be from the usual length, either way


def set_in_numbers(rows: list[str]) -> set[int]:
    """The places of bare figures that are set far in and count up one by one through the file from the first page on."""
    numbers = {place: int(match["number"]) for place, row in enumerate(rows) if (match := SET_IN.fullmatch(row))}
    counts = list(numbers.values())
    if len(counts) < FEWEST_SET_IN or counts[0] not in (1, 2) or any(other != one + 1 for one, other in pairwise(counts)):
        return set()
    return set(numbers)


def alternate_numbers(rows: list[str], marked: Mapping[int, int]) -> set[int]:
    """The places of bare figures that number every second page, where the others have a number with dashes.

    Args:
        rows: rows of a file.
        marked: the page numbers known, by their places.
    """
    known = sorted(marked.items())
    gaps = [(one, other) for one, other in pairwise(known) if other[1] == one[1] + 2]
    if len(gaps) < FEWEST_GAPS or len(gaps) + 1 < len(known):
        return set()
    half = int(median(other[0] - one[0] for one, other in gaps) / 2)
    found = {_nearest(rows, one[1] + 1, (one[0] + other[0]) // 2, (other[0] - one[0]) // 4) for one, other in gaps}
    if None in found:
        return set()
    first, last = known[0], known[-1]
    found |= {_nearest(rows, first[1] - 1, first[0] - half, half // 2), _nearest(rows, last[1] + 1, last[0] + half, half // 2)}
    return {place for place in found if place is not None}


def page_apart_numbers(rows: list[str]) -> set[int]:
    """The places of bare figures that count up from the first page on, each about a page behind the one before."""
    numbers = [(place, int(match["number"])) for place, row in enumerate(rows) if (match := BARE.fullmatch(row))]
    for start, (place, number) in enumerate(numbers):
        if number not in (1, 2):
            continue
        chain = [place]
        for other, count in numbers[start + 1 :]:
            if count == number + len(chain) and other - chain[-1] >= SHORTEST_PAGE:
                chain.append(other)
        lengths = [other - one for one, other in pairwise(chain)]
        usual = median(lengths) if lengths else 0.0
        if len(chain) >= FEWEST_PAGES and all(usual / UNEVEN <= length <= usual * UNEVEN for length in lengths):
            return set(chain)
    return set()


def lone_numbers(rows: list[str]) -> set[int]:
    """The places of bare figures between blank rows that count pages up, some left out; all such figures of the file, or none."""
    padded = ["", *rows, ""]
    found = [(place, match) for place, row in enumerate(rows) if (match := BARE.fullmatch(row))]
    numbers = [(place, int(match["number"])) for place, match in found if not (padded[place].strip() or padded[place + 2].strip())]
    steps = list(pairwise(numbers))
    if len(numbers) < FEWEST_PAGES or numbers[0][1] > FEWEST_PAGES or any(one[1] >= other[1] for one, other in steps):
        return set()
    texts = [sum(len(row.strip()) for row in rows[one[0] + 1 : other[0]]) / (other[1] - one[1]) for one, other in steps]
    usual = median(texts)
    even = all(usual / UNEVEN_TEXT <= text <= usual * UNEVEN_TEXT for text in texts)
    return {place for place, _ in numbers} if even and usual >= FEWEST_CHARACTERS else set()


def _nearest(rows: list[str], number: int, place: int, reach: int) -> int | None:
    """The row nearest to a place that holds nothing but a number, None where none within reach does."""
    near = range(max(0, place - reach), min(len(rows), place + reach + 1))
    held = [at for at in near if (match := BARE.fullmatch(rows[at])) and int(match["number"]) == number]
    return min(held, key=lambda at: (abs(at - place), at), default=None)
