"""Gold file and run folder -> score.json, report.md, report.html: python -m eval.score --gold FILE --run DIR.

Reads files only and never calls the system, so the answers of any system can be scored. Facts, measures and offers that
stand in the run are scored against facts.csv, measures.jsonl and profiles.jsonl beside the gold file.
"""

from pathlib import Path
from typing import Annotated, Any

import typer

from eval.answers import load_answers
from eval.extraction.report import extraction_report
from eval.extraction.score import extraction_object, score_extraction
from eval.gold import load_gold
from eval.jsonl import read_json, write_json, write_text
from eval.page import page
from eval.report import report
from eval.scorefile import score_object
from eval.scoring import Score, score_run
from index.catalog import digest
from index.command import run_command

LOCKED = "test"  # a gold file of this name is scored, not read

CONFIG_LABELS = {"mode": "方式", "today": "提问日期", "index_id": "索引"}


def run_about(run: Path) -> dict[str, Any]:
    """Return the digest of a run's answers and its configuration; another system's run may have none."""
    config = run / "config.json"
    return {"answers_sha256": digest((run / "answers.jsonl").read_bytes()), "config": read_json(config) if config.exists() else None}


def document_regions(config: dict[str, Any] | None) -> dict[str, str]:
    """Return the region of each document as the run's configuration states it."""
    documents = (config or {}).get("documents") or []
    return {str(item["id"]): str(item["region"]) for item in documents if item.get("id") and item.get("region")}


def score_files(gold: Path, run: Path, with_misses: bool) -> Score:
    """Score a run folder and write score.json, report.md and report.html into it.

    Raises:
        InputError: a file is missing or faulty, or gold and run hold different questions.
    """
    questions = load_gold(gold)
    rows = load_answers(run / "answers.jsonl")
    about_run = run_about(run)
    sha256 = digest(gold.read_bytes())
    about_gold = {"file": gold.name, "sha256": sha256, "questions": len(questions)}
    described = [("评测题", f"{gold.name}（{len(questions)} 题，SHA-256 {sha256[:12]}）")]
    config = about_run["config"] or {}
    score = score_run(questions, rows, document_regions(config))
    extraction = score_extraction(gold.parent, run)
    write_json(run / "score.json", {**score_object(score, about_gold, about_run, with_misses), **extraction_object(extraction)})
    described += [(label, str(config[name])) for name, label in CONFIG_LABELS.items() if name in config]
    title = f"评测报告：{run.name}"
    write_text(run / "report.md", report(score, title, described, with_misses) + extraction_report(extraction))
    write_text(run / "report.html", page(score, title, described, with_misses, extraction))
    return score


def main(
    gold: Annotated[Path, typer.Option(help="gold file, JSON Lines")],
    run: Annotated[Path, typer.Option(help="run folder with answers.jsonl")],
    misses: Annotated[
        bool | None,
        typer.Option("--misses/--no-misses", help="say what went wrong; default: yes, except for test.jsonl"),
    ] = None,
) -> None:
    """Score the answers of a run against a gold file."""
    with_misses = gold.stem != LOCKED if misses is None else misses
    score = score_files(gold, run, with_misses)
    for name in ("right", "answer_right", "evidence_recall@5", "citation_recall", "wrong_refusal"):
        found = score.figures[name]
        value = "undefined" if found.value is None else f"{found.value:.3f}"
        typer.echo(f"{name}\t{value}\tn={found.n}")
    typer.echo(f"{run / 'report.md'}")


if __name__ == "__main__":
    run_command(main)
