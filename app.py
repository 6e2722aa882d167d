"""The entry point: `python app.py` serves the chat, `python app.py ask "…"` answers one question in the terminal.

Gradio and the models are imported only when they are needed: `ask` starts without the first, `--help` without both.
"""

from __future__ import annotations

import contextlib
import json
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TextIO

import typer

from index.command import run_command
from index.errors import CewenError, InputError
from index.settings import Settings, settings_from

if TYPE_CHECKING:
    from answer.assistant import Assistant
    from answer.mode import Mode

cli = typer.Typer(add_completion=False, pretty_exceptions_enable=False, help="策问：地方科技规划问答，每一条回答都能查到原文。")

Corpus = Annotated[Path | None, typer.Option(help="资料目录（CEWEN_CORPUS，默认 corpus）")]
Index = Annotated[Path | None, typer.Option(help="索引目录（CEWEN_INDEX，默认 var/index）")]
Model = Annotated[str | None, typer.Option(help="向量模型的目录或名称（CEWEN_MODEL）")]
Llm = Annotated[str | None, typer.Option(help="对话模型，如 openai:qwen-plus（CEWEN_LLM，默认不用）")]
AnswerMode = Annotated[Literal["offline", "llm"] | None, typer.Option("--mode", help="offline 或 llm（默认：配置了对话模型时为 llm）")]
LlmBaseUrl = Annotated[str | None, typer.Option(help="兼容 OpenAI 的服务地址（CEWEN_LLM_BASE_URL）")]
Host = Annotated[str | None, typer.Option(help="监听地址（CEWEN_HOST，默认 127.0.0.1）")]
Port = Annotated[int | None, typer.Option(help="监听端口（CEWEN_PORT，默认 7860）")]


@cli.callback(invoke_without_command=True)
def serve(
    context: typer.Context,
    corpus: Corpus = None,
    index: Index = None,
    model: Model = None,
    llm: Llm = None,
    llm_base_url: LlmBaseUrl = None,
    host: Host = None,
    port: Port = None,
) -> None:
    """Serve the chat in the browser."""
    context.obj = {name: value for name, value in context.params.items() if value is not None}
    if context.invoked_subcommand is None:
        serve_chat(settings_from(**context.obj))


@cli.command(help="在终端回答一个问题。")
def ask(
    context: typer.Context,
    question: Annotated[str, typer.Argument(help="问题", show_default=False)],
    as_json: Annotated[bool, typer.Option("--json", help="输出一个 JSON 对象")] = False,
    history: Annotated[list[str] | None, typer.Option(help="同一对话中此前的提问，可重复，先问的在前")] = None,
    today: Annotated[str | None, typer.Option(help="按哪一天回答，如 2026-11-20（默认今天）")] = None,
    corpus: Corpus = None,
    index: Index = None,
    model: Model = None,
    llm: Llm = None,
    llm_base_url: LlmBaseUrl = None,
    mode: AnswerMode = None,
) -> None:
    """Answer one question on stdout."""
    if not question.strip():
        raise InputError("问题是空的；请在 ask 之后写出问题")
    day = _day(today)
    given = {"corpus": corpus, "index": index, "model": model, "llm": llm, "llm_base_url": llm_base_url}
    settings = settings_from(**{**context.obj, **{name: value for name, value in given.items() if value is not None}})
    with contextlib.redirect_stdout(sys.stderr):  # whatever a library prints on the way is not part of the answer
        assistant = load_assistant(settings)
        answer = assistant.ask(question, history=history or (), today=day, mode=mode or mode_of(settings))
    if as_json:
        _write(sys.stdout, json.dumps(answer.as_dict(), ensure_ascii=False))
    else:
        from ui.plain import plain_answer

        _write(sys.stdout, plain_answer(answer, assistant.documents))


def load_assistant(settings: Settings) -> Assistant:
    """Return the assistant; imported here because it brings the models along."""
    from answer.assistant import Assistant

    return Assistant.load(settings)


def mode_of(settings: Settings) -> Mode:
    """Return "llm" where a chat model is configured."""
    return "llm" if settings.llm else "offline"


def serve_chat(settings: Settings) -> None:
    """Serve until stopped: the chat, or the page that says why there is none."""
    from ui.server import bind, build_missing_server, build_server, run

    with bind(settings.host, settings.port) as listener:
        host, port = listener.getsockname()[:2]
        try:
            assistant = load_assistant(settings)
            assistant.warm()
            if mode_of(settings) == "llm":
                assistant.wording()  # a model that cannot be had shows at once, not at the first question
            server = build_server(assistant, mode_of(settings))
        except CewenError as error:
            print(f"策问无法回答问题：{' '.join(str(error).split())}", file=sys.stderr)
            server = build_missing_server(error, settings.corpus, settings.index)
        print(f"策问：http://{host}:{port} （按 Ctrl+C 停止）", flush=True)
        run(server, listener)


def _day(today: str | None) -> date | None:
    """Return the day, None for the day of asking."""
    try:
        return date.fromisoformat(today) if today else None
    except ValueError as error:
        raise InputError(f"--today 应是 2026-11-20 这样的日期，得到的是 {today!r}") from error


def _write(stream: TextIO, text: str) -> None:
    """Write a line in UTF-8, whatever the terminal's own encoding is."""
    if reconfigure := getattr(stream, "reconfigure", None):
        reconfigure(encoding="utf-8")
    print(text, file=stream)


if __name__ == "__main__":
    run_command(cli)
