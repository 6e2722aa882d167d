"""A later question of a turn that only points back (这家机构, 它, 又要…) -> the question with what it points to."""

import re
from collections.abc import Callable, Sequence

from answer.replies import Reply
from facts.scope import entity_of

NOUN = r"机构|单位|企业|公司|研究院|研究所|研究中心|实验室|平台|综合体|中心|园区?|高新区|开发区|小镇|走廊|院|所|大学|学院|基地|项目"
POINTS = re.compile(rf"(?:这|那|该)(?:家|个|所|座|条|处|项|里)?(?:{NOUN})|(?<![其])它(?!们)|(?:这|那)家(?=[要到还又在能会靠有，])")
WHICH = re.compile(r"哪(?:一)?(?:家|个|所|座)|谁|什么(?:单位|机构|公司|企业)|靠(?:的是)?哪")
GOES_ON = re.compile(r"又|还(?:要|想|打算|准备|得|计划|有)|自己|后来")
PLACE_FIRST = re.compile(r"^[^：，。？?]{2,12}：")  # the place of the question before, put before one that names none
SHORTEST = 4  # characters of a name


def pointed(part: str, earlier: str, reply: Reply, named: Callable[[str], Sequence[str]]) -> str:
    """Return a question with the body it points back to put in, or as it is.

    Args:
        part: the question.
        earlier: the one before it in the same turn.
        reply: what answered that one.
        named: text -> the bodies it names, in order, as documents write them.

    A question that asks which body it is points to the one that the answer names first; any other to the one it names.
    """
    if named(part):
        return part
    asked = tuple(named(earlier)) or tuple(filter(None, [entity_of(earlier)]))
    bare = PLACE_FIRST.sub("", part)  # where the body is tells which place is meant
    if found := POINTS.search(bare):
        told = [name for name in named(reply.draft.text) if name not in asked] if WHICH.search(earlier) else []
        meant = next(iter(told or asked), "")
        return f"{bare[: found.start()]}{meant}{bare[found.end() :]}" if len(meant) >= SHORTEST else part
    if len(asked) == 1 and len(asked[0]) >= SHORTEST and GOES_ON.search(part) and PLACE_FIRST.match(part):
        return f"{asked[0]}，{part}"
    return part
