"""Words that describe an indicator instead of naming it, and indicators that one description may mean."""

import os.path
import re
import tomllib
from functools import lru_cache

from facts.indicators import link, load_indicators
from facts.terms import LEXICON
from retriever.rest import spoken

SHORTEST_SHARED = 5


def common_end(one: str, other: str) -> str:
    """Return the longest end that two names share.

    >>> common_end("发明专利拥有量", "专利拥有量")
    '专利拥有量'
    """
    return os.path.commonprefix([one[::-1], other[::-1]])[::-1]


@lru_cache(maxsize=2)
def described(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return the patterns by which questions describe indicators, the narrower first (facts/lexicon/english.toml, spoken.toml)."""
    rows = tomllib.loads((LEXICON / f"{language}.toml").read_text(encoding="utf-8"))[language]
    return tuple((row["id"], re.compile("|".join(row["patterns"]), re.I)) for row in rows)


def near_pairs() -> list[tuple[str, str]]:
    """Return pairs of near indicators whose names end alike, so that the common end alone may mean either."""
    pairs = [(one, other) for one, indicator in load_indicators().items() for other, _ in indicator.apart]
    return [(one, other) for one, other in pairs if len(end := common_end(one, other)) >= SHORTEST_SHARED and not end.startswith("占")]


def with_near(one: str) -> tuple[str, ...]:
    """Return an indicator with those near ones that a description may mean as well: the productivity of all staff or of all employed."""
    return (one, *(other for first, other in near_pairs() if first == one and not common_end(one, other).startswith("发明")))


def names_indicator(text: str) -> bool:
    """Tell whether a question names an indicator of the lexicon or describes one.

    >>> names_indicator("老百姓科学素养达标率几成"), names_indicator("红烧肉怎么做")
    (True, False)
    """
    body = spoken(text)
    return bool(link(body)) or any(pattern.search(body) for _, pattern in described("spoken"))
