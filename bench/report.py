"""Figures -> the Markdown table."""

from collections.abc import Mapping, Sequence
from math import ceil
from typing import Any

Row = tuple[str, str, str]


def percentile(values: Sequence[float], share: float) -> float:
    """Return the smallest value that at least this share of all values do not exceed (nearest rank).

    >>> percentile([10.0, 20.0, 30.0, 40.0], 0.5)
    20.0
    >>> percentile([10.0, 20.0, 30.0, 40.0], 0.95)
    40.0
    """
    return sorted(values)[ceil(share * len(values)) - 1]


def markdown(record: Mapping[str, Any]) -> str:
    """Return the table of a record as `bench.run` writes it."""
    ours, stock, growth = record["cewen"], record["stock"], record["growth"]
    rows = [
        ("files to a searchable index", _seconds(ours["build_s"]), _seconds(stock["build_s"])),
        ("built index to the first answer", _seconds(ours["load_s"]), "keeps none"),
        ("finding ten hits, p50 / p95", _spread(ours["search_ms"]), _spread(stock["search_ms"])),
        ("a whole cited answer, p50 / p95", _spread(ours["answer_ms"]), "gives none"),
        ("memory of the process", f"{ours['rss_mib']:.0f} MiB", f"{stock['rss_mib']:.0f} MiB"),
    ]
    lines = ["| | 策问 | stock pipeline |", "|---|---|---|", *("| " + " | ".join(row) + " |" for row in rows)]
    slopes = ", ".join(f"{name} {values['exponent']:.2f}" for name, values in growth.items())
    return "\n".join(
        [
            *lines,
            "",
            f"Parsing a text n times as long takes n^x the time; 1 is linear. x: {slopes}.",
            "",
            f"`python -m bench.run`, {record['date']}, commit {record['commit']}; {record['machine']}; "
            f"{len(ours['search_ms'])} questions, one at a time.",
            "",
        ]
    )


def _seconds(value: float) -> str:
    return f"{value:.1f} s"


def _spread(values: Sequence[float]) -> str:
    return f"{percentile(values, 0.5):.0f} / {percentile(values, 0.95):.0f} ms"
