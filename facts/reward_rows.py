"""A row of a table of sums -> its measure: a class and its grade, and what is paid."""

import re
from collections.abc import Sequence
from decimal import Decimal

from facts.amounts import read_amounts
from facts.benefits import OTHER, kind_of
from facts.measure import Amount, Condition, Measure
from facts.quantities import find_quantities, plain_decimal
from facts.reward_columns import NUMBER, SUFFIX, Columns
from facts.row_measures import row_measure
from index.catalog import DocumentInfo
from index.passages import Passage, RowView

STEP = re.compile(r"(?:不低于|不少于|超过|达到)?\d[\d.]*[^，；]{0,16}(?:以上|以下|以内|[（(]含[）)])")  # of what the header names


def reward_measure(info: DocumentInfo, passage: Passage, row: RowView, columns: Columns, around: Sequence[str]) -> Measure:
    """A row of a table of sums: a class and its grade, and what is paid."""
    _, words, unit = columns.cells["gives"]
    title = SUFFIX.sub("", re.sub(r"^表\d+", "", row.caption)) or (passage.headings[-1] if passage.headings else "奖励")
    names = columns.names or (row.label,)
    reading = "".join(reversed(names)) if names[-1].endswith("级") and len(names[-1]) <= 4 else "".join(names)
    head = row.head or (passage.context.splitlines()[1].split(" | ")[0] if len(passage.context.splitlines()) > 1 else "")
    letter = re.fullmatch(r"[A-Da-d](?:类|级|档)?", reading)
    conditions = [
        Condition(
            passage.text, passage.start, passage.end, "clause", (SUFFIX.sub("", head) if letter or STEP.match(reading) else "") + reading
        )
    ]
    base = ""
    for sentence in around:
        if match := re.search(r"按(?P<who>.*?企业)?(?P<base>[^，。]{2,16}?)(?:计算|核算|测算)", sentence):
            base = match["base"]
            conditions += [Condition(passage.text, passage.start, passage.end, "clause", match["who"])] if match["who"] else []
    limit = columns.cells.get("limit", ("", "", ""))
    kind = kind_of(title + "奖励")
    told = read_amounts(re.sub(r"\s", "", words), cell=True) if "元" in words and not limit[1] else ()
    amounts = told or (_amount(words, unit, limit, base),)
    return row_measure(
        info,
        passage,
        "·".join([*names, title.removesuffix("标准")]),
        kind if kind != OTHER else ("reward", "奖励"),
        conditions,
        amounts,
        columns,
    )


def graded_measure(info: DocumentInfo, passage: Passage, row: RowView, columns: Columns, amounts: Sequence[Amount]) -> Measure:
    """A row with a sum for each grade of what it names."""
    title = passage.headings[-1] if passage.headings else row.caption
    conditions = [Condition(passage.text, passage.start, passage.end, "clause", SUFFIX.sub("", row.label))]
    name = f"{row.label}·{SUFFIX.sub('', title)}"
    return row_measure(info, passage, name, ("reward", "奖励"), conditions, amounts, columns)


def _amount(words: str, unit: str, limit: tuple[str, str, str], base: str) -> Amount:
    """The sum of a cell: a share of a base (展位费的70%), so much for each unit (元/千瓦时), or a fixed sum."""
    found = NUMBER.search(words)
    assert found is not None
    most = NUMBER.search(limit[1])
    cap = plain_decimal(Decimal(most.group())) if most else ""
    share = re.search(r"(?P<base>[^，。的]{0,14})的?(?P<rate>\d+(?:\.\d+)?)[%％]", words)
    if share or unit in ("%", "％"):
        rate = Decimal(share["rate"] if share else found.group()) / 100
        per = re.search(r"每个?([^，。上最]{1,6}?)(?:上限|最高|限额)", limit[0])
        each = per[1] if per and per[1] not in ("家每年", "年", "家企业", "家") else ""
        return Amount("", plain_decimal(rate), (share["base"] if share else "") or base, "万元", cap, "", each)
    if "/" in unit and base:
        return Amount("", plain_decimal(Decimal(found.group())), base, unit, cap, "", unit.split("/")[1])
    quantity = next((one for one in find_quantities(words, 0, len(words)) if "元" in one.unit), None)
    value = plain_decimal(quantity.value if quantity else Decimal(found.group()))
    return Amount(value, "", "", quantity.unit if quantity else unit or "万元", cap)
