"""A row of a table whose columns are grades (国家级 | 省级 | 市级) -> the sum for each grade."""

import re
from collections.abc import Iterator

from facts.measure import Amount
from facts.quantities import find_quantities, plain_decimal
from index.passages import RowView

GRADE = re.compile(r"(?:国际|国家|省|市|区|县|甲|乙|丙)级|[特一二三]等奖|[金银铜]奖|优秀奖")
UNIT = re.compile(r"[（(](?P<unit>万?元)[)）]")
FEWEST = 2


def graded_amounts(row: RowView) -> tuple[Amount, ...]:
    """Return the sums of a row by grade, the highest grade first as the table has it; none where its columns are no grades."""
    found = tuple(_amounts(row))
    return found if len(found) >= FEWEST else ()


def _amounts(row: RowView) -> Iterator[Amount]:
    for header, cell, unit in row.cells:
        grade = GRADE.match(re.sub(r"\s", "", header))
        if not grade:
            continue
        words = re.sub(r"\s", "", cell)
        said = UNIT.search(header + row.caption)
        sums = words if "元" in words else f"{words}{unit or (said['unit'] if said else '')}"
        quantity = next(find_quantities(sums, 0, len(sums)), None)
        if quantity and quantity.unit in ("万元", "元"):
            yield Amount(plain_decimal(quantity.value), unit=quantity.unit, when=grade.group())
