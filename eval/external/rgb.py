"""RGB file (lines with query, answer, positive, negative) -> two TestSets: with noise, and with noise only.

In the first the passages that answer stand among others that do not; in the second only those that do not, so that
every question should be refused. Chen et al., Benchmarking Large Language Models in Retrieval-Augmented Generation
(AAAI 2024).
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from eval.external.converted import ConvertedSet, SetDocument, gold_row
from eval.external.quoting import quote_around
from eval.jsonl import read_objects
from index.errors import InputError

NO_ANSWER = "no passage given as positive holds an answer"
Point = list[str]


def read_rgb(path: Path) -> tuple[ConvertedSet, ConvertedSet]:
    """Convert a file of the RGB format; return the set with noise and the set to refuse.

    Raises:
        InputError: a line has another form.
    """
    answering: list[SetDocument] = []
    noise: list[SetDocument] = []
    gold: list[dict[str, Any]] = []
    refused: list[dict[str, Any]] = []
    left_out: list[str] = []
    for number, row in read_objects(path):
        try:
            name, question, points = str(row["id"]), str(row["query"]), list(_points(row["answer"]))
            positive = [_document(number, "p", place, text) for place, text in enumerate(_texts(row["positive"]), 1)]
            negative = [_document(number, "n", place, text) for place, text in enumerate(_texts(row["negative"]), 1)]
        except (KeyError, TypeError) as error:
            raise InputError(f"{path}, line {number}: expected id, query, answer, positive, negative, came {error!r}") from error
        noise += negative
        refused.append(gold_row(name, question, (), (), False))
        evidence = _evidence(points, positive)
        if evidence:
            answering += positive
            gold.append(gold_row(name, question, points, evidence, len(points) == 1))
        else:
            left_out.append(name)
    reasons = {NO_ANSWER: left_out} if left_out else {}
    return ConvertedSet((*answering, *noise), tuple(gold), reasons), ConvertedSet(tuple(noise), tuple(refused), {})


def _document(number: int, kind: str, place: int, text: str) -> SetDocument:
    return SetDocument(f"rgb-{number:05}-{kind}{place:02}", " ".join(text.split())[:30], text.strip() + "\n")


def _texts(items: Any) -> Iterator[str]:  # noqa: ANN401
    """Yield passages; where a question needs several, RGB puts them into lists of their own."""
    for item in items:
        yield from _texts(item) if isinstance(item, list) else (str(item),)


def _points(answer: Any) -> Iterator[Point]:  # noqa: ANN401
    """Yield what has to be said: each item is a point, an item that is a list holds alternatives."""
    for item in answer if isinstance(answer, list) else [answer]:
        point = [str(part) for part in item] if isinstance(item, list) else [str(item)]
        if not point or not all(part.strip() for part in point):
            raise TypeError(f"an empty answer {item!r}")
        yield point


def _evidence(points: list[Point], documents: list[SetDocument]) -> list[tuple[str, str]]:
    """Return a quote for the point, from each passage that makes it, or one for each of several points; or nothing."""
    found = [[(document.id, quote) for document in documents if (quote := _quote(point, document.text))] for point in points]
    if not all(found):
        return []
    return found[0] if len(points) == 1 else list(dict.fromkeys(quotes[0] for quotes in found))


def _quote(point: Point, text: str) -> str | None:
    for part in point:
        start = text.lower().find(part.lower())
        if start >= 0 and (quote := quote_around(text, start, start + len(part))):
            return quote
    return None
