"""A follow-up that counts off a thing of a list, or names it in part (第二个展开讲讲, 家电那个谁在建) -> which, and what is asked of it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index.numerals import numeral

ONES = "一二两三四五六七八九十"
THING = r"(?:大?[个项条块类种家点座处支章]|大(?:块|类|项)|方面|部分)"
OPENS = r"^(?:那么?|请|再|先|把|就)?(?:(?:这|那)?(?:里面|其中|里头)的?)?"
NTH = re.compile(
    rf"{OPENS}(?:(?:那|这)?第(?P<nth>[{ONES}]|\d{{1,2}})|(?P<last>最后)(?:那|一|的)*|(?P<front>前)(?P<first>[两二三四])|(?P<rear>后)(?P<final>[两二三四])){THING}(?P<rest>.*)$"
)
PART = re.compile(rf"{OPENS}(?P<part>[\u4e00-\u9fffA-Za-z\d]{{2,8}}?)的?(?:那|这)(?:一)?{THING}(?P<rest>.*)$")
ONLY_TELL = re.compile(
    r"(?:的|呢|吗|吧|呀|啊|给?我|请|能|可以|再|展开|详细|具体|仔细|细|多|深入|讲|说|介绍|解释|聊|谈|一?[下点些]|情况|是|又|有|指|什么|啥|样|怎么|如何|回事|内容|意思|来|看|"
    r"要|想|打算|准备|计划|主要|重点|会|做|干|搞|弄|抓|推进|实施|落实|任务|举措|措施|[，,。？?！!\s])*"
)


@dataclass(frozen=True, slots=True)
class Picked:
    """The things of a list that a follow-up means, what it asks of them, and whether it asks more than to be told of them."""

    names: tuple[str, ...]
    rest: str
    only_tell: bool


def counts_off(text: str) -> bool:
    """Tell whether a turn counts off things of a list."""
    return NTH.match(text) is not None


def may_pick(text: str) -> bool:
    """Tell whether a turn may mean a thing of a list, by its number or by a part of its name."""
    return NTH.match(text) is not None or PART.match(text) is not None


def pick(text: str, names: Sequence[str]) -> Picked | None:
    """Return the things of a list that a turn means, None where it means none or the list is too short.

    >>> pick("最后一个要做什么", ["种苗", "护林"]).names, pick("竹材那个谁在建", ["竹材中心", "冷链中心"])
    (('护林',), Picked(names=('竹材中心',), rest='谁在建', only_tell=False))
    """
    if nth := NTH.match(text):
        found, rest = _counted_off(nth, names), nth["rest"]
    elif part := PART.match(text):
        holding = tuple(name for name in names if part["part"] in name)
        found, rest = holding if len(holding) == 1 else (), part["rest"]
    else:
        return None
    return Picked(found, rest, ONLY_TELL.fullmatch(rest) is not None) if found else None


def _counted_off(nth: re.Match[str], names: Sequence[str]) -> tuple[str, ...]:
    """The things that are counted off, none where the list is too short."""
    if nth["last"]:
        return tuple(names[-1:])
    if many := nth["first"] or nth["final"]:
        number = numeral(many)
        if len(names) < number:
            return ()
        return tuple(names[:number] if nth["first"] else names[-number:])
    number = numeral(nth["nth"])
    return (names[number - 1],) if 0 < number <= len(names) else ()
