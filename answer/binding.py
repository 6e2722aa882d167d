"""A figure of an answer, and the figures of the spans cited for it -> which span states it of the same thing and year."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from answer.figures import Figure
from answer.overlap import missing_share
from answer.plain import bare
from answer.support import Support
from answer.units import same_kind
from answer.years import YearMention

CLEAR = 2  # pairs of characters by which the words around another figure must fit better to take it for what is told of
FEW = 5  # of so few pairs one is enough, where nothing speaks for the figure itself
MOST_STRANGE = 0.34  # share of the words before a figure that may stand outside the sentence that states it
SAID = {"×": "", "=": "=≥≈", "≈": "=≥≈", "≥": "≥", "≤": "≤"}  # how an answer may tell a figure -> how the document may
FILLER = re.compile(r"分别|超过|突破|[达到为的至在由从将和与、,，约个]")


def bound_to(figure: Figure, supports: Sequence[Support]) -> int | None:
    """Return the number of the citation that states a figure, or None where none does.

    A span states it where it holds the same value in the same unit, not told as the opposite bound or of another year,
    and no other figure of the span stands among words that fit the answer's words clearly better.
    """
    for support in supports:
        if _states(figure, support):
            return support.n
    if figure.low != figure.high:
        ends = [replace(figure, high=figure.low), replace(figure, low=figure.high)]
        numbers = [bound_to(end, supports) for end in ends]
        return numbers[0] if all(numbers) else None
    return None


def _states(figure: Figure, support: Support) -> bool:
    fitting = [other for other in support.figures if _same_value(figure, other)]
    agreeing = [other for other in fitting if other.sense in SAID[figure.sense] and _years_agree(figure, other, support)]
    if not agreeing:
        return False
    rivals = [
        other
        for other in support.figures
        if other not in agreeing and same_kind(figure.kind, other.kind) and _years_agree(figure, other, support)
    ]
    if support.region:  # the document's own place fits each of its figures alike
        figure = replace(figure, around=figure.around.replace(support.region, "的"))
    return any(
        not is_strange(figure, other, support) and not any(fits_better(figure, rival, other) for rival in rivals) for other in agreeing
    )


def is_strange(figure: Figure, other: Figure, support: Support) -> bool:
    """Tell whether the words before a figure stand outside the sentence that states it, its headings and headers."""
    share, missing = missing_share(figure.clause, [bare(other.sentence), support.beside])
    return bool(missing) and share > MOST_STRANGE


def fits_better(figure: Figure, rival: Figure, other: Figure) -> bool:
    """Tell whether the words around a figure point to a rival rather than to the one with its value."""
    said, rivals, others = pairs(figure.around), pairs(rival.around), pairs(other.around)
    for_rival, for_other = len(said & (rivals - others)), len(said & (others - rivals))
    return for_rival - for_other >= CLEAR or (for_other == 0 < for_rival and len(said) <= FEW)


def _same_value(figure: Figure, other: Figure) -> bool:
    if (figure.low, figure.high) != (other.low, other.high):
        return False
    return same_kind(figure.kind, other.kind) or (not other.kind and figure.kind not in ("rank", "years", "months"))


def _years_agree(figure: Figure, other: Figure, support: Support) -> bool:
    """Tell whether both can be of the same year; what names no year is of any year that the span or plan names."""
    if not figure.years:
        return True
    if not other.years:
        return bool(set(figure.near) & support.years) or tuple(figure.near) in support.periods
    return bool(set(figure.years) & set(other.near))


@lru_cache(maxsize=8192)
def pairs(text: str) -> frozenset[str]:
    """Return the pairs of neighbouring characters of a text, filler words parting them.

    >>> sorted(pairs("研发人员达到")), pairs("的")
    (['人员', '发人', '研发'], frozenset())
    """
    pieces = FILLER.split(bare(text))
    return frozenset(piece[at : at + 2] for piece in pieces for at in range(len(piece) - 1))


def exchanged(told: Sequence[Figure], supports: Sequence[Support]) -> set[int]:
    """Return the places of neighbouring figures that a span holds the other way round, with the same words between."""
    found: set[int] = set()
    for place, (one, two) in enumerate(zip(told, told[1:], strict=False)):
        if not two.between or (one.low, one.high) == (two.low, two.high):
            continue
        straight = any(_neighbours(one, two, support) for support in supports)
        if not straight and any(_neighbours(two, one, support, two.between) for support in supports):
            found |= {place, place + 1}
    return found


def _neighbours(one: Figure, two: Figure, support: Support, between: str | None = None) -> bool:
    between = two.between if between is None else between
    near = zip(support.figures, support.figures[1:], strict=False)
    return any(_same_value(one, left) and _same_value(two, right) and bare(right.between) == bare(between) for left, right in near)


def year_stated(mention: YearMention, neighbours: Iterable[YearMention], supports: Sequence[Support]) -> int | None:
    """Return the number of the citation that names a year or period, or None.

    Args:
        mention: the year as the answer names it.
        neighbours: the other years of the sentence: with one of them it may make a period.
        supports: the spans cited.
    """
    wanted = {(mention.first, mention.last)} if mention.first < mention.last else set()
    for other in neighbours:
        wanted |= {(mention.first, other.first)} if 0 <= other.start - mention.end <= 2 else set()
        wanted |= {(other.first, mention.first)} if 0 <= mention.start - other.end <= 2 else set()
    for support in supports:
        alone = mention.first == mention.last and mention.first in support.years
        if alone or wanted & support.periods or (mention.first < mention.last and mention.last in support.years):
            return support.n
    return None
