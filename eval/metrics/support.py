"""An answer and what it cites -> the share of its figures that stand there, and of the system's own checks passed."""

import re

from eval.answers import AnswerRow
from eval.gold import GoldQuestion
from eval.matching import normal, states

NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


def figures(text: str) -> tuple[str, ...]:
    """Return the numbers of a text in order, [n] marks aside.

    >>> figures("2025年达到1,200家（３.８％）[1]")
    ('2025', '1,200', '3.8')
    """
    return tuple(NUMBER.findall(normal(text)))


def figure_support(gold: GoldQuestion, row: AnswerRow) -> float | None:
    """Return the share of the answer's numbers that stand in what it cites, a computed result or the question.

    A cited passage counts with its title, heading and, where it is among the hits, its context, for the year of a
    table cell stands there. Only digits are compared, not unit, year or indicator: a number that fails here has no
    source at all.
    """
    found = figures(row.answer)
    if not found or row.abstained:
        return None
    cited = {item.passage_id for item in row.citations} - {""}
    excerpts = [*row.citations, *(hit for hit in row.hits if hit.passage_id in cited)]
    texts = [part for item in excerpts for part in (item.text, item.context)]
    sources = [normal(text) for text in (*texts, *row.results, gold.question)]
    return sum(any(states(source, number) for source in sources) for number in found) / len(found)


def checks_passed(gold: GoldQuestion, row: AnswerRow) -> float | None:
    """Return the share of the system's own checks that passed: its word, not a judgment of ours."""
    return sum(row.checks_ok) / len(row.checks_ok) if row.checks_ok else None
