"""A table that pays by classes of people or firms, and a profile -> the one row whose own condition the profile meets."""

from collections.abc import Sequence

from answer.evidence import Evidence
from facts.match import match_profile
from facts.matched import Match
from facts.measure import Condition, Measure
from facts.profile import Profile
from index.passages import Passage
from index.store import PassageIndex

READ = 8  # pieces of evidence among which a row of the table must be
FEWEST = 3  # rows of a table by classes


def row_met(evidence: Sequence[Evidence], measures: Sequence[Measure], profile: Profile, index: PassageIndex) -> Passage | None:
    """Return the row, None where a profile meets none or several, or the best rows among the evidence are of no such table.

    Args:
        evidence: the best pieces on a question for a sum.
        measures: all support measures.
        profile: what the question tells.
        index: holds the rows.
    """
    first = next((item.passage for item in evidence[:READ] if item.passage.row), None)
    if first is None:
        return None
    rows = [one for one in index.passages if one.row and (one.doc, one.scope) == (first.doc, first.scope)]
    own = [one for one in measures if one.doc == first.doc and one.amounts and any(row.start <= one.start < row.end for row in rows)]
    matches = match_profile(profile, own, sorted({one.region for one in own})).matches
    if len(matches) < FEWEST or not any(one.kind == "clause" for item in matches for one in _inside(item, rows)):
        return None
    met = [item for item in matches if item.group != "not_met" and _is_met(item, rows)]
    if len(met) != 1:
        return None
    return next(row for row in rows if row.start <= met[0].measure.start < row.end)


def _inside(item: Match, rows: Sequence[Passage]) -> list[Condition]:
    """The conditions that stand in the row of a measure."""
    row = next(row for row in rows if row.start <= item.measure.start < row.end)
    return [one for one in item.measure.conditions if one.kind == "clause" and row.start <= one.start < row.end]


def _is_met(item: Match, rows: Sequence[Passage]) -> bool:
    """Tell whether all conditions in the row of a measure are met, and there is one."""
    own = _inside(item, rows)
    judged = [one.verdict for one in item.judged if any(one.condition.start == each.start for each in own)]
    return bool(judged) and all(verdict == "met" for verdict in judged)
