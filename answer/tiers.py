"""A table that pays by ranges, and the amounts that a question tells -> the one row they fall into."""

import re
from collections.abc import Sequence
from dataclasses import replace

from answer.answer import MAX_ANSWER
from answer.draft import MARK, Draft, Statement
from answer.evidence import Evidence
from answer.row_met import row_met
from answer.wording import row_words
from facts.measure import Measure
from facts.profile import Profile
from facts.thresholds import amounts
from facts.traits import plain
from index.passages import Passage
from index.store import PassageIndex

TIER = "按所述数额，对应表中的这一行："
CLASS = "按所述情况，对应表中的这一行："
READ = 8
BOUND = r"及?以[上下内]|[至到、，且≥≤><＞＜=～~—–-]|不(?:低于|少于|超过|高于|足)|达到|超过|大于|小于|低于"
RANGE = re.compile(rf"(?=.*(?:{BOUND}))(?:{BOUND}|[（(]不?含(?:本数)?[)）]|\d+(?:\.\d+)?(?:[万亿]?元|[%％人家名台])?)+")
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
    found = [row for row in index.passages if row.row and (row.doc, row.scope) in tables and _fits(row, profile)]
    return found[0] if len(found) == 1 else None


def with_tier(draft: Draft, evidence: Sequence[Evidence], profile: Profile, index: PassageIndex, measures: Sequence[Measure]) -> Draft:
    """Return an answer led by the row of a table that what is told falls into, other rows of it left out; else the answer itself."""
    if not draft.citations:
        return draft
    first = draft.citations[0]
    passage = index.passage_at(first.doc, first.start)
    clause = index.texts[first.doc][slice(*passage.scope)] if passage and not passage.row else ""
    rows = [item.passage for item in evidence[:READ] if item.passage.row and item.doc == first.doc]
    row = fitting_row(first.doc, clause, rows, profile, index)
    lead = TIER if row else CLASS
    row = row or row_met(evidence, measures, profile, index)
    if row is None or row.row is None:
        return draft
    others = {one.passage_id for one in index.passages if one.row and (one.doc, one.scope) == (row.doc, row.scope)}
    marked = {citation.n for citation in draft.citations if citation.passage_id in others}
    kept = [line for line in draft.lines if not marked & {int(mark) for mark in MARK.findall(line)}]
    told = Draft(index, MAX_ANSWER)
    told.say(lead)
    told.state(Statement(row_words(row.row), row, row.start, row.end, index.infos[row.doc].region))
    told.append(replace(draft, lines=kept))
    return told


def _fits(row: Passage, profile: Profile) -> bool:
    """Tell whether a row has ranges that amounts told fall into, and none that they miss."""
    cells = [re.sub(r"\s+", "", header + cell) for header, cell, _ in row.row.cells if is_range(cell)] if row.row else []
    judged = [verdict for words in cells for verdict in amounts(profile, plain(words))]
    return "met" in judged and "not_met" not in judged


def is_range(cell: str) -> bool:
    """Tell whether a cell is a range of amounts or shares and nothing else.

    >>> is_range("1000万元（含）—5000万元"), is_range("≥3%"), is_range("4%"), is_range("对500万元以上的给予补助")
    (True, True, False, False)
    """
    return bool(RANGE.fullmatch(re.sub(r"\s+", "", cell)))
