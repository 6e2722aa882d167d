"""Another system's answers -> run folder: python -m eval.adapt csv|langchain|openai --gold FILE --run DIR."""

import os
import re
from pathlib import Path
from typing import Annotated, Any

import typer

from eval.adapters.csvtable import read_answers
from eval.adapters.endpoint import Endpoint, ask_endpoint
from eval.adapters.outside import OutsideAnswer, outside_row
from eval.adapters.runnable import ask_runnable, load_runnable
from eval.answers import require_same_questions
from eval.asking import Ask, Extracts, make_run
from eval.generate import report_outcome
from eval.questions import Question, load_questions, questions_digest
from eval.run import RunFolder
from eval.system import without_credentials
from index.catalog import digest
from index.command import run_command
from index.errors import InputError

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, help="Make a run folder from another system's answers.")

Gold = Annotated[Path, typer.Option(help="questions, JSON Lines with id, question, history")]
Run = Annotated[Path, typer.Option(help="folder for the run")]
Refusing = Annotated[str, typer.Option(help="regular expression that marks an answer as a refusal")]
Jobs = Annotated[int, typer.Option(min=1, help="questions at a time")]
REFUSALS = "无法回答|没有提到|未提及|没有找到|资料中没有|不知道|cannot answer|not mentioned"


def _pattern(refusing: str) -> re.Pattern[str] | None:
    try:
        return re.compile(refusing) if refusing else None
    except re.error as error:
        raise InputError(f"--refusing: expected a regular expression, came {refusing!r}: {error}") from error


def _adapt(questions: list[Question], run: Path, ask: Ask, about: dict[str, Any], jobs: int = 1) -> None:
    config = {"questions": len(questions), "questions_sha256": questions_digest(questions), **about}
    report_outcome(run, make_run(RunFolder(run), config, questions, ask, Extracts(), jobs))


@app.command("csv")
def from_csv(
    gold: Gold,
    run: Run,
    answers: Annotated[Path, typer.Option(help="CSV with id, answer; optional abstained, latency_ms")],
    hits: Annotated[Path | None, typer.Option(help="CSV with id, rank, doc, text; optional score")] = None,
    citations: Annotated[Path | None, typer.Option(help="CSV with id, n, doc, text")] = None,
    refusing: Refusing = REFUSALS,
) -> None:
    """Take answers from CSV files."""
    questions = load_questions(gold)
    found = read_answers(answers, hits, citations)
    require_same_questions((question.id for question in questions), found, (str(gold), str(answers)))
    pattern = _pattern(refusing)
    digests = [digest(path.read_bytes()) for path in (answers, hits, citations) if path]
    _adapt(questions, run, lambda question: outside_row(question, found[question.id], pattern), {"csv": digests, "refusing": refusing})


@app.command("langchain")
def from_runnable(
    gold: Gold,
    run: Run,
    runnable: Annotated[str, typer.Option(help="module:attribute of a LangChain runnable")],
    input_key: Annotated[str | None, typer.Option(help="key of the question in its input; without, it is given a text")] = None,
    refusing: Refusing = REFUSALS,
    jobs: Jobs = 1,
) -> None:
    """Ask a LangChain runnable."""
    questions, pattern, chain = load_questions(gold), _pattern(refusing), load_runnable(runnable)

    def ask(question: Question) -> dict[str, Any]:
        return outside_row(question, ask_runnable(chain, question, input_key), pattern)

    _adapt(questions, run, ask, {"runnable": runnable, "input_key": input_key, "refusing": refusing}, jobs)


@app.command("openai")
def from_endpoint(
    gold: Gold,
    run: Run,
    base_url: Annotated[str, typer.Option(help="address up to and without /chat/completions")],
    model: Annotated[str, typer.Option(help="model named there")],
    system: Annotated[str, typer.Option(help="system message")] = "",
    key_env: Annotated[str, typer.Option(help="environment variable that holds the bearer token")] = "OPENAI_API_KEY",
    refusing: Refusing = REFUSALS,
    jobs: Jobs = 1,
) -> None:
    """Ask an OpenAI-compatible endpoint."""
    questions, pattern = load_questions(gold), _pattern(refusing)
    endpoint = Endpoint(base_url, model, system, os.environ.get(key_env, ""))

    def ask(question: Question) -> dict[str, Any]:
        answer: OutsideAnswer = ask_endpoint(endpoint, question)
        return outside_row(question, answer, pattern)

    about = {"base_url": without_credentials(base_url), "model": model, "system": system, "refusing": refusing}
    _adapt(questions, run, ask, about, jobs)


if __name__ == "__main__":
    run_command(app)
