"""Scored conditions -> a Markdown table of their figures, and of what each brings beside another."""

from collections.abc import Mapping, Sequence

from eval.ablation.condition import Condition
from eval.compare import compare_scores
from eval.metrics.table import METRICS, Metric
from eval.report import markdown_table, shown
from eval.scorefile import ScoreFile

SHOWN = ("evidence_recall@1", "evidence_recall@5", "evidence_recall@10", "mrr", "ndcg@10", "answer_right", "citation_recall",
         "refusal_recall", "wrong_refusal", "latency_p50")  # fmt: skip
COMPARED = ("evidence_recall@5", "ndcg@10", "answer_right")
NOTES = """\
- 标准流程（stock）切的是文件原文，每段 500 字、重叠 50 字，向量与本系统相同；它没有回答部分，答案就是排名第一的段落，从不拒答。
- 其余各行的回答部分相同，只是少了尚未列出的部分；离线的完整系统即 +measures。
- 本系统是对照开发题集（dev）开发的，标准流程不是；差距在别的题上会小一些。
- 本系统没有重排模型，故无“加重排”一行。
- p 为配对随机化检验（双侧，5000 次），未作多重比较校正。"""


def ablation_table(conditions: Sequence[Condition], scores: Mapping[str, ScoreFile], about: Sequence[str]) -> str:
    """Return the table of all conditions, in order.

    Args:
        conditions: those that were run.
        scores: the scored run of each, by name.
        about: lines that say what was run on what.
    """
    metrics = {metric.name: metric for metric in METRICS}
    rows = [(item.name, item.label, *(_figure(scores[item.name], metrics[name]) for name in SHOWN)) for item in conditions]
    head = ("条件", "说明", *(metrics[name].label for name in SHOWN))
    beside = [row for item in conditions if item.beside for row in _differences(item, scores)]
    parts = ["# 消融：各部分带来什么", "\n".join(f"- {line}" for line in about), markdown_table(head, rows), NOTES]
    if beside:
        parts += ["## 与对照相比", markdown_table(("条件", "对照", "指标", "差", "p", "升", "降", "判断"), beside)]
    return "\n\n".join(parts) + "\n"


def _figure(score: ScoreFile, metric: Metric) -> str:
    text = shown(score.metrics[metric.name]["value"], metric)
    return f"{text} ms" if metric.unit == "ms" else text


def _differences(item: Condition, scores: Mapping[str, ScoreFile]) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for compared in compare_scores(scores[item.beside], scores[item.name]):
        found = compared.difference
        if compared.metric.name in COMPARED:
            delta = "—" if found.delta is None else f"{100 * found.delta:+.1f}"
            p = "—" if found.p is None else f"{found.p:.4f}"
            rows.append(
                (item.name, item.beside, compared.metric.label, delta, p, str(len(found.up)), str(len(found.down)), compared.verdict)
            )
    return rows
