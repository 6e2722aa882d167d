"""A table that pays by ranges, and the amounts that a question tells -> the one row they fall into."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from answer.answer import MAX_ANSWER
from answer.draft import MARK, Draft, Statement
from answer.evidence import Evidence
from answer.wording import row_words
from facts.likeness import overlap
from facts.profile import Profile
from facts.told import Told, in_ten_thousands
from index.passages import Passage
from index.store import PassageIndex

NUMBER = r"(\d+(?:\.\d+)?)\s*(亿元|万元|元|%|％)?"
BETWEEN = re.compile(rf"{NUMBER}\s*(?:[（(]不?含[)）])?\s*(?:[-—–~～至到]+)\s*{NUMBER}")
LEAST = re.compile(rf"(?:≥|>=|不低于|不少于|达到|>|＞|超过|大于)\s*{NUMBER}|{NUMBER}\s*(?:[（(]含[)）])?(?:及)?以上")
MOST = re.compile(rf"(?:≤|<=|不超过|不高于|<|＜|不足|小于)\s*{NUMBER}|{NUMBER}\s*(?:[（(]不?含[)）])?(?:及)?以下")
TIER = "按所述数额，对应表中的这一行："
READ = 8
PERCENT = ("%", "％")
REFERENCE = re.compile(r"[见按照]附?表\s*([0-9一二三四五六七八九十]+)")


def fitting_row(doc: str, clause: str, rows: Sequence[Passage], profile: Profile, index: PassageIndex) -> Passage | None:
    """Return the only row whose ranges the amounts told fall into, None where none or several do.

    Args:
        doc: the document of the clause.
        clause: the words that the answer quotes first; a table that they refer to is looked at.
        rows: table rows among the evidence.
        profile: the amounts told.
        index: holds all rows of the documents.
    """
    tables = {(row.doc, row.scope) for row in rows}
    if named := REFERENCE.search(clause):
        docs = {row.doc for row in rows} | {doc}
        tables |= {
            (row.doc, row.scope)
            for row in index.passages
            if row.row and row.doc in docs and re.match(rf"附?表\s*{named[1]}(?!\d)", row.context)
        }
    found = [row for row in index.passages if row.row and (row.doc, row.scope) in tables and _fits(row, profile.told)]
    return found[0] if len(found) == 1 else None


def with_tier(draft: Draft, evidence: Sequence[Evidence], profile: Profile, index: PassageIndex) -> Draft:
    """Return an answer led by the row of a table that the amounts told fall into, other rows of it left out; else the answer itself."""
    if not draft.citations:
        return draft
    first = draft.citations[0]
    passage = index.passage_at(first.doc, first.start)
    clause = index.texts[first.doc][slice(*passage.scope)] if passage and not passage.row else ""
    rows = [item.passage for item in evidence[:READ] if item.passage.row and item.doc == first.doc]
    row = fitting_row(first.doc, clause, rows, profile, index)
    if row is None or row.row is None:
        return draft
    others = {one.passage_id for one in index.passages if one.row and (one.doc, one.scope) == (row.doc, row.scope)}
    marked = {citation.n for citation in draft.citations if citation.passage_id in others}
    kept = [line for line in draft.lines if not marked & {int(mark) for mark in MARK.findall(line)}]
    told = Draft(index, MAX_ANSWER)
    told.say(TIER)
    told.state(Statement(row_words(row.row), row, row.start, row.end, index.infos[row.doc].region))
    told.append(replace(draft, lines=kept))
    return told


def _fits(row: Passage, told: Sequence[Told]) -> bool:
    """Tell whether a row has ranges that amounts told fall into, and none that they miss."""
    cells = [(header, cell) for header, cell, _ in row.row.cells] if row.row else []
    judged = [within for header, cell in cells if (within := _within(header, cell, told)) is not None]
    return bool(judged) and all(judged)


def _within(header: str, cell: str, told: Sequence[Told]) -> bool | None:
    """Tell whether the amount that a column is about lies in a cell's range; None where the cell has none or nothing is told."""
    bounds = _bounds(cell)
    if bounds is None:
        return None
    low, high, percent = bounds
    near = [item for item in told if (item.unit == "%") == percent and item.unit in ("%", "万元") and overlap(header, item.words) > 0]
    item = max(near, key=lambda one: overlap(header, one.words), default=None)
    if item is None:
        return None
    return (low is None or item.value >= low) and (high is None or item.value < high)


def _bounds(cell: str) -> tuple[Decimal | None, Decimal | None, bool] | None:
    """The lower and the upper bound of a range in 万元 or %, and whether it is a share; None where a cell is no range.

    >>> _bounds("1000万元（含）—5000万元"), _bounds("≥3%"), _bounds("4%")
    ((Decimal('1000'), Decimal('5000'), False), (Decimal('3'), None, True), None)
    """
    text = re.sub(r"\s+", "", cell)
    if match := BETWEEN.search(text):
        unit = match[4] or match[2] or ""
        return _value(match[1], match[2] or unit), _value(match[3], unit), unit in PERCENT
    for pattern, lower in ((LEAST, True), (MOST, False)):
        if match := pattern.search(text):
            number, unit = next((match[at], match[at + 1] or "") for at in (1, 3) if match[at])
            value = _value(number, unit)
            return (value, None, unit in PERCENT) if lower else (None, value, unit in PERCENT)
    return None


def _value(number: str, unit: str) -> Decimal:
    return in_ten_thousands(Decimal(number), unit) if unit in ("亿元", "元", "万元") else Decimal(number)
