"""A question that names a support by its name (生活补贴) -> the headings that are of it and of no other."""

import re
from collections.abc import Iterable, Sequence

from answer.evidence import Evidence

RUN = re.compile(r"[\u4e00-\u9fff]{2,}?(?:补贴|补助|奖励|津贴|贴息|资助|补偿)")
SHORTEST = 4  # characters of a name: two that tell it apart, and the word for support
PLAIN = frozenset("资金补贴 资金补助 资金奖励 政策补贴 政府补贴 财政补贴 享受补贴 申请补贴 给予补贴 给予补助 给予奖励 给予资助".split())


def headings_named(text: str, headings: Iterable[str]) -> frozenset[str]:
    """Return the headings with the name of a support that a question names too, the longest such name alone.

    >>> sorted(headings_named("硕士生活补贴每月多少", ["问1：哪些人可以享受生活补贴？", "问3：购房补贴怎么算？"]))
    ['问1：哪些人可以享受生活补贴？']
    """
    found = {heading: name for heading in dict.fromkeys(headings) if (name := _named(text, heading))}
    longest = max(map(len, found.values()), default=0)
    return frozenset(heading for heading, name in found.items() if len(name) == longest)


def of_named_support(text: str, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Return the evidence below the headings of the support that a question names, and what names it; all where none is named."""
    titled = headings_named(text, (item.passage.headings[-1] for item in evidence if item.passage.headings))
    if not titled:
        return list(evidence)
    return [item for item in evidence if titled & set(item.passage.headings[-1:]) or _named(text, item.text)]


def _named(text: str, heading: str) -> str:
    """The longest end of a run of characters before a word for support that a text holds."""
    names = (run.group()[at:] for run in RUN.finditer(heading) for at in range(len(run.group()) - SHORTEST + 1))
    return max((name for name in names if name in text and name not in PLAIN), key=len, default="")
