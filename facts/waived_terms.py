"""A clause that asks something only of some (首个年度的，不作增速要求), and a profile -> whether it is asked of it."""

import re
from collections.abc import Iterable

from facts.judging import Judge
from facts.likeness import overlap
from facts.measure import Condition
from facts.verdict import Verdict

WAIVES = re.compile(
    r"(?P<who>[^，。；]{2,40}?)的?，?(?:可)?不(?:作|做|受|设|要求|考核)(?P<what>[^，。；]{2,10}?)(?:的)?(?:要求|限制|考核|条件)?$"
)
GROWTH = re.compile(r"增长|增速|增幅")


def is_waiver(reading: str) -> bool:
    """Tell whether a condition only says of whom something is not asked."""
    return WAIVES.fullmatch(reading) is not None


def spared(condition: Condition, clauses: Iterable[Condition], judge: Judge) -> Verdict:
    """Return whether another clause spares a profile what a condition asks: met, not met where none does, or not known."""
    for clause in clauses:
        match = WAIVES.fullmatch(clause.reading)
        if not match or clause is condition:
            continue
        both = GROWTH.search(match["what"]) and GROWTH.search(condition.reading)
        if both or overlap(match["what"], condition.reading) > 0:
            return judge.verdict(match["who"])
    return "not_met"
