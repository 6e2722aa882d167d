"""What a measure pays -> a reckoned sum with its formula and its cap."""

from dataclasses import dataclass
from decimal import Decimal

from facts.told import in_ten_thousands


@dataclass(frozen=True, slots=True)
class Sum:
    """A sum that was reckoned: "720万元×8%=57.6万元" ("" for one that the text states), its value, and what limits it."""

    formula: str
    value: Decimal
    unit: str
    cap: Decimal | None


def cap_of(cap: str, unit: str) -> Decimal | None:
    """Return a cap in 万元, None where there is none."""
    return in_ten_thousands(Decimal(cap), unit) if cap else None


def plain_sum(value: Decimal) -> str:
    """Return a sum without idle zeros."""
    text = f"{round(value, 4):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
