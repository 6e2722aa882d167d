"""Sets held back from training -> a line of figures each: what choices are made on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import cast

from sentence_transformers import SentenceTransformer

from index.meaning import read_word_dimensions
from index.training.measures import measure
from index.training.questions import Judged
from index.training.runs import Encoder, all_runs


def validation_lines(sets: Sequence[Judged], model: Path) -> Iterator[str]:
    """Yield, for each set, R@1 and R@10 of BM25, of the model and of the mixture.

    Args:
        sets: questions that were not trained on, over their whole pool.
        model: the model folder.
    """
    if not sets:
        return
    encoder = cast("Encoder", SentenceTransformer(str(model), device="cpu", local_files_only=True))
    words = read_word_dimensions(model)
    for judged in sets:
        figures = {name: measure(scores, judged.relevant) for name, scores in all_runs(encoder, judged, words).items()}
        told = ", ".join(f"{name} {values['R@1'].mean():.3f} / {values['R@10'].mean():.3f}" for name, values in figures.items())
        yield f"{judged.name}, {len(judged.questions)} questions held back, R@1 / R@10: {told}"
