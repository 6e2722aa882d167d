"""A list of names and a list of figures side by side (甲、乙数量达到X、Y) -> whether they go in pairs although no 分别 says so."""

import re
from collections.abc import Sequence

from facts.quantities import Quantity

BESIDE = re.compile(r"\s*(?:以上|左右)?\s*(?:、|和|与|及|以及)\s*(?:约|近|超过|突破|第)?\s*")
REACHING = re.compile(
    r"(?:达到?|突破|超过|为|不少于|不低于|接近|增[至加长]到?|提[高升](?:到|至)|下降(?:到|至)|降(?:到|至)|增长|到|至)\s*(?:约|近)?\s*$"
)
LEVELS = re.compile(r"级(?:及?以上)?(?:、|和|与|及)[^，。；：、]{0,8}级")
PAID = re.compile(r"给予|奖励|补助|资助|补贴|奖补|兑现|处以|罚")
CLAUSE = re.compile(r"[，。；;：:\n]")
LIST = re.compile(r"、|和|与|及")


def run_of(text: str, quantities: Sequence[Quantity], place: int) -> list[int]:
    """Return the places of the figures of one unit that stand side by side from one on, with nothing but a 、 between.

    Args:
        text: the document's text.
        quantities: those of the sentence, in order.
        place: of the first.
    """
    run = [place]
    while run[-1] + 1 < len(quantities):
        one, other = quantities[run[-1]], quantities[run[-1] + 1]
        if one.unit != other.unit or not BESIDE.fullmatch(text[one.end : other.start]):
            break
        run.append(run[-1] + 1)
    return run


def is_paired(text: str, start: int, quantities: Sequence[Quantity], place: int) -> bool:
    """Tell whether a figure opens a list of figures behind a list of names that they are of, one each.

    Args:
        text: the document's text.
        start: first code point of the sentence.
        quantities: those of the sentence, in order.
        place: of the figure.
    """
    low = quantities[place - 1].end if place else start
    clause = CLAUSE.split(text[low : quantities[place].start])[-1]
    if len(run_of(text, quantities, place)) < 2 or not LIST.search(clause) or PAID.search(clause):
        return False
    return bool(REACHING.search(clause) or LEVELS.search(clause))


def are_as_many(clause: str, count: int) -> bool:
    """Tell whether a clause lists as many names as there are figures.

    >>> are_as_many("甲、乙和丙业数量达到", 2), are_as_many("甲、乙、丙数量达到", 2)
    (True, False)
    """
    last = clause.rpartition("，")[2]
    return count in (len(last.split("、")), len(LIST.split(last)))
