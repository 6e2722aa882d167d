"""How much of some words others say: by their pairs of characters, short forms written out."""

import re
import tomllib
from functools import lru_cache

from facts.terms import LEXICON

FILLER = re.compile(r"[的了对向为按且并和与或在以及、，。；;,.\s（）()“”\"·|每个家企业获得取得完成新]")


@lru_cache(maxsize=1)
def _short_forms() -> dict[str, str]:
    return dict(tomllib.loads((LEXICON / "traits.toml").read_text(encoding="utf-8"))["short"])


@lru_cache(maxsize=8192)
def pairs(words: str) -> frozenset[str]:
    """Return the pairs of characters of some words, little words left out."""
    for short, full in _short_forms().items():
        words = words.replace(short, full)
    body = FILLER.sub("", words)
    return frozenset(body[place : place + 2] for place in range(len(body) - 1))


def overlap(words: str, other: str) -> float:
    """Return the share of the pairs of characters of some words that others hold, little words left out."""
    mine = pairs(words)
    return len(mine & pairs(other)) / len(mine) if mine else 0.0
