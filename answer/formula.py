"""Figures -> a computed figure with the formula that gives it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal

from answer.quantity import plain_number

PRECISE = Context(prec=28)
SHARES = ("%", "％")
POINTS = "个百分点"
TOLD_FINELY = 2  # decimals asked for from which on large figures keep theirs
HUNDREDTH, THOUSANDTH = Decimal("0.01"), Decimal("0.001")


@dataclass(frozen=True, slots=True)
class Term:
    """A figure that goes into a formula: its value and how it is written there."""

    value: Decimal
    words: str
    unit: str


@dataclass(frozen=True, slots=True)
class Result:
    """What came of a formula.

    Attributes:
        formula: with the figures it was computed from.
        value: unrounded.
        words: rounded, without unit.
        unit: unit of the result.
        exact: nothing was rounded.
    """

    formula: str
    value: Decimal
    words: str
    unit: str
    exact: bool

    @property
    def told(self) -> str:
        """The result with its unit, "约" before it where it was rounded."""
        return f"{'' if self.exact else '约'}{self.words}{self.unit}"


def rounded(value: Decimal, places: int = 1) -> tuple[str, bool]:
    """Return a number as it is told, and whether that is exact: whole from 100 on, else with `places` decimals.

    >>> rounded(Decimal("331.4")), rounded(Decimal("20.75")), rounded(Decimal("73.913")), rounded(Decimal("0.075"))
    (('331', False), ('20.75', True), ('73.9', False), ('0.075', True))
    """
    if abs(value) < 100 and value == value.quantize(THOUSANDTH if abs(value) < 1 else HUNDREDTH):
        return plain_number(value), True
    if value == value.to_integral_value():
        return plain_number(value), True
    step = Decimal(1) if abs(value) >= 100 and places < TOLD_FINELY else Decimal(1).scaleb(-places)
    near = value.quantize(step, ROUND_HALF_UP)
    return plain_number(near), near == value


def _shown(value: Decimal, unit: str, formula: str, places: int = 1) -> Result:
    words, exact = rounded(value, places)
    return Result(f"{formula}{'=' if exact else '≈'}{words}{unit}", value, words, unit, exact)


def change_unit(unit: str) -> str:
    """Return the unit of a difference: shares differ by percentage points.

    >>> change_unit("%"), change_unit("家")
    ('个百分点', '家')
    """
    return POINTS if unit in SHARES else unit


def difference(large: Term, small: Term) -> Result:
    """Return large - small."""
    value = large.value - small.value
    if value == value.quantize(Decimal("0.0001")):  # a difference of figures with few decimals is exact
        return Result(
            f"{large.words}-{small.words}={plain_number(value)}{change_unit(large.unit)}",
            value,
            plain_number(value),
            change_unit(large.unit),
            True,
        )
    return _shown(value, change_unit(large.unit), f"{large.words}-{small.words}")


def growth(new: Term, old: Term) -> Result:
    """Return by what share of the old figure the new one is larger, in %."""
    value = PRECISE.divide(new.value - old.value, old.value) * 100
    return _shown(value, "%", f"({new.words}-{old.words})÷{old.words}")


def multiple(new: Term, old: Term) -> Result:
    """Return how many times the old figure the new one is."""
    return _shown(PRECISE.divide(new.value, old.value), "倍", f"{new.words}÷{old.words}", places=2)


def share(part: Term, whole: Term) -> Result:
    """Return what share of the whole a part is, in %."""
    return _shown(PRECISE.divide(part.value, whole.value) * 100, "%", f"{part.words}÷{whole.words}")


def yearly_step(new: Term, old: Term, years: int) -> Result:
    """Return by how much a figure changes a year if it does so evenly."""
    return _shown(PRECISE.divide(new.value - old.value, Decimal(years)), change_unit(new.unit), f"({new.words}-{old.words})÷{years}")


def yearly_growth(new: Term, old: Term, years: int) -> Result:
    """Return the compound growth a year, in %."""
    ratio = PRECISE.divide(new.value, old.value)
    value = (PRECISE.power(ratio, PRECISE.divide(Decimal(1), Decimal(years))) - 1) * 100
    return _shown(value, "%", f"({new.words}÷{old.words})^(1/{years})-1")


def total(terms: Sequence[Term]) -> Result:
    """Return the sum of figures of one unit."""
    value = sum((term.value for term in terms), Decimal(0))
    return Result(
        f"{'+'.join(term.words for term in terms)}={plain_number(value)}{terms[0].unit}", value, plain_number(value), terms[0].unit, True
    )


def quotient(top: Term, bottom: Term, unit: str, places: int = 1) -> Result:
    """Return one figure spread over another, such as an amount per enterprise."""
    return _shown(PRECISE.divide(top.value, bottom.value), unit, f"{top.words}÷{bottom.words}", places)


def before_growth(grown: Term, rate: Decimal) -> Result:
    """Return what a figure was before it grew by a rate, in %."""
    value = PRECISE.divide(grown.value, 1 + rate / 100)
    return _shown(value, grown.unit, f"{grown.words}÷(1+{plain_number(rate)}%)", places=2)


def base_of(grown: Term, times: Decimal) -> Result:
    """Return the figure that another one is so many times of."""
    return _shown(PRECISE.divide(grown.value, times), grown.unit, f"{grown.words}÷{plain_number(times)}", places=2)


def grown_by(base: Term, by: Decimal, *, times: bool) -> Result:
    """Return what a figure comes to that grows by so many times itself, or by so many per cent."""
    value = base.value * (1 + (by if times else by / 100))
    return _shown(value, base.unit, f"{base.words}×(1+{plain_number(by)}{'' if times else '%'})", places=TOLD_FINELY)


def over_years(yearly: Term, years: int) -> Result:
    """Return what a yearly figure makes in some years."""
    return _shown(yearly.value * years, yearly.unit, f"{yearly.words}×{years}", places=TOLD_FINELY)


def part_of(whole: Term, rate: Term) -> Result:
    """Return the part of a whole that a share, in per cent, makes."""
    return _shown(whole.value * rate.value / 100, whole.unit, f"{whole.words}×{rate.words}")


def whole_of(part: Term, rate: Term) -> Result:
    """Return the whole of which a part is a share, in %."""
    return _shown(PRECISE.divide(part.value * 100, rate.value), part.unit, f"{part.words}÷{rate.words}", places=1)
