"""What an enterprise tells -> its stretches, each told how near it is to what a rule is about."""

import re
from dataclasses import dataclass
from functools import lru_cache

from facts.likeness import core, pairs
from facts.traits import said_in

STOP = re.compile(r"[;；。\n？?！!]|[,，](?=另外|此外|同时|还有|去年还|今年还|又(?=评|获|新)|还(?=新?评|新?获|参加|买|做|上了|招))")
TRAIT, PAIR = 3, 1


@dataclass(frozen=True, slots=True)
class Episode:
    """A stretch of a profile that tells of one thing, [start, end) in its text, and how near it is to what is asked."""

    start: int
    end: int
    nearness: int


@lru_cache(maxsize=8192)
def episodes(text: str, about: str) -> tuple[Episode, ...]:
    """Return the stretches of a text in its order, each with what it shares with some words.

    >>> [item.nearness > 0 for item in episodes("我们做阀门。技改备过案,已经投产。", "技术改造项目经备案")]
    [False, True]
    """
    ends = [match.start() for match in STOP.finditer(text)] + [len(text)]
    starts = [0, *(end + 1 for end in ends[:-1])]
    wanted, traits = pairs(core(about)), {said.id for said in said_in(about)}
    found = []
    for start, end in zip(starts, ends, strict=True):
        words = text[start:end]
        if words.strip():
            shared = len(wanted & pairs(words)) * PAIR + len(traits & {said.id for said in said_in(words)}) * TRAIT
            found.append(Episode(start, end, shared))
    return tuple(found)
