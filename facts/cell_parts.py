"""A cell that tells a figure for each of the things its row lists (引进、研发新产品 | 引进40个、研发200个) -> those figures."""

import re
from dataclasses import dataclass
from decimal import Decimal

from facts.quantities import normalise, plain_decimal

PART = re.compile(r"(?P<deed>[\u4e00-\u9fff]{2,6}?)(?P<number>\d[\d,]*(?:\.\d+)?)(?P<scale>[万亿])?(?P<unit>[家个项名人件种台])")
UNIT_END = re.compile(r"\s*[（(][^（()）]*[)）]\s*$")


@dataclass(frozen=True, slots=True)
class Part:
    """One such figure: its span in the cell, what is done to what, the deed alone, value and unit."""

    start: int
    end: int
    name: str
    deed: str
    value: str
    unit: str


def cell_parts(label: str, cell: str) -> list[Part]:
    """Return the figures of a cell that is made of nothing else, none where it is not.

    >>> [(part.name, part.value) for part in cell_parts("引进、研发新产品（个）", "引进40个、研发200个")]
    [('引进新产品', '40'), ('研发新产品', '200')]
    """
    found = list(PART.finditer(cell))
    whole = "".join(match.group() for match in found) == re.sub(r"[、，,；;\s]", "", cell)
    if len(found) < 2 or not whole or not all(match["deed"] in label for match in found):
        return []
    noun = re.split(r"[、和及与]", UNIT_END.sub("", label).strip())[-1]
    thing = next((noun.removeprefix(match["deed"]) for match in found if noun.startswith(match["deed"])), noun)
    return [_part(match, thing) for match in found]


def _part(match: re.Match[str], thing: str) -> Part:
    value, unit = normalise(Decimal(match["number"].replace(",", "")), match["scale"] or "", match["unit"])
    return Part(match.start(), match.end(), match["deed"] + thing, match["deed"], plain_decimal(value), unit)
