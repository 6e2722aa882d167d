"""Right answers -> how many wrong ones made of them the check catches: python -m eval.mutate --gold FILE --run DIR.

Two sources of right answers: those of a run that scored right, and the reference answers of the gold file with their
evidence as citations. Both come from the development questions; nothing is written.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Annotated

import typer

from answer.answer import Citation
from answer.figures import figures
from answer.plain import plain
from answer.verifier import Verifier
from answer.verify import load_source
from eval.answers import load_answers
from eval.gold import GoldQuestion, load_gold
from eval.jsonl import read_objects
from eval.mutating.figures import subject_before
from eval.mutating.told import Setting, Told
from eval.mutation import KINDS, mutants
from eval.reference import reference_answers
from eval.score import LOCKED, document_regions, run_about
from eval.scoring import score_run
from index.command import run_command
from index.errors import InputError
from index.settings import settings_from
from index.store import PassageIndex

SEED, TRIES = 20261120, 3


@dataclass(frozen=True, slots=True)
class Tally:
    """Wrong answers of one kind, and those no check failed on."""

    kind: str
    made: int
    missed: tuple[Told, ...]

    def line(self) -> str:
        """Return the tally as a row of the table."""
        caught = self.made - len(self.missed)
        return f"{self.kind}\t{self.made}\t{caught}\t{len(self.missed)}\t" + (f"{caught / self.made:.1%}" if self.made else "undefined")


def mutate(right: Sequence[Told], verifier: Verifier, setting: Setting) -> list[Tally]:
    """Make wrong answers of every kind from right ones that pass, and count which the check catches."""
    tallies = []
    for kind in KINDS:
        wrong = [mutant for told in right for mutant in mutants(told, kind, setting, TRIES)]
        missed = tuple(told for told in wrong if all(check.ok for check in verifier.verify(told.text, told.citations)))
        tallies.append(Tally(kind, len(wrong), missed))
    return tallies


def right_answers(gold: Sequence[GoldQuestion], run: Path) -> list[Told]:
    """Return the answers of a run that scored right and refuse nothing."""
    score = score_run(gold, load_answers(run / "answers.jsonl"), document_regions(run_about(run)["config"]))
    right = {question.gold.id for question in score.questions if question.values["answer_right"] == 1 and not question.row.abstained}
    rows = [row for _, row in read_objects(run / "answers.jsonl") if row["id"] in right]
    return [told(row["answer"], (Citation(**citation) for citation in row["citations"])) for row in rows]


def told(text: str, citations: Iterable[Citation]) -> Told:
    """Return an answer with its text in the plain form that faults are made in."""
    return Told("\n".join(plain(line) for line in text.split("\n")), tuple(citations))


def passing(right: Sequence[Told], verifier: Verifier) -> tuple[list[Told], int, int]:
    """Return the answers that pass, the number of all checks and of those that failed."""
    checked = [(answer, verifier.verify(answer.text, answer.citations)) for answer in right]
    checks = [check for _, found in checked for check in found]
    return [answer for answer, found in checked if all(check.ok for check in found)], len(checks), sum(not check.ok for check in checks)


def setting_of(index: PassageIndex, right: Sequence[Told]) -> Setting:
    """Return what faults are made of, the subjects being those of the answers' own figures."""
    spans = [(answer, span) for answer in right for figure in figures(answer.text) if (span := subject_before(answer, figure))]
    subjects = sorted({answer.text[start:end] for answer, (start, end) in spans if end - start >= 6})
    regions = sorted({info.region for info in index.documents if info.region})
    return Setting(index, index.passages, regions, subjects, Random(SEED))


def main(
    gold: Annotated[Path, typer.Option(help="gold file, JSON Lines")],
    run: Annotated[Path, typer.Option(help="run folder with answers.jsonl")],
    index: Annotated[Path | None, typer.Option(help="index folder")] = None,
    show: Annotated[int, typer.Option(min=0, help="missed ones to show of each kind")] = 0,
) -> None:
    """Count caught and missed faults by kind, and false alarms on the answers without one."""
    if gold.stem == LOCKED:
        raise InputError(f"{gold}: expected the development questions; the check was not made on the locked ones and is not shown them")
    questions = load_gold(gold)
    source, verifier = load_source(settings_from(index=index).index)
    references = [told(text, cited) for _, text, cited in reference_answers(questions, source)]
    for name, right in (("answers of the run", right_answers(questions, run)), ("reference answers", references)):
        passed, checks, failed = passing(right, verifier)
        tallies = mutate(passed, verifier, setting_of(source, passed))
        typer.echo(f"{name}: {len(right)} right, {len(passed)} pass whole; {failed} of {checks} checks fail")
        typer.echo("fault\tmade\tcaught\tmissed\tshare")
        made, missed = sum(tally.made for tally in tallies), tuple(wrong for tally in tallies for wrong in tally.missed)
        for tally in [*tallies, Tally("all", made, missed)]:
            typer.echo(tally.line())
        for tally in tallies:
            for wrong in tally.missed[:show]:
                typer.echo(f"missed, {tally.kind}: {wrong.text!r} {[citation.text for citation in wrong.citations]}", err=True)


if __name__ == "__main__":
    run_command(main)
