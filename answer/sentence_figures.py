"""A sentence of a plan -> its figures: the facts that the index holds, and those that only its words tell."""

import re
from collections.abc import Sequence

from answer.evidence import Evidence
from facts.fact import Fact, Span
from facts.periods import kind_of, year_mentions
from facts.quantities import Quantity, find_quantities, find_worded, plain_decimal
from index.catalog import DocumentInfo

BEFORE = re.compile(r"[^，,。；;：:、（）()\n]*$")  # the words of a clause up to a figure


def sentence_figures(item: Evidence, facts: Sequence[Fact], text: str, info: DocumentInfo) -> list[Fact]:
    """Return the figures of a sentence in order; of a table row only those that the index holds.

    What the index does not hold takes year, kind and scope from the figure before it, else from the one after it.

    Args:
        item: the sentence or row.
        facts: facts of its document, others too.
        text: the document's text.
        info: its catalog entry.
    """
    own = {fact.spans[0].start: fact for fact in facts if fact.doc == item.doc and item.start <= fact.spans[0].start < item.end}
    if item.is_row:
        return list(own.values())
    covered = {at for fact in own.values() for at in range(fact.spans[0].start, fact.spans[0].end)}
    money = (one for one in find_worded(text, item.start, item.end) if "元" in one.unit)
    for one in (*find_quantities(text, item.start, item.end), *money):
        if not covered.intersection(range(one.start, one.end)):
            own[one.start] = _read(one, own, item, text, info)
            covered.update(range(one.start, one.end))
    return [own[at] for at in sorted(own)]


def _read(one: Quantity, own: dict[int, Fact], item: Evidence, text: str, info: DocumentInfo) -> Fact:
    """A figure as a fact, dated by the year named last before it or as the figure beside it is."""
    words = BEFORE.search(text[item.start : one.start])
    name = re.sub(r"\s+", "", words.group()) if words else ""
    before = [fact for at, fact in sorted(own.items()) if at < one.start]
    after = [fact for at, fact in sorted(own.items()) if at > one.end and not year_mentions(text, one.end, at)]
    beside = before[-1] if before else after[0] if after else None
    named = [mention for mention in year_mentions(text, item.start, one.start) if not mention.is_plan]
    dated = named and (not before or named[-1].start > before[-1].spans[0].start)
    year = named[-1].year if dated else beside.year if beside else None
    kind = kind_of(year, text[item.start : one.start], info.years[0] if info.years else None) if dated or beside is None else beside.kind
    return Fact(
        doc=item.doc,
        region=info.region,
        indicator=name,
        name=name,
        year=year,
        value=plain_decimal(one.value),
        value_high=plain_decimal(one.high) if one.high is not None else None,
        unit=one.unit,
        comparator=one.comparator,
        kind=kind,
        scope=beside.scope if beside else "",
        note="",
        spans=(Span(one.start, one.end),),
        passage_id=item.passage.passage_id,
    )


def year_in(fact: Fact, text: str, sentence: tuple[int, int]) -> str:
    """Return the year of a figure in words, "" where its sentence names other years only, which then are of other figures."""
    named = {mention.year for mention in year_mentions(text, *sentence)}
    return f"{fact.year}年" if fact.year and (not named or fact.year in named) else ""
