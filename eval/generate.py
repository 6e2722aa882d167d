"""Question file -> run folder: python -m eval.generate --gold FILE --run DIR.

Of each line only id, question and history are read, so the file need hold nothing else. Nothing is scored here.
"""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from eval.asking import Extracts, Outcome, make_run
from eval.extracts import Enterprise, index_facts, index_measures, index_offers, index_texts, load_enterprises
from eval.questions import Question, load_questions, questions_digest
from eval.run import RunFolder
from eval.system import Mode, System, code_digest, load_system
from index.command import run_command

ROOT = Path(__file__).resolve().parent.parent
DOCUMENT_FIELDS = ("id", "title", "region", "level", "parent", "period", "status")


def run_config(system: System, questions: Sequence[Question], mode: Mode, today: date) -> dict[str, Any]:
    """Return all that the answers depend on, and the documents behind them."""
    documents = [{name: getattr(item, name, None) for name in DOCUMENT_FIELDS} for item in system.answerer.documents]
    return {
        "mode": mode,
        "today": today.isoformat(),
        "questions": len(questions),
        "questions_sha256": questions_digest(questions),
        "code_sha256": code_digest(ROOT),
        "index_id": system.answerer.index_id,
        "settings": system.settings,
        "documents": documents,
    }


def generate(
    system: System,
    questions: Sequence[Question],
    folder: Path,
    mode: Mode,
    today: date,
    jobs: int = 1,
    enterprises: Sequence[Enterprise] = (),
) -> Outcome:
    """Ask the assistant every question and write the run folder, with what each enterprise is offered where some are given.

    Raises:
        InputError: the folder holds a file that cannot be read.
    """
    answerer = system.answerer

    def ask(question: Question) -> dict[str, Any]:
        return answerer.ask(question.question, question.history, today, mode).as_dict(question.id)

    offers = index_offers(answerer, enterprises, today) if enterprises else None
    extracts = Extracts(index_facts(answerer), index_measures(answerer), index_texts(answerer), offers)
    config = run_config(system, questions, mode, today)
    if enterprises:
        config["profiles_sha256"] = questions_digest([Question(one.id, f"{one.profile} {one.today}") for one in enterprises])
    return make_run(RunFolder(folder), config, questions, ask, extracts, jobs)


def report_outcome(run: Path, outcome: Outcome) -> None:
    """Say what became of a run; exit code 1 when every question failed, for then there is no run."""
    typer.echo(f"{run}: {outcome.asked} asked, {outcome.resumed} resumed, {outcome.failed} failed", err=True)
    if outcome.failed == outcome.asked + outcome.resumed:
        raise typer.Exit(1)


def main(
    gold: Annotated[Path, typer.Option(help="questions, JSON Lines with id, question, history")],
    run: Annotated[Path, typer.Option(help="folder for the run; an equal run in it is continued")],
    mode: Annotated[Mode, typer.Option(help="with a chat model or without")] = "offline",
    today: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="day of asking; default: today")] = None,
    profiles: Annotated[Path | None, typer.Option(help="enterprises, JSON Lines with id, profile, today: what is each offered?")] = None,
    corpus: Annotated[Path | None, typer.Option(help="corpus folder")] = None,
    index: Annotated[Path | None, typer.Option(help="index folder")] = None,
    model: Annotated[str | None, typer.Option(help="embedding model")] = None,
    llm: Annotated[str | None, typer.Option(help="chat model, provider:model")] = None,
    llm_base_url: Annotated[str | None, typer.Option(help="address of the chat model")] = None,
    jobs: Annotated[int, typer.Option(min=1, help="questions at a time; for chat models")] = 1,
) -> None:
    """Ask every question of a file and write the answers to a run folder."""
    questions = load_questions(gold)
    system = load_system(corpus=corpus, index=index, model=model, llm=llm, llm_base_url=llm_base_url)
    day = today.date() if today else date.today()
    outcome = generate(system, questions, run, mode, day, jobs, load_enterprises(profiles) if profiles else ())
    report_outcome(run, outcome)


if __name__ == "__main__":
    run_command(main)
