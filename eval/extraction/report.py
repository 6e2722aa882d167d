"""Outcomes of extraction -> a section of the Markdown report."""

from collections.abc import Iterable

from eval.extraction.names import EXTRACTION_METRICS
from eval.extraction.outcome import Extraction
from eval.metrics.table import Metric
from eval.report import escaped, interval, markdown_table, shown

LABELS = {"facts": "指标数", "measures": "支持措施", "profiles": "企业匹配"}
GROUP_LABELS = {"kind": "类别", "source": "出处", "doc": "文件", "grant": "给予或拟给予"}
METRICS: dict[str, Metric] = {metric.name: metric for metric in EXTRACTION_METRICS}
LISTED = 400


def extraction_report(parts: Iterable[Extraction]) -> str:
    """Return the section, for every kind what was scored or why nothing was."""
    return "\n## 抽取\n\n" + "\n\n".join(_part(item) for item in parts) + "\n"


def _part(item: Extraction) -> str:
    lines = [f"### {LABELS[item.part]}"]
    if item.why_not:
        return "\n\n".join([*lines, f"未评：{item.why_not}。"])
    rows = [
        (METRICS[name].label, name, shown(found.value, METRICS[name]), interval(found, METRICS[name]), str(found.n))
        for name, found in item.figures.items()
    ]
    lines.append(markdown_table(("指标", "名称", "值", "95 % 区间", "数量"), rows))
    lines += [f"- {note}" for note in item.notes]
    for grouping, groups in item.groups.items():
        names = list(dict.fromkeys(name for figures in groups.values() for name in figures))
        head = (GROUP_LABELS[grouping], *(f"{METRICS[name].label}（数量）" for name in names))
        lines.append(
            markdown_table(
                head,
                (
                    (group, *(f"{shown(figures[name].value, METRICS[name])}（{figures[name].n}）" for name in names))
                    for group, figures in groups.items()
                ),
            )
        )
    lines += [_listed("未找到", item.missed), _listed("参考文件没有", item.extra)]
    return "\n\n".join(lines)


def _listed(label: str, lines: tuple[str, ...]) -> str:
    """Return lines below a summary that opens; what is left out is said."""
    if not lines:
        return f"{label}：无。"
    rest = [f"- …… 另有 {len(lines) - LISTED} 条"] if len(lines) > LISTED else []
    body = "\n".join([*(f"- {escaped(line)}" for line in lines[:LISTED]), *rest])
    return f"<details><summary>{label}（{len(lines)}）</summary>\n\n{body}\n\n</details>"
