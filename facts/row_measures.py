"""What was read out of a row of a reward table -> its measure."""

from collections.abc import Sequence

from facts.days import days_in
from facts.measure import Amount, Condition, Measure
from facts.reward_columns import Columns
from index.catalog import DocumentInfo
from index.passages import Passage


def row_measure(
    info: DocumentInfo,
    passage: Passage,
    name: str,
    kind: tuple[str, str],
    conditions: Sequence[Condition],
    amounts: Sequence[Amount],
    columns: Columns,
    *,
    granted: bool = True,
) -> Measure:
    """Return the measure of a row, with the office in charge and the days that its cells name."""
    duty = columns.cells.get("duty", ("", "", ""))[1]
    upgrade = passage.row is not None and "差额" in passage.row.note
    days = days_in(columns.cells.get("window", ("", "", ""))[1])
    return Measure(
        info.id,
        info.region,
        name,
        *kind,
        granted,
        passage.text,
        passage.start,
        passage.end,
        passage.passage_id,
        tuple(conditions),
        tuple(amounts),
        duty,
        upgrade=upgrade,
        opens=days[0].isoformat() if len(days) > 1 else "",
        closes=days[-1].isoformat() if days else "",
    )
