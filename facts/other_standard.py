"""A measure that raises its standard for some (采用…形式的，标准提高到每千瓦150元) -> the same with the one standard that holds."""

import re
from dataclasses import replace

from facts.amounts import read_amounts
from facts.judging import Judge
from facts.measure import Measure

RAISED = re.compile(
    r"(?:^|(?<=[。；，]))(?P<who>[^，。；\d]{3,40}?)的，(?P<what>(?:补[助贴]|奖[励补])?(?:标准|金额))(?P<to>提高[到至])(?P<each>每[^。；]*)"
)
RAISED_SHARE = re.compile(  # 列入培育库的补助比例提高到12%，最高300万元, behind a share of the same base
    r"(?<=[。；])(?P<who>[^，。；\d]{3,40}?)的，?(?P<what>(?:补[助贴]|奖[励补]|资助)?比例)(?P<to>可?提高[到至])(?P<rate>\d+(?:\.\d+)?[%％])(?P<cap>[^。；]*)"
)
SHARE = re.compile(r"\d+(?:\.\d+)?[%％]")
PLAIN = re.compile(r"普通(?!高|本|中|员工|职工|群众|百姓)|常规(?=[\u4e00-\u9fff]{0,3}(?:式|型|的|形式|方式))")  # not the better kind


def at_own_standard(measure: Measure, judge: Judge) -> tuple[Measure, str]:
    """Return a measure with the standard that holds for a profile, and the words of the other where it may hold; else as it is, and "".

    Args:
        measure: the measure.
        judge: judges its words against the profile.
    """
    words = re.sub(r"\s", "", measure.paying or measure.text)
    raised = RAISED.search(words) or RAISED_SHARE.search(words)
    if raised is None or (raised.re is RAISED_SHARE and len(SHARE.findall(words[: raised.start()])) != 1):
        return measure, ""
    plain = (words[: raised.start()] + words[raised.end() :]).strip("。；，")
    if not read_amounts(plain):
        return measure, ""
    verdict = judge.verdict(raised["who"])
    verdict = "not_met" if verdict == "unknown" and PLAIN.search(judge.profile.text) else verdict
    own = _raised(plain, raised) if verdict == "met" else plain
    amounts = read_amounts(own)
    return replace(measure, paying=own, amounts=amounts), raised.group().strip("，") if verdict == "unknown" else ""


def _raised(plain: str, raised: re.Match[str]) -> str:
    """The words of a measure by its raised standard, or with its raised share and the cap of that."""
    if raised.re is RAISED:
        return f"{_opening(plain)}，给予补助，{raised['each']}"
    return f"{SHARE.sub(raised['rate'], _opening(plain))}{raised['cap']}"


def _opening(plain: str) -> str:
    """The first clause of a standard, which says what is counted: 按装机容量给予一次性建设补助."""
    return plain.split("，")[0]
