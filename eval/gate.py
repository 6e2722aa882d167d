"""A scored run and reference scores -> pass or fail: python -m eval.gate --run DIR --reference FILE.

A run fails where a metric is worse than its reference by more than its tolerance, or has become undefined. Latency is
not gated: it depends on the machine.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

import tomlkit
import typer

from eval.extraction.names import EXTRACTION_METRICS
from eval.jsonl import write_text
from eval.metrics.table import METRICS
from eval.scorefile import ScoreFile, load_score
from index.command import run_command
from index.errors import InputError

TOLERANCE = 0.01  # other processors round otherwise, so that two or three of three hundred answers may flip
STRICT = ("too_long", "error", "wrong_jurisdiction")  # no new one is tolerated
GATED = {metric.name: metric.better for metric in (*METRICS, *EXTRACTION_METRICS) if metric.unit == "share" and metric.better != "neither"}
HEADER = "Reference scores of the gate. Moved on purpose only: make reference"


@dataclass(frozen=True, slots=True)
class Expected:
    """The reference of one metric: its value and how much worse it may become."""

    name: str
    value: float
    tolerance: float


@dataclass(frozen=True, slots=True)
class Reference:
    """Reference scores, and the gold file that they hold for."""

    gold_sha256: str
    expected: tuple[Expected, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one metric."""

    expected: Expected
    came: float | None
    outcome: Literal["ok", "better", "worse", "undefined"]

    @property
    def failed(self) -> bool:
        """Whether this alone fails the gate."""
        return self.outcome in ("worse", "undefined")


def load_reference(path: Path) -> Reference:
    """Return the reference scores of a file.

    Raises:
        InputError: the file is missing, no TOML, or names a metric that is not gated.
    """
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        expected = tuple(Expected(name, float(item["value"]), float(item["tolerance"])) for name, item in content["metrics"].items())
        reference = Reference(str(content["gold_sha256"]), expected)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{path}: expected reference scores, came: {error!r}; write them with --update") from error
    if unknown := [item.name for item in expected if item.name not in GATED]:
        raise InputError(f"{path}: expected metrics among {', '.join(GATED)}, came {', '.join(unknown)}")
    if not expected:
        raise InputError(f"{path}: expected at least one metric, came none, which every run would pass")
    return reference


def judge(score: ScoreFile, reference: Reference) -> list[Verdict]:
    """Hold a scored run against the reference.

    Raises:
        InputError: the run was scored against another gold file.
    """
    if score.gold_sha256 != reference.gold_sha256:
        raise InputError(
            f"expected a run scored against the gold file {reference.gold_sha256[:12]}, came {score.gold_sha256[:12]}; "
            "write the reference anew with --update when the questions were changed on purpose"
        )
    return [_verdict(item, score.metrics.get(item.name, {}).get("value")) for item in reference.expected]


def _verdict(expected: Expected, came: float | None) -> Verdict:
    if came is None:
        return Verdict(expected, None, "undefined")
    gain = came - expected.value if GATED[expected.name] == "higher" else expected.value - came
    slack = expected.tolerance + 1e-9
    return Verdict(expected, came, "worse" if gain < -slack else "better" if gain > slack else "ok")


def write_reference(path: Path, score: ScoreFile) -> None:
    """Write a run's scores as the reference; tolerances that the file states already are kept."""
    kept = {item.name: item.tolerance for item in load_reference(path).expected} if path.exists() else {}
    document = tomlkit.document()
    document.add(tomlkit.comment(HEADER))
    document.add("gold_sha256", tomlkit.item(score.gold_sha256))
    metrics = tomlkit.table(is_super_table=True)
    for name in GATED:
        value = score.metrics.get(name, {}).get("value")
        if value is not None:
            entry = tomlkit.table()
            entry.add("value", value)
            entry.add("tolerance", kept.get(name, 0.0 if name in STRICT else TOLERANCE))
            metrics.add(name, entry)
    document.add("metrics", metrics)
    write_text(path, tomlkit.dumps(document))


def main(
    run: Annotated[Path, typer.Option(help="scored run folder")],
    reference: Annotated[Path, typer.Option(help="reference scores")] = Path("eval/references/dev.toml"),
    update: Annotated[bool, typer.Option("--update", help="make this run the reference")] = False,
) -> None:
    """Fail when a scored run is really worse than the reference."""
    score = load_score(run / "score.json")
    if update:
        write_reference(reference, score)
        typer.echo(f"{reference}: written")
        return
    verdicts = judge(score, load_reference(reference))
    for item in verdicts:
        came = "undefined" if item.came is None else f"{item.came:.4f}"
        typer.echo(f"{item.outcome:9} {item.expected.name:22} {came} expected {item.expected.value:.4f} ± {item.expected.tolerance:g}")
    known = {item.expected.name for item in verdicts}
    if new := [name for name in GATED if name not in known and score.metrics.get(name, {}).get("value") is not None]:
        typer.echo(f"not in the reference, so not gated: {', '.join(new)}; --update adds them")
    failed = [item.expected.name for item in verdicts if item.failed]
    if failed:
        typer.echo(f"gate failed: {', '.join(failed)}", err=True)
        raise typer.Exit(1)
    typer.echo(f"gate passed: {len(verdicts)} metrics")


if __name__ == "__main__":
    run_command(main)
