"""A quantity told and a limit -> whether it is as a threshold asks."""

import re
from decimal import Decimal

from facts.quantities import Quantity
from facts.told import Told
from facts.verdict import Verdict

UP_TO = re.compile(r"\d[%％]?(?:\(含\)|含)?至$")  # the end of a range
AT_MOST = ("不超过", "以下")
LESS = re.compile(r"(?:不足|未满|(?<!不)(?:低于|小于|少于))$")
ABOVE = ("超过",)


def compared(told: Told | None, limit: Decimal, comparator: str) -> Verdict:
    """Tell whether a quantity told is as a limit asks."""
    if told is None:
        return "unknown"
    if comparator == "低于":
        return "met" if told.value < limit else "not_met"
    if comparator in AT_MOST:
        return "met" if told.value <= limit else "not_met"
    if comparator in ABOVE:
        return "met" if told.value > limit else "not_met"
    return "met" if told.value >= limit else "not_met"


def comparator(quantity: Quantity, before: str) -> str:
    """Return how a quantity must compare with what is told, by the words before it."""
    return "低于" if LESS.search(before) or UP_TO.search(before) else quantity.comparator or "不低于"
