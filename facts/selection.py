"""All facts and filters -> the facts meant, and the same indicator set side by side."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from facts.conflicts import grows, number
from facts.fact import Fact
from facts.indicators import folded, link

SHARES = ("%", "％")


@dataclass(frozen=True, slots=True)
class Filters:
    """What a fact must be; an empty filter lets all through.

    Attributes:
        regions: regions or their stems ("余姚").
        indicators: ids or what people say.
        years: years.
        docs: document ids.
    """

    regions: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    docs: tuple[str, ...] = ()


def select(facts: Iterable[Fact], filters: Filters) -> list[Fact]:
    """Return the facts that pass all filters, in order."""
    meant = {name for said in filters.indicators for name in (said, *link(said))}
    words = [folded(said) for said in filters.indicators]
    return [
        fact
        for fact in facts
        if (not filters.regions or any(region in fact.region for region in filters.regions))
        and (not meant or fact.indicator in meant or any(word in folded(fact.name) for word in words))
        and (not filters.years or fact.year in filters.years)
        and (not filters.docs or fact.doc in filters.docs)
    ]


@dataclass(frozen=True, slots=True)
class Compared:
    """One region's figure of an indicator and a year, with its distance from the highest."""

    fact: Fact
    rank: int
    behind: str


def compare(facts: Sequence[Fact]) -> list[Compared]:
    """Rank the figures of whole jurisdictions, highest first, by indicator, year and kind.

    Args:
        facts: the figures to compare; those of a part of a jurisdiction, in words, or of growth are left out.

    Returns:
        One line a region and plan; `behind` is in 百分点 for shares, else in the unit.
    """
    groups: dict[tuple[str, int, bool, str], list[Fact]] = {}
    for fact in facts:
        if fact.year is not None and not fact.scope and number(fact) is not None and not grows(fact):
            groups.setdefault((fact.indicator, fact.year, fact.kind == "target", fact.unit), []).append(fact)
    lines: list[Compared] = []
    for _, group in sorted(groups.items(), key=lambda item: item[0][:2]):
        firsts: dict[tuple[str, str, str], Fact] = {}
        for fact in sorted(group, key=lambda fact: fact.origin != "table"):
            firsts.setdefault((fact.doc, fact.region, fact.value), fact)
        if len({(fact.region, fact.doc) for fact in firsts.values()}) < 2:
            continue
        ranked = sorted(firsts.values(), key=lambda fact: (-(number(fact) or Decimal(0)), fact.region))
        best = number(ranked[0]) or Decimal(0)
        for place, fact in enumerate(ranked, 1):
            gap = best - (number(fact) or Decimal(0))
            unit = "个百分点" if fact.unit in SHARES else fact.unit
            lines.append(Compared(fact, place, f"{gap:f}{unit}" if gap else ""))
    return lines


def compared_row(line: Compared) -> dict[str, Any]:
    """Return a line of a comparison as plain JSON types."""
    return {"rank": line.rank, "behind": line.behind, **line.fact.as_dict()}
