"""A question about parts that a table lists -> the column it means, though it calls that in another order or in part."""

import re
from collections.abc import Sequence

from facts.fact import Fact
from retriever.rest import spoken

SURE, WITH_UNIT = 0.65, 0.6  # shares of a column's characters that a question holds; the less where it counts in its unit
HOW_MANY = ("多少", "几")
CLEARLY = 0.2  # by which no other column may come near
SHORTEST = 4  # characters of a column's name: one of less is all or nothing
BARE = re.compile(r"(?:^|[的里内中各谁，、：])(?P<noun>[\u4e00-\u9fff]{2})(?=[最更]|谁|哪)")  # what 最大 is said of, not qualified
PIECE = 2  # characters of it that stand together in the question


def column_meant(text: str, scopes: Sequence[str], facts: Sequence[Fact]) -> tuple[tuple[str, ...], ...]:
    """Return the one indicator that is meant, as the ids it may be; none where that is not plain.

    Args:
        text: the question without the names of the parts.
        scopes: the parts named.
        facts: all facts.
    """
    asked = spoken(text)
    own = [fact for fact in facts if fact.scope in scopes and fact.origin == "table"]
    shared = [fact for fact in own if all(any(fact.indicator == one.indicator for one in own if one.scope == scope) for scope in scopes)]
    scores = {fact.indicator: (_held(spoken(fact.name), asked), fact) for fact in shared}
    ordered = sorted(scores.values(), key=lambda pair: -pair[0])
    if not ordered:
        return ()
    if len(scopes) > 1 and (headed := _headed(asked, list(scores))):
        return headed
    score, fact = ordered[0]
    name = spoken(fact.name)
    if name in asked or len(name) < SHORTEST or (len(ordered) > 1 and score - ordered[1][0] < CLEARLY):
        return ()  # what stands there in full was judged by its name
    least = WITH_UNIT if any(f"{word}{fact.unit}" in asked for word in HOW_MANY) else SURE
    return ((fact.indicator,),) if score >= least else ()


def _headed(asked: str, columns: Sequence[str]) -> tuple[tuple[str, ...], ...]:
    """The one column whose name ends with the bare noun that rows are ranked by (面积最大 of 占地面积), nothing said before it."""
    bare = BARE.search(asked)
    ends = [column for column in columns if bare and spoken(column).endswith(bare["noun"])]
    return ((ends[0],),) if len(ends) == 1 else ()


def _held(name: str, asked: str) -> float:
    """The share of a name's characters that stand in a question, in pieces of two at least."""
    held = {at for start in range(len(name) - PIECE + 1) if name[start : start + PIECE] in asked for at in range(start, start + PIECE)}
    return len(held) / len(name) if name else 0.0
