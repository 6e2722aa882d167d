"""Facts of a region's tables -> the names of all indicators that a table sets targets for."""

import re
from collections.abc import Sequence
from itertools import groupby

from answer.answer import MAX_CITATION
from answer.draft import Statement
from answer.target_table import longest_table
from answer.telling import Teller
from facts.fact import Fact
from index.passages import Passage

FEWEST = 3
NUMBERED = re.compile(r"^(?:[图附]?表|专栏)\s*[\d一二三四五六七八九十]+\s*[:：.、]?")  # of a caption


def list_indicators(teller: Teller, facts: Sequence[Fact]) -> bool:
    """Tell the indicators of the longest table of targets, all of them and counted; say whether there is one.

    Args:
        teller: the answer in the making.
        facts: those of one region.
    """
    found = longest_table(facts, teller.index)
    if len(found) < FEWEST:
        return False
    rows = [(row.name, row.target, row.passage) for row in found]
    first = rows[0][2]
    name = NUMBERED.sub("", "".join(first.row.caption.split())) if first.row else ""
    caption = f"“{name.replace('“', '‘').replace('”', '’')}”" if name else "规划的指标表"
    teller.draft.say(f"{rows[0][1].region}{caption}设有{len(rows)}项{rows[0][1].year}年目标：")
    for run in _runs(rows):
        span = Statement("", run[0][2], run[0][2].start, run[-1][2].end)
        if not teller.draft.tell(["；".join(name for name, _, _ in run), span, "。"]):
            return False
        teller.facts.extend(fact for _, fact, _ in run)
    return True


def _runs(rows: Sequence[tuple[str, Fact, Passage]]) -> list[list[tuple[str, Fact, Passage]]]:
    """Rows that one citation can hold together."""
    borders: list[int] = []
    start = 0
    for place, (_, _, passage) in enumerate(rows):
        if passage.end - rows[start][2].start > MAX_CITATION:
            start = place
        borders.append(start)
    return [[row for row, _ in group] for _, group in groupby(zip(rows, borders, strict=True), key=lambda pair: pair[1])]
