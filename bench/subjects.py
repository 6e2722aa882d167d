"""One of the two pipelines -> its figures; each in a process of its own, so that memory is its own too."""

import json
import resource
import sys
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter

from index.catalog import read_catalog, read_file
from index.embedder import SentenceEmbedder
from index.settings import settings_from

QUESTIONS = Path(__file__).parent / "questions.txt"
WARM_UP = 3
K = 10


@dataclass(frozen=True, slots=True)
class Figures:
    """What was measured of one pipeline.

    Attributes:
        name: "cewen" or "stock".
        build_s: from files to a searchable index, model load included.
        load_s: from a built index to the first answer, model load included; None where nothing is kept on disk.
        search_ms: time of finding hits, one figure a question, in the order of the questions.
        answer_ms: time of a whole answer with citations; empty where there is none.
        rss_mib: largest resident memory of the process that asked.
    """

    name: str
    build_s: float
    load_s: float | None
    search_ms: tuple[float, ...]
    answer_ms: tuple[float, ...]
    rss_mib: float


def questions() -> list[str]:
    """Return the questions that are timed."""
    return QUESTIONS.read_text(encoding="utf-8").splitlines()


def measure_cewen(index_folder: Path, build_s: float) -> Figures:
    """Time searches and answers from an index that has been built."""
    from answer.assistant import Assistant

    started = perf_counter()
    assistant = Assistant.load(settings_from(index=index_folder))
    assistant.warm()
    load_s = perf_counter() - started
    search_ms = _times(lambda question: assistant.retriever.retrieve(question, k=K))
    answer_ms = _times(assistant.ask)
    return Figures("cewen", build_s, load_s, search_ms, answer_ms, _rss_mib())


def measure_stock() -> Figures:
    """Build the stock pipeline in memory and time its searches."""
    from bench.stock import StockPipeline

    settings = settings_from()
    started = perf_counter()
    texts = [read_file(settings.corpus, info).decode() for info in read_catalog(settings.corpus)]
    pipeline = StockPipeline(texts, SentenceEmbedder(settings.model_path, settings.query_prompt))
    build_s = perf_counter() - started
    return Figures("stock", build_s, None, _times(lambda question: pipeline.search(question, K)), (), _rss_mib())


def _times(ask: Callable[[str], object]) -> tuple[float, ...]:
    for question in questions()[:WARM_UP]:
        ask(question)
    return tuple(_milliseconds(ask, question) for question in questions())


def _milliseconds(ask: Callable[[str], object], question: str) -> float:
    started = perf_counter()
    ask(question)
    return round((perf_counter() - started) * 1000, 3)


def _rss_mib() -> float:
    unit = 1 if sys.platform == "darwin" else 1024  # bytes there, KiB elsewhere
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 2**20, 1)


def main() -> None:
    """Write the figures of the pipeline named by the arguments as JSON, on stdout."""
    figures = measure_stock() if sys.argv[1] == "stock" else measure_cewen(Path(sys.argv[2]), float(sys.argv[3]))
    json.dump(asdict(figures), sys.stdout)


if __name__ == "__main__":
    main()
