"""Question which of a table's indicators rise most, or at least so far (哪些指标要翻番) -> what is asked of their changes."""

import re
from dataclasses import dataclass
from decimal import Decimal

from index.numerals import numeral

KINDS = r"(?:类|约束性|预期性|主要|核心|发展|规划)?"
WHICH = re.compile(
    rf"(?:哪(?:[些个几项]|一[个项])*[个项]?{KINDS}|什么|有没有|有无|[有是]几[个项]|多少[个项]){KINDS}(?:的)?(?:指标|目标|数据|数字)|"
    r"(?:指标|目标|数据)[表值]?(?:里|中|里面|当中|之中|内|上)?(?:面|头)?[^，。？?]{0,24}(?:哪[些个几项一]|有几[个项]|有没有|有无|最[快慢多少大小高低猛])"
)
CHANGE = r"(?:增长|增幅|增速|增加|涨幅?|提[高升]|升幅?|上升|变化|翻|跳|跃|幅度)"
MOST = re.compile(rf"{CHANGE}[^，。？?]{{0,6}}最[快多大高猛狠凶厉]|最[快大多](?:的)?{CHANGE}|幅度最大|进步最大")
LEAST = re.compile(rf"{CHANGE}[^，。？?]{{0,6}}最[慢少小低]|最[慢小少](?:的)?{CHANGE}|幅度最小|几乎没[变涨动]")
RATIO = re.compile(r"(?:除以|比|相对)[^，。？?]{0,4}(?:起点|基[数期]|底数|底子)|倍数")  # of the target and what it starts from, shares too
BOTH = re.compile(
    r"最[多快大高猛狠][^，。？?]{0,8}最[少慢小低]|最[少慢小低][^，。？?]{0,8}最[多快大高猛狠]|最[少慢小低][^。？?]{0,16}最[多快大高猛狠]的?(?:又|呢|是)"
)
DOUBLED = re.compile(r"翻(?P<twice>[两二])番|翻一?番|翻倍|翻一倍|倍增|加倍|成倍")
TIMES_MORE = re.compile(r"(?:增(?:长|加)?|涨|提[高升]|多)[了出]?(?P<n>\d+(?:\.\d+)?|[一两二三四五六七八九十])倍")
TIMES = re.compile(r"(?P<n>\d+(?:\.\d+)?|[两二三四五六七八九十])倍")
BY = re.compile(
    rf"{CHANGE}[^，。？?]{{0,10}}?(?P<n>\d+(?:\.\d+)?)\s*(?P<unit>%|个百分点|个点)|(?P<half>{CHANGE}[^，。？?]{{0,6}}(?:一半|五成))"
)
UNDER = re.compile(r"不到|低于|不足|少于|没(?:有)?(?:达?到|翻|超过)|不(?:超过|能|会|用)|达不到|以[下内]|未")
BEYOND = re.compile(r"超过|高于|多于|大于|不止")
FALLS = re.compile(r"(?:下降|减少|降低|往下|走低|变小|更低)(?!.{0,3}(?:幅度|成本))")
NO_BASE = re.compile(
    r"(?:没有?|缺|无|未(?:列|给|写)[出明]?)[^，。？?]{0,8}(?:基[期数准线]|现状|(?:20)?\d\d年?[^，。？?]{0,6}(?:数|值|情况|完成))"
)
TOP = re.compile(r"前([一二两三四五六七八九十\d]+)[名项个位]?|(?:最[快慢多少大高小低])的([两二三四五六七八九十\d]+)[个项]")


@dataclass(frozen=True, slots=True)
class RiseAsked:
    """What is asked of the changes of a table's indicators.

    Attributes:
        sort: "most", "least", "ends" (both of them), "times" (the target is at least so many times
            the base), "share" (it is larger by so many %),
            "points" (by so many percentage points), "falls", "no_base".
        bound: of "times", "share" and "points".
        under: those below the bound are asked for.
        beyond: those above the bound are asked for, not those that just reach it.
        ratio: how many times what it starts from each target is, shares too.
        top: how many are asked for, of "most", "least" and "ends".
    """

    sort: str
    bound: Decimal = Decimal(0)
    under: bool = False
    top: int = 1
    beyond: bool = False
    ratio: bool = False


def rise_asked(text: str) -> RiseAsked | None:
    """Return what is asked of the changes of indicators none of which is named, None where that is not asked.

    >>> one, other = rise_asked("安河哪些指标要翻番"), rise_asked("指标里增长最快的前三个是什么")
    >>> one.sort, one.bound, other.sort, other.top
    ('times', Decimal('2'), 'most', 3)
    >>> rise_asked("哪些指标增幅超过50%").bound, rise_asked("安河有哪些指标")
    (Decimal('50'), None)
    """
    if not WHICH.search(text):
        return None
    if NO_BASE.search(text):
        return RiseAsked("no_base")
    under = bool(UNDER.search(text))
    if bound := _bound(text):
        return RiseAsked(*bound, under, beyond=bool(BEYOND.search(text)) and not under)
    most, least = bool(MOST.search(text)), bool(LEAST.search(text))
    if most or least:
        found = TOP.search(text)
        sort = "ends" if (most and least) or BOTH.search(text) else "most" if most else "least"
        return RiseAsked(sort, top=numeral(found[1] or found[2]) if found else 1, ratio=bool(RATIO.search(text)))
    return RiseAsked("falls") if FALLS.search(text) else None


def _bound(text: str) -> tuple[str, Decimal] | None:
    """The sort of bound that changes are held against, and its value."""
    if doubled := DOUBLED.search(text):
        return "times", Decimal(4 if doubled["twice"] else 2)
    if more := TIMES_MORE.search(text):
        return "times", _number(more["n"]) + 1
    if times := TIMES.search(text):
        return "times", _number(times["n"])
    if by := BY.search(text):
        if by["half"]:
            return "share", Decimal(50)
        return "share" if by["unit"] == "%" else "points", _number(by["n"])
    return None


def _number(words: str) -> Decimal:
    return Decimal(words) if words[0].isdigit() else Decimal(numeral(words))
