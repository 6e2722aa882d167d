"""Facts of a region's tables -> the rows of the longest table of targets, each with its target and what it starts from."""

from collections.abc import Sequence
from dataclasses import dataclass

from answer.quantity import decimal, is_whole
from answer.series import is_level
from answer.telling import short_name
from facts.fact import Fact
from index.passages import Passage
from index.store import PassageIndex
from index.tables.grid import PART


@dataclass(frozen=True, slots=True)
class TargetRow:
    """One indicator of a table of targets.

    Attributes:
        name: the indicator's, on one line, without its unit.
        target: what it is to be at the end of the plan.
        base: the last figure that the row gives from before, None where it gives none.
        passage: the row.
    """

    name: str
    target: Fact
    base: Fact | None
    passage: Passage


def longest_table(facts: Sequence[Fact], index: PassageIndex) -> list[TargetRow]:
    """Return the rows of the table that sets most targets for the end of a plan, in their order; [] where there is none.

    Args:
        facts: those of one region.
        index: where they come from.
    """
    tables: dict[tuple[str, tuple[int, int]], dict[str, TargetRow]] = {}
    stated: dict[tuple[str, int], list[Fact]] = {}
    for fact in facts:
        if passage := _row_of(fact, index):
            stated.setdefault((fact.doc, passage.start), []).append(fact)
    for group in stated.values():
        passage = _row_of(group[0], index)
        targets = [fact for fact in group if fact.kind == "target" and fact.year == _end(fact, index)]
        if passage and targets:
            name = short_name(targets[0].name)
            row = TargetRow(name, targets[0], _base(group, targets[0]), passage)
            tables.setdefault((targets[0].doc, passage.scope), {}).setdefault(name, row)
    return list(max(tables.values(), key=len, default={}).values())


def _row_of(fact: Fact, index: PassageIndex) -> Passage | None:
    """The row of a table of indicators of the whole region that states a fact."""
    passage = index.passage_at(fact.doc, fact.spans[0].start) if fact.spans else None
    fits = fact.origin == "table" and is_level(fact) and is_whole(fact, fact.region)
    return passage if passage and passage.row and not PART.match(passage.text) and fits else None


def _base(group: Sequence[Fact], target: Fact) -> Fact | None:
    """The last figure before the target that its row gives."""
    before = [
        fact for fact in group if fact.kind != "target" and fact.year and fact.year < (target.year or 0) and decimal(fact.value) is not None
    ]
    return max(before, key=lambda fact: fact.year or 0, default=None)


def _end(fact: Fact, index: PassageIndex) -> int | None:
    years = index.infos[fact.doc].years
    return years[1] if years else fact.year
