"""Public test set -> corpus and questions: python -m eval.convert squad|rgb|beir FILE --out DIR."""

from pathlib import Path
from typing import Annotated

import typer

from eval.external.beir import qrels_text, read_beir
from eval.external.converted import ConvertedSet, write_set
from eval.external.rgb import read_rgb
from eval.external.squad import read_squad
from eval.jsonl import write_text
from index.command import run_command

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, help="Make a corpus and questions from a public test set.")
Out = Annotated[Path, typer.Option(help="new folder")]


def _say(found: ConvertedSet, folder: Path, questions: str) -> None:
    """Say what was made, what was left out, and what comes next."""
    typer.echo(f"{folder}: {len(found.documents)} documents, {len(found.gold)} questions")
    for reason, ids in found.left_out.items():
        typer.echo(f"left out {len(ids)}: {reason}: {', '.join(ids[:5])}{' …' if len(ids) > 5 else ''}")
    typer.echo(f"next: python -m index.build --corpus {folder}/corpus --index {folder}/index")
    typer.echo(
        f"      python -m eval.generate --gold {folder}/{questions} --run {folder}/run --corpus {folder}/corpus --index {folder}/index"
    )


@app.command("squad")
def from_squad(file: Annotated[Path, typer.Argument(help="JSON file, SQuAD or CMRC 2018")], out: Out) -> None:
    """Convert a reading comprehension set: retrieval, answers, and refusal where questions are impossible."""
    found = read_squad(file)
    write_set(found, out)
    _say(found, out, "gold.jsonl")


@app.command("rgb")
def from_rgb(file: Annotated[Path, typer.Argument(help="JSON Lines file of RGB")], out: Out) -> None:
    """Convert a noise and refusal set into two folders: noise and refusal."""
    for found, folder in zip(read_rgb(file), (out / "noise", out / "refusal"), strict=True):
        write_set(found, folder)
        _say(found, folder, "gold.jsonl")


@app.command("beir")
def from_beir(
    folder: Annotated[Path, typer.Argument(help="folder with corpus.jsonl, queries.jsonl, qrels/")],
    out: Out,
    split: Annotated[str, typer.Option(help="which qrels")] = "test",
) -> None:
    """Convert a retrieval set; its runs are scored with eval.qrels."""
    found, qrels = read_beir(folder, split)
    write_set(found, out, "questions.jsonl")
    write_text(out / "qrels.tsv", qrels_text(qrels))
    _say(found, out, "questions.jsonl")
    typer.echo(f"      python -m eval.qrels --qrels {out}/qrels.tsv --run {out}/run")


if __name__ == "__main__":
    run_command(app)
