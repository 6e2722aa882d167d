"""A rule that asks for some of several things (满足下列三项中任意两项) -> its conditions judged by their number."""

import re
from collections.abc import Sequence

from facts.days import number
from facts.judging import Judge
from facts.matched import Judged
from facts.measure import Condition, Measure
from facts.verdict import Verdict

SOME = re.compile(r"(?:满足|符合|具备|达到)[^，。；：:]{0,16}(?:任意|其中|任何|至少)(?P<count>[一二两三四五\d])[项个条](?:以上)?")
FIRST = re.compile(r"[：:]\s*(?:[（(][一1][）)]|1[.、．])(?P<one>[^；;。]{4,60})$")


def some_of(judged: Sequence[Judged], measure: Measure, judge: Judge) -> tuple[Judged, ...]:
    """Return the conditions of a measure, those of a list of which only some must hold judged together."""
    text = re.sub(r"\s", "", measure.text)
    asked, first = SOME.search(text), FIRST.search(text)
    if not asked or not first:
        return tuple(judged)
    need = number(asked["count"]) or 1
    listed = [item for item in judged if item.condition.kind == "clause" and item.condition.start >= measure.end]
    verdicts: list[Verdict] = [judge.verdict(first["one"]), *(item.verdict for item in listed)]
    met, may = verdicts.count("met"), len(verdicts) - verdicts.count("not_met")
    so: Verdict = "met" if met >= need else "not_met" if may < need else "unknown"
    leads = [item for item in judged if SOME.search(text) and item not in listed]
    return (*(_lead(item, first["one"]) for item in leads), *(Judged(item.condition, so) for item in listed))


def _lead(item: Judged, first: str) -> Judged:
    """What stands with the list, with the first thing of the list left to the number of all."""
    alone: Condition = item.condition
    return Judged(alone, "met") if first in alone.reading and item.verdict == "not_met" else item
