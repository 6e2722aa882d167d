"""conditions.toml -> list[Condition]: which parts of the pipeline take part."""

import tomllib
from dataclasses import MISSING, dataclass, fields
from pathlib import Path
from typing import Any, Literal, get_args

from index.errors import InputError

Ranking = Literal["words", "embedding", "hybrid"]
Pipeline = Literal["ours", "stock"]
CHOICES = {"ranking": get_args(Ranking), "pipeline": get_args(Pipeline)}


@dataclass(frozen=True, slots=True)
class Condition:
    """One named configuration; what each field means stands at the head of conditions.toml."""

    name: str
    label: str
    pipeline: Pipeline = "ours"
    ranking: Ranking = "hybrid"
    structure: bool = False
    facts: bool = False
    measures: bool = False
    model: bool = False
    beside: str = ""


def load_conditions(path: Path) -> list[Condition]:
    """Return the conditions of a file, in order.

    Raises:
        InputError: the file cannot be read, or a condition has an unknown field or value, or is named twice.
    """
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8")).get("condition", [])
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: expected conditions in TOML, came: {error}") from error
    found: dict[str, Condition] = {}
    for row in rows:
        condition = _condition(path, row)
        if condition.name in found:
            raise InputError(f"{path}: expected every name once, came {condition.name!r} again")
        if condition.beside and condition.beside not in found:
            raise InputError(f"{path}, {condition.name}, beside: expected an earlier condition, came {condition.beside!r}")
        found[condition.name] = condition
    if not found:
        raise InputError(f"{path}: expected at least one [[condition]], came none")
    return list(found.values())


def _condition(path: Path, row: dict[str, Any]) -> Condition:
    known = {field.name: field for field in fields(Condition)}
    for name, field in known.items():
        if field.default is MISSING and name not in row:
            raise InputError(f"{path}: expected {name} in every condition, came {row!r}")
    for name, value in row.items():
        if name not in known:
            raise InputError(f"{path}: expected fields among {', '.join(known)}, came {name!r}")
        expected = bool if isinstance(known[name].default, bool) else str
        if not isinstance(value, expected) or value not in CHOICES.get(name, (value,)):
            raise InputError(f"{path}, {name}: expected {' or '.join(CHOICES.get(name, (expected.__name__,)))}, came {value!r}")
    return Condition(**row)
