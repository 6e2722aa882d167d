"""Lines of an entry without labels -> the label that each stands for: A1 体育场演唱会 | 单场售票观众2万人以上 | 每场奖励 50万元.

An entry is headed by a code (A1) or a glyph (▶); its lines say what must hold, then what is paid, then what limits that.
"""

import re

from facts.labels import Label
from index.markers import parse_marker
from index.signs import GLYPHS

OPENS = r"^\s*(?:每[\u4e00-\u9fff]{1,8}|一次性|再|另|按[^，。；]{2,16}?的?|在[^，。；]{2,10}基础上|给予|加){0,4}\s*"
PAYS = re.compile(
    OPENS + r"(?:(?:加|叠加)?(?:奖励?|奖补|补贴|补助|资助|补|贴息)\s*(?:[\d.]+\s*(?:[万亿]?元|%)|[^，。；\d]{0,8}的[\d.]+%)|\d+(?:\.\d+)?%)"
)
LIMITS = re.compile(r"^\s*(?:[A-F]类|同一|每[家户个]|单[个家次场项])?[^。；]{0,14}?(?:最高|最多|不超过|封顶|上限|减半|折半)")


def heads_entry(heading: str) -> bool:
    """Tell whether a heading is that of an entry.

    >>> heads_entry("A1 体育场演唱会"), heads_entry("▶ 参展"), heads_entry("（一）参展")
    (True, True, False)
    """
    marker = parse_marker(heading)
    return (marker is not None and marker.style == "code") or heading.startswith(tuple(GLYPHS))


def entry_title(heading: str) -> str:
    """Return the title of an entry without its code or glyph, "" where a heading is none of an entry.

    >>> entry_title("A1 体育场演唱会"), entry_title("▶ 参展"), entry_title("（一）参展")
    ('体育场演唱会', '参展', '')
    """
    if not heads_entry(heading):
        return ""
    marker = parse_marker(heading)
    return heading[marker.end if marker else 1 :].strip("、：:．. \u3000")


def entry_label(text: str, heading: str, *, paid: bool) -> Label | None:
    """Return the label that a line below an entry's heading stands for; None where it is no such line.

    Args:
        text: the line.
        heading: the one that it stands below.
        paid: whether a line above it in the entry says what is paid.
    """
    marker = parse_marker(heading)
    if marker is None or marker.style != "code" or text.rstrip().endswith("。"):
        return None
    if PAYS.match(text) or (paid and LIMITS.match(text)):
        return Label("gives", 0, True)
    return Label("terms", 0, False)
