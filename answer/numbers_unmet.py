"""Question which targets were missed -> the rows of tables that set a target and state less for the same year."""

import re
from collections.abc import Sequence

from answer.numbers_bodies import ONLY_STATED
from answer.numbers_one import tell_met
from answer.quantity import decimal
from answer.series import Series, comparable, is_level
from answer.telling import Teller
from facts.fact import Fact

MISSED = r"(?:没有?|没能|未能?|不)(?:够|能|按时)?(?:完成|达到|达成|实现|达标|兑现|做到)"
ASKED = re.compile(
    rf"(?:哪(?:些|几[个项])|什么|啥)[^，。；？?]{{0,10}}{MISSED}|{MISSED}(?:目标)?的?(?:指标|目标|任务|项目)?(?:有|是)?(?:哪(?:些|几[个项])|什么|啥)"
)
ENOUGH = 3  # rows of which none is missed
NONE = "资料中没有找到没有达到的目标。"
LESS_IS_BETTER = re.compile(r"能耗|耗|排放|下降|降低|死亡|事故|失业|逾期|不良|负债")


def tell_unmet(teller: Teller, text: str, facts: Sequence[Fact]) -> bool:
    """Tell the targets that were missed, or that of several none was; say whether that is asked for and told.

    Args:
        teller: the answer in the making.
        text: the question.
        facts: those of the one region asked about.
    """
    pairs = _pairs(facts) if ASKED.search(text) else []
    missed = [(planned, reached) for planned, reached in pairs if (decimal(reached.value) or 0) < (decimal(planned.value) or 0)]
    if not missed and len(pairs) < ENOUGH:
        return False
    teller.draft.say(ONLY_STATED if missed else NONE)
    for planned, reached in missed or pairs:
        tell_met(teller, Series(planned.region, planned.indicator, "", (planned, reached)), planned, reached)
    return bool(teller.facts)


def _pairs(facts: Sequence[Fact]) -> list[tuple[Fact, Fact]]:
    """The target and what was reached of the same year, of each row of a table that states both as numbers."""
    rows: dict[tuple[str, int | None], list[Fact]] = {}
    for fact in facts:
        if fact.origin == "table" and not fact.scope and is_level(fact) and decimal(fact.value) is not None:
            rows.setdefault((fact.passage_id, fact.year), []).append(fact)
    found = []
    for own in rows.values():
        planned, reached = ([fact for fact in own if (fact.kind == "target") is aimed] for aimed in (True, False))
        one_each = len(planned) == len(reached) == 1 and reached[0].kind != "forecast"
        if one_each and comparable(planned[0], reached[0]) and not LESS_IS_BETTER.search(planned[0].name):
            found.append((planned[0], reached[0]))
    return found
