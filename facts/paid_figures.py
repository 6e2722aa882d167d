"""A stretch of a measure's words -> the rates and sums in it that are paid, each with its place."""

import re
from collections.abc import Iterator
from decimal import Decimal

from facts.paid_parts import CAPPED, OF_WHOM, PRINCIPAL, THRESHOLD_AFTER, THRESHOLD_BEFORE
from facts.payment import Payment
from facts.quantities import find_quantities
from facts.rates import is_paid, noun_before
from facts.told import in_ten_thousands

RAISED = re.compile(r"(?:提高|上浮|增加|上调)(?:幅度为)?$")
NO_BASE = re.compile(r"(?<!自付)(?<!自费)(?<!自缴)(?<!自负)(?<!承担)部分|补助$|奖励$|补贴$|比例$|标准$")
FULL = re.compile(r"(?<=部分)[^，；\d]{0,6}全额(?:给予)?(?:补助|补贴|资助|承担|奖励)")
SHARE = re.compile(r"(\d+(?:\.\d+)?)(?:[%％]|个百分点)")
JOINED = re.compile(r"^(?:的)?(?:给予|补助|补贴|奖励|资助)?(?:[、，]|和|与|及|以及|并|加|再|另|加上)+(?:按照?)?")


def rates_in(segment: str) -> Iterator[tuple[int, int, Payment]]:
    """Yield the shares that a stretch says are paid, with where they stand."""
    for match in FULL.finditer(segment):
        yield match.start(), match.end(), Payment(None, Decimal(1))
    for match in SHARE.finditer(segment):
        if RAISED.search(segment[: match.start()]):
            continue
        if is_paid(segment, match) or re.search(r"部分[^，；]{0,10}$", segment[: match.start()]):
            low = max((item.end() for item in SHARE.finditer(segment, 0, match.start())), default=0)
            base = noun_before(JOINED.sub("", segment[low : match.start()]), len(JOINED.sub("", segment[low : match.start()])))
            yield match.start(), match.end(), Payment(None, Decimal(match[1]) / 100, "" if NO_BASE.search(base) else base)


def sums_in(segment: str) -> Iterator[tuple[int, int, Payment]]:
    """Yield the sums that a stretch says are paid, with where they stand."""
    mark = last = -1  # where the last threshold, and the last cap, of a list of several ends
    for item in find_quantities(segment, 0, len(segment)):
        before, after = segment[: item.start], segment[item.end :]
        unit, _, each = item.unit.partition("/")
        if unit not in ("元", "万元", "亿元") or re.search(r"每(?:新?增加?|增长|满|完成|出口)?$", before):
            continue
        capped = CAPPED.search(before) or (last == item.start - 1 and segment[last] in "、和")
        if capped and not OF_WHOM.match(after):
            last = item.end
            continue
        of_part = re.match(r"(?:[（(]?不?含[）)]?)?(?:以上|以下|以内)?(?:的)?部分|(?:[（(]?不?含[）)]?)?(?:至|到|-|—|~)", after)
        threshold = THRESHOLD_BEFORE.search(before) or (mark == item.start - 1 and segment[mark] == "、")
        mark = item.end if threshold else mark
        if before.endswith(("（含", "（不含")):
            continue
        if of_part or threshold or THRESHOLD_AFTER.match(after) or PRINCIPAL.search(re.split(r"[，。；]", before)[-1][-8:]):
            continue
        end = item.end - len(each) - bool(each)
        yield item.start, end, Payment(in_ten_thousands(item.value, unit), None, unit="元" if unit == "元" else "万元")
