"""The figures of extraction: names, labels and which direction is better, as eval.metrics.table has those of answers."""

from eval.extraction.outcome import Part
from eval.metrics.table import Metric

PART_LABELS: dict[Part, str] = {"facts": "指标数", "measures": "支持措施", "profiles": "企业匹配"}

EXTRACTION_METRICS: tuple[Metric, ...] = (
    Metric("facts_recall", "指标数召回"),
    Metric("facts_precision", "指标数精确"),
    Metric("facts_kind_right", "指标数类别对（基期、现状、预计、目标）"),
    Metric("facts_comparator_right", "指标数比较词对"),
    Metric("facts_unit_right", "指标数单位用词同"),
    Metric("facts_scope_right", "指标数范围对"),
    Metric("facts_indicator_right", "指标名对"),
    Metric("measures_recall", "措施召回（实质措施）"),
    Metric("measures_recall_all", "措施召回（含一般性表述）"),
    Metric("measures_precision", "措施精确"),
    Metric("measures_grant_right", "给予与拟给予分对"),
    Metric("measures_tightness", "措施位置重合度"),
    Metric("profiles_recall", "企业应得措施召回"),
    Metric("profiles_recall@10", "企业应得措施在前十条的召回"),
    Metric("profiles_precision", "推送措施精确（已评部分）"),
    Metric("profiles_wrong", "推送了不该推送的（占不该推送的）", better="lower"),
    Metric("profiles_order", "应得的排在不应得的前面（随机为 50%）"),
)
METRIC_OF: dict[str, Metric] = {metric.name: metric for metric in EXTRACTION_METRICS}
