"""Conditions and gold questions -> a table of what each part brings: python -m eval.ablate --gold FILE --out DIR.

Every condition is a run of its own below DIR, generated and scored as any other; equal runs are continued, not repeated.
"""

from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from eval.ablation.condition import Condition, load_conditions
from eval.ablation.table import ablation_table
from eval.generate import generate
from eval.jsonl import write_text
from eval.questions import load_questions
from eval.score import LOCKED, score_files
from eval.scorefile import load_score
from eval.system import Answerer, Mode, System
from index.catalog import read_catalog
from index.command import run_command
from index.embedder import SentenceEmbedder
from index.readers.read import read_document
from index.settings import Settings, settings_from
from index.store import load_index
from prompts.llm import load_chat_model

CONDITIONS = Path(__file__).resolve().parent / "conditions.toml"


def answerer_of(condition: Condition, settings: Settings) -> Answerer:
    """Return what answers under a condition.

    Raises:
        CewenError: there is no usable corpus, index or model.
    """
    embedder = SentenceEmbedder(settings.model_path, settings.query_prompt)
    documents = read_catalog(settings.corpus)
    if condition.pipeline == "stock":
        from eval.stock.pipeline import StockPipeline

        return StockPipeline({info: read_document(settings.corpus / info.file) for info in documents}, embedder)
    from eval.ablation.retriever import ConditionAssistant

    index = load_index(settings.index, documents, embedder.model_id)
    return ConditionAssistant(index, embedder, condition, (lambda: load_chat_model(settings)) if condition.model else None)


def main(
    gold: Annotated[Path, typer.Option(help="gold file, JSON Lines")] = Path("eval/gold/dev.jsonl"),
    out: Annotated[Path, typer.Option(help="folder for the runs, one a condition")] = Path("var/runs/ablation"),
    conditions: Annotated[Path, typer.Option(help="conditions")] = CONDITIONS,
    table: Annotated[Path | None, typer.Option(help="file for the table; default: ablation.md in the folder")] = None,
    today: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="day of asking")] = datetime(2026, 11, 20),
    corpus: Annotated[Path | None, typer.Option(help="corpus folder")] = None,
    index: Annotated[Path | None, typer.Option(help="index folder")] = None,
    llm: Annotated[str | None, typer.Option(help="chat model, provider:model, for the conditions that want one")] = None,
    llm_base_url: Annotated[str | None, typer.Option(help="address of the chat model")] = None,
) -> None:
    """Ask and score every condition, and put the figures side by side."""
    settings = settings_from(corpus=corpus, index=index, llm=llm, llm_base_url=llm_base_url)
    questions = load_questions(gold)
    every = load_conditions(conditions)
    chosen = [condition for condition in every if settings.llm or not condition.model]
    scores = {}
    for condition in chosen:
        run = out / condition.name.strip("+")
        described = {name: str(value) for name, value in asdict(condition).items()}
        if condition.model:
            described["llm"] = settings.llm
        mode: Mode = "llm" if condition.model else "offline"
        outcome = generate(System(answerer_of(condition, settings), described), questions, run, mode, today.date())
        typer.echo(f"{condition.name}: {outcome.asked} asked, {outcome.resumed} resumed, {outcome.failed} failed", err=True)
        score_files(gold, run, with_misses=gold.stem != LOCKED)
        scores[condition.name] = load_score(run / "score.json")
    about = [f"题集 {gold.name}，{len(questions)} 题；提问日期 {today:%Y-%m-%d}", f"命令 `python -m eval.ablate --gold {gold}`"]
    about += [f"未运行：{condition.name}（没有配置对话模型）" for condition in every if condition not in chosen]
    target = table or out / "ablation.md"
    text = ablation_table(chosen, scores, about)
    write_text(target, text)
    typer.echo(text)


if __name__ == "__main__":
    run_command(main)
