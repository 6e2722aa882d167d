"""Questions and an assistant -> rows of answers.jsonl, one a question, whatever befalls a single one."""

import logging
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import Any

from eval.questions import Question
from eval.system import Answerer, Mode

LOG = logging.getLogger(__name__)


def ask_all(answerer: Answerer, questions: Sequence[Question], today: date, mode: Mode, jobs: int = 1) -> Iterator[dict[str, Any]]:
    """Yield a row for each question, in order.

    Args:
        answerer: the assistant.
        questions: what to ask.
        today: the day on which the questions count as asked.
        mode: "offline" or "llm".
        jobs: questions asked at a time; more than one makes sense while a chat model is waited for, and blurs latency.
    """

    def ask(question: Question) -> dict[str, Any]:
        return answer_row(question, lambda: answerer.ask(question.question, question.history, today, mode).as_dict(question.id), mode)

    if jobs == 1:
        yield from map(ask, questions)
        return
    pool = ThreadPoolExecutor(jobs)
    try:
        yield from pool.map(ask, questions)
    finally:
        pool.shutdown(cancel_futures=True)


def answer_row(question: Question, ask: Callable[[], dict[str, Any]], mode: str) -> dict[str, Any]:
    """Return the row that asking gives, or an empty row with the error.

    Any exception is caught: one question that fails must not take four hundred others with it, and the row says so.
    """
    start = time.perf_counter()
    try:
        return ask()
    except Exception as error:  # noqa: BLE001
        LOG.debug("question %s failed", question.id, exc_info=True)
        row = empty_row(question, mode)
        row["latency_ms"] = (time.perf_counter() - start) * 1000
        row["error"] = f"{type(error).__name__}: {error}"
        return row


def empty_row(question: Question, mode: str) -> dict[str, Any]:
    """Return a row with every field of the contract and nothing in it."""
    lists: dict[str, Any] = {name: [] for name in ("citations", "hits", "facts", "computed", "checks", "measures", "notices")}
    head = {"id": question.id, "question": question.question, "answer": "", "abstained": False, "refusal": None}
    return {**head, **lists, "mode": mode, "latency_ms": 0.0, "index_id": ""}
