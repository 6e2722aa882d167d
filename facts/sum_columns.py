"""A row of a table with several columns of sums (购房补贴 | 科研经费) -> a measure for each of them, and what a cell of sums asks."""

import re
from collections.abc import Sequence
from dataclasses import replace

from facts.measure import Condition, Measure
from index.passages import Passage
from index.tables.heads import kind_of_head

Cell = tuple[str, str, str]

MANNER = re.compile(r"(?:方式|内容)$")  # of such a column beside one of sums
STANDARD = re.compile(r"标准$|（[^）]*）|\([^)]*\)|\s")
CASE = re.compile(r"(?:首次|复[审评核]|再次|连续|[国省市县区]家?级|[一二三]等|新[增引认])")  # headers that say which case they are of
LEAD = re.compile(r"^对?(?P<case>[^，。；：]{4,40})的，(?![^。；]*的，)(?=[^。；]*\d)")


def sum_cells(passage: Passage) -> list[Cell]:
    """Return the cells of sums of a row that has several, [] for any other; ways of paying beside sums are none."""
    row = passage.row
    cells = [cell for cell in row.cells if kind_of_head(cell[0]) == "gives" and re.search(r"\d", cell[1])] if row else []
    sums = [cell for cell in cells if not is_manner(cell[0])] or cells
    return sums if len(sums) > 1 and all(passage.text.find(cell[1]) >= 0 for cell in sums) else []


def is_manner(head: str) -> bool:
    """Tell whether a header says how or for what is paid, not how much, where another one says that: 奖补内容, 支持方式."""
    return MANNER.search(STANDARD.sub("", head)) is not None


def of_sum(measure: Measure, passage: Passage, cell: Cell, before: Sequence[Cell]) -> Measure:
    """Return a row's measure with what is of one of its columns of sums: the cell's place and name, and the case that the header tells.

    Args:
        measure: read with that column's sum.
        passage: the row.
        cell: that column's cell.
        before: the cells of sums before it.
    """
    at = 0
    for one in before:
        at = passage.text.find(one[1], at) + len(one[1])
    start = passage.start + passage.text.find(cell[1], at)
    title = STANDARD.sub("", cell[0])
    label = passage.row.label if passage.row else ""
    own = (Condition(cell[0], start, start + len(cell[1]), "clause", title + label),) if CASE.search(title) else ()
    named = passage.start + max(passage.text.find(label), 0) + len(label)
    whole = (passage.start, passage.end)
    conditions = tuple(replace(item, end=named) if (item.start, item.end) == whole else item for item in measure.conditions)
    name = f"{measure.name.partition('·')[0]}·{title}"
    return replace(measure, name=name, text=cell[1], start=start, end=start + len(cell[1]), conditions=(*conditions, *own))


def with_lead(measure: Measure, passage: Passage, words: str) -> Measure:
    """Return a measure with what the cell of its single sum asks: 带5人以上团队来的，给予300万元."""
    lead = LEAD.match(re.sub(r"\s", "", words))
    if not lead or len(measure.amounts) > 1 or any(one.when for one in measure.amounts):
        return measure
    at = passage.text.find(words)
    start = passage.start + max(at, 0)
    item = Condition(lead["case"], start, start + (len(words) if at >= 0 else len(passage.text)), "clause", lead["case"])
    return replace(measure, conditions=(*measure.conditions, item))
