"""Run folder -> the facts, measures and texts that a system wrote beside its answers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.jsonl import read_objects
from eval.metrics.amounts import last_year
from eval.placing import PlaceFinder, Span
from index.errors import InputError

TEXTS = ("indicator", "name", "value_high", "unit", "comparator", "kind", "scope", "origin")
DATA_OF = re.compile(r"((?:19|20)\d{2})年(?:的)?数据")


@dataclass(frozen=True, slots=True)
class FoundFact:
    """A fact of facts.jsonl: see the contract; `span` is the first of its spans, that of the value, or None."""

    doc: str
    indicator: str
    name: str
    year: str
    value: str
    value_high: str
    unit: str
    comparator: str
    kind: str
    scope: str
    origin: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class FoundMeasure:
    """A measure of measures.jsonl; `granted` is None where the system does not say."""

    doc: str
    name: str
    span: Span
    granted: bool | None


def load_found_facts(path: Path) -> list[FoundFact]:
    """Return the facts of a run, in order.

    Raises:
        InputError: the file cannot be read or a line lacks doc or value.
    """
    return [_fact(path, number, row) for number, row in read_objects(path)]


def load_found_measures(path: Path) -> list[FoundMeasure]:
    """Return the measures of a run, in order.

    Raises:
        InputError: the file cannot be read or a line lacks doc, start or end.
    """
    return [found_measure(f"{path}, line {number}", row) for number, row in read_objects(path)]


def load_texts(path: Path) -> dict[str, PlaceFinder]:
    """Return the texts that spans point into, by document; none where the run has no such file.

    Raises:
        InputError: the file is there but cannot be read, or a line lacks doc or text.
    """
    if not path.exists():
        return {}
    texts: dict[str, PlaceFinder] = {}
    for number, row in read_objects(path):
        _need(f"{path}, line {number}", row, {"doc": str, "text": str})
        texts[row["doc"]] = PlaceFinder(row["text"])
    return texts


def found_measure(place: str, row: dict[str, Any]) -> FoundMeasure:
    """Return the measure of a row; `place` names it in errors.

    Raises:
        InputError: doc, start or end is missing or of a wrong form.
    """
    _need(place, row, {"doc": str, "start": int, "end": int})
    granted = row.get("granted")
    if granted is None and row.get("grant") in ("granted", "intended"):
        granted = row["grant"] == "granted"
    name = row.get("name")
    known = granted if isinstance(granted, bool) else None
    return FoundMeasure(row["doc"], name if isinstance(name, str) else "", (row["start"], row["end"]), known)


def _fact(path: Path, number: int, row: dict[str, Any]) -> FoundFact:
    _need(f"{path}, line {number}", row, {"doc": str, "value": str})
    texts = {name: str(row.get(name) or "") for name in TEXTS}
    noted = DATA_OF.search(str(row.get("note") or ""))  # a column of 2020 may hold what a note says to be the data of 2019
    return FoundFact(
        doc=row["doc"], year=noted[1] if noted else last_year(row.get("year")), value=row["value"], span=_span(row.get("spans")), **texts
    )


def _span(spans: object) -> Span | None:
    if isinstance(spans, Sequence) and spans and isinstance(spans[0], dict):
        start, end = spans[0].get("start"), spans[0].get("end")
        if isinstance(start, int) and isinstance(end, int):
            return start, end
    return None


def _need(place: str, row: dict[str, Any], fields: dict[str, type]) -> None:
    for field, kind in fields.items():
        if not isinstance(row.get(field), kind) or isinstance(row.get(field), bool):
            raise InputError(f"{place}, {field}: expected {kind.__name__}, came {row.get(field, 'nothing')!r}")
