"""Rows of a table that share a word of a cell, such as a unit in charge -> the sum of their figures in the column asked for."""

import re
from collections.abc import Sequence

from answer.formula import total
from answer.numbers_sums import PER_HEAD
from answer.quantity import decimal
from answer.series import is_level
from answer.telling import Teller, short_name
from facts.fact import Fact
from retriever.rest import spoken
from retriever.slots import Slots
from retriever.wanted import counts_in

SPLIT = re.compile(r"[、，,；;\s]|和|及")
TWO = re.compile(r"[两俩二2][个项家笔]")
WHOLE = re.compile(r"^(?:总|合计|计划|概算)+")
SHORTEST, FEWEST = 3, 2  # characters of a shared word; rows


def tell_rows(teller: Teller, slots: Slots, facts: Sequence[Fact]) -> bool:
    """Tell the sum of what the rows with a word of the question have in one column; say whether it was told.

    Args:
        teller: the answer in the making.
        slots: what is asked.
        facts: the facts of the region asked about.
    """
    asked = spoken(slots.text)
    groups: dict[tuple[str, str, str, str, str], list[Fact]] = {}
    for fact in facts if slots.asks("sum") else ():
        column = WHOLE.sub("", spoken(short_name(fact.name)))
        if not fact.scope or len(column) < FEWEST or column not in asked or decimal(fact.value) is None or PER_HEAD.search(fact.unit):
            continue
        for word in _shared(teller, fact) if is_level(fact) else ():
            if spoken(word) in asked and spoken(word) not in spoken(fact.scope):
                caption = _row_caption(teller, fact)
                groups.setdefault((fact.doc, caption, fact.name, fact.unit, word), []).append(fact)
    found = [(key[-1], group) for key, group in groups.items() if len(group) >= FEWEST and _as_many(slots.text, len(group))]
    if len(found) != 1:
        return False
    word, rows = found[0]
    result = total(teller.terms(rows))
    said = "，".join(f"{fact.scope}{teller.value(fact)}" for fact in rows)
    return teller.tell(f"{rows[0].region}{word}的{short_name(rows[0].name)}：{said}，合计{result.told}（{result.formula}）", rows, [result])


def _shared(teller: Teller, fact: Fact) -> set[str]:
    """The words that the cells of a figure's row list, those with figures left out."""
    passage = teller.index.passage_at(fact.doc, fact.spans[0].start)
    if passage is None or passage.row is None or passage.row.label != fact.scope:
        return set()
    cells = [text for _, text, _ in passage.row.cells if not re.search(r"\d", text)]
    return {word for cell in cells for word in SPLIT.split(cell) if len(word) >= SHORTEST}


def _row_caption(teller: Teller, fact: Fact) -> str:
    passage = teller.index.passage_at(fact.doc, fact.spans[0].start)
    return passage.row.caption if passage and passage.row else ""


def _as_many(text: str, count: int) -> bool:
    """Tell whether there are as many rows as a question says that there are, or it does not say."""
    counts = counts_in(text)
    return (not counts or str(count) in counts) and (not TWO.search(text) or count == FEWEST)
