"""How long after one thing another must have been done (自备案之日起24个月内完工), and a profile -> whether it was."""

import re
from collections.abc import Iterator
from datetime import date

from facts.days import later, moment_in, number
from facts.profile import Profile
from facts.traits import CLAUSE
from facts.verdict import Verdict

WITHIN = re.compile(
    r"(?:自|从)?(?P<from>[\u4e00-\u9fff]{2,6}?)(?:之?日|后|通过)?(?:起|后)(?P<count>\d{1,3}|[一二三四五六七八九十两]{1,3})(?P<unit>个月|年)(?:以?内|之内)(?P<what>[\u4e00-\u9fff]{2,16})"
)
MONTH = re.compile(r"(?:20\d{2}|去|今|前)年?度?\d{1,2}月|\d{1,2}月")
ACCEPTED = ("验收",)  # by it a work that is not told to be completed is
ALIKE = (
    ("完工", "竣工", "建成", "完成建设"),
    ("投产", "投用", "投入使用", "投入生产", "用上"),
    ("备案", "备了案", "备的案", "备过案", "立项"),
    ("开工", "动工"),
    ACCEPTED,
    ("注册", "成立", "设立", "新设", "开办"),
    ("入驻", "进驻", "搬进", "搬到", "新进", "进的", "进了", "进来", "落户"),
    ("发布", "颁布", "正式实施"),
    ("迁入", "迁来", "迁到", "迁进", "搬进", "搬来", "搬到"),
)


def intervals(profile: Profile, body: str) -> Iterator[Verdict]:
    """Yield whether both days that words speak of are told, in months, and lie near enough to each other."""
    for match in WITHIN.finditer(body):
        count = number(match["count"])
        first, last = _day(profile, match["from"]), _day(profile, match["what"])
        if not count or first is None or last is None or last < first:
            yield "unknown"
            continue
        yield "met" if last <= later(first, months=count * (12 if match["unit"] == "年" else 1)) else "not_met"


def _day(profile: Profile, words: str) -> date | None:
    """The month in which a profile tells that something was done, None where it tells none or several."""
    kin = next((group for group in ALIKE if any(name in words for name in group)), ())
    return _told(profile, kin) or (_told(profile, ACCEPTED) if kin == ALIKE[0] else None)


def _told(profile: Profile, kin: tuple[str, ...]) -> date | None:
    """The month of the one clause that names what was done by one of some words, None where there is none or several differ."""
    found = set()
    for clause in CLAUSE.finditer(profile.text):
        if (
            any(name in clause.group() for name in kin)
            and MONTH.search(clause.group())
            and (day := moment_in(clause.group(), profile.today))
        ):
            found.add(day)
    return next(iter(found)) if len(found) == 1 else None
