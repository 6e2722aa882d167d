"""A clause that asks something only of some (首个年度的，不作增速要求), and a profile -> whether it is asked of it."""

import re
from collections.abc import Iterable

from facts.judging import Judge
from facts.likeness import core, overlap
from facts.measure import Condition
from facts.traits import CLAUSE
from facts.verdict import Verdict

WAIVES = re.compile(
    r"(?P<who>[^，。；]{2,40}?)的?，?(?:可)?不(?:作|做|受|设|要求|考核)(?P<what>[^，。；]{2,10}?)(?:的)?(?:要求|限制|考核|条件)?$"
)
FIRST = re.compile(r"首个|首次|首年|第一")
NEW = re.compile(r"才开始|刚开始|首个|首年|第一年|头一年|首次|第一次")
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
            return _first_year(judge, match["who"]) if FIRST.search(match["who"]) else judge.verdict(match["who"])
    return "not_met"


def _first_year(judge: Judge, who: str) -> Verdict:
    """Whether a profile is in the first year of what words name: not where it tells by how much that grew."""
    clauses = [match.group() for match in CLAUSE.finditer(judge.profile.text)]
    if any(NEW.search(clause) and overlap(core(NEW.sub("", clause)), who) > 0 for clause in clauses):
        return "met"
    grown = any(item.unit == "%" and GROWTH.search(item.words) for item in judge.profile.told)
    return "not_met" if grown else "unknown"
