"""Figures with units that running text seldom has (千瓦, 标箱, 容积率) -> whether a profile reaches what a condition asks for."""

import re
from collections.abc import Iterator
from decimal import Decimal

from facts.profile import Profile
from facts.verdict import Verdict

NUMBER = r"(\d+(?:\.\d+)?)"
UNITS = (
    re.compile(rf"{NUMBER}(万)?(?:千瓦|kw)(?!时|h)"),
    re.compile(rf"{NUMBER}(万)?(?:兆瓦时|mwh)"),
    re.compile(rf"{NUMBER}(万)?(?:兆瓦|mw)(?!时|h)"),
    re.compile(rf"{NUMBER}(万)?个?标准?箱"),
    re.compile(rf"容积率[^\d,;。，]{{0,6}}{NUMBER}()"),
)
AT_MOST = re.compile(r"不超过|不高于|低于|以下|以内")


def bare_units(profile: Profile, body: str) -> Iterator[Verdict]:
    """Yield a verdict for each such figure of a condition."""
    for pattern in UNITS:
        asked = pattern.search(body)
        if not asked:
            continue
        told = pattern.search(profile.text)
        if told is None:
            yield "unknown"
            continue
        around = body[max(0, asked.start() - 4) : asked.start()] + asked.group() + body[asked.end() : asked.end() + 3]
        reached = _value(told) <= _value(asked) if AT_MOST.search(around) else _value(told) >= _value(asked)
        yield "met" if reached else "not_met"


def _value(match: re.Match[str]) -> Decimal:
    return Decimal(match[1]) * (10000 if match[2] else 1)
