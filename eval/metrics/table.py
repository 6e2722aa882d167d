"""Gold questions and answers -> the value of every metric for every question; all metrics stand in this table."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from eval.answers import AnswerRow
from eval.gold import GoldQuestion
from eval.metrics import citing, evidence, points, refusing, support
from eval.metrics.interval import Statistic
from eval.metrics.jurisdiction import wrong_jurisdiction
from eval.metrics.ranking import rank_values

Value = Callable[[GoldQuestion, AnswerRow], float | None]
DEPTHS = (1, 5, 10)


@dataclass(frozen=True, slots=True)
class Metric:
    """One metric.

    Attributes:
        name: its name in score.json.
        label: its name in reports.
        better: which direction is better; "neither" for a plain observation.
        unit: "share" of questions or parts, "characters" or "ms".
        statistic: how the values of questions become one figure.
        source: name of the values, where two metrics share them.
    """

    name: str
    label: str
    better: Literal["higher", "lower", "neither"] = "higher"
    unit: Literal["share", "characters", "ms"] = "share"
    statistic: Statistic = "mean"
    source: str = ""


METRICS: tuple[Metric, ...] = (
    *(Metric(f"evidence_recall@{k}", f"全部证据召回@{k}") for k in DEPTHS),
    *(Metric(f"evidence_share@{k}", f"逐条证据召回@{k}") for k in DEPTHS),
    Metric("mrr", "首条证据倒数排名 MRR"),
    Metric("ndcg@10", "证据 nDCG@10"),
    Metric("right", "处理正确（答对或正确拒答）"),
    Metric("answer_right", "可答题答对"),
    Metric("point_recall", "要点召回"),
    Metric("numeric_recall", "数字要点召回"),
    Metric("forbidden", "出现禁止内容", better="lower"),
    Metric("citation_recall", "引文召回"),
    Metric("citation_precision", "引文精确（下界）"),
    Metric("citation_length", "引文平均字数", better="neither", unit="characters"),
    Metric("figure_support", "答案数字有据"),
    Metric("sentences_sourced", "句子有出处"),
    Metric("checks_passed", "系统自检通过", better="neither"),
    Metric("refusal_precision", "拒答精确"),
    Metric("refusal_recall", "拒答召回"),
    Metric("wrong_refusal", "误拒", better="lower"),
    Metric("wrong_jurisdiction", "张冠李戴（引错地区）", better="lower"),
    Metric("too_long", "答案超长", better="lower"),
    Metric("error", "出错", better="lower"),
    Metric("latency_p50", "延迟中位数", better="lower", unit="ms", statistic="p50", source="latency"),
    Metric("latency_p95", "延迟 P95", better="lower", unit="ms", statistic="p95", source="latency"),
)

VALUES: dict[str, Value] = {
    **{f"evidence_recall@{k}": partial(evidence.recall_all, k=k) for k in DEPTHS},
    **{f"evidence_share@{k}": partial(evidence.recall_each, k=k) for k in DEPTHS},
    "right": points.right,
    "answer_right": points.answer_right,
    "point_recall": points.point_recall,
    "numeric_recall": points.numeric_recall,
    "forbidden": points.forbidden_rate,
    "citation_recall": citing.citation_recall,
    "citation_precision": citing.citation_precision,
    "citation_length": citing.citation_length,
    "figure_support": support.figure_support,
    "sentences_sourced": support.sentences_sourced,
    "checks_passed": support.checks_passed,
    "refusal_precision": refusing.refusal_precision,
    "refusal_recall": refusing.refusal_recall,
    "wrong_refusal": refusing.wrong_refusal,
    "too_long": points.too_long,
    "error": refusing.failed,
    "latency": lambda gold, row: None if row.error else row.latency_ms,
}


def question_values(
    gold: Sequence[GoldQuestion], rows: Mapping[str, AnswerRow], regions: Mapping[str, str]
) -> dict[str, dict[str, float | None]]:
    """Return the values of all metrics, by source name and question id.

    Args:
        gold: the questions.
        rows: an answer for each, by question id.
        regions: region of each document by its id; empty when the run does not say.
    """
    pairs = [(question, rows[question.id]) for question in gold]
    values = {name: {question.id: value(question, row) for question, row in pairs} for name, value in VALUES.items()}
    values["wrong_jurisdiction"] = {question.id: wrong_jurisdiction(question, row, regions) for question, row in pairs}
    ranked = rank_values({question.id: evidence.gains(question, row) for question, row in pairs if evidence.judged(question)})
    for name, found in ranked.items():
        values[name] = {question.id: found.get(question.id) for question in gold}
    return values
