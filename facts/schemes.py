"""A sentence of a plan -> the kinds of support it lists, each with its own words."""

import re
from dataclasses import dataclass

from facts.benefits import Benefit, benefit_of

CLAUSES = re.compile(
    r"[^，。；;,\n]+(?:[，,](?!(?:支持|鼓励|引导|推动|推进|完善|建立|健全|探索|实施|开展|加强|加大|强化|深化|落实|优化|扩大|促进|发挥|组织|积极|深入|继续|加快|全面))[^，。；;,\n]+)*"
)


@dataclass(frozen=True, slots=True)
class Scheme:
    """A stretch of a document's text that gives one kind of support."""

    start: int
    end: int
    benefit: Benefit | None


def schemes_of(text: str, start: int, end: int) -> list[Scheme]:
    """Return what text[start:end] gives: its clauses that give something, those that only go on with one joined to it.

    Clauses begin at a verb of support; neighbours of the same kind are one scheme.
    """
    found: list[Scheme] = []
    for match in CLAUSES.finditer(text, start, end):
        benefit = benefit_of(match.group())
        if benefit is None:
            continue
        low = match.start() + len(match.group()) - len(match.group().lstrip())
        if found and found[-1].benefit and found[-1].benefit.kind == benefit.kind and text[found[-1].end : low].strip() in ("，", ","):
            found[-1] = Scheme(found[-1].start, match.end(), found[-1].benefit)
        else:
            found.append(Scheme(low, match.end(), benefit))
    if not found and (benefit := benefit_of(text[start:end])):
        found = [Scheme(start, end, benefit)]
    return found
