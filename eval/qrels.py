"""Judged documents and a run -> nDCG, recall and MRR on documents: python -m eval.qrels --qrels FILE --run DIR.

For sets that judge whole documents. A document counts at the rank of its first hit; a run shows only its hits, so a
document beyond them counts as not found.
"""

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from eval.answers import AnswerRow, load_answers, require_same_questions
from eval.external.beir import Qrels, read_qrels
from eval.jsonl import write_json
from eval.metrics.interval import Estimate, estimate
from eval.metrics.ranking import document_values
from index.command import run_command


def ranked_documents(row: AnswerRow) -> list[str]:
    """Return the documents of the hits, best first, each once."""
    return list(dict.fromkeys(hit.doc for hit in row.hits))


def score_documents(qrels: Qrels, rows: dict[str, AnswerRow]) -> dict[str, Estimate]:
    """Score a run on document judgments.

    Raises:
        InputError: judgments and run are about different questions.
    """
    require_same_questions(qrels, rows, ("the qrels", "the run"))
    values = document_values(qrels, {query: ranked_documents(rows[query]) for query in qrels})
    return {name: estimate(list(found.values())) for name, found in values.items()}


def main(
    qrels: Annotated[Path, typer.Option(help="TSV with query-id, corpus-id, score")],
    run: Annotated[Path, typer.Option(help="run folder with answers.jsonl")],
) -> None:
    """Score retrieval against judgments on documents; writes qrels.json into the run folder."""
    figures = score_documents(read_qrels(qrels), load_answers(run / "answers.jsonl"))
    write_json(run / "qrels.json", {"metrics": {name: asdict(found) for name, found in figures.items()}})
    for name, found in figures.items():
        value = "undefined" if found.value is None else f"{found.value:.4f}"
        typer.echo(f"{name}\t{value}\tn={found.n}")


if __name__ == "__main__":
    run_command(main)
