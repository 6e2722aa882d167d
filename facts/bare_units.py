"""Figures with units that running text seldom has (千瓦, 标箱, 容积率) -> whether a profile reaches what a condition asks for."""

import re
from collections.abc import Iterator
from decimal import Decimal

from facts.days import number
from facts.profile import Profile
from facts.verdict import Verdict

NUMBER = r"(\d+(?:\.\d+)?)"
UNITS = (
    re.compile(rf"{NUMBER}(万)?(?:千瓦|kw)(?!时|h)"),
    re.compile(rf"{NUMBER}(万)?(?:兆瓦时|mwh)"),
    re.compile(rf"{NUMBER}(万)?(?:兆瓦|mw)(?!时|h)"),
    re.compile(rf"{NUMBER}(万)?个?标准?箱"),
    re.compile(rf"容积率[^\d,;。，]{{0,6}}{NUMBER}()"),
    re.compile(r"(?<![共总建盖高])(\d{1,2}|[一二三四五六七八九十]{1,2})()(?:层|楼)(?!楼|高|厂)"),
)
AT_MOST = re.compile(r"不超过|不高于|低于|以下|以内")


def bare_units(profile: Profile, body: str) -> Iterator[Verdict]:
    """Yield a verdict for each such figure of a condition."""
    for pattern in UNITS:
        asked = pattern.search(body)
        if not asked:
            continue
        told = list(pattern.finditer(profile.text))
        if not told:
            yield "unknown"
            continue
        around = body[max(0, asked.start() - 4) : asked.start()] + asked.group() + body[asked.end() : asked.end() + 3]
        limit, most = _value(asked), AT_MOST.search(around)
        yield "met" if any(_value(one) <= limit if most else _value(one) >= limit for one in told) else "not_met"


def _value(match: re.Match[str]) -> Decimal:
    return Decimal(number(match[1]) or 0) if not match[1][0].isdigit() else Decimal(match[1]) * (10000 if match[2] else 1)
