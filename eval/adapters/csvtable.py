"""CSV of answers, and optionally of hits and citations -> answers by question id.

Answers: id, answer; optional abstained (1, true, yes, 是) and latency_ms. Hits: id, rank, doc, text; optional score.
Citations: id, n, doc, text.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

from eval.adapters.outside import OutsideAnswer, Source
from index.errors import InputError

YES = ("1", "true", "yes", "是")
NO = ("", "0", "false", "no", "否")
Line = tuple[str, dict[str, str]]  # where it stands, and its cells


def read_answers(answers: Path, hits: Path | None = None, citations: Path | None = None) -> dict[str, OutsideAnswer]:
    """Return the answers of a CSV by question id.

    Raises:
        InputError: a file or a column is missing, a cell cannot be read, an id repeats, or a hit has no answer.
    """
    found: dict[str, OutsideAnswer] = {}
    hits_of = _sources(hits, "rank") if hits else {}
    citations_of = _sources(citations, "n") if citations else {}
    for place, cells in _lines(answers, ("id", "answer")):
        name = cells["id"]
        if name in found:
            raise InputError(f"{place}, id: expected every id once, came {name!r} again")
        latency = cells.get("latency_ms")
        ranked = tuple(source for _, source in sorted(hits_of.pop(name, []), key=lambda pair: pair[0]))
        cited = tuple(sorted(citations_of.pop(name, []), key=lambda pair: pair[0]))
        number = _number(latency, f"{place}, latency_ms") if latency else None
        found[name] = OutsideAnswer(cells["answer"], ranked, cited, _abstained(cells, place), number)
    if lost := sorted({*hits_of, *citations_of}):
        raise InputError(f"{answers}: expected an answer for every hit and citation, came none for {', '.join(lost[:5])}")
    return found


def _lines(path: Path, columns: tuple[str, ...]) -> Iterator[Line]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, strict=True)
            if missing := [column for column in columns if column not in (reader.fieldnames or ())]:
                raise InputError(f"{path}: expected columns {', '.join(columns)}, came none named {', '.join(missing)}")
            for cells in reader:
                place = f"{path}, line {reader.line_num}"
                if None in cells or None in cells.values():
                    raise InputError(f"{place}: expected {len(reader.fieldnames or ())} cells, came another number")
                yield place, cells
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{path}: expected a CSV in UTF-8, came: {error}") from error


def _sources(path: Path, order: str) -> dict[str, list[tuple[int, Source]]]:
    found: dict[str, list[tuple[int, Source]]] = {}
    for place, cells in _lines(path, ("id", order, "doc", "text")):
        score = _number(cells["score"], f"{place}, score") if cells.get("score") else None
        source = Source(cells["doc"], cells["text"], score)
        found.setdefault(cells["id"], []).append((int(_number(cells[order], f"{place}, {order}")), source))
    return found


def _abstained(cells: dict[str, str], place: str) -> bool | None:
    if "abstained" not in cells:
        return None
    value = cells["abstained"].strip().lower()
    if value not in YES + NO:
        raise InputError(f"{place}, abstained: expected one of {', '.join((*YES, *NO[1:]))}, came {cells['abstained']!r}")
    return value in YES


def _number(text: str, place: str) -> float:
    try:
        return float(text)
    except ValueError as error:
        raise InputError(f"{place}: expected a number, came {text!r}") from error
