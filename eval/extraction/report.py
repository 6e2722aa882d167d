"""Outcomes of extraction -> a section of the Markdown report."""

from collections.abc import Iterable

from eval.extraction.names import METRIC_OF, PART_LABELS
from eval.extraction.outcome import Extraction
from eval.report import escaped, interval, markdown_table, shown

GROUP_LABELS = {"kind": "类别", "source": "出处", "doc": "文件", "grant": "给予或拟给予"}
LISTED = 400


def extraction_report(parts: Iterable[Extraction]) -> str:
    """Return the section, for every kind what was scored or why nothing was."""
    return "\n## 抽取\n\n" + "\n\n".join(_part(item) for item in parts) + "\n"


def _part(item: Extraction) -> str:
    lines = [f"### {PART_LABELS[item.part]}"]
    if item.why_not:
        return "\n\n".join([*lines, f"未评：{item.why_not}。"])
    rows = [
        (METRIC_OF[name].label, name, shown(found.value, METRIC_OF[name]), interval(found, METRIC_OF[name]), str(found.n))
        for name, found in item.figures.items()
    ]
    lines.append(markdown_table(("指标", "名称", "值", "95 % 区间", "数量"), rows))
    lines += [f"- {note}" for note in item.notes]
    for grouping, groups in item.groups.items():
        names = list(dict.fromkeys(name for figures in groups.values() for name in figures))
        head = (GROUP_LABELS[grouping], *(f"{METRIC_OF[name].label}（数量）" for name in names))
        lines.append(
            markdown_table(
                head,
                (
                    (group, *(f"{shown(figures[name].value, METRIC_OF[name])}（{figures[name].n}）" for name in names))
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
