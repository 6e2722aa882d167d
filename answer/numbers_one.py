"""One region's series of an indicator -> what it was, is to be, and how it changes, with the formula."""

import re
from collections.abc import Sequence
from dataclasses import replace

from answer.formula import difference
from answer.numbers_change import end_points, number_at, tell_change
from answer.numbers_rivals import tell_alike, tell_near, tell_rivals
from answer.series import EARLY_TARGET, Series, comparable, is_aim, stated_years
from answer.telling import Teller, short_name, titled
from facts.fact import Fact
from facts.indicators import load_indicators
from retriever.operations import Operation
from retriever.slots import ASKED_VALUE, Slots
from retriever.years import stretches_in, years_named

CHANGES: tuple[Operation, ...] = ("change", "difference", "growth", "average_annual", "multiple", "check_claim")
DOUBLED = re.compile(r"倍增|翻|倍|够(?:得|不)上|doubl", re.I)  # what is claimed is how a figure changes
EITHER_YEAR = re.compile(r"\d{4}年?[^，。？?\d]{0,8}还是[^，。？?\d]{0,8}\d{4}")
FURTHER = re.compile(r"再|还(?:要|得|需|会)|又(?:要|得|会)?|继续|接着")
HAS = re.compile(r"(?<![要会能将])(?:共|总共|一共|已|现)?有(?:了)?(?:多少|几)(?!年)|拥有|现有")
SHORT_OF = re.compile(
    r"(?:没有?|未|不|没能|未能)(?:够(?:上|着)?|达[到成标]|完成|实现|兑现)|够(?:没|不)够|(?:比|离|距|与|跟|和)[^，。？?]{0,8}(?<!高)目标[^，。？?]{0,6}差|"
    r"目标[^，。？?]{0,6}(?:完成|达[到成]|实现|兑现)|(?:完成|达标|达到|实现)(?:目标)?了?(?:吗|没|[，,])"
)  # what was planned for a year against what was reached in it
CLAUSE = re.compile(r"[，,；;。？?]")
TOGETHER = re.compile(r"分别|各(?:是|为|多少|定)|[都均]是?")  # what is asked of years side by side
SEVERAL = 2
MOST_YEARS = 5


def tell_one(teller: Teller, series: Series, slots: Slots, every: Sequence[Fact] = ()) -> bool:
    """Tell what is asked of one series; say whether anything was told.

    Args:
        teller: the answer in the making.
        series: the indicator's facts.
        slots: what is asked.
        every: all facts, among which those under nearly the same name are looked for.
    """
    if slots.asks("check_claim") and not DOUBLED.search(slots.text):
        slots = replace(slots, operations=(slots.operations - {"check_claim"}) or frozenset({"lookup"}))
    if len(slots.years) == 1 and SHORT_OF.search(slots.text) and (met := _planned_and_reached(series, slots.years[0])):
        return tell_met(teller, series, *met)
    if slots.asks(*CHANGES) and not slots.asks("timeline") and (pair := end_points(series, slots)):
        steps = [end_points(series, replace(slots, years=step, since=None)) for step in _steps(series, slots)]
        return (
            all(tell_change(teller, series, step, slots) for step in steps if step)
            if all(steps) and steps
            else tell_change(teller, series, pair, slots)
        )
    known = series.indicator in load_indicators() or any(fact.origin == "table" for fact in series.facts)
    if slots.asks("growth", "average_annual", "multiple", "check_claim") or (not known and not series.scope):
        return False
    if slots.achieved and len(slots.years) == 1 and (met := _planned_and_reached(series, slots.years[0])):
        return tell_met(teller, series, *met)
    if not tell_values(teller, series, years_told(series, slots), slots, every):
        return False
    _tell_years_lacking(teller, series, slots)
    return True


def tell_known(teller: Teller, series: Series, slots: Slots, every: Sequence[Fact] = ()) -> bool:
    """Tell the figures of those years asked for that a series has, and which it lacks, where no more can be told of it.

    Args: as of `tell_one`.
    """
    known = tuple(year for year in slots.years if year in series.years)
    if not slots.years or len(known) == len(slots.years):
        return False
    plain = replace(slots, operations=frozenset({"lookup"}), years=known)
    if not tell_values(teller, series, known or years_told(series, plain), plain, every):
        return False
    _say_lacking(teller, series, [year for year in slots.years if year not in known], slots)
    return True


def _steps(series: Series, slots: Slots) -> list[tuple[int, int]]:
    """The stretches that a question names, or those between years asked one after the other: 从甲年到乙年提高几个点，到丙年再提高多少."""
    named = [stretch for stretch in stretches_in(slots.text) if set(stretch) <= set(series.years)]
    if len(named) > 1:
        return named
    asked = sorted({*slots.years, *((slots.since,) if slots.since else ())} & set(series.years))
    return list(zip(asked, asked[1:], strict=False)) if len(asked) > 2 and FURTHER.search(slots.text) else []


def years_told(series: Series, slots: Slots) -> tuple[int, ...]:
    """Return the years to tell: those asked for, else what the question's words ask for."""
    every = tuple(sorted({fact.year for fact in series.facts if fact.year is not None}))
    if slots.asks("timeline"):
        asked = tuple(year for year in slots.years if year in every)
        within = [year for year in every if (slots.since or year) <= year <= max(slots.years or every)]
        return asked if len(asked) > 2 else tuple(within[-MOST_YEARS:])
    if slots.years and slots.asked_values > len(ASKED_VALUE.findall(slots.text)) and set(slots.years) <= set(every):
        return slots.years  # what was planned for them too, but no other year
    if slots.asked_values > 1 and (not slots.years or set(slots.years) & set(every)):
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
    if HAS.search(slots.text) and not slots.wants_target:
        return (*reached[-1:], *ends)  # how many there are, and since it is not known, how many there are to be
    if ends and not any(number_at(series, year, True) for year in ends):
        return (*reached[-1:], *ends)  # an aim in words says little without the figure that it starts from
    return ends or reached[-1:]


def _is_torn(series: Series, year: int) -> bool:
    """Tell whether the figures of a year, targets or what was reached, are not one and the same."""
    return any(len({fact.value for fact in series.values(year, targets)}) > 1 for targets in (True, False))


def wants_early_target(series: Series, year: int, slots: Slots) -> bool | None:
    """Tell which kind of fact of a year is asked for: True targets, None what was reached before targets."""
    if slots.asks("baseline") and not slots.years:
        return None  # what is now, and what is to be
    both = bool(series.at(year, targets=True)) and bool(series.at(year, targets=False))
    return True if both and _asks_target_of(year, slots.text) and not slots.achieved else None


def _asks_target_of(year: int, text: str) -> bool:
    """Tell whether the target of a year is asked for: where several years are named apart, by the clause that names it.

    >>> _asks_target_of(2020, "2020年又是多少，2025年目标呢"), _asks_target_of(2020, "2020年目标是多少")
    (False, True)
    """
    clauses = [clause for clause in CLAUSE.split(text) if years_named(clause)]
    if len(clauses) < SEVERAL or TOGETHER.search(text):
        return bool(EARLY_TARGET.search(text))
    return any(EARLY_TARGET.search(clause) for clause in clauses if year in years_named(clause))


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
    if not teller.tell(f"{titled(series, main[0].name)}：{both}{words}", told):
        return False
    before = len(teller.facts)
    tell_rivals(teller, series, main)
    explained = len(teller.facts) > before  # by another value of the same: no near one need be told
    for fact in main:
        tell_alike(teller, fact, every)
        tell_near(teller, fact, every, alike=explained or not slots.asks("conflict"))
    return True


def _tell_years_lacking(teller: Teller, series: Series, slots: Slots) -> None:
    """Say of which of several years asked for no figure was found, where that of another was told."""
    known = {year for fact in series.facts for year in stated_years(fact)}
    lacking = [year for year in slots.years if year not in known]
    if lacking and len(lacking) < len(slots.years) and slots.operations <= {"lookup"}:
        _say_lacking(teller, series, lacking, slots)


def _say_lacking(teller: Teller, series: Series, years: Sequence[int], slots: Slots) -> None:
    """Say that no figure of some years was found."""
    name = short_name(series.facts[0].name).removeprefix(series.scope)
    if not slots.english:
        teller.draft.say(f"资料中没有找到{series.scope or series.region}{name}{'、'.join(f'{year}年' for year in years)}的数。")


def _planned_and_reached(series: Series, year: int) -> tuple[Fact, Fact] | None:
    """The target that was set for a year and what was reached, both numbers."""
    planned, reached = number_at(series, year, True), number_at(series, year, False)
    return (planned, reached) if planned and reached and comparable(planned, reached) else None


def tell_met(teller: Teller, series: Series, planned: Fact, reached: Fact) -> bool:
    """Tell whether a target was met."""
    goal, result = teller.terms([planned, reached])
    more = result.value >= goal.value
    gap = difference(result, goal) if more else difference(goal, result)
    said = f"{'超出' if more else '相差'}{gap.told}（{gap.formula}），{'达到' if more else '没有达到'}目标" if gap.value else "正好达到目标"
    done = _done(teller, reached)
    words = f"{titled(series, planned.name)}：{teller.dated(planned)}，{done}{teller.value(reached)}，{said}"
    return teller.tell(words, [reached, planned] if more else [planned, reached], [gap])


def _done(teller: Teller, reached: Fact) -> str:
    """What a figure reached is called: only expected, or as its column calls it."""
    passage = teller.index.passage_at(reached.doc, reached.spans[0].start)
    headers = [header for header, _, _ in passage.row.cells] if passage and passage.row else []
    return "预计" if reached.kind == "forecast" else "实绩" if any("实绩" in header for header in headers) else "完成"


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
