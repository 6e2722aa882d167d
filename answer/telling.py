"""Facts -> lines of an answer, each figure with the mark of the row or sentence that states it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from answer.draft import Draft, Statement
from answer.formula import Result, Term
from answer.quantity import SCALES, cited_span, decimal, number_words, scale_of, value_words
from answer.series import NOTE_YEAR, Series
from answer.spanning import spanning
from facts.conflicts import Conflict
from facts.fact import Fact
from index.store import PassageIndex

UNIT_IN_NAME = re.compile(r"\s*[（(][^（()）]{1,8}[)）]\s*$")
EXPLAINS = re.compile(r"^“?[^“”]{0,6}”(?:是|指)(?:到?\d{4}年)?(?=.{2})")  # “5”是到2025年跨境电商…: what a code stands for
ADDED = re.compile(r"(?P<word>新增|净增)(?:的|各类)?\s*[“\"]?\s*$")
ADDED_IN_NAME = re.compile(r"新增|净增|新[建设引]")
LOOK_BACK = 12  # characters before a fact
REACHED = {"forecast": "预计", "target": "目标"}


@dataclass(slots=True)
class Teller:
    """An answer of figures in the making, with the facts and formulas that it uses."""

    index: PassageIndex
    limit: int
    conflicts: Mapping[tuple[Any, ...], Conflict] = field(default_factory=dict)
    facts: list[Fact] = field(default_factory=list)
    computed: list[dict[str, Any]] = field(default_factory=list)
    draft: Draft = field(init=False)

    def __post_init__(self) -> None:
        self.draft = Draft(self.index, self.limit)

    def tell(self, words: str, facts: Sequence[Fact], results: Sequence[Result] = (), end: str = "。") -> bool:
        """Add a line if there is room for it and for its citations; say whether it was added.

        Args:
            words: the line without its marks.
            facts: what it tells or is computed from, in the order of the formulas.
            results: what was computed for the line.
            end: what stands after the marks.
        """
        statements: list[Statement] = []
        for fact in facts:
            statement = self._statement(fact)
            if statement is None:
                return False
            if statement not in statements:
                statements.append(statement)
        few = spanning(facts, self.index) if len(statements) > 1 else []
        if not self.draft.tell([words, *statements, end]) and not (few and self.draft.tell([words, *few, end])):
            return False
        self.facts.extend(fact for fact in dict.fromkeys(facts) if fact not in self.facts)
        sources = [self.facts.index(fact) for fact in facts]
        self.computed.extend({"formula": one.formula, "result": one.words, "unit": one.unit, "from": sources} for one in results)
        return True

    def value(self, fact: Fact) -> str:
        """Return a fact's value in words."""
        return value_words(fact, self.index.texts[fact.doc])

    def dated(self, fact: Fact, target_word: bool = True) -> str:
        """Return year, kind and value ("2025年目标600家")."""
        kind = REACHED.get(fact.kind, "") if target_word or fact.kind != "target" else ""
        year = f"{fact.year}年" if fact.year else ""
        return f"{year}{kind}{self._added(fact)}{self.value(fact)}{self._note(fact)}"

    def terms(self, facts: Sequence[Fact]) -> list[Term]:
        """Return facts as they go into one formula, all numbers: counted in 万 or 亿 where all of them are written so."""
        texts = [self.index.texts[fact.doc] for fact in facts]
        scales = [scale_of(fact, text) for fact, text in zip(facts, texts, strict=True)]
        common = scales[0] if len(set(scales)) == 1 else Decimal(1)
        found = []
        for fact, text in zip(facts, texts, strict=True):
            value = decimal(fact.value)
            if value is None:
                raise ValueError(f"expected a number, came {fact.value!r}")
            found.append(Term(value / common, number_words(fact, text), SCALES[common] + fact.unit))
        return found

    def conflict(self, one: Fact, other: Fact) -> Conflict | None:
        """Return the disagreement of two facts, None where they agree."""
        found = [self.conflicts.get((one.doc, frozenset({first.spans[0], other.spans[0]}))) for first in (one, *self.facts)]
        return next((item for item in found if item), None)

    def _added(self, fact: Fact) -> str:
        """The word by which running text counts only what is new (新增, 净增) where it stands right before the fact and not in its name."""
        if fact.origin == "table":
            return ""
        start = min(span.start for span in fact.spans[:2])
        found = ADDED.search(self.index.texts[fact.doc][max(0, start - LOOK_BACK) : start])
        return found["word"] if found and not ADDED_IN_NAME.search(fact.name) else ""

    def _note(self, fact: Fact) -> str:
        found = NOTE_YEAR.search(fact.note)
        if found and int(found.group(1)) != fact.year:
            return f"（{found.group(1)}年数据）"
        return ""

    def _statement(self, fact: Fact) -> Statement | None:
        found = cited_span(fact, self.index)
        return Statement("", *found) if found else None


def titled(series: Series, name: str) -> str:
    """Return what a figure is of: the body or the region, and the indicator's name on one line."""
    return f"{series.whose}{short_name(name).removeprefix(series.scope)}"


def short_name(name: str) -> str:
    """Return an indicator's name on one line, without the unit in brackets at its end.

    >>> short_name("高新技术企业数（家）"), short_name("国际专利（PCT）申请量（件）")
    ('高新技术企业数', '国际专利（PCT）申请量')
    """
    return UNIT_IN_NAME.sub("", EXPLAINS.sub("", re.sub(r"\s+", "", name)))
