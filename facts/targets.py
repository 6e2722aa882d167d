"""A document's passages -> its facts: every figure of its indicator tables, and every dated figure of its running text."""

from collections.abc import Iterator, Sequence

from facts.carried import Carried
from facts.fact import Fact
from facts.label_headings import is_rule
from facts.listed_facts import is_listed, listed_facts
from facts.narrow import narrowed_passages, narrowed_text
from facts.table_facts import table_facts
from facts.text_facts import text_facts
from facts.turned_tables import is_turned, turned_facts
from facts.worded_cells import worded_cells
from index.catalog import DocumentInfo
from index.passages import Passage, RowView


def extract_facts(info: DocumentInfo, passages: Sequence[Passage], text: str) -> list[Fact]:
    """Return the facts of a document in the order of its text.

    Args:
        info: what the catalog says of it.
        passages: its passages, in order.
        text: its normalised text, which all spans point into.
    """
    if (narrow := narrowed_text(text)) != text:
        passages, text = narrowed_passages(passages, narrow), narrow
    found: list[Fact] = []
    carried = Carried()
    scope: tuple[int, int] | None = None
    for passage in passages:
        if passage.scope != scope:
            carried.years.clear()
            scope = passage.scope
        carried.enter(passage, info.years[0] if info.years else 0)
        if passage.kind == "title" or is_rule(passage.headings):
            continue
        if passage.row is None:
            found.extend(text_facts(info, passage, text, (passage.start, passage.end), carried))
            continue
        found.extend(_row_facts(info, passage, passage.row, text))
        found.extend(worded_cells(info, passage, text))
    return _unique(found)


def _row_facts(info: DocumentInfo, passage: Passage, row: RowView, text: str) -> Iterator[Fact]:
    if is_turned(row):
        return turned_facts(info, passage, text)
    return listed_facts(info, passage, text) if is_listed(row) else table_facts(info, passage, text)


def _unique(facts: Sequence[Fact]) -> list[Fact]:
    seen: dict[tuple[str, int, str], Fact] = {}
    for fact in facts:
        seen.setdefault((fact.doc, fact.spans[0].start, fact.indicator), fact)
    return sorted(seen.values(), key=lambda fact: (fact.spans[0].start, fact.indicator))
