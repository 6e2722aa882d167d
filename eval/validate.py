"""Gold file -> a line for each fault: python -m eval.validate FILE --corpus DIR."""

from pathlib import Path
from typing import Annotated

import typer

from eval.faults import gold_faults
from eval.sources import load_sources
from index.command import run_command


def main(
    file: Annotated[Path, typer.Argument(help="gold file, JSON Lines")],
    corpus: Annotated[Path, typer.Option(help="corpus folder with catalog.toml")] = Path("corpus"),
) -> None:
    """Check a gold file: form, meaning, and that every quote stands in its document. Exit code 1 when it has faults."""
    count, faults = gold_faults(file, load_sources(corpus))
    for fault in faults:
        typer.echo(f"{file}:{fault.line}: {fault.field}: {fault.message}")
    typer.echo(f"{count} questions, {len(faults)} faults")
    if faults or not count:
        raise typer.Exit(1)


if __name__ == "__main__":
    run_command(main)
