"""Questions on the topic and off it -> the weights by which a question is told to be off it: python -m eval.calibrate.

Logistic regression of the signs of answer/topic.py, judged by cross-validation in which all forms of one question fall in
one fold. Questions on the topic also come without the places they name, those off it also with one, so that a place's name
decides little: a corpus of one place is asked without naming it. The locked questions take no part.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated

import numpy as np
import numpy.typing as npt
import typer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold, cross_val_predict

from answer.replies import Replies
from answer.topic import LEARNT, Signs, signs_of
from eval.gold import load_gold
from eval.jsonl import read_objects
from eval.score import LOCKED
from facts.store import facts_of, measures_of
from index.catalog import read_catalog
from index.command import run_command
from index.embedder import SentenceEmbedder
from index.errors import InputError
from index.settings import settings_from
from index.store import load_index
from retriever.retrieve import PassageRetriever

FOLDS, SEED = 10, 20261121
NAMES = tuple(Signs.__dataclass_fields__)
Array = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Asked:
    """A form of a question: its group, its text, earlier turns, and whether it is on the topic."""

    group: str
    text: str
    history: tuple[str, ...]
    on: bool


def forms(questions: Sequence[Asked], places: Sequence[str]) -> Iterator[Asked]:
    """Yield each question, then the same without the places it names, or with one where it is off the topic and names none."""
    chance = random.Random(SEED)
    for asked in questions:
        yield asked
        bare = asked.text
        for place in places:
            bare = bare.replace(place, "")
        if asked.on and bare != asked.text and not asked.history:
            yield Asked(asked.group, bare, (), True)
        elif not asked.on and bare == asked.text:
            yield Asked(asked.group, chance.choice(places) + asked.text, asked.history, False)


def fit(signs: Array, on: Array, groups: Sequence[str]) -> tuple[LogisticRegression, Array]:
    """Return the model fitted to all, and the chances of each in cross-validation.

    Args:
        signs: shape (questions, signs).
        on: 1 for on the topic, shape (questions,).
        groups: what falls in one fold.
    """
    model = LogisticRegression(max_iter=5000, class_weight="balanced")
    chances = cross_val_predict(model, signs, on, groups=groups, cv=GroupKFold(FOLDS), method="predict_proba")[:, 1]
    return model.fit(signs, on), chances


def read_questions(gold: Sequence[Path], off: Path | None) -> list[Asked]:
    """Return development questions, and those off the topic of another file.

    Raises:
        InputError: the locked questions are given.
    """
    found = []
    for path in gold:
        if path.stem == LOCKED:
            raise InputError(f"{path}: the locked questions are never calibrated on; give development questions")
        found += [Asked(one.id, one.question, one.history, one.type != "outofscope") for one in load_gold(path)]
    return found + [Asked(f"off-{number}", row["question"], (), False) for number, row in (read_objects(off) if off else ())]


def main(
    gold: Annotated[list[Path], typer.Option(help="gold files of development questions")],
    off: Annotated[Path | None, typer.Option(help="more questions off the topic, JSON Lines with a field question")] = None,
    lost: Annotated[float, typer.Option(help="share of the questions on the topic that may be lost")] = 0.01,
    out: Annotated[Path, typer.Option(help="where the weights are written")] = LEARNT,
) -> None:
    """Fit the weights, print what each threshold catches and loses, and write them."""
    settings = settings_from()
    embedder = SentenceEmbedder(settings.model_path, settings.query_prompt)
    index = load_index(settings.index, read_catalog(settings.corpus), embedder.model_id)
    retriever = PassageRetriever(index, embedder)
    replies = Replies(index, retriever, embedder, facts_of(index), measures_of(index))
    places = sorted(retriever.gazetteer.names, key=len, reverse=True)
    asked = list(forms(read_questions(gold, off), places))
    cases = (replies.case(retriever.retrieve(one.text, one.history)) for one in asked)
    signs = np.array([[float(value) for value in asdict(signs_of(case)).values()] for case in cases])
    on = np.array([float(one.on) for one in asked])
    model, chances = fit(signs, on, [one.group for one in asked])
    area = roc_auc_score(on, chances)
    typer.echo(f"{len(asked)} forms of questions, {int(on.sum())} on the topic; area under the curve {area:.3f}\nthreshold\tcaught\tlost")
    for threshold in np.arange(0.05, 1.0, 0.05):
        typer.echo(f"{threshold:.2f}\t{(chances[on == 0] < threshold).mean():.1%}\t{(chances[on == 1] < threshold).mean():.1%}")
    threshold = float(np.quantile(chances[on == 1], lost))
    weights = "\n".join(f"{name} = {weight:.3f}" for name, weight in zip(NAMES, model.coef_[0], strict=True))
    head = f"# Written by eval.calibrate: {len(asked)} forms of questions, area under the curve {area:.3f} in cross-validation."
    learnt = f"threshold = {threshold:.3f}\nintercept = {model.intercept_[0]:.3f}\n\n[weights]\n{weights}\n"
    out.write_text(f"{head}\n{learnt}", encoding="utf-8")
    typer.echo(f"threshold {threshold:.3f} loses {lost:.1%} and catches {(chances[on == 0] < threshold).mean():.1%}")


if __name__ == "__main__":
    run_command(main)
