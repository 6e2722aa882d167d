"""A row of a reward table -> its cells by what their headers say."""

import re
from dataclasses import dataclass

from facts.demands import demanded
from facts.sum_columns import is_manner
from index.passages import Passage
from index.tables.heads import kind_of_head

NUMBER = re.compile(r"\d+(?:\.\d+)?")
SUFFIX = re.compile(r"（[^）]*）|\([^)]*\)|\s")


@dataclass(frozen=True, slots=True)
class Columns:
    """The cells of a row by what their headers say; `names` are those of no such header, the row's label first; `more` asks too."""

    cells: dict[str, tuple[str, str, str]]
    names: tuple[str, ...]
    more: tuple[str, ...] = ()


def columns_of(passage: Passage) -> Columns:
    """Return the cells of a row by what their headers say."""
    row = passage.row
    assert row is not None
    lines = passage.context.splitlines()
    head = lines[1].split(" | ")[0] if len(lines) > 1 else ""
    cells: dict[str, tuple[str, str, str]] = {}
    names = [] if kind_of_head(row.head or head) in ("counter", "count") or row.label.isdigit() else [row.label]
    more: list[str] = []
    sums = [cell[0] for cell in row.cells if kind_of_head(cell[0]) == "gives"]
    paid = next((head for head in sums if not is_manner(head)), "")
    for cell in row.cells:
        kind = kind_of_head(cell[0]).replace("name", "")
        kind = "" if kind == "gives" and paid and is_manner(cell[0]) else kind  # 奖补内容 beside 奖补标准 is what it is for
        if (kind in cells and kind in ("who", "terms")) or (kind == "papers" and demanded(cell[1])):
            more += [cell[1]] if cell[1] else []
        elif not kind or (kind in cells and kind != "gives"):
            names += [cell[1]] if cell[1] and not NUMBER.fullmatch(cell[1]) and not kind else []
        elif kind != "gives" or kind not in cells:
            cells[kind] = cell
    return Columns(cells, tuple(name for name in names if not any(name != other and name in other for other in names)), tuple(more))
