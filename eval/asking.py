"""Questions and something that answers -> a run folder, one row a question, whatever befalls a single one."""

import logging
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from tqdm import tqdm

from eval.questions import Question
from eval.run import RunFolder

LOG = logging.getLogger(__name__)
Row = dict[str, Any]
Ask = Callable[[Question], Row]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a run: rows taken over from an earlier one, rows asked now, rows with an error."""

    resumed: int
    asked: int
    failed: int


@dataclass(frozen=True, slots=True)
class Extracts:
    """What a system knows beside its answers: all facts and measures of its index, the texts that spans point into, and offers."""

    facts: Iterable[Row] = ()
    measures: Iterable[Row] = ()
    texts: Iterable[Row] = ()
    offers: Iterable[Row] | None = None

    def files(self) -> dict[str, Iterable[Row]]:
        """Return the rows by file name."""
        files = {"facts.jsonl": self.facts, "measures.jsonl": self.measures, "texts.jsonl": self.texts}
        return files if self.offers is None else {**files, "profiles.jsonl": self.offers}


def make_run(run: RunFolder, config: Row, questions: Sequence[Question], ask: Ask, extracts: Extracts, jobs: int = 1) -> Outcome:
    """Ask every question and write the run folder; what an equal run left there is not asked again.

    Args:
        run: the folder.
        config: all that the answers depend on.
        questions: what to ask.
        ask: returns the row of one question; may raise.
        extracts: written beside the answers.
        jobs: questions asked at a time; more than one makes sense while another machine is waited for, and blurs latency.

    Raises:
        InputError: the folder holds a file that cannot be read.
    """
    kept = run.begin(config, questions)
    rows = dict(kept)
    open_questions = [question for question in questions if question.id not in kept]
    with tqdm(total=len(questions), initial=len(kept), unit="question", mininterval=1) as bar:
        for row in ask_all(ask, open_questions, jobs, config.get("mode", "llm")):
            run.append(row)
            rows[row["id"]] = row
            bar.update()
    finished = [rows[question.id] for question in questions]
    run.finish(finished, extracts.files())
    return Outcome(len(kept), len(open_questions), sum(bool(row.get("error")) for row in finished))


def ask_all(ask: Ask, questions: Sequence[Question], jobs: int = 1, mode: str = "offline") -> Iterator[Row]:
    """Yield a row for each question, in order; see make_run. The mode is that of rows with an error."""
    if jobs == 1:
        yield from (answer_row(question, ask, mode) for question in questions)
        return
    pool = ThreadPoolExecutor(jobs)
    try:
        yield from pool.map(lambda question: answer_row(question, ask, mode), questions)
    finally:
        pool.shutdown(cancel_futures=True)


def answer_row(question: Question, ask: Ask, mode: str) -> Row:
    """Return the row that asking gives, or an empty row with the error.

    Any exception is caught: one question that fails must not take four hundred others with it, and the row says so.
    """
    start = time.perf_counter()
    try:
        return ask(question)
    except Exception as error:
        LOG.debug("question %s failed", question.id, exc_info=True)
        latency = (time.perf_counter() - start) * 1000
        return empty_row(question, mode) | {"latency_ms": latency, "error": f"{type(error).__name__}: {error}"}


def empty_row(question: Question, mode: str) -> Row:
    """Return a row with every field of the contract and nothing in it."""
    lists: Row = {name: [] for name in ("citations", "hits", "facts", "computed", "checks", "measures", "notices")}
    head = {"id": question.id, "question": question.question, "answer": "", "abstained": False, "refusal": None}
    return {**head, **lists, "mode": mode, "latency_ms": 0.0, "index_id": ""}
