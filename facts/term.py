"""Parts of a sum -> the whole with its formula, or the formula with a gap."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from facts.limits import Limits
from facts.sums import plain_sum


@dataclass(frozen=True, slots=True)
class Term:
    """One part of a sum: its formula, and its value in 万元 (None with a gap), `time` 月 or 年 where it is for each, a note on a cap."""

    formula: str
    value: Decimal | None
    time: str = ""
    note: str = ""


def total(terms: Sequence[Term], limits: Limits) -> tuple[str, Decimal | None, str, bool]:
    """Return formula, value in 万元 (None with a gap), what it is for each of (月, 年, "") and whether the cap cut it.

    Parts for different times are not added.
    """
    formula = "+".join(term.formula for term in terms)
    times = {term.time for term in terms}
    if any(term.value is None for term in terms) or len(times) > 1:
        return formula, None, "", False
    value = sum((term.value for term in terms if term.value is not None), Decimal(0))
    time = next(iter(times), "")
    capped = limits.whole is not None and value > limits.whole
    largest = max((term.value for term in terms if term.value is not None), default=value)
    over = limits.partial is not None and largest > limits.partial  # the cap of one of the parts, which none of them reaches
    if over or (limits.least is not None and value > limits.least):
        return formula, None, "", False
    paid = limits.whole if capped and limits.whole is not None else value
    each = f"/{time}" if time else ""
    exact = "=" if value == Decimal(plain_sum(value)) else "≈"
    return f"{formula}{exact}{plain_sum(value)}万元{each}", paid, time, capped
