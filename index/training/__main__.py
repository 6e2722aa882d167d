"""python -m index.training --data DIR: data files and plans -> the shipped embedding model."""

import os
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import torch
import typer

from index.command import run_command
from index.embedder import MODELS
from index.errors import InputError
from index.training.card import write_card
from index.training.recipe import Recipe, save, train
from index.training.sources import TRAINING_FILES, require_files
from index.training.validation import validation_lines

ROOT = Path(__file__).resolve().parents[2]


def main(
    data: Annotated[Path, typer.Option("--data", help="folder of the training files named in the model card")],
    corpus: Annotated[Path, typer.Option("--corpus", help="folder of plans, read for their structure")] = ROOT / "corpus/documents",
    synonyms: Annotated[Path, typer.Option("--synonyms", help="lexicon of spoken terms")] = ROOT / "facts/lexicon/synonyms.toml",
    out: Annotated[Path, typer.Option("--out", help="model folder to write")] = MODELS / "cewen-zh-static",
    held: Annotated[float, typer.Option("--held", help="share of the question pairs kept back and measured on; 0 to ship")] = 0.0,
    text_steps: Annotated[int, typer.Option("--text-steps", help="steps on running text")] = Recipe().schedule.text_steps,
    seed: Annotated[int, typer.Option("--seed", help="of all chance")] = 1,
) -> None:
    """Train the embedding model: about half an hour on two cores. Figures on the judging sets: python -m index.training.evaluate."""
    try:
        require_files(data, tuple(TRAINING_FILES))
    except FileNotFoundError as error:
        raise InputError(str(error)) from error
    torch.manual_seed(seed)
    torch.set_num_threads(os.cpu_count() or 1)
    recipe = replace(Recipe(), seed=seed, held=held, schedule=replace(Recipe().schedule, text_steps=text_steps))
    trained = train(data, corpus, synonyms, recipe, typer.echo)
    save(out, trained, recipe)
    for line in validation_lines(trained.validation, out):
        typer.echo(line)
    write_card(out, data, recipe)
    typer.echo(f"written: {out}")


if __name__ == "__main__":
    run_command(main)
