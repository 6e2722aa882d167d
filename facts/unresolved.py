"""What an enterprise tells of itself -> whether it says of anything that it is not settled or not known yet."""

import re

from facts.episodes import episodes
from facts.states import doubts

ASKS = re.compile(
    r"能不能|可不可以|可以|能否|行不行|有没有(?:政策|补|奖|支持)|补贴|补助|政策|奖|申请|申报|多少|怎么|[吗呢?？]|能.{0,6}吗|拿|领"
)
OPEN = re.compile(
    r"(?:还|尚|都)?(?:没|未)(?:有)?(?:拍板|定下|敲定|谈拢|谈妥|想好|商量好|最后定|定(?=$|[,;。，；]))|拿不定|意见[^,;。，；]{0,3}不一|待定|未定(?!义)|还在(?:理|核|算|对)(?=$|[,;。，；])|还没(?:对|算|理)(?=$|[,;。，；])"
)
CLAUSE = re.compile(r"[^,，;；。\n]+")


def unresolved(text: str, about: str) -> bool:
    """Tell whether in the stretch that is most about a rule something is told as not settled or not known.

    Args:
        text: what is told.
        about: the words of the rule.

    >>> rule = "购置冷藏车并在本市上牌"
    >>> unresolved("买了12辆冷藏车,牌照挂哪边老板还没拍板", rule), unresolved("买了冷藏车,能不能补", rule), unresolved("买了冷藏车", rule)
    (True, False, False)
    """
    found = episodes(text, about)
    best = max((item.nearness for item in found), default=0)
    return any(item.nearness == best and _open(text[item.start : item.end]) for item in found if item.nearness)


def _open(text: str) -> bool:
    if any(OPEN.search(clause) for clause in CLAUSE.findall(text)):
        return True
    return any(not ASKS.search(doubt) for doubt in doubts(text))
