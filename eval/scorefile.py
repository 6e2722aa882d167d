"""Score -> the object of score.json, and back to what comparing needs."""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from eval.jsonl import read_json
from eval.metrics.interval import RESAMPLES, SEED
from eval.metrics.risk import RiskCurve
from eval.scoring import Figures, QuestionScore, Score
from index.errors import InputError

DECIMALS = 6


@dataclass(frozen=True, slots=True)
class ScoreFile:
    """What other commands read of a score.json: figures, those of extraction included, and the values of every question by id."""

    gold_sha256: str
    metrics: dict[str, dict[str, Any]]
    values: dict[str, dict[str, float | None]]
    groups: dict[str, dict[str, Any]]


def score_object(score: Score, gold: dict[str, Any], run: dict[str, Any], with_misses: bool) -> dict[str, Any]:
    """Return the object of score.json.

    Args:
        score: the scored run.
        gold: name, digest and size of the gold file.
        run: digest of the answers and configuration of the run.
        with_misses: say of each question what it lacked; without, only its figures, so that a locked set stays unread.
    """
    return {
        "gold": gold,
        "run": run,
        "bootstrap": {"resamples": RESAMPLES, "seed": SEED, "level": 0.95},
        "metrics": figures_object(score.figures),
        "groups": groups_object(score),
        "risk_coverage": risk_object(score.risk),
        "questions": [_question(question, with_misses) for question in score.questions],
    }


def load_score(path: Path) -> ScoreFile:
    """Return a score.json.

    Raises:
        InputError: the file is missing or was not written by eval.score.
    """
    value = read_json(path)
    try:
        values = {row["id"]: {**row["values"]} for row in value["questions"]}
        groups = {row["id"]: {**row["groups"]} for row in value["questions"]}
        extracted = {name: figure for part in value.get("extraction", {}).values() for name, figure in part["metrics"].items()}
        return ScoreFile(value["gold"]["sha256"], {**value["metrics"], **extracted}, values, groups)
    except (KeyError, TypeError) as error:
        raise InputError(f"{path}: expected a score.json of this version, came one without {error}; run eval.score") from error


def figures_object(figures: Figures) -> dict[str, Any]:
    """Return figures as JSON types."""
    return {name: {key: _rounded(value) for key, value in asdict(found).items()} for name, found in figures.items()}


def groups_object(score: Score) -> dict[str, Any]:
    """Return the figures of each group, by grouping, as JSON types."""
    return {grouping: {name: figures_object(found) for name, found in members.items()} for grouping, members in score.groups.items()}


def risk_object(curve: RiskCurve) -> dict[str, Any]:
    """Return the risk-coverage curve as JSON types; a point is [threshold, coverage, risk]."""
    points = [[_rounded(point.threshold), _rounded(point.coverage), _rounded(point.risk)] for point in curve.points]
    return {"area": _rounded(curve.area), "without_confidence": curve.without_confidence, "points": points}


def _question(question: QuestionScore, with_misses: bool) -> dict[str, Any]:
    gold = question.gold
    shown: dict[str, Any] = {
        "id": gold.id,
        "groups": {
            "type": gold.type, "region": list(gold.region), "persona": gold.persona,
            "difficulty": gold.difficulty, "answerable": gold.answerable,
        },
        "values": {name: _rounded(value) for name, value in question.values.items()},
    }  # fmt: skip
    if with_misses:
        shown |= {
            "missing": [list(point) for point in question.missing],
            "forbidden": list(question.forbidden),
            "ranks": list(question.ranks),
            "cited": list(question.cited),
            "showing": list(question.showing),
        }
    return shown


def _rounded(value: object) -> object:
    return round(value, DECIMALS) if isinstance(value, float) else value
