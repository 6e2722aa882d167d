"""Gold questions and the answers of a run -> Score: figures over all questions and over each group of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from eval.answers import AnswerRow, require_same_questions
from eval.gold import GoldQuestion
from eval.metrics.citing import cited_quotes, showing
from eval.metrics.evidence import ranks_found
from eval.metrics.interval import Estimate, estimate
from eval.metrics.points import forbidden, made_points
from eval.metrics.risk import Answered, RiskCurve, risk_curve
from eval.metrics.table import METRICS, question_values
from index.errors import InputError

Figures = dict[str, Estimate]
GROUPINGS = ("type", "region", "persona", "difficulty", "answerable")


@dataclass(frozen=True, slots=True)
class QuestionScore:
    """How one question went.

    Attributes:
        values: value of each metric, by source name; None where the metric says nothing.
        missing: the points that the answer does not make.
        forbidden: the strings of must_not that it holds.
        ranks: rank of the first hit with each quote of the evidence.
        cited: whether each quote is cited.
        showing: whether each citation shows evidence.
    """

    gold: GoldQuestion
    row: AnswerRow
    values: dict[str, float | None]
    missing: tuple[tuple[str, ...], ...]
    forbidden: tuple[str, ...]
    ranks: tuple[int | None, ...]
    cited: tuple[bool, ...]
    showing: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """A scored run: figures over all questions, by grouping and group, every question, and the risk-coverage curve."""

    figures: Figures
    groups: dict[str, dict[str, Figures]]
    questions: tuple[QuestionScore, ...]
    risk: RiskCurve


def score_run(gold: Sequence[GoldQuestion], rows: Mapping[str, AnswerRow], regions: Mapping[str, str]) -> Score:
    """Score a run.

    Args:
        gold: the questions.
        rows: the answers by question id; exactly those of gold.
        regions: region of each document by its id, as the run states it.

    Raises:
        InputError: a question has no answer, an answer has no question, or the two were asked in other words.
    """
    require_same_questions((question.id for question in gold), rows, ("the gold file", "the run"))
    for question in gold:
        asked = rows[question.id].question
        if asked and asked != question.question:
            raise InputError(f"question {question.id}: expected {question.question!r} as in the gold file, came {asked!r}")
    values = question_values(gold, rows, regions)
    scored = tuple(_question_score(question, rows[question.id], values) for question in gold)
    groups = {grouping: _grouped(scored, grouping) for grouping in GROUPINGS}
    return Score(figures(scored), groups, scored, _risk(scored))


def _risk(questions: Sequence[QuestionScore]) -> RiskCurve:
    """Return the curve over the questions that were answered, neither refused nor failed."""
    answered = [question for question in questions if not (question.row.abstained or question.row.error)]
    known = [
        Answered(question.row.confidence, bool(question.values["right"]))
        for question in answered
        if question.row.confidence is not None and question.values["right"] is not None
    ]
    return risk_curve(known, len(questions), len(answered) - len(known))


def figures(questions: Sequence[QuestionScore]) -> Figures:
    """Return every metric over the questions."""
    found: Figures = {}
    for metric in METRICS:
        source = metric.source or metric.name
        found[metric.name] = estimate([question.values[source] for question in questions], metric.statistic)
    return found


def group_names(question: GoldQuestion, grouping: str) -> Iterable[str]:
    """Return the groups that a question belongs to; one that asks about two regions belongs to both."""
    value: Any = getattr(question, grouping)
    if isinstance(value, tuple):
        return value
    if isinstance(value, bool):
        return ("true" if value else "false",)
    return (value,) if value else ()


def _grouped(questions: Sequence[QuestionScore], grouping: str) -> dict[str, Figures]:
    members: dict[str, list[QuestionScore]] = {}
    for question in questions:
        for name in group_names(question.gold, grouping):
            members.setdefault(name, []).append(question)
    return {name: figures(found) for name, found in sorted(members.items())}


def _question_score(gold: GoldQuestion, row: AnswerRow, values: Mapping[str, Mapping[str, float | None]]) -> QuestionScore:
    made = made_points(gold, row)
    return QuestionScore(
        gold=gold,
        row=row,
        values={source: found[gold.id] for source, found in values.items()},
        missing=tuple(point for point, done in zip(gold.must, made, strict=True) if not done),
        forbidden=forbidden(gold, row),
        ranks=ranks_found(gold.evidence, row.hits),
        cited=cited_quotes(gold, row),
        showing=showing(gold, row),
    )


def misses(score: Score) -> Iterator[QuestionScore]:
    """Yield the questions that went wrong: not right, or not all evidence among the first five hits."""
    for question in score.questions:
        if question.values["right"] == 0 or question.values["evidence_recall@5"] == 0:
            yield question
