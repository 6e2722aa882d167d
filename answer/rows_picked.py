"""Question which of a table's indicators are counted in a unit, or are set with a word such as 超过 -> those rows, counted."""

import re
from collections.abc import Sequence

from answer.formula import SHARES
from answer.rise_asked import WHICH
from answer.spanning import spanning
from answer.target_table import TargetRow, longest_table
from answer.telling import Teller
from facts.fact import Fact

UNIT = re.compile(
    r"单位(?:是|为|用的?是?|写的?是?|叫)?[“\"'‘]?(?P<a>[\u4e00-\u9fff/%]{1,6}?)[”\"'’]?(?:的|来?计|$|[，。？?])|"
    r"(?:按|以|用)[“\"'‘]?(?P<b>[\u4e00-\u9fff/%]{1,6}?)[”\"'’]?(?:来)?(?:计(?!划)|为单位|作单位|表示|衡量)"
)
IN_SHARES = re.compile(r"百分[比数率]|比例|比重|占比|%|％")
SHARES_ASKED = re.compile(rf"(?:是|用|按|属于|算)(?:的)?(?:{IN_SHARES.pattern})(?!.{{0,6}}(?:多少|目标))")
WORD = re.compile(
    r"(?:写|带|用|标|是|说|有|含)(?:着|了|有|的是?|明|上)?[“\"'‘]?(?P<word>超过|以上|突破|不低于|不少于|左右|力争|大于)[”\"'’]?"
)
FEWEST = 3
ROWS_CITED = 3  # rows each of which is cited by itself


def asks_rows(text: str) -> bool:
    """Tell whether a question asks which indicators have a unit, or a word beside their target.

    >>> asks_rows("指标表里单位是件的指标有哪些"), asks_rows("哪些指标的目标写的是“超过”"), asks_rows("有哪些指标")
    (True, True, False)
    """
    return bool(WHICH.search(text)) and bool(UNIT.search(text) or SHARES_ASKED.search(text) or WORD.search(text))


def tell_rows_picked(teller: Teller, text: str, facts: Sequence[Fact]) -> bool:
    """Tell the rows of a region's longest table of targets that a question picks, counted; say whether it was told.

    Args:
        teller: the answer in the making.
        text: the question.
        facts: those of the region.
    """
    rows = longest_table(facts, teller.index)
    if len(rows) < FEWEST:
        return False
    how, found = _picked(text, rows)
    region = rows[0].target.region
    if not found:
        teller.draft.say(f"{region}的指标表里，没有{how}的指标。")
        first = rows[0]
        return teller.tell(f"例如{first.name}：{teller.dated(first.target)}", [first.target])
    teller.draft.say(f"{region}的指标表里，{how}的指标有{len(found)}项：")
    if len(found) <= ROWS_CITED:
        return all([teller.tell(f"{row.name}：{teller.dated(row.target)}", [row.target]) for row in found])
    cited = spanning([row.target for row in found], teller.index)
    for row in found:
        at = next((one for one in cited if one.start <= row.target.spans[0].start < one.end), None)
        if at is None or not teller.draft.tell([f"{row.name}：{teller.dated(row.target)}", at, "。"]):
            return False
        teller.facts.append(row.target)
    return True


def _picked(text: str, rows: Sequence[TargetRow]) -> tuple[str, list[TargetRow]]:
    """What a question picks rows by, in words, and the rows."""
    if word := WORD.search(text):
        said = word["word"]
        return f"目标带“{said}”", [row for row in rows if said in row.target.comparator]
    unit = UNIT.search(text)
    asked = (unit["a"] or unit["b"]) if unit else "%"
    if IN_SHARES.fullmatch(asked):
        return "以百分比计", [row for row in rows if row.target.unit in SHARES]
    return f"单位为“{asked}”", [
        row for row in rows if row.target.unit == asked or row.target.unit.removeprefix("万").removeprefix("亿") == asked
    ]
