"""The slots of a question and the catalog -> the slots with the years of the plans that it speaks of."""

import re
from collections.abc import Sequence
from dataclasses import replace

from facts.regions import stem_of
from index.catalog import DocumentInfo
from retriever.names import named_documents, title_marks
from retriever.operations import Operation
from retriever.plans import plan_named, plans_told_apart
from retriever.slots import Slots
from retriever.years import years_named

PLAN_OF = re.compile(r"((?:19|20)\d{2})\s*年?的?(?:那[份个]|这[份个]|版)?的?(?:实施)?(?:方案|规划|计划|文件|plan)", re.I)
WHOLE_PERIOD = re.compile(r"(?P<years>[三五])年(?!前|后)")  # 三年要提高几个点, of a plan of three years
LENGTHS = {"三": 3, "五": 5}
CHANGED: tuple[Operation, ...] = ("change", "growth", "average_annual", "multiple")
SET_APART: tuple[Operation, ...] = ("difference", "rank", "compare", "multiple")


def with_named_plan(slots: Slots, documents: Sequence[DocumentInfo]) -> Slots:
    """Return the slots with the region of a plan that the question sets against the figure of one other place, each with its year.

    Args:
        slots: as read from the words.
        documents: the catalog.
    """
    if len(slots.regions) > 1:
        return _with_own_plans(slots, documents)
    plans = [info for info in named_documents(slots.text, documents) if info.region and info.region not in slots.regions and info.years]
    if len(slots.regions) != 1 or len(plans) != 1 or len(slots.years) > 1 or not slots.asks(*SET_APART):
        return slots
    plan = plans[0]
    ends = [info.years[1] for info in documents if info.region == slots.regions[0] and info.years]
    own = slots.years or tuple(ends[:1])
    first = slots.text.find(stem_of(slots.regions[0])) < min(slots.text.find(mark) for mark in title_marks(plan) if mark in slots.text)
    pairs = [(slots.regions[0], own[0]), (plan.region, plan.years[1])] if own and plan.years else []
    ordered = tuple(pairs if first else pairs[::-1])
    return replace(slots, regions=tuple(region for region, _ in ordered), aims=ordered) if ordered else slots


def _with_own_plans(slots: Slots, documents: Sequence[DocumentInfo]) -> Slots:
    """Return the slots with a year for each of several places, where one of them is named with the plan that is meant (甲市新方案里的)."""
    at = sorted((place, region) for region in slots.regions if (place := slots.text.find(stem_of(region))) >= 0)
    if slots.aims or len(at) < len(slots.regions):
        return slots
    ends = [*(place for place, _ in at[1:]), len(slots.text)]
    aims, named = [], False
    for (start, region), end in zip(at, ends, strict=True):
        own, said = [info for info in documents if info.region == region and info.years], slots.text[start:end]
        plan = plan_named(said, own)
        year = next(
            iter([plan.years[1]] if plan and plan.years else years_named(said) or [info.years[1] for info in own if info.years]), None
        )
        if year is None or (len(own) > 1 and not plan):
            return slots
        named |= plan is not None
        aims.append((region, year))
    return replace(slots, aims=tuple(aims)) if named else slots


def with_plan_years(slots: Slots, regions: Sequence[str], documents: Sequence[DocumentInfo]) -> Slots:
    """Return the slots with the last years of the plans that the question names instead of years.

    Args:
        slots: as read from the words.
        regions: regions of the corpus that are meant.
        documents: the catalog.
    """
    own = [info for info in documents if info.years and info.region in regions]
    ends = tuple(sorted({info.years[1] for info in own if info.years}))
    bounds = {year for info in own for year in info.years or ()}
    if len(regions) == 1 and len(ends) > 1 and bounds.issuperset(slots.years) and plans_told_apart(slots.text, own):
        return replace(slots, years=ends, since=None)
    years = list(slots.years)
    if not years and (whole := WHOLE_PERIOD.search(slots.text)) and slots.asks(*CHANGED):
        long = {info.years for info in own if info.years and LENGTHS[whole["years"]] == info.years[1] - info.years[0] + 1}
        years = [last for _, last in long] if len(long) == 1 else []  # a notice beside the plan runs for other years
    for found in PLAN_OF.finditer(slots.text):
        starts = [info.years[1] for info in own if info.years and info.years[0] == int(found.group(1))]
        years = [starts[0] if starts and year == int(found.group(1)) else year for year in years]
    named = named_documents(slots.text, own)
    if not years and named:
        years = [info.years[1] for info in named if info.years]
    return replace(slots, years=tuple(dict.fromkeys(years)))
