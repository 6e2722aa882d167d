"""Answerable or not, and abstained or not -> how well a system knows what it cannot answer."""

from eval.answers import AnswerRow
from eval.gold import GoldQuestion


def refusal_precision(gold: GoldQuestion, row: AnswerRow) -> float | None:
    """Return of a refusal whether it was right; its mean is the share of refusals that were."""
    return float(not gold.answerable) if row.abstained else None


def refusal_recall(gold: GoldQuestion, row: AnswerRow) -> float | None:
    """Return of an unanswerable question whether it was refused."""
    return None if gold.answerable else float(row.abstained)


def wrong_refusal(gold: GoldQuestion, row: AnswerRow) -> float | None:
    """Return of an answerable question whether it was refused."""
    return float(row.abstained) if gold.answerable else None


def failed(gold: GoldQuestion, row: AnswerRow) -> float:
    """Return whether the question ended in an error."""
    return float(bool(row.error))
