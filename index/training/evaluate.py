"""python -m index.training.evaluate --data DIR: a model folder and judging files -> the table of the model card."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, cast

import numpy as np
import torch
import typer
from sentence_transformers import SentenceTransformer

from index.command import run_command
from index.embedder import MODELS
from index.errors import InputError
from index.meaning import read_word_dimensions
from index.training.card import put_table
from index.training.export import folder_size
from index.training.judging import read_gold, read_judging_sets
from index.training.measures import MEASURES, bootstrap_difference, measure
from index.training.questions import Judged
from index.training.runs import Encoder, all_runs

HEADER = "| set | ranking | " + " | ".join(MEASURES) + " | nDCG@10 against BM25 (95 %) |"


def main(
    data: Annotated[Path, typer.Option("--data", help="folder of the judging files")],
    model: Annotated[Path, typer.Option("--model", help="model folder")] = MODELS / "cewen-zh-static",
    gold: Annotated[Path | None, typer.Option("--gold", help="JSONL of the project's own questions")] = None,
    passages: Annotated[Path | None, typer.Option("--passages", help="JSONL of a built index's passages, with --gold")] = None,
    write: Annotated[bool, typer.Option("--write", help="put the table into the model card")] = False,
) -> None:
    """Measure a model on the judging sets, which nothing was chosen on."""
    try:
        sets = read_judging_sets(data)
        encoder = SentenceTransformer(str(model), device="cpu", local_files_only=True)
    except OSError as error:
        raise InputError(str(error)) from error
    left_out: list[str] = []
    if gold:
        if not passages:
            raise InputError("expected --passages beside --gold: passages.jsonl of a built index")
        own, left_out = read_gold(gold, passages)
        sets.append(own)
    notes = [f"{speed_line(encoder, sets[0])} On disk: {folder_size(model) / 1e6:.1f} MB."]
    if left_out:
        notes.append(f"Of the project's own questions {len(left_out)} are left out: they have no evidence or need earlier turns.")
    table = "\n".join([*table_lines(encoder, sets, read_word_dimensions(model)), "", *notes])
    typer.echo(table)
    if write:
        put_table(model, table)


def table_lines(encoder: SentenceTransformer, sets: Sequence[Judged], word_dimensions: int) -> list[str]:
    """Return a Markdown table, three rows a set."""
    lines = [HEADER, "|---|---|" + "---|" * (len(MEASURES) + 1)]
    for judged in sets:
        runs = all_runs(cast("Encoder", encoder), judged, word_dimensions)
        figures = {name: measure(scores, judged.relevant) for name, scores in runs.items()}
        name = f"{judged.name} ({len(judged.questions)} questions, {len(judged.passages)} passages)"
        for ranking, values in figures.items():
            lines.append(_row(name, ranking, values, None if ranking == "BM25" else figures["BM25"]))
            name = ""
    return lines


def _row(
    name: str,
    ranking: str,
    values: dict[str, np.ndarray],
    base: dict[str, np.ndarray] | None,
) -> str:
    """One row: means, and the difference from BM25 where there is one."""
    cells = " | ".join(f"{values[m].mean():.3f}" for m in MEASURES)
    against = ""
    if base is not None:
        mean, low, high = bootstrap_difference(values["nDCG@10"], base["nDCG@10"])
        against = f"{mean:+.3f} [{low:+.3f}, {high:+.3f}]"
    return f"| {name} | {ranking} | {cells} | {against} |"


def speed_line(encoder: SentenceTransformer, judged: Judged, size: int = 200) -> str:
    """Return a line on throughput and latency over texts cut to ``size`` characters."""
    texts = [text[i : i + size] for text in judged.passages for i in range(0, len(text), size)]
    texts = (texts * (4000 // len(texts) + 1))[:4000]
    torch.set_num_threads(2)
    encoder.encode_document(texts[:256], batch_size=256)
    start = time.perf_counter()
    encoder.encode_document(texts, batch_size=256)
    rate = len(texts) / (time.perf_counter() - start)
    torch.set_num_threads(1)
    took = []
    for question in judged.questions[:200]:
        start = time.perf_counter()
        encoder.encode_query([question])
        took.append(time.perf_counter() - start)
    middle, high = np.percentile(np.asarray(took) * 1000, [50, 95])
    return (
        f"{rate:,.0f} passages of {size} characters a second on two threads; a question takes "
        f"{middle:.1f} ms (median), {high:.1f} ms (95th percentile) on one."
    )


if __name__ == "__main__":
    run_command(main)
