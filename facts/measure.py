"""A support measure that a document states: what is given, to whom, on which conditions, and the spans that say so."""

from dataclasses import asdict, dataclass
from typing import Any, Literal

ConditionKind = Literal["clause", "general", "exclusion"]


@dataclass(frozen=True, slots=True)
class Condition:
    """Something that must hold, or, as an exclusion, must not.

    Attributes:
        text: the document's words.
        start: first code point of the words in the document's text.
        end: one past the last.
        kind: stands with the benefit, governs the whole document, or excludes.
        reading: the words with what a table's headers add; what is judged.
    """

    text: str
    start: int
    end: int
    kind: ConditionKind
    reading: str


@dataclass(frozen=True, slots=True)
class Amount:
    """One tier of what is paid.

    Attributes:
        fixed: a sum in `unit`, or "".
        rate: a share ("0.08"), or "".
        base: what the rate is taken of.
        unit: 万元 or 元, of fixed and cap.
        cap: the most that is paid, in `unit`, or "".
        principal_cap: the most of a loan that interest is reckoned on, or "".
        per: 件, 家, 月 … where the sum is paid for each.
        when: the words that open this tier, "" for the ground tier.
        words: where each tier is paid by words of its own, with limits of its own (rows of a table), those words, else "".
    """

    fixed: str = ""
    rate: str = ""
    base: str = ""
    unit: str = "万元"
    cap: str = ""
    principal_cap: str = ""
    per: str = ""
    when: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing that an enterprise, an institute or a person can get.

    Attributes:
        doc: document id.
        region: the document's region.
        name: short name for a list.
        kind: id of the kind of support (facts/lexicon/benefits.toml); label: its name.
        granted: the words give it or carry on a right; False where they only intend it.
        text: the sentence or row, literal; `[start, end)` in the document's text.
        passage_id: the passage that holds it.
        conditions: those beside it, then those of general articles, then exclusions.
        amounts: tiers of what is paid, the ground tier first.
        duty: the offices in charge, or "".
        valid_from, valid_to: ISO days between which the document holds, or "".
        opens, closes: ISO days of the window for applications, the last one, or "".
        windows: opening and closing day of each, where there is one for the matters of every year.
        upgrade: only the difference is paid to who has had a lower grade's sum.
        year_cap: the most an enterprise gets a year under the document, in 万元, or "".
        notes: sentences that govern the sum: no double enjoyment, caps.
        definitions: terms of the conditions and what the document means by them.
        draft: the document is a draft for comment: it gives no right yet.
        scales: who gets only a part of the sums, and how many per cent.
        paying: the words that say what is paid, where they are a part of the text or stand beside it in a table, else "".
        after: the rest of its paragraph, up to the next measure.
        anywhere: whoever applies need not be registered in the region.
        period_end: last year of the plan's period, "" for a document that is no plan.
    """

    doc: str
    region: str
    name: str
    kind: str
    label: str
    granted: bool
    text: str
    start: int
    end: int
    passage_id: str
    conditions: tuple[Condition, ...] = ()
    amounts: tuple[Amount, ...] = ()
    duty: str = ""
    valid_from: str = ""
    valid_to: str = ""
    opens: str = ""
    closes: str = ""
    upgrade: bool = False
    year_cap: str = ""
    notes: tuple[Condition, ...] = ()
    definitions: tuple[tuple[str, str], ...] = ()
    draft: bool = False
    period_end: str = ""
    scales: tuple[tuple[str, str], ...] = ()
    anywhere: bool = False
    paying: str = ""
    windows: tuple[tuple[str, str], ...] = ()
    after: str = ""

    def as_dict(self) -> dict[str, Any]:
        """Return the measure as plain JSON types."""
        return asdict(self)

    @classmethod
    def from_dict(cls, row: dict[str, Any]) -> "Measure":
        """Return the measure that `as_dict` wrote."""
        return cls(
            **{
                **row,
                "conditions": tuple(Condition(**item) for item in row["conditions"]),
                "amounts": tuple(Amount(**item) for item in row["amounts"]),
                "notes": tuple(Condition(**item) for item in row["notes"]),
                "definitions": tuple((term, meaning) for term, meaning in row["definitions"]),
                "windows": tuple((opens, closes) for opens, closes in row.get("windows", ())),
                "scales": tuple((who, share) for who, share in row.get("scales", ())),
            }
        )
