"""JSON Lines file <-> objects, with the line number of every fault."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from index.disk import write_atomically
from index.errors import InputError


def read_objects(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield each object with its 1-based line number; empty lines are passed over.

    Raises:
        InputError: the file cannot be read, or a line is no JSON object.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: expected a readable UTF-8 file, came: {error}") from error
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                value = json.loads(line)
            except json.JSONDecodeError as error:
                raise InputError(f"{path}, line {number}: expected a JSON object, came {line[:60]!r} ({error})") from error
            if not isinstance(value, dict):
                raise InputError(f"{path}, line {number}: expected a JSON object, came {line[:60]!r}")
            yield number, value


def dump_line(value: dict[str, Any]) -> str:
    """Return one line of a JSON Lines file; NaN and infinities are refused, for they are no JSON."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False) + "\n"


def write_text(path: Path, text: str) -> None:
    """Write a file, all or nothing; its folder is made when missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, text.encode())


def write_objects(path: Path, values: Iterable[dict[str, Any]]) -> None:
    """Write JSON Lines, all or nothing."""
    write_text(path, "".join(map(dump_line, values)))


def write_json(path: Path, value: dict[str, Any]) -> None:
    """Write one JSON file for people and machines, all or nothing."""
    write_text(path, json.dumps(value, ensure_ascii=False, indent=1, allow_nan=False) + "\n")


def read_json(path: Path) -> dict[str, Any]:
    """Return the one object of a JSON file.

    Raises:
        InputError: the file cannot be read or holds no JSON object.
    """
    try:
        value = json.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError) as error:
        raise InputError(f"{path}: expected a readable JSON file, came: {error}") from error
    if not isinstance(value, dict):
        raise InputError(f"{path}: expected a JSON object, came {type(value).__name__}")
    return value
