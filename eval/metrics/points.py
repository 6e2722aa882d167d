"""Gold points and an answer -> which points it makes, whether it is right, and whether it keeps to its length."""

import re

from answer.answer import MAX_ANSWER, MAX_FACT
from eval.answers import AnswerRow
from eval.gold import GoldQuestion
from eval.matching import normal, states

SINGLE_FACT = ("target", "table", "baseline")
NUMERIC = re.compile(r"\d")


def made_points(gold: GoldQuestion, row: AnswerRow) -> tuple[bool, ...]:
    """Return for each point of the gold question whether any of its strings stands in the answer."""
    answer = normal(row.answer)
    return tuple(any(states(answer, normal(item)) for item in point) for point in gold.must)


def forbidden(gold: GoldQuestion, row: AnswerRow) -> tuple[str, ...]:
    """Return the strings of must_not that stand in the answer."""
    answer = normal(row.answer)
    return tuple(item for item in gold.must_not if states(answer, normal(item)))


def right(gold: GoldQuestion, row: AnswerRow) -> float | None:
    """Return 1 for a right reaction: all points and nothing forbidden, or a refusal where nothing can be answered.

    None for an answerable question that names no points, for nothing would be compared.
    """
    if gold.answerable and not gold.must:
        return None
    if row.error:
        return 0.0
    if not gold.answerable:
        return float(row.abstained)
    return float(not row.abstained and all(made_points(gold, row)) and not forbidden(gold, row))


def answer_right(gold: GoldQuestion, row: AnswerRow) -> float | None:
    """Return whether an answerable question is answered right; None for others."""
    return right(gold, row) if gold.answerable else None


def point_recall(gold: GoldQuestion, row: AnswerRow) -> float | None:
    """Return the share of the points that the answer makes."""
    made = made_points(gold, row)
    return sum(made) / len(made) if gold.answerable and made else None


def numeric_recall(gold: GoldQuestion, row: AnswerRow) -> float | None:
    """Return the share of the points with a figure that the answer makes, each to the digit."""
    pairs = zip(gold.must, made_points(gold, row), strict=True)
    made = [done for point, done in pairs if any(NUMERIC.search(normal(item)) for item in point)]
    return sum(made) / len(made) if gold.answerable and made else None


def forbidden_rate(gold: GoldQuestion, row: AnswerRow) -> float | None:
    """Return 1 when the answer holds a forbidden string; None where none is named."""
    return float(bool(forbidden(gold, row))) if gold.must_not else None


def length_limit(gold: GoldQuestion) -> int:
    """Return how many characters an answer to the question may have."""
    return MAX_FACT if gold.type in SINGLE_FACT else MAX_ANSWER


def too_long(gold: GoldQuestion, row: AnswerRow) -> float:
    """Return 1 when the answer, marks included, is longer than its kind allows."""
    return float(len(row.answer) > length_limit(gold))
