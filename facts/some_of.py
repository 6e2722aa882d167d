"""A rule that asks for some of several things (满足下列三项中任意两项) -> its conditions judged by their number."""

import re
from collections.abc import Sequence

from facts.days import number
from facts.judging import Judge
from facts.matched import Judged
from facts.measure import Condition, Measure
from facts.verdict import Verdict

SOME = re.compile(
    r"(?:(?:满足|符合|具备|达到)[^，。；：:]{0,16}?(?:任意|其中|任何|至少|中的?)|至少(?:满足|符合|具备|达到)(?:以下|下列|上述)?[^，。；：:\d]{0,8}?)"
    r"(?P<count>[一二两三四五\d])[项个条](?:及?以上)?"
)
NEAR = 8  # characters between two things of one list
FIRST = re.compile(r"[：:]\s*(?:[（(][一1][）)]|1[.、．])(?P<one>[^；;。]{4,60})$")


def some_of(judged: Sequence[Judged], measure: Measure, judge: Judge) -> tuple[Judged, ...]:
    """Return the conditions of a measure, those of a list of which only some must hold judged together."""
    if (general := _of_definition(judged, judge)) is not None:
        return general
    text = re.sub(r"\s", "", measure.text)
    asked, first = SOME.search(text), FIRST.search(text)
    if not asked or not first:
        return tuple(judged)
    need = number(asked["count"]) or 1
    listed = [
        item
        for item in judged
        if item.condition.kind == "clause" and (item.condition.start >= measure.end or item.condition.reading == first["one"])
    ]
    opens = [] if any(item.condition.reading == first["one"] for item in listed) else [judge.verdict(first["one"])]
    verdicts: list[Verdict] = [*opens, *(item.verdict for item in listed)]
    met, may = verdicts.count("met"), len(verdicts) - verdicts.count("not_met")
    so: Verdict = "met" if met >= need else "not_met" if may < need else "unknown"
    leads = [item for item in judged if SOME.search(text) and item not in listed]
    return (*(_lead(item, first["one"]) for item in leads), *(Judged(item.condition, so) for item in listed))


def _lead(item: Judged, first: str) -> Judged:
    """What stands with the list, with the first thing of the list left to the number of all."""
    alone: Condition = item.condition
    return Judged(alone, "met") if first in alone.reading and item.verdict == "not_met" else item


def _of_definition(judged: Sequence[Judged], judge: Judge) -> tuple[Judged, ...] | None:
    """The same where the list stands apart and says who is meant: 甲类企业应符合下列条件中的至少两项; None where there is none such."""
    for place, lead in enumerate(judged):
        asked = SOME.search(lead.condition.reading)
        if lead.condition.kind != "general" or not asked or "，" not in lead.condition.reading:
            continue
        end = next(
            (at for at in range(place + 1, len(judged)) if judged[at].condition.start - judged[at - 1].condition.end > NEAR), len(judged)
        )
        listed = judged[place:end]
        first = lead.condition.reading.rpartition("，")[2]
        verdicts: list[Verdict] = [judge.verdict(first, judge.about), *(item.verdict for item in listed[1:])]
        need = number(asked["count"]) or 1
        met, may = verdicts.count("met"), len(verdicts) - verdicts.count("not_met")
        so: Verdict = "met" if met >= need else "not_met" if may < need else "unknown"
        who = lead.condition.reading[: asked.start()].rstrip("应当须需要")
        return tuple(
            Judged(item.condition, so) if item in listed or (who and item.condition.reading == who and item.verdict == "unknown") else item
            for item in judged
        )
    return None
