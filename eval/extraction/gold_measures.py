"""Reference file of support measures (JSON Lines) -> list[GoldMeasure], and of enterprises -> list[GoldProfile]."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.jsonl import read_objects
from index.errors import InputError

GRANTS = ("granted", "intended")


@dataclass(frozen=True, slots=True)
class GoldMeasure:
    """One support measure that a document states.

    Attributes:
        id: unique.
        doc: document id.
        name: what it is called.
        quotes: literal words of the benefit clause, then of further mentions.
        granted: it is given; otherwise only intended.
        instrument: a tangible one; missing another is no great loss.
    """

    id: str
    doc: str
    name: str
    quotes: tuple[str, ...]
    granted: bool
    instrument: bool


@dataclass(frozen=True, slots=True)
class GoldProfile:
    """An enterprise in its own words, with the ids of measures that it must, may and must not be told of."""

    id: str
    profile: str
    must: tuple[str, ...]
    may: tuple[str, ...]
    must_not: tuple[str, ...]


def load_gold_measures(path: Path) -> list[GoldMeasure]:
    """Return the measures of a reference file, in order.

    Raises:
        InputError: the file cannot be read, a field is missing or of a wrong form, or an id comes twice.
    """
    measures: dict[str, GoldMeasure] = {}
    for number, row in read_objects(path):
        place = f"{path}, line {number}"
        _texts(place, row, ("id", "doc", "name", "quote"))
        if row.get("grant") not in GRANTS:
            raise InputError(f"{place}, grant: expected one of {', '.join(GRANTS)}, came {row.get('grant')!r}")
        if row["id"] in measures:
            raise InputError(f"{place}, id: expected every id once, came {row['id']!r} again")
        quotes = (row["quote"], *_ids(place, row, "evidence"))
        instrument = bool(row.get("instrument", True))
        measures[row["id"]] = GoldMeasure(row["id"], row["doc"], row["name"], quotes, row["grant"] == "granted", instrument)
    return list(measures.values())


def load_gold_profiles(path: Path, measures: Sequence[GoldMeasure]) -> list[GoldProfile]:
    """Return the enterprises of a reference file, in order.

    Raises:
        InputError: the file cannot be read, a field is missing or of a wrong form, or a measure is not in the reference.
    """
    known = {measure.id for measure in measures}
    profiles = []
    for number, row in read_objects(path):
        place = f"{path}, line {number}"
        _texts(place, row, ("id", "profile"))
        lists = {field: _ids(place, row, field) for field in ("must", "may", "must_not")}
        if unknown := sorted({name for names in lists.values() for name in names} - known):
            raise InputError(f"{place}: expected ids of the reference of measures, came {', '.join(unknown)}")
        profiles.append(GoldProfile(row["id"], row["profile"], **lists))
    return profiles


def _texts(place: str, row: dict[str, Any], fields: Sequence[str]) -> None:
    for field in fields:
        if not isinstance(row.get(field), str) or not row[field]:
            raise InputError(f"{place}, {field}: expected a text that is not empty, came {row.get(field)!r}")


def _ids(place: str, row: dict[str, Any], field: str) -> tuple[str, ...]:
    items = row.get(field) or []
    if not isinstance(items, list) or not all(isinstance(item, str) for item in items):
        raise InputError(f"{place}, {field}: expected a list of texts, came {items!r}")
    return tuple(items)
