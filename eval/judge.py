"""A scored run and a chat model -> its opinions, and how far they agree with the score: python -m eval.judge.

The opinions stay in DIR/judge; no figure of the score is made of them. What is asked of the model, the questions, the
reference answers and the answers of the run, goes to the address that the settings name.
"""

import time
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer

from eval.answers import AnswerRow, load_answers, require_same_questions
from eval.asking import Ask, Extracts, empty_row, make_run
from eval.gold import GoldQuestion, load_gold
from eval.jsonl import read_json, read_objects, write_json, write_text
from eval.judging import Agreement, Opinion, agreement, judge_messages, opinion_of, template
from eval.questions import Question
from eval.report import markdown_table
from eval.run import RunFolder
from eval.score import LOCKED
from eval.scorefile import load_score
from eval.system import without_credentials
from index.catalog import digest
from index.command import run_command
from index.errors import InputError
from index.settings import settings_from
from prompts.llm import ChatModel, load_chat_model

LABELS: dict[Opinion, str] = {"right": "对", "wrong": "错", "unclear": "不能判断"}


def judging(model: ChatModel, gold: dict[str, GoldQuestion], rows: dict[str, AnswerRow]) -> Ask:
    """Return what asks the judge about one question; its reply is the answer of the row."""

    def ask(question: Question) -> dict[str, Any]:
        started = time.monotonic()
        reply = "".join(model.stream(judge_messages(gold[question.id], rows[question.id]), started + model.timeout))
        return empty_row(question, "llm") | {"answer": reply.strip(), "latency_ms": round((time.monotonic() - started) * 1000, 3)}

    return ask


def right_by_score(run: Path) -> dict[str, bool]:
    """Return whether each question is right by the score of a run.

    Raises:
        InputError: there is no score.json, or it is one of other answers.
    """
    came = digest((run / "answers.jsonl").read_bytes())
    about = read_json(run / "score.json").get("run", {})
    if about.get("answers_sha256") != came:
        raise InputError(f"{run}: expected a score of these answers ({came[:12]}), came one of others; run eval.score again")
    values = load_score(run / "score.json").values
    return {name: bool(found["right"]) for name, found in values.items() if found.get("right") is not None}


def agreement_report(found: Agreement, with_ids: bool) -> str:
    """Return the agreement as Markdown."""
    rows = [
        (label, str(found.counts.get((opinion, True), 0)), str(found.counts.get((opinion, False), 0))) for opinion, label in LABELS.items()
    ]
    share = "—" if found.share.value is None else f"{100 * found.share.value:.1f}%"
    low, high = found.share.low, found.share.high
    interval = "" if low is None or high is None else f"（{100 * low:.1f}% – {100 * high:.1f}%）"
    kappa = "无定义" if found.kappa is None else f"{found.kappa:.3f}"
    parts = [
        "# 模型评卷与确定性评分的一致程度",
        "模型的意见不计入任何评分。",
        markdown_table(("模型的意见", "评分为对", "评分为错"), rows),
        f"- 一致 {share}{interval}，{found.share.n} 题\n- Cohen κ {kappa}",
    ]
    if with_ids:
        parts += [
            f"## 模型判对、评分为错（{len(found.too_kind)}）\n\n{'、'.join(found.too_kind) or '无'}",
            f"## 模型判错、评分为对（{len(found.too_strict)}）\n\n{'、'.join(found.too_strict) or '无'}",
            f"## 模型不能判断（{len(found.unclear)}）\n\n{'、'.join(found.unclear) or '无'}",
        ]
    return "\n\n".join(parts) + "\n"


def agreement_object(found: Agreement) -> dict[str, Any]:
    """Return the agreement as JSON types; counts by the judge's opinion, then by what the score says."""
    counts = {
        opinion: {"right": found.counts.get((opinion, True), 0), "wrong": found.counts.get((opinion, False), 0)} for opinion in LABELS
    }
    return {**asdict(found.share), "kappa": found.kappa, "counts": counts}


def main(
    gold: Annotated[Path, typer.Option(help="gold file, JSON Lines")],
    run: Annotated[Path, typer.Option(help="scored run folder")],
    llm: Annotated[str | None, typer.Option(help="chat model, provider:model")] = None,
    llm_base_url: Annotated[str | None, typer.Option(help="address of the chat model")] = None,
    jobs: Annotated[int, typer.Option(min=1, help="questions at a time")] = 4,
) -> None:
    """Let a chat model judge a scored run, and say how far it agrees with the score."""
    settings = settings_from(llm=llm, llm_base_url=llm_base_url)
    questions, rows, right = {item.id: item for item in load_gold(gold)}, load_answers(run / "answers.jsonl"), right_by_score(run)
    require_same_questions(questions, rows, ("the gold file", "the run"))
    config = {
        "mode": "llm",
        "judge": settings.llm,
        "address": without_credentials(settings.llm_base_url),
        "gold_sha256": digest(gold.read_bytes()),
        "answers_sha256": digest((run / "answers.jsonl").read_bytes()),
        "rules_sha256": digest(template().encode()),
    }
    folder = RunFolder(run / "judge")
    asked = [Question(name, item.question, item.history) for name, item in questions.items()]
    outcome = make_run(folder, config, asked, judging(load_chat_model(settings), questions, rows), Extracts(), jobs)
    opinions = {row["id"]: opinion_of(row["answer"]) for _, row in read_objects(folder.answers) if not row.get("error")}
    found = agreement(opinions, right)
    write_json(folder.path / "agreement.json", agreement_object(found))
    text = agreement_report(found, gold.stem != LOCKED)
    write_text(folder.path / "agreement.md", text)
    typer.echo(text)
    if outcome.failed:
        typer.echo(f"{outcome.failed} questions could not be judged; run again to ask them again", err=True)
        raise typer.Exit(1)


if __name__ == "__main__":
    run_command(main)
