"""Score -> Markdown report: all figures with intervals, the groups, and what went wrong."""

from collections.abc import Iterable, Sequence

from eval.metrics.interval import Estimate
from eval.metrics.risk import RiskCurve, coverage_at
from eval.metrics.table import METRICS, Metric
from eval.scoring import Figures, QuestionScore, Score, misses

GROUP_LABELS = {"type": "题型", "region": "地区", "persona": "提问者", "difficulty": "难度", "answerable": "是否可答"}
GROUP_METRICS = (
    "evidence_recall@5",
    "mrr",
    "right",
    "point_recall",
    "citation_recall",
    "citation_precision",
    "wrong_refusal",
)
SHOWN_RISKS = (0.05, 0.1, 0.2)
NOTES = """\
- 区间为 95 % 自助法（bootstrap）百分位区间；“题数”是该指标有定义的题数，“无定义”的题不计入，也不当作 0。
- 证据与要点的比较：NFKC、去空白、去 [n]、小写；数字两侧不得再接数字或小数点。
- 引文精确为下界：评测题未必列出所有能证明答案的位置。
- “系统自检通过”是系统自己的说法，不是本评测的判断。"""


def shown(value: float | None, metric: Metric) -> str:
    """Return a figure as people read it; a missing one as a dash."""
    if value is None:
        return "—"
    return f"{100 * value:.1f}%" if metric.unit == "share" else f"{value:.1f}"


def interval(estimate: Estimate, metric: Metric) -> str:
    """Return the interval as text."""
    if estimate.low is None:
        return "—"
    return f"{shown(estimate.low, metric)} – {shown(estimate.high, metric)}"


def markdown_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table; cells may hold any text."""
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    lines.extend("| " + " | ".join(escaped(cell) for cell in row) + " |" for row in rows)
    return "\n".join(lines)


def escaped(text: str) -> str:
    """Return text that stands in one Markdown table cell as it is."""
    one_line = " ".join(text.split())
    for sign in "\\`*_[]<>|":
        one_line = one_line.replace(sign, f"\\{sign}")
    return one_line


def report(score: Score, title: str, about: Sequence[tuple[str, str]], with_misses: bool) -> str:
    """Return the report.

    Args:
        score: the scored run.
        title: first heading.
        about: what was run on what, as pairs of label and value.
        with_misses: list the questions that went wrong.
    """
    parts = [f"# {escaped(title)}", "\n".join(f"- {label}：{escaped(value)}" for label, value in about)]
    parts += ["## 指标", _metric_table(score.figures), NOTES]
    for grouping, members in score.groups.items():
        if members:
            parts += [f"## 按{GROUP_LABELS[grouping]}", _group_table(members)]
    parts += ["## 风险与覆盖", _risk_text(score.risk)]
    if with_misses:
        wrong = list(misses(score))
        parts += [f"## 有误的题（{len(wrong)}）", _miss_table(wrong) if wrong else "无。"]
    else:
        parts += ["## 有误的题", "锁定的题集，不列出（`--misses` 可列出）。"]
    return "\n\n".join(parts) + "\n"


def _metric_table(figures: Figures) -> str:
    rows = []
    for metric in METRICS:
        found = figures[metric.name]
        unit = {"share": "", "characters": " 字", "ms": " ms"}[metric.unit]
        value = shown(found.value, metric) + (unit if found.value is not None else "")
        rows.append((metric.label, metric.name, value, interval(found, metric), str(found.n), str(found.undefined)))
    return markdown_table(("指标", "名称", "值", "95 % 区间", "题数", "无定义"), rows)


def _group_table(members: dict[str, Figures]) -> str:
    chosen = [metric for metric in METRICS if metric.name in GROUP_METRICS]
    rows = []
    for name, figures in members.items():
        size = figures["error"].n
        rows.append((name, str(size), *(shown(figures[metric.name].value, metric) for metric in chosen)))
    return markdown_table(("组", "题数", *(metric.label for metric in chosen)), rows)


def _risk_text(curve: RiskCurve) -> str:
    """Return how many questions may be answered at a given share of wrong answers."""
    if curve.area is None:
        return "没有带置信度的回答，曲线无定义。"
    rows = [(f"≤ {risk:.0%}", f"{coverage_at(curve, risk):.1%}") for risk in SHOWN_RISKS]
    source = "置信度取 `confidence` 字段，没有则取首条命中的分数。"
    notes = f"{source}平均风险（AURC）{curve.area:.3f}；未计入的回答 {curve.without_confidence} 题。"
    return f"{markdown_table(('答错比例', '可回答的题'), rows)}\n\n{notes}"


def _miss_table(wrong: Iterable[QuestionScore]) -> str:
    rows = []
    for question in wrong:
        gold, row = question.gold, question.row
        ranks = "、".join("无" if rank is None else str(rank) for rank in question.ranks) or "—"
        lacking = "；".join(" / ".join(point) for point in question.missing)
        rows.append((gold.id, gold.type, gold.question, verdict(question), lacking, ranks, row.error or row.answer[:120]))
    return markdown_table(("题号", "题型", "问题", "判定", "缺少的要点", "证据排名", "答案（前 120 字）"), rows)


def verdict(question: QuestionScore) -> str:
    """Return in a few words what went wrong."""
    if question.row.error:
        return "出错"
    if question.values["right"] == 0:
        if question.row.abstained:
            return "误拒"
        if not question.gold.answerable:
            return "应拒未拒"
        return "含禁止内容" if question.forbidden else "要点不全"
    return "证据不在前五" if question.values["evidence_recall@5"] == 0 else "对"
