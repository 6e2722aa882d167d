"""A number that counts what an answer lists -> whether it counts right."""

import re
from collections.abc import Sequence

from answer.claims import Claim
from answer.figures import Figure, figures
from answer.plain import bare, plain
from answer.support import Support

HEADER = re.compile(
    r"(?P<lead>.*?)(?:[“\"《](?P<title>.+)[”\"》]|\(原文此处没有标题\))(?:中的(?P<kind>[\u4e00-\u9fff]{1,6}))?(?:共|设有|的前)(?P<count>\d+)[项个家类条种章](?:(?:19|20)\d{2}年目标)?$"
)
ITEMS = re.compile(r"[；;、]|以及|(?<=[^平总缓])和(?=[^谐平])")
PLACED = re.compile(r"([\u4e00-\u9fff]{2,12})排第\d+位$")
COUNTERS = ("things", "any", "people", "")


def counted(claim: Claim, told: Sequence[Claim], held: Sequence[Support]) -> str:
    """Return "count" where a sentence names a heading of what is cited and the right number of the items below it."""
    match = HEADER.fullmatch(plain(claim.text).rstrip(":："))
    if not match:
        return ""
    below = [other for other in told if other.line > claim.line]
    end = next((other.line for other in below if HEADER.fullmatch(plain(other.text).rstrip(":："))), None)
    items = [other for other in below if (end is None or other.line < end) and other.marks]
    title, lead = bare(match.group("title") or ""), bare(match.group("lead"))
    known = any(title in support.readable and lead in support.readable for support in held)
    lines = ["".join(item.text for item in items if item.line == line) for line in dict.fromkeys(item.line for item in items)]
    kind, count = match.group("kind") or "", int(match.group("count"))
    right = any(len(told) == count and all(kind in one for one in told) for told in ([item.text for item in items], lines))
    return "count" if known and right else ""


def listed(figure: Figure, text: str) -> str | None:
    """Return "count" where a figure is the number of items that its sentence lists after a colon.

    >>> from answer.figures import figures
    >>> text = "包括3个方向:新材料、工业互联网和关键核心基础件"
    >>> listed(figures(text)[0], text)
    'count'
    """
    head, colon, rest = text.partition(":")
    if not colon or figure.end > len(head) or figure.kind not in COUNTERS or figure.sense != "=":
        return None
    items = [item for item in ITEMS.split(rest.rstrip("。.")) if item.strip()]
    return "count" if len(items) == figure.low > 1 else None


def placed(figure: Figure, text: str) -> str | None:
    """Return "count" where a figure is the place that a name takes among what its sentence lists after a colon, the largest first.

    >>> from answer.figures import figures
    >>> [placed(figures(text)[0], text) for text in ("乙县排第2位:甲市30家,乙县20家,丙区9家", "丙区排第2位:甲市30家,乙县20家,丙区9家")]
    ['count', None]
    """
    head, colon, rest = text.partition(":")
    name = PLACED.match(head)
    if not colon or not name or figure.kind != "rank" or figure.end > len(head):
        return None
    items = [(item, found[0].low) for item in re.split("[,、]", rest.rstrip("。.")) if (found := figures(item))]
    own = next((value for item, value in items if item.startswith(name[1])), None)
    values = [value for _, value in items]
    ordered = values == sorted(values, reverse=True)
    return "count" if own is not None and ordered and figure.low == 1 + sum(value > own for value in values) else None
