"""A sentence of a plan -> the kinds of support it lists, each with its own words."""

import re
from dataclasses import dataclass

from facts.benefits import Benefit, benefit_of

CLAUSES = re.compile(
    r"[^，。；;,\n]+(?:[，,](?!(?:支持|鼓励|引导|推动|推进|完善|建立|健全|探索|实施|开展|加强|加大|强化|深化|落实|优化|扩大|促进|发挥|组织|积极|深入|继续|加快|全面))[^，。；;,\n]+)*"
)


# Reliefs that one verb lists: 全面落实高新技术企业所得税优惠、企业研发费用加计抵扣等政策.
LISTED = re.compile(r"(?:落实|兑现|执行|用好)(?P<items>[^，。；]{4,120}?、[^，。；]{4,120})")
WHOM = re.compile(r"(?:^|[。；，,\n])\s*(?P<whom>对[^，。；,]{2,40}[，,]\s*)$")  # whom the clause before names: 对有条件的园区，支持建设…
SHORTEST = 8  # characters of what follows a list and gives something of its own
RELIEF = re.compile(r"加计|优惠|减免|税率|后补助|抵扣|减按")


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
        if whom := WHOM.search(text[start:low]):
            low = start + whom.start("whom")
        if found and found[-1].benefit and found[-1].benefit.kind == benefit.kind and text[found[-1].end : low].strip() in ("，", ","):
            found[-1] = Scheme(found[-1].start, match.end(), found[-1].benefit)
        else:
            found.append(Scheme(low, match.end(), benefit))
    found = [part for scheme in found for part in _reliefs(text, scheme)]
    if not found and (benefit := benefit_of(text[start:end])):
        found = [Scheme(start, end, benefit)]
    return found


def _reliefs(text: str, scheme: Scheme) -> list[Scheme]:
    """The single reliefs of a list, each with its own words; the scheme itself where it lists none."""
    match = LISTED.search(text, scheme.start, scheme.end)
    items = list(re.finditer(r"[^、]+", match["items"])) if match else []
    if match is None or sum(bool(RELIEF.search(item.group())) for item in items) < 2:
        return [scheme]
    low = match.start("items")
    spans = [(low + item.start(), low + item.end()) for item in items]
    parts = [Scheme(start, end, benefit_of("落实" + text[start:end]) or scheme.benefit) for start, end in spans]
    rest = (spans[-1][1] + 1, scheme.end)
    own = benefit_of(text[slice(*rest)]) if rest[1] - rest[0] > SHORTEST else None
    return [*parts, *([Scheme(*rest, own)] if own else [])]
