"""python -m bench.run: latency, build time, memory and growth, ours beside a stock pipeline -> bench/results/."""

import json
import os
import platform
import subprocess
import sys
import tempfile
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter
from typing import Annotated, Any

import typer
from tqdm import tqdm

from bench.growth import Growth, measure_growth
from bench.report import markdown
from index.catalog import read_catalog, read_file
from index.command import run_command
from index.settings import settings_from

RESULTS = Path(__file__).parent / "results"
ONE_LINE = "科技创新投入占比达到3.8%，"  # repeated: a text with no line break and no full stop
SHAPES = {"captions": "表1 主要指标\n", "one line": ONE_LINE, "short lines": "创新平台\n", "figures": "3.8\n"}


def _process(*arguments: str) -> dict[str, Any]:
    done = subprocess.run([sys.executable, "-m", "bench.subjects", *arguments], check=True, stdout=subprocess.PIPE, text=True)
    figures: dict[str, Any] = json.loads(done.stdout)
    return figures


def _cewen() -> dict[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        place = str(Path(folder) / "index")
        started = perf_counter()
        subprocess.run([sys.executable, "-m", "index.build", "--index", place], check=True, stdout=subprocess.DEVNULL)
        return _process("cewen", place, str(perf_counter() - started))


def _growth() -> dict[str, Growth]:
    """Growth on every document of the corpus repeated, and on shapes that invite a parser to look ahead."""
    corpus = settings_from().corpus
    texts = {info.id: read_file(corpus, info).decode() for info in read_catalog(corpus)} | SHAPES
    return {name: measure_growth(text) for name, text in tqdm(texts.items(), desc="growth")}


def _commit() -> str:
    done = subprocess.run(["git", "describe", "--always", "--dirty"], check=False, capture_output=True, text=True)
    return done.stdout.strip() or "unknown"


def main(results: Annotated[Path, typer.Option(help="folder for bench.json and table.md")] = RESULTS) -> None:
    """Measure latency, build time, memory and growth, ours beside a stock pipeline."""
    record = {
        "date": datetime.now(UTC).date().isoformat(),
        "commit": _commit(),
        "machine": f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}",
        "cewen": _cewen(),
        "stock": _process("stock"),
        "growth": {name: asdict(growth) for name, growth in _growth().items()},
    }
    results.mkdir(parents=True, exist_ok=True)
    (results / "bench.json").write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    (results / "table.md").write_text(markdown(record), encoding="utf-8")
    typer.echo(markdown(record))


if __name__ == "__main__":
    run_command(main)
