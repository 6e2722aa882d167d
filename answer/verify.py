"""File of answers -> a line a number and sentence, each held against its cited spans: python -m answer.verify --answers FILE."""

import json
import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Annotated

import typer

from answer.answer import Citation
from answer.verifier import Verifier
from facts.regions import Gazetteer
from index.command import run_command
from index.errors import InputError
from index.manifest import read_manifest
from index.settings import settings_from
from index.store import PassageIndex, load_index
from index.versions import current


def load_source(folder: Path) -> tuple[PassageIndex, Verifier]:
    """Return an index as it stands, whatever model made it, and a verifier over its documents.

    Raises:
        IndexMissingError, IndexDamagedError, IndexStaleError: with what to do.
    """
    index = load_index(folder, None, read_manifest(current(folder)).model)
    return index, Verifier(index, Gazetteer(index.documents))


def read_answers(path: Path) -> Iterator[tuple[str, str, list[Citation], list[str]]]:
    """Yield id, text, citations and the refusal's own words of every answer of a file.

    Raises:
        InputError: the file cannot be read, or a line is no answer.
    """
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: expected answers as JSON Lines in UTF-8, came: {error}") from error
    names = {field.name for field in fields(Citation)}
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            cited = [Citation(**{name: item.get(name) for name in names}) for item in row["citations"]]
            numbers = [value for item in cited for value in (item.n, item.start, item.end)]
            if not all(isinstance(value, int) for value in numbers) or not isinstance(row["answer"], str):
                raise TypeError("a citation without n, start and end, or an answer that is no text")
            yield str(row.get("id", number)), row["answer"], cited, [row["refusal"]["text"]] if row.get("refusal") else []
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise InputError(f"{path}, line {number}: expected an answer with text and citations, came: {error!r}") from error


def main(
    answers: Annotated[Path, typer.Option(help="answers as JSON Lines, as eval.generate and ask --json write them")],
    index: Annotated[Path | None, typer.Option(help="index folder")] = None,
) -> None:
    """Check every number and every sentence of answers against the spans they cite; a line each."""
    rows = list(read_answers(answers))
    _, verifier = load_source(settings_from(index=index).index)
    total = failed = 0
    for name, text, citations, said in rows:
        for check in verifier.verify(text, citations, said):
            total, failed = total + 1, failed + (not check.ok)
            by = f"[{check.by}]" if isinstance(check.by, int) else check.by or "-"
            print(f"{name}\t{'ok' if check.ok else 'UNSUPPORTED'}\t{by}\t{' '.join(check.what.split())}")
    print(f"{len(rows)} answers, {total} checks, {failed} unsupported", file=sys.stderr)


if __name__ == "__main__":
    run_command(main)
