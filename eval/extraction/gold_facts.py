"""Reference file of facts (CSV) -> list[GoldFact]: the figures that the documents state, found by people."""

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from facts.fact import Kind
from index.errors import InputError

REQUIRED = ("doc", "indicator", "year", "value", "value_high", "unit", "comparator", "kind", "scope", "name", "source", "quote")
KINDS = get_args(Kind)
SOURCES = ("table", "text")


@dataclass(frozen=True, slots=True)
class GoldFact:
    """One figure that a document states.

    Attributes:
        line: its line in the file, 1 being the header.
        doc: document id.
        indicator: what it is of, in the lexicon's words where there are some.
        year: "2025", or "2021-2025" for a sum over years; "" where none is meant.
        value: a plain number, or words where the document gives words.
        value_high: upper end of a range, or "".
        unit: as written, or "".
        comparator: "=", ">", ">=", "<", "<=", "~", or "".
        kind: baseline, actual, forecast or target.
        scope: the part of the jurisdiction it is of.
        name: as the document writes the indicator.
        source: "table" or "text".
        quote: literal words with the value in them, white space aside.
        optional: one that readers doubt, as its year is only implied: finding it is right, leaving it out no fault.
        start_hint: about where the quote begins in the document's text, or None where it stands once.
    """

    line: int
    doc: str
    indicator: str
    year: str
    value: str
    value_high: str
    unit: str
    comparator: str
    kind: str
    scope: str
    name: str
    source: str
    quote: str
    start_hint: int | None = None
    optional: bool = False


def load_gold_facts(path: Path) -> list[GoldFact]:
    """Return the facts of a reference file, in order.

    Raises:
        InputError: the file cannot be read, lacks a column, or a line has a value that is not allowed.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            missing = [name for name in REQUIRED if name not in (reader.fieldnames or ())]
            if missing:
                raise InputError(f"{path}: expected the columns {', '.join(REQUIRED)}, came none named {', '.join(missing)}")
            return [_fact(path, reader.line_num, row) for row in reader]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{path}: expected a readable CSV file in UTF-8, came: {error}") from error


def _fact(path: Path, line: int, row: dict[str, str]) -> GoldFact:
    for field, allowed in (("kind", KINDS), ("source", SOURCES)):
        if row[field] not in allowed:
            raise InputError(f"{path}, line {line}, {field}: expected one of {', '.join(allowed)}, came {row[field]!r}")
    for field in ("doc", "value", "quote"):
        if not row[field]:
            raise InputError(f"{path}, line {line}, {field}: expected a text that is not empty, came {row[field]!r}")
    hint = row.get("start_hint") or ""
    if hint and not hint.isdecimal():
        raise InputError(f"{path}, line {line}, start_hint: expected a code point's number or nothing, came {hint!r}")
    if (doubted := row.get("optional") or "") not in ("", "yes"):
        raise InputError(f"{path}, line {line}, optional: expected yes or nothing, came {doubted!r}")
    return GoldFact(line, **{name: row[name] or "" for name in REQUIRED}, start_hint=int(hint) if hint else None, optional=bool(doubted))
