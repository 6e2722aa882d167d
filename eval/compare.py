"""Two scored runs -> what got better and worse: python -m eval.compare --before DIR --after DIR."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated

import typer

from eval.answers import require_same_questions
from eval.jsonl import write_json, write_text
from eval.metrics.paired import Difference, difference
from eval.metrics.table import METRICS, Metric
from eval.report import markdown_table, shown
from eval.scorefile import ScoreFile, load_score
from index.command import run_command
from index.errors import InputError

LEVEL = 0.05
SHOWN_IDS = 30
LISTED = ("right", "evidence_recall@5")  # metrics whose won and lost questions are listed
NOTES = """\
- “单边”是只有一次运行有定义的题数：计入各自的值和检验，但不算升、降或平。
- p 为配对随机化检验（双侧，5000 次），未作多重比较校正；区间为差值的 95 % 自助法区间。
- “变好／变差”：p < 0.05；百分位数没有 p，看区间是否不含 0。"""


@dataclass(frozen=True, slots=True)
class Compared:
    """One metric in two runs."""

    metric: Metric
    difference: Difference

    @property
    def verdict(self) -> str:
        """What may be said of it."""
        delta, low, high = self.difference.delta, self.difference.low, self.difference.high
        if delta is None or low is None or high is None:
            return "题数不足"
        p = self.difference.p
        if (low <= 0 <= high) if p is None else p >= LEVEL:
            return "无明显差别"
        if self.metric.better == "neither":
            return "有差别"
        return "变好" if (delta > 0) == (self.metric.better == "higher") else "变差"


def compare_scores(before: ScoreFile, after: ScoreFile) -> list[Compared]:
    """Compare two scored runs metric by metric.

    Raises:
        InputError: they were scored against different gold files or hold different questions.
    """
    require_same_questions(before.values, after.values, ("the first run", "the second run"))
    if before.gold_sha256 != after.gold_sha256:
        raise InputError(
            f"expected two runs scored against one gold file, came {before.gold_sha256[:12]} and {after.gold_sha256[:12]}; score both again"
        )
    return [Compared(metric, _difference(before, after, metric)) for metric in METRICS]


def _difference(before: ScoreFile, after: ScoreFile, metric: Metric) -> Difference:
    source = metric.source or metric.name
    first, second = ({name: values.get(source) for name, values in run.values.items()} for run in (before, after))
    return difference(first, second, metric.statistic)


def comparison_report(compared: Sequence[Compared], names: tuple[str, str]) -> str:
    """Return the Markdown report of a comparison."""
    head = ("指标", "名称", names[0], names[1], "差", "差的 95 % 区间", "p", "升", "降", "平", "单边", "判断")
    parts = [f"# 比较：{names[0]} → {names[1]}", markdown_table(head, map(_row, compared)), NOTES]
    for item in compared:
        if item.metric.name in LISTED:
            parts.append(f"## {item.metric.label}：升与降")
            parts += [
                f"- {label}（{len(ids)}）：{_listed(ids)}" for label, ids in (("升", item.difference.up), ("降", item.difference.down))
            ]
    return "\n\n".join(parts) + "\n"


def _row(item: Compared) -> tuple[str, ...]:
    metric, found = item.metric, item.difference
    ties = found.n - found.one_sided - len(found.up) - len(found.down)
    counts = tuple(map(str, (len(found.up), len(found.down), ties, found.one_sided)))
    interval = "—" if found.low is None else f"{_signed(found.low, metric)} – {_signed(found.high, metric)}"
    p = "—" if found.p is None else f"{found.p:.4f}"
    values = (shown(found.before, metric), shown(found.after, metric), _signed(found.delta, metric), interval, p)
    return (metric.label, metric.name, *values, *counts, item.verdict)


def _signed(value: float | None, metric: Metric) -> str:
    return shown(value, metric) if value is None or value < 0 else f"+{shown(value, metric)}"


def _listed(ids: Sequence[str]) -> str:
    return "、".join(ids[:SHOWN_IDS]) + (f" 等 {len(ids)} 题" if len(ids) > SHOWN_IDS else "") if ids else "无"


def main(
    before: Annotated[Path, typer.Option(help="scored run folder that is compared with")],
    after: Annotated[Path, typer.Option(help="scored run folder that is judged")],
    out: Annotated[Path | None, typer.Option(help="folder for compare.md and compare.json; default: the second run")] = None,
) -> None:
    """Say what got better and worse from one scored run to another."""
    compared = compare_scores(load_score(before / "score.json"), load_score(after / "score.json"))
    text = comparison_report(compared, (before.name, after.name))
    folder = out or after
    write_text(folder / "compare.md", text)
    metrics = {item.metric.name: {**asdict(item.difference), "delta": item.difference.delta, "verdict": item.verdict} for item in compared}
    write_json(folder / "compare.json", {"before": before.name, "after": after.name, "metrics": metrics})
    typer.echo(text)


if __name__ == "__main__":
    run_command(main)
