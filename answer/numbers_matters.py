"""What a question asks for, each figure with its facts -> all of them told, and what is computed of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from answer.matter_fit import Fit
from answer.matter_picks import MatterPicks
from answer.matter_sure import Pick
from answer.matters import EACH, Matter
from answer.number_answer import NumberAnswer
from answer.numbers_across import tell_across
from answer.numbers_kind import tell_kind, tell_part
from answer.numbers_many import tell_many
from answer.numbers_money import tell_money
from answer.numbers_one import tell_one, tell_values
from answer.numbers_regions import figure_of
from answer.quantity import decimal
from answer.series import EARLY_TARGET, Series
from answer.telling import Teller, short_name
from facts.fact import Fact
from facts.indicators import load_indicators, why_apart
from retriever.operations import Operation, operations_in, without_names
from retriever.slots import ACHIEVED, ASKED_VALUE, OVER_TIME, WANTS_TARGET, Slots

COMPUTED: tuple[Operation, ...] = ("difference", "sum", "share", "multiple", "growth", "average_annual")
SHARE = re.compile(r"占[^，。？?]{0,8}(?:多少|几成|百分)|几成|百分之")
BETWEEN: tuple[Operation, ...] = ("rank", "difference", "sum", "share", "multiple", "compare", "change", "growth")


@dataclass(frozen=True, slots=True)
class MatterFigures:
    """Answers questions that ask for several figures, or call them by words of their own."""

    picks: MatterPicks
    top: str

    def tell(self, teller: Teller, picks: Sequence[Pick], slots: Slots) -> bool:
        """Tell the figures that a question asks for, and what it wants computed of them; say whether that is all it asks for.

        Args:
            teller: the answer in the making.
            picks: what is asked for, with the facts of each.
            slots: what the whole question wants done.
        """
        merged = _merged([pick for pick in picks if pick.fits])
        told, before = [], ""
        every: list[Fact] = []
        for pick in merged:
            own = [fact for fit in pick.fits if (fact := _chosen(fit, pick.matter))]
            if len(every) > len(own) and set(own) <= set(every) and SHARE.search(pick.matter.said):
                tell_across(teller, [one for one in merged if one.matter.said == before], slots)
                told.append(tell_part(teller, own, every))
                continue
            elif pick.kind and set(own) == set(every) and not _local(slots, pick.matter).asks("sum", "rank"):
                continue  # told before
            elif pick.kind:
                told.append(tell_kind(teller, own, _local(slots, pick.matter)))
                every = own
            else:
                told.append(self._tell(teller, pick, _local(slots, pick.matter)))
                every = [*every, *own] if every and pick.matter.said == before else own
            before = pick.matter.said
        if all(pick.fits and not pick.partly for pick in picks):
            tell_across(teller, merged, slots)
        asked = sum(len(EACH.findall(pick.matter.said)) for pick in merged)
        if len(teller.facts) < asked and not teller.computed:
            return False
        shares = all(fact.unit == "%" for fact in teller.facts)
        share = bool(SHARE.search(slots.text)) and not any(fact.unit == "%" for fact in teller.facts)
        computed = (
            bool(teller.computed) or not (share or slots.asks(*COMPUTED)) or (shares and not slots.asks("multiple", "difference", "sum"))
        )
        return all(told) and computed and not any(pick.partly for pick in picks)

    def _tell(self, teller: Teller, pick: Pick, slots: Slots) -> bool:
        series = [_series(fit, pick.matter) for fit in pick.fits]
        places = {(one.region, one.scope) for one in series}
        alike = not any(_told_apart(series[0].indicator, one.indicator) for one in series[1:])
        if len(series) > 1 and len(places) == len(series) and slots.asks(*BETWEEN) and alike:
            chosen = [(_shown(one), fact) for one in series if (fact := figure_of(_shown(one), slots, series))]
            if len(chosen) == len(series) and tell_money(teller, [fact for _, fact in chosen], slots):
                return True
            if len(chosen) == len(series) and tell_many(teller, chosen, slots, [], self.top):
                return True
        return all(_tell_series(teller, one, fit, slots) for one, fit in zip(series, pick.fits, strict=True))


def _told_apart(one: str, other: str) -> bool:
    """Tell whether two indicators are of the lexicon and not the same, or kept apart by it: invention patents and PCT applications."""
    known = load_indicators()
    return bool(why_apart(one, other)) or (one != other and one in known and other in known)


def _tell_series(teller: Teller, series: Series, fit: Fit, slots: Slots) -> bool:
    """Tell what is asked of one series, without the figures near it; say whether it was told."""
    if all(fact.year is None for fact in fit.facts):
        fact = fit.facts[0]
        return teller.tell(f"{fact.scope or fact.region}{short_name(fact.name)}：{teller.value(fact)}", [fact])
    reached = [fact for fact in series.facts if fact.kind != "target"]
    if slots.asks("baseline") and not slots.wants_target and not slots.years and not reached:
        return False
    if tell_one(teller, series, slots):
        return True
    years = tuple(year for year in slots.years if year in series.years) or series.years
    if tell_values(teller, series, years, slots):
        return True
    fact = fit.facts[0]
    return teller.tell(f"{fact.scope or fact.region}{short_name(fact.name)}：{teller.dated(fact)}", [fact])


def _chosen(fit: Fit, matter: Matter) -> Fact | None:
    """The one figure of a group that is asked for."""
    own = [fact for fact in fit.facts if decimal(fact.value) is not None]
    asked = [fact for fact in own if fact.year in matter.years]
    aims = [fact for fact in own if fact.kind == "target"]
    return next(iter(asked or aims or own), None)


def _series(fit: Fit, matter: Matter) -> Series:
    """The facts of a group that are of the kind of those found, all years of them."""
    units = {fact.unit for fact in fit.facts if decimal(fact.value) is not None} or {fact.unit for fact in fit.facts}
    own = tuple(fact for fact in fit.group.facts if fact in fit.facts or fact.unit in units)
    return Series(fit.group.region, fit.group.indicator, fit.group.scope, own)


def _shown(series: Series) -> Series:
    return replace(series, region=series.scope) if series.scope else series


def _local(slots: Slots, matter: Matter) -> Slots:
    """What is wanted of one matter only."""
    said = matter.said
    return replace(
        slots,
        text=said,
        operations=operations_in(said),
        years=matter.years,
        wants_target=bool(WANTS_TARGET.search(said)),
        achieved=bool(ACHIEVED.search(said)),
        over_time=bool(OVER_TIME.search(without_names(said))),
        asked_values=2 if EARLY_TARGET.search(said) and ASKED_VALUE.search(said) else 1,
        aims=(),
    )


def _merged(picks: Sequence[Pick]) -> list[Pick]:
    """Picks of one and the same facts put together, with the years of all and the words of all."""
    found: list[Pick] = []
    for pick in picks:
        groups = [(fit.group.region, fit.group.scope, fit.group.indicator, _unit(fit.facts)) for fit in pick.fits]
        if pick.kind or SHARE.search(pick.matter.said):
            found.append(pick)
            continue
        same = next(
            (
                at
                for at, one in enumerate(found)
                if [(f.group.region, f.group.scope, f.group.indicator, _unit(f.facts)) for f in one.fits] == groups
            ),
            None,
        )
        if same is None or bool(found[same].matter.years) != bool(pick.matter.years):
            found.append(pick)
            continue
        one = found[same]
        years = tuple(dict.fromkeys([*one.matter.years, *pick.matter.years]))
        said = one.matter.said if pick.matter.said in one.matter.said else f"{one.matter.said}，{pick.matter.said}"
        fits = tuple(replace(a, facts=tuple(dict.fromkeys([*a.facts, *b.facts]))) for a, b in zip(one.fits, pick.fits, strict=True))
        found[same] = replace(one, matter=replace(one.matter, years=years, said=said), fits=fits)
    return found


def _unit(facts: Sequence[Fact]) -> str:
    return next((fact.unit for fact in facts if decimal(fact.value) is not None), "")


def answer_of(teller: Teller) -> NumberAnswer:
    """Return what a teller told."""
    return NumberAnswer(teller.draft, tuple(teller.facts), tuple(teller.computed))
