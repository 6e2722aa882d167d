"""The facts of an answer -> a chart under it: bars of several places, or a line over several years."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any, Literal

import gradio as gr
import pandas as pd

from answer.answer import Answer
from facts.indicators import why_apart

LONGEST_TITLE = 40
HEIGHT = 260
PLACE, YEAR, VALUE = "地方", "年份", "数值"


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn.

    Attributes:
        kind: bars side by side, or a line over time.
        title: the indicator, with its unit.
        points: label and value, in the order drawn.
    """

    kind: Literal["bar", "line"]
    title: str
    points: tuple[tuple[str, float], ...]


def chart_of(answer: Answer | None) -> Chart | None:
    """Return the chart of an answer that compares figures of one unit, or None where there is nothing to compare.

    Several places of one year become bars, the highest first; several years of one place a line. The first value told
    of a place and year is the one drawn; figures of a near but different indicator are not.
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
    return Chart("bar", f"{f'{last}年' if last else ''}{title}", tuple(compared)) if len(compared) > 1 else None


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
    if chart.kind == "bar":
        return gr.BarPlot(table, x=PLACE, y=VALUE, title=chart.title, sort=labels, y_lim=reach, visible=True), hidden[1]
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
