"""What a measure pays: every single thing, and what limits the whole."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from facts.limits import Limits


@dataclass(frozen=True, slots=True)
class Payment:
    """One thing that is paid.

    Attributes:
        fixed: a sum in 万元, None for a rate.
        rate: a share of `base`, None for a sum.
        base: what the rate is taken of, "" where the words do not say it.
        per: what the sum is paid for each of, by units: 人, 月.
        noun: what is counted: 标准展位.
        when: the words that open it: who or what it is paid for.
        low: from which quantity of the base or the count on, None from the first.
        high: up to which.
        each: the most that is paid for each item, in 万元.
        added: it comes on top of what stands before it.
        segment: which stretch between semicolons and stops it stands in.
        unit: of the sum as it is written, 万元 or 元.
        bounded: the unit of `low` and `high`: 元 for money, 标箱 …, "" without them.
    """

    fixed: Decimal | None
    rate: Decimal | None
    base: str = ""
    per: tuple[str, ...] = ()
    noun: str = ""
    when: str = ""
    low: Decimal | None = None
    high: Decimal | None = None
    each: Decimal | None = None
    added: bool = False
    segment: int = 0
    unit: str = "万元"
    bounded: str = ""


@dataclass(frozen=True, slots=True)
class Terms:
    """All that a measure pays, and what limits the whole."""

    payments: tuple[Payment, ...]
    limits: Limits


def kinds_of(terms: Terms) -> Iterator[tuple[str, list[Payment]]]:
    """Yield the payments by how they are reckoned: parts, bases, counted, rate, fixed; those on top by themselves."""
    own = [one for one in terms.payments if not one.added]
    parts = [one for one in own if one.rate is not None and ((one.low is not None or one.high is not None) and one.bounded in ("元", ""))]
    counted = [one for one in own if one.fixed is not None and one.per]
    rates = [one for one in own if one.rate is not None and one not in parts]
    fixed = [one for one in own if one.fixed is not None and not one.per]
    for name, group in (("parts", parts), ("counted", counted), ("rates", rates), ("fixed", fixed)):
        if group:
            yield name, group
    if added := [one for one in terms.payments if one.added]:
        yield "added", added
