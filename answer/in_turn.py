"""A sentence that tells names and then their figures in turn (甲、乙分别从3家、5家增至6家和9家) -> the name of each figure."""

import re
from collections.abc import Sequence

from answer.plain import bare

NAMES = re.compile(r"(?:^|[，,。；;：:])(?P<names>[^，,。；;：:]*?[^，,。；;：:\s])(?:分别|依次)")
BETWEEN = re.compile(r"\s*(?:、|和|及|与|以及)\s*")
STOP = re.compile(r"[。；;！？!?\n]")
FEWEST = 2


def names_in_turn(text: str, spans: Sequence[tuple[int, int]]) -> dict[int, str]:
    """Return by its place the name of each figure that one of as many names is told of in turn.

    Args:
        text: a plain text.
        spans: where its figures stand, in order.

    >>> names_in_turn("高企、科小分别从3家、5家增至6家和9家", [(8, 10), (11, 13), (15, 17), (18, 20)])
    {0: '高企', 1: '科小', 2: '高企', 3: '科小'}
    """
    found: dict[int, str] = {}
    for listed in NAMES.finditer(text):
        names = [name for name in BETWEEN.split(listed["names"]) if bare(name)]
        stop = STOP.search(text, listed.end())
        last = stop.start() if stop else len(text)
        for run in _runs(text, [place for place, (start, end) in enumerate(spans) if listed.end() <= start and end <= last], spans):
            if len(run) == len(names) >= FEWEST:
                found |= dict(zip(run, names, strict=True))
            else:
                break  # what is told behind it may be of something else
    return found


def _runs(text: str, places: Sequence[int], spans: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Figures in runs, each parted from the next by no more than a mark or a word that adds it; the first clauses alone."""
    runs: list[list[int]] = []
    for place in places:
        joined = runs and BETWEEN.fullmatch(text[spans[runs[-1][-1]][1] : spans[place][0]])
        if joined:
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs
