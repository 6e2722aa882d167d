"""One region's series of an indicator -> what it was, is to be, and how it changes, with the formula."""

import re
from collections.abc import Sequence
from decimal import Decimal

from answer.formula import Result, difference, growth, multiple, yearly_growth, yearly_step
from answer.quantity import decimal
from answer.series import EARLY_TARGET, Series, comparable, is_aim, is_level, stated_years
from answer.telling import Teller, short_name
from facts.fact import Fact
from facts.indicators import load_indicators, match_name
from facts.regions import stem_of
from retriever.slots import Operation, Slots

COUNTED = re.compile(r"(?:备案|登记|在库|入库|注册|累计|当年|有效|市|县|区)*")
CHANGES: tuple[Operation, ...] = ("change", "difference", "growth", "average_annual", "multiple", "check_claim")
WHY = {
    "contradiction": "与上面的数不一致，文件没有说明原因，引用时请注明出处",
    "rounding": "是同一个数取整位数不同",
    "definition": "与上面的数不同，两处口径写法不同或没有写明",
}
DOUBLED = Decimal(2)
EITHER_YEAR = re.compile(r"\d{4}年?[^，。？?\d]{0,8}还是[^，。？?\d]{0,8}\d{4}")
SHARE_UNITS = ("%", "％")
MOST_YEARS = 5


def tell_one(teller: Teller, series: Series, slots: Slots, every: Sequence[Fact] = ()) -> bool:
    """Tell what is asked of one series; say whether anything was told.

    Args:
        teller: the answer in the making.
        series: the indicator's facts.
        slots: what is asked.
        every: all facts, among which those under nearly the same name are looked for.
    """
    if slots.asks(*CHANGES) and not slots.asks("timeline") and (pair := end_points(series, slots)):
        return tell_change(teller, series, pair, slots)
    known = series.indicator in load_indicators() or any(fact.origin == "table" for fact in series.facts)
    if slots.asks("growth", "average_annual", "multiple", "check_claim") or (not known and not series.scope):
        return False
    if slots.achieved and len(slots.years) == 1 and (met := _planned_and_reached(series, slots.years[0])):
        return tell_met(teller, series, *met)
    years = years_told(series, slots)
    return tell_values(teller, series, years, slots, every)


def years_told(series: Series, slots: Slots) -> tuple[int, ...]:
    """Return the years to tell: those asked for, else what the question's words ask for."""
    every = tuple(sorted({fact.year for fact in series.facts if fact.year is not None}))
    if slots.asks("timeline"):
        asked = tuple(year for year in slots.years if year in every)
        within = [year for year in every if (slots.since or year) <= year <= max(slots.years or every)]
        return asked if len(asked) > 2 else tuple(within[-MOST_YEARS:])
    if slots.asked_values > 1:
        return every[-MOST_YEARS:]
    if slots.asks("conflict") and not slots.years and (torn := tuple(year for year in every if _is_torn(series, year))):
        return torn
    if slots.years:
        return slots.years if set(slots.years) <= set(every) else ()
    reached = tuple(year for year in every if series.at(year, targets=False))
    targets = tuple(year for year in every if series.at(year, targets=True))
    ends = tuple(year for year in targets if year not in reached)[-2:] or targets[-1:]
    if slots.asks("baseline") or (slots.achieved and not slots.wants_target):
        return (*reached[-1:], *(ends if slots.wants_target else ()))
    return ends or reached[-1:]


def _is_torn(series: Series, year: int) -> bool:
    """Tell whether the figures of a year, targets or what was reached, are not one and the same."""
    return any(len({fact.value for fact in series.values(year, targets)}) > 1 for targets in (True, False))


def wants_early_target(series: Series, year: int, slots: Slots) -> bool | None:
    """Tell which kind of fact of a year is asked for: True targets, None what was reached before targets."""
    both = bool(series.at(year, targets=True)) and bool(series.at(year, targets=False))
    return True if both and EARLY_TARGET.search(slots.text) and not slots.achieved else None


def tell_values(teller: Teller, series: Series, years: Sequence[int], slots: Slots, every: Sequence[Fact] = ()) -> bool:
    """Tell the values of some years in one line, then what else the same document gives for them."""
    told: list[Fact] = []
    for year in years:
        facts = series.values(year, wants_early_target(series, year, slots)) or series.values(year)
        if not facts:
            return False
        told.append(facts[0])
        if slots.asked_values > 1:  # what was planned for a past year as well
            told += [fact for fact in facts[1:] if is_aim(fact) != is_aim(facts[0])]
    if not told:
        return False
    main = tuple(told)
    words = "，".join(teller.dated(fact) for fact in told)
    if slots.asks("baseline", "change") and (base := _base_of(series, told)):
        words += f"（{teller.dated(base)}）"
        told.append(base)
    both = "两个年份都是这个数：" if len({fact.value for fact in main}) < len(main) and EITHER_YEAR.search(slots.text) else ""
    if not teller.tell(f"{series.scope or series.region}{short_name(main[0].name).removeprefix(series.scope)}：{both}{words}", told):
        return False
    tell_rivals(teller, series, main)
    for fact in main:
        tell_alike(teller, fact, every)
        tell_near(teller, fact, every, alike=not slots.asks("conflict"))
    return True


def _planned_and_reached(series: Series, year: int) -> tuple[Fact, Fact] | None:
    """The target that was set for a year and what was reached, both numbers."""
    planned, reached = _number_at(series, year, True), _number_at(series, year, False)
    return (planned, reached) if planned and reached and comparable(planned, reached) else None


def tell_met(teller: Teller, series: Series, planned: Fact, reached: Fact) -> bool:
    """Tell whether a target was met."""
    goal, result = teller.terms([planned, reached])
    more = result.value >= goal.value
    gap = difference(result, goal) if more else difference(goal, result)
    said = f"{'达到' if more else '没有达到'}目标，{'超出' if more else '相差'}{gap.told}（{gap.formula}）" if gap.value else "正好达到目标"
    words = f"{series.region}{short_name(planned.name)}：{teller.dated(planned)}，实际{teller.value(reached)}，{said}"
    return teller.tell(words, [reached, planned] if more else [planned, reached], [gap])


def tell_alike(teller: Teller, fact: Fact, every: Sequence[Fact]) -> None:
    """Tell of another figure that the same document gives for the same year under nearly the same name."""
    for other in every:
        same = (other.doc, other.year, other.scope, other.unit, is_aim(other)) == (fact.doc, fact.year, fact.scope, fact.unit, is_aim(fact))
        if same and other.indicator != fact.indicator and other.value != fact.value and is_level(other) and _alike(teller, fact, other):
            teller.tell(f"同一文件另处写“{short_name(other.name)}”{teller.dated(other)}，叫法不同，可能口径不同", [other])


def tell_near(teller: Teller, fact: Fact, every: Sequence[Fact], *, alike: bool) -> None:
    """Tell of the figures of near but different indicators that the same document gives for the same year, and why they differ.

    Args:
        teller: the answer in the making.
        fact: what was told.
        every: all facts.
        alike: only of shares of the same whole, which are easily taken for each other.
    """
    known = load_indicators().get(fact.indicator)
    reasons = dict(known.apart) if known else {}
    if alike:
        whole = fact.indicator.partition("占")[2]
        reasons = {other: reason for other, reason in reasons.items() if whole and other.partition("占")[2] == whole}
    for other in every:
        same = (other.doc, other.year, other.unit, is_aim(other)) == (fact.doc, fact.year, fact.unit, is_aim(fact))
        if same and other.indicator in reasons and other.value != fact.value and is_level(other):
            teller.tell(f"同一文件另处写“{short_name(other.name)}”{teller.dated(other)}；{reasons[other.indicator]}", [other])


def _alike(teller: Teller, fact: Fact, other: Fact) -> bool:
    """Tell whether another name only adds how or where it is counted: 备案的, 累计的, of a place."""
    found = match_name(other.name)
    if found is None or found.indicator.id != fact.indicator:
        return False
    stems = {stem_of(info.region) for info in teller.index.documents if info.region}
    return bool(COUNTED.fullmatch(re.sub("|".join(map(re.escape, stems)), "", found.before)))


def tell_elsewhere(teller: Teller, others: Sequence[Series]) -> None:
    """Tell in one line what other regions give for the year told, where a question names no region."""
    year = teller.facts[0].year if teller.facts else None
    found = [series.values(year)[0] for series in others if year is not None and series.values(year)]
    while found and not teller.tell("其他地方：" + "，".join(f"{fact.region}{teller.dated(fact)}" for fact in found), found):
        found.pop()


def _base_of(series: Series, told: Sequence[Fact]) -> Fact | None:
    """The figure a target starts from, where only the target is asked for and the same row states it."""
    if len(told) != 1 or told[0].kind != "target" or told[0].year is None:
        return None
    base = series.base(told[0].year)
    return base if base and base.passage_id == told[0].passage_id else None


def tell_other_value(teller: Teller, first: Fact, other: Fact) -> None:
    """Tell that a plan gives another value for the same indicator and year, in the words it uses there, and why that may be."""
    found = teller.conflict(first, other)
    if found is None:
        return
    said = f"同一文件另一处写“{short_name(other.name)}”{teller.dated(other)}"
    teller.tell(f"{said}，{WHY[found.kind]}", [other])


def end_points(series: Series, slots: Slots) -> tuple[Fact, Fact] | None:
    """Return the earlier and the later figure that a change is asked between, None where one is missing."""
    numbers = series.years
    since = (slots.since,) if slots.since else ()
    asked = tuple(sorted({year for year in (*slots.years, *since) if year in numbers}))
    if (len(slots.years) >= 2 and len(asked) < 2) or (slots.years and not asked):
        return None
    if len(asked) >= 2:
        first, last = asked[0], asked[-1]
        old, new = _number_at(series, first, None), _number_at(series, last, None)
    else:
        goal = _goal_year(series, asked)
        if goal is None:
            return None
        new = _number_at(series, goal, True) or _number_at(series, goal, None)
        start = asked[0] if asked and asked[0] < goal else None
        old = _number_at(series, start, False) if start else series.base(goal)
    return (old, new) if old and new and comparable(old, new) else None


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


def _number_at(series: Series, year: int, targets: bool | None) -> Fact | None:
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
    name = short_name(new.name)
    told = "，".join(f"{lead}{result.told}（{result.formula}）" for lead, result in results)
    words = f"{series.region}{name}：{teller.dated(old)}，{teller.dated(new)}，{_claim(pair, slots)}{told}"
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


def tell_rivals(teller: Teller, series: Series, pair: Sequence[Fact]) -> None:
    """Tell of each figure used what other value the plans give for it."""
    for fact in pair:
        if fact.year is None:
            continue
        for other in series.values(fact.year, fact.kind == "target"):
            if other.value != fact.value and is_aim(other) == is_aim(fact):
                tell_other_value(teller, fact, other)
