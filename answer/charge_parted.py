"""A question who leads something and what it is to reach -> the two questions, each of what the first names."""

import re
from collections.abc import Callable, Sequence

from answer.charge import ASKED
from answer.interrogatives import interrogatives
from facts.indicators import link
from facts.scope import entity_of
from retriever.wanted import only_asks_charge

COMMA = re.compile(r"[，,；;]")
WHOSE = re.compile(r"(?:是|归|由|都|又|该|应该?|具体|主要|建设|推进|工作|，|,|\s)+$")  # between a matter and who is in charge of it
AIMED = re.compile(r"目标|要求|达到|规模|指标")
JOINS = re.compile(r"^(?:那么?|同时|并且|以及|还有|另外)?[，,]?")
AMONG = re.compile(r"由.{1,8}(?:组成|构成)")
SHORTEST = 2


def charge_apart(part: str, named: Callable[[str], Sequence[str]]) -> list[str]:
    """Return the question for those in charge and the one for a figure or an aim; [] where a question does not ask for both.

    Args:
        part: one question.
        named: text -> the bodies it names, in order, as documents write them.
    """
    clauses = [one.strip() for one in COMMA.split(part) if one.strip()]
    charged = next((at for at, one in enumerate(clauses) if ASKED.search(one) and not AMONG.search(one)), None)
    if charged is None or not 2 <= len(clauses) <= 3:
        return []
    behind = "，".join(clauses[charged + 1 :])
    before = "，".join(clauses[:charged])
    if only_asks_charge(clauses[charged]) and before and not _asks_aim(before):
        return [f"{before}，{clauses[charged]}", f"{before}，{behind}"] if _asks_aim(behind) else []
    matter = _matter(clauses[charged])
    if before or not _asks_aim(behind) or ASKED.search(behind) or len(matter) < SHORTEST:
        return []
    own = JOINS.sub("", behind)
    body = tuple(named(matter)) or ((entity_of(matter),) if entity_of(matter) else ())
    alone = bool(named(own)) or bool(link(own) and not body)
    return [clauses[charged], own if alone else f"{matter}，{own}"]


def _asks_aim(clause: str) -> bool:
    """Tell whether a clause asks for a figure or an aim."""
    return bool(interrogatives(clause)) or bool(AIMED.search(clause) and re.search("什么|啥|哪|多少|几", clause))


def _matter(clause: str) -> str:
    """What a clause asks who is in charge of: the words before that.

    >>> _matter("甲市规划里东湖实验室由谁牵头"), _matter("谁牵头建设东湖实验室")
    ('甲市规划里东湖实验室', '')
    """
    found = ASKED.search(clause)
    return WHOSE.sub("", clause[: found.start()]) if found else ""
