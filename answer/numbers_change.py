"""Two figures of a series -> how it changes between them, with the formulas."""

from collections.abc import Sequence
from decimal import Decimal

from answer.formula import Result, difference, growth, multiple, yearly_growth, yearly_step
from answer.numbers_rivals import tell_rivals
from answer.quantity import decimal
from answer.series import Series, comparable, stated_years
from answer.telling import Teller, titled
from facts.fact import Fact
from retriever.slots import Slots

DOUBLED = Decimal(2)
SHARE_UNITS = ("%", "％")


def end_points(series: Series, slots: Slots) -> tuple[Fact, Fact] | None:
    """Return the earlier and the later figure that a change is asked between, None where one is missing."""
    numbers = series.years
    since = (slots.since,) if slots.since else ()
    asked = tuple(sorted({year for year in (*slots.years, *since) if year in numbers}))
    if (len(slots.years) >= 2 and len(asked) < 2) or (slots.years and not asked):
        return None
    if len(asked) >= 2:
        first, last = asked[0], asked[-1]
        old, new = number_at(series, first, None), number_at(series, last, None)
    else:
        goal = _goal_year(series, asked)
        if goal is None:
            return None
        new = number_at(series, goal, True) or number_at(series, goal, None)
        start = asked[0] if asked and asked[0] < goal else None
        old = number_at(series, start, False) if start else series.base(goal)
    late = bool(slots.since and slots.years and new and (new.year or 0) > max(slots.years))  # the stretch asked for has no first figure
    return (old, new) if old and new and not late and comparable(old, new) else None


def _goal_year(series: Series, asked: Sequence[int]) -> int | None:
    """The year a change leads to: the one asked for, or the first target after it."""
    targets = [year for year in series.years if series.at(year, targets=True) and not series.at(year, targets=False)]
    if asked and series.base(asked[0]) and asked[0] in targets and not _is_start(series, asked[0]):
        return asked[0]
    later = [year for year in targets if not asked or year > asked[0]]
    reached = [year for year in later if series.base(year)]
    return reached[0] if reached else (asked[0] if asked and series.base(asked[0]) else None)


def _is_start(series: Series, year: int) -> bool:
    return bool(series.at(year, targets=False)) and any(later > year for later in series.years)


def number_at(series: Series, year: int, targets: bool | None) -> Fact | None:
    """Return the first figure of a year that is a number: a target, what was reached, or either."""
    return next((fact for fact in series.values(year, targets) if decimal(fact.value) is not None), None)


def change_results(old: Fact, new: Fact, slots: Slots, teller: Teller) -> list[tuple[str, Result]]:
    """Return what is computed of a change, with the words before it, what is asked for in front."""
    one, two = teller.terms([new, old])
    share = new.unit in SHARE_UNITS
    years = (new.year or 0) - min(stated_years(old), default=0)
    grows = one.value >= two.value
    gap = ("增加" if grows else "减少", difference(one, two) if grows else difference(two, one))
    found: list[tuple[str, Result]] = []
    if slots.asks("average_annual") and years > 0:
        found.append(("平均每年增加", yearly_step(one, two, years)))
        if not share and two.value > 0:
            found.insert(0, ("年均增速", yearly_growth(one, two, years)))
    if slots.asks("multiple", "check_claim") and two.value > 0:
        found.append(("后者是前者的", multiple(one, two)))
    if (slots.asks("growth", "check_claim") or (slots.asks("change") and not found)) and two.value > 0 and not share:
        found.append(("增幅", growth(one, two)))
    if slots.asks("growth") and not slots.asks("average_annual"):
        return [*found, gap]
    return [gap, *found] if not slots.asks("average_annual", "multiple") else [*found, gap]


def tell_change(teller: Teller, series: Series, pair: tuple[Fact, Fact], slots: Slots) -> bool:
    """Tell a change with its formulas, the figures it is computed from first."""
    old, new = pair
    results = change_results(old, new, slots, teller)
    told = "，".join(f"{lead}{result.told}（{result.formula}）" for lead, result in results)
    words = f"{titled(series, new.name)}：{teller.dated(old)}，{teller.dated(new)}，{_claim(pair, slots)}{told}"
    if not teller.tell(words, [new, old], [result for _, result in results]):
        return False
    tell_rivals(teller, series, pair)
    return True


def _claim(pair: tuple[Fact, Fact], slots: Slots) -> str:
    """Whether a doubling that is claimed is one."""
    if not slots.asks("check_claim"):
        return ""
    old, new = (decimal(fact.value) or Decimal(0) for fact in pair)
    if old <= 0:
        return ""
    return "达到翻番（2倍）：" if new >= DOUBLED * old else "不到2倍，够不上翻番（倍增）："
