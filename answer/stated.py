"""A piece of evidence -> the kinds of figures it states, the years it is of, and whether it speaks of a thing."""

import re
from collections.abc import Iterable

from answer.evidence import Evidence
from answer.figure_kinds import kind_of_unit
from answer.readable import readable
from facts.quantities import find_quantities, find_worded
from index.store import PassageIndex
from retriever.concepts import Concept

HELD = 0.3  # share of a thing's words from which on it is spoken of: two of three
OPENING = 40  # characters at the beginning of a box that hold its name
MARKER = re.compile(r"^\s*(?:[（(]?[一二三四五六七八九十\d]+[）)]?[.、．]|[一二三四五六七八九十]+是)\s*")
BARE = re.compile(r"(?<![\d.])(?!(?:19|20)\d{2}(?!\d))\d+(?:\.\d+)?")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d|\s*[个家项名件人亩台位所座次万亿元])")
NOW = re.compile(r"目前|现有|已|累计|截至|十三五|完成|达|提高到")
RANK = re.compile(
    r"[第前]\s*\d|第[一二三四五六七八九十]+[位名]?|[前居][一二三四五六七八九十]|首位|排名|名次|[一二三四五六七八九十百]强|榜首"
)
WORDED = re.compile(r"[一二三四五六七八九十两]+[个家名项所座位支条大]")
PAST = re.compile(r"基础|成效|成就|成绩|回顾|现状")  # headings of what tells how things stand before a plan begins
ROUGHLY = re.compile(r"\d\s*[多余](?:万|千|百)?(?P<unit>[人家个名项件亿元])")
PROGRAMME = re.compile(r"(?:19|20)\d{2}\s*[”\"]?\s*(?:重大|专项|行动)")  # 科技创新2030重大项目


def is_of(item: Evidence, year: int, index: PassageIndex) -> bool:
    """Tell whether a piece of evidence speaks of a year: it names it, or what it says without a year is of it."""
    own = years_of(item.text) if not item.is_row else set()
    years = own or years_of(item.text + item.passage.text + item.passage.context)
    info = index.infos[item.doc]
    if year in years:
        return True
    if not info.years:
        return False
    now = NOW.search(item.passage.text) or any(PAST.search(heading) for heading in item.passage.headings)
    return (year == info.years[0] - 1 and not own and bool(now)) or (year == info.years[1] and not years)


def years_of(text: str) -> set[int]:
    """The years that a text names, those in the name of a programme left out.

    >>> years_of("到2025年，承担“科技创新2030”重大项目3项")
    {2025}
    """
    return set(map(int, YEAR.findall(PROGRAMME.sub("", text))))


def states(item: Evidence, kind: str, unit: str = "") -> bool:
    """Tell whether a piece of evidence has a figure of a kind, and of a unit where only that will do."""
    if kind == "位":
        return bool(RANK.search(around(item)))
    if unit:
        return bool(re.search(rf"\d[^，。；\d]{{0,4}}{unit}", around(item)))
    return bool(BARE.search(MARKER.sub("", item.text))) if not kind else any(kind == one for one in kinds_in(item))


def kinds_in(item: Evidence) -> Iterable[str]:
    """Yield the kinds of the figures in a piece of evidence."""
    text = MARKER.sub("", item.text)
    for quantity in (*find_quantities(text, 0, len(text)), *find_worded(text, 0, len(text))):
        yield kind_of_unit(quantity.unit)
    yield from (kind_of_unit(found["unit"]) for found in ROUGHLY.finditer(text))
    if WORDED.search(text):
        yield "个"
    if item.passage.row and len(item.passage.row.cells) > 0:
        label = f"{item.passage.row.label}{item.passage.context}"
        for header, cell, unit in item.passage.row.cells:
            if BARE.search(cell):
                yield kind_of_unit(unit or header if unit else f"{label}{header}")


def holds(item: Evidence, concept: Concept) -> bool:
    """Tell whether a piece of evidence speaks of a thing, itself or by what stands above it."""
    return concept.found_in(*readable(around(item))) >= HELD


def around(item: Evidence) -> str:
    """A piece of evidence with what stands above it, and its row's headers."""
    row = item.passage.row
    return "\n".join([item.text, above(item), "".join(header + unit for header, _, unit in row.cells) if row else ""])


def above(item: Evidence) -> str:
    """What a piece of evidence is about: its row's label and table, the opening of its box, its heading."""
    row = item.passage.row
    opening = item.passage.text[:OPENING] if item.passage.kind == "box" else ""
    return "\n".join([row.label if row else "", item.passage.context, opening, *item.passage.headings[-1:]])
