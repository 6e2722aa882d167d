"""A figure that a document states: what it is of, where, when, and the spans that say so."""

from dataclasses import asdict, dataclass
from typing import Any, Literal

Kind = Literal["baseline", "actual", "forecast", "target"]
Origin = Literal["table", "text"]


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open stretch of a document's normalised text, in code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Fact:
    """One value of one indicator.

    Attributes:
        doc: document id.
        region: the document's region.
        indicator: canonical id of the lexicon, or the name's own words where the lexicon knows none.
        name: the indicator as the document writes it.
        year: the year the value is of, or None.
        value: a plain decimal in `unit` ("3.8", "10000"), or words where the plan gives words.
        value_high: upper end of a range, or None.
        unit: without scale: 家, %, 百分点, 亿元, 人年 …
        comparator: "", 超过, 不低于, 左右, 年均增长 …
        kind: baseline (before the plan's period), actual, forecast (预计) or target.
        scope: the part of the jurisdiction it is of (a park, an institute, 规上工业企业 …); "" for the whole.
        note: what the document adds: 2019年数据, 预测, 五年累计 …
        spans: where the value, the name and the year stand, the value first.
        passage_id: the passage that holds the value.
        origin: from a table's cell or from running text.
        nature: 预期性, 约束性 or "".
        cumulative: a sum over years (True), a yearly figure (False), or not said (None).
    """

    doc: str
    region: str
    indicator: str
    name: str
    year: int | None
    value: str
    value_high: str | None
    unit: str
    comparator: str
    kind: Kind
    scope: str
    note: str
    spans: tuple[Span, ...]
    passage_id: str = ""
    origin: Origin = "text"
    nature: str = ""
    cumulative: bool | None = None

    def as_dict(self) -> dict[str, Any]:
        """Return the fact as plain JSON types."""
        return {**asdict(self), "spans": [asdict(span) for span in self.spans]}

    @classmethod
    def from_dict(cls, row: dict[str, Any]) -> "Fact":
        """Return the fact that `as_dict` wrote."""
        return cls(**{**row, "spans": tuple(Span(**span) for span in row["spans"])})
