"""The facts of an answer -> a chart under it: bars of several places, or a line over several years."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, Literal

import gradio as gr
import pandas as pd

from answer.answer import Answer
from facts.indicators import why_apart

LONGEST_TITLE = 40
MOST_BARS = 12
HEIGHT = 260
PLACE, YEAR, VALUE = "地方", "年份", "数值"


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn.

    Attributes:
        kind: bars side by side, or a line over time.
        title: the indicator, with its unit.
        points: label and value, in the order drawn.
        years: of each bar, where bars of several years stand side by side; else empty.
    """

    kind: Literal["bar", "line"]
    title: str
    points: tuple[tuple[str, float], ...]
    years: tuple[str, ...] = ()


def chart_of(answer: Answer | None) -> Chart | None:
    """Return the chart of an answer that compares figures of one unit, or None where there is nothing to compare.

    Several places of one year become bars, the highest first, each with its bars of earlier years before it where they are
    few; several years of one place a line. The first value told of a place and year is the one drawn; figures of a near but
    different indicator are not.
    """
    figures = [(fact, value) for fact in (answer.facts if answer else ()) if (value := _number(fact["value"])) is not None]
    figures = [pair for pair in figures if not why_apart(figures[0][0]["indicator"], pair[0]["indicator"])]
    if len(figures) < 2 or len({fact["unit"] for fact, _ in figures}) != 1:
        return None
    firsts = {(fact["region"], fact["year"]): (fact, value) for fact, value in reversed(figures)}
    places, years = {region for region, _ in firsts}, {year for _, year in firsts if year is not None}
    title = _title(figures[0][0])
    if len(places) == 1 and len(years) > 1 and len({fact["indicator"] for fact, _ in figures}) == 1:
        return Chart(
            "line", f"{next(iter(places))}{title}", tuple((str(year), firsts[next(iter(places)), year][1]) for year in sorted(years))
        )
    last = max(years, default=None)
    compared = sorted(
        ((region, value) for (region, year), (_, value) in firsts.items() if year == last), key=lambda point: (-point[1], point[0])
    )
    if len(compared) < 2:
        return None
    return _by_year(compared, firsts, title) or Chart("bar", f"{f'{last}年' if last else ''}{title}", tuple(compared))


def _by_year(compared: Sequence[tuple[str, float]], firsts: Mapping[Any, Any], title: str) -> Chart | None:
    """Bars of every year for each place, in the order of the last year's values; None where no other year is told of several."""
    order = [region for region, _ in compared]
    kept = sorted((key for key in firsts if key[0] in order and key[1] is not None), key=lambda key: (order.index(key[0]), key[1]))
    earlier = [region for region, year in kept if year != max(year for _, year in kept)]
    if len(set(earlier)) < 2 or len(kept) > MOST_BARS:
        return None
    points = tuple((f"{region}{year}年", firsts[region, year][1]) for region, year in kept)
    return Chart("bar", title, points, tuple(f"{year}年" for _, year in kept))


def chart_area() -> tuple[gr.BarPlot, gr.LinePlot]:
    """Add the two charts, both hidden, where the page is being built."""
    bars = gr.BarPlot(x=PLACE, y=VALUE, height=HEIGHT, visible=False, elem_id="cw-bars", show_label=False)
    line = gr.LinePlot(x=YEAR, y=VALUE, height=HEIGHT, visible=False, elem_id="cw-line", show_label=False)
    return bars, line


def chart_updates(chart: Chart | None) -> tuple[gr.BarPlot, gr.LinePlot]:
    """Return both charts as they are after an answer: the one drawn shown, 0 included so that heights can be compared."""
    hidden = gr.BarPlot(visible=False), gr.LinePlot(visible=False)
    if chart is None:
        return hidden
    values = [value for _, value in chart.points]
    reach: list[float | None] = [1.1 * min(0.0, *values), 1.1 * max(0.0, *values)]
    labels = [label for label, _ in chart.points]
    table = pd.DataFrame({PLACE if chart.kind == "bar" else YEAR: labels, VALUE: values})
    if chart.years:
        table[YEAR] = chart.years
    if chart.kind == "bar":
        color = YEAR if chart.years else None
        return gr.BarPlot(table, x=PLACE, y=VALUE, color=color, title=chart.title, sort=labels, y_lim=reach, visible=True), hidden[1]
    return hidden[0], gr.LinePlot(table, x=YEAR, y=VALUE, title=chart.title, y_lim=reach, visible=True)


def _number(value: str) -> float | None:
    try:
        return float(Decimal(value))
    except InvalidOperation:
        return None


def _title(fact: Mapping[str, Any]) -> str:
    """The indicator's canonical name, short enough to stand above a chart, and the unit."""
    name: str = fact["indicator"]
    short = name if len(name) <= LONGEST_TITLE else f"{name[:LONGEST_TITLE]}…"
    return f"{short}（{fact['unit']}）" if fact["unit"] else short
