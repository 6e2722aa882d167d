"""Index -> candidates for gold questions, for a person to edit: python -m eval.propose --out FILE.

Candidates are marked `"edited": false`. Scoring refuses a file that holds one, and one whose question was left as proposed.
"""

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from eval.jsonl import read_objects, write_objects
from eval.matching import squeeze
from eval.proposing.candidate import Candidate, in_turns
from eval.proposing.clauses import clause_candidates, list_candidates
from eval.proposing.figures import compare_candidates, figure_candidates, growth_candidates
from facts.store import facts_of
from index.catalog import read_catalog
from index.command import run_command
from index.embedder import SentenceEmbedder
from index.errors import InputError
from index.settings import settings_from
from index.store import PassageIndex, load_index


def propose(index: PassageIndex, count: int, asked: frozenset[str] = frozenset()) -> list[Candidate]:
    """Return candidates of every kind and document in turns; the same index always gives the same.

    Args:
        index: what is known.
        count: how many at most.
        asked: quotes that are asked about already, without white space; candidates that quote one of them are left out.
    """
    facts = facts_of(index)
    figures = list(figure_candidates(facts, index))
    kinds = [
        figures,
        list(compare_candidates(facts, index)),
        list(clause_candidates(index)),
        list(growth_candidates(facts, index)),
        list(list_candidates(index)),
    ]
    groups = [[one for one in found if one.quotes[0].doc == info.id and _new(one, asked)] for found in kinds for info in index.documents]
    return list(in_turns(groups, count))[:count]


def _new(candidate: Candidate, asked: frozenset[str]) -> bool:
    quotes = [squeeze(quote.text) for quote in candidate.quotes]
    return not any(known in quote or quote in known for known in asked for quote in quotes)


def asked_quotes(paths: list[Path]) -> frozenset[str]:
    """Return the quotes of gold files, without white space.

    Raises:
        InputError: a file cannot be read.
    """
    rows = [row for path in paths for _, row in read_objects(path)]
    return frozenset(squeeze(str(item.get("quote", ""))) for row in rows for item in row.get("evidence") or []) - {""}


def main(
    out: Annotated[Path, typer.Option(help="file for the candidates, JSON Lines; must not exist")],
    count: Annotated[int, typer.Option(min=1, help="how many")] = 40,
    beside: Annotated[list[Path] | None, typer.Option(help="gold file whose quotes are not asked about again; repeatable")] = None,
    corpus: Annotated[Path | None, typer.Option(help="corpus folder")] = None,
    index: Annotated[Path | None, typer.Option(help="index folder")] = None,
) -> None:
    """Propose questions from facts and clauses."""
    if out.exists():
        raise InputError(f"{out}: expected a file that does not exist, came one that may hold your edits")
    settings = settings_from(corpus=corpus, index=index)
    model_id = SentenceEmbedder(settings.model_path, settings.query_prompt).model_id
    found = propose(load_index(settings.index, read_catalog(settings.corpus), model_id), count, asked_quotes(beside or []))
    write_objects(out, (candidate.as_row(number) for number, candidate in enumerate(found, 1)))
    kinds = Counter(candidate.type for candidate in found)
    typer.echo(f"{out}: {len(found)} candidates ({', '.join(f'{kind} {number}' for kind, number in sorted(kinds.items()))})")
    typer.echo("Edit question, answer, points and type of each, then set edited to true; delete those that are no good.", err=True)


if __name__ == "__main__":
    run_command(main)
