"""A model folder and judging files -> the table of the model card (python -m index.training.evaluate)."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import cast

import numpy as np
import torch
import typer
from sentence_transformers import SentenceTransformer

from index.training.judging import read_gold, read_judging_sets
from index.training.measures import MEASURES, bootstrap_difference, measure
from index.training.questions import Judged
from index.training.runs import Encoder, all_runs

HEADER = "| set | ranking | " + " | ".join(MEASURES) + " | nDCG@10 against BM25 (95 %) |"


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; exit status 0, or 2 where an input is missing."""
    parser = argparse.ArgumentParser(prog="python -m index.training.evaluate", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the judging files")
    parser.add_argument("--model", type=Path, required=True, help="model folder")
    parser.add_argument("--gold", type=Path, help="JSONL of the project's own questions")
    parser.add_argument("--passages", type=Path, help="JSONL of the index's passages, with --gold")
    options = parser.parse_args(arguments)
    try:
        sets = read_judging_sets(options.data)
        left_out: list[str] = []
        if options.gold:
            if not options.passages:
                raise FileNotFoundError("--gold needs --passages, the JSONL of a built index")
            own, left_out = read_gold(options.gold, options.passages)
            sets.append(own)
        encoder = SentenceTransformer(str(options.model), device="cpu", local_files_only=True)
    except OSError as error:
        typer.echo(str(error), err=True)
        return 2
    typer.echo("\n".join(table_lines(encoder, sets)))
    typer.echo(f"\n{speed_line(encoder, sets[0])}")
    if not options.gold:
        typer.echo("The project's own gold was not given (--gold, --passages).")
    for line in left_out:
        typer.echo(f"left out: {line}")
    return 0


def table_lines(encoder: SentenceTransformer, sets: Sequence[Judged]) -> list[str]:
    """Return a Markdown table, three rows a set."""
    lines = [HEADER, "|---|---|" + "---|" * (len(MEASURES) + 1)]
    for judged in sets:
        figures = {name: measure(scores, judged.relevant) for name, scores in all_runs(cast("Encoder", encoder), judged).items()}
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
    sys.exit(main())
