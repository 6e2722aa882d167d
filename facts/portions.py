"""A sum paid out in portions (按4:3:3分三年拨付), and a profile -> the portion that it asks for: 第一年能拿多少."""

import re
from decimal import Decimal

from facts.numerals import arabic
from facts.profile import Profile
from facts.traits import CLAUSE
from index.numerals import numeral

RATIO = re.compile(r"(?<![\d:])(?P<parts>\d{1,2}(?::\d{1,2}){1,4})(?![\d:])")
SHARES = re.compile(r"(?P<parts>\d{1,2}[%％](?:、\d{1,2}[%％]){1,4})的?(?:比例)?(?:分[^，。；]{1,8})?(?:拨付|兑付|发放|到位|支付)")
PAID_OUT = re.compile(r"拨付|兑付|发放|到位|支付|兑现")
NTH = re.compile(r"第(?P<n>[1-5一二三四五])[年次笔期]|首[年次笔期]|头[1一](?:年|笔|次)")
ASKS = re.compile(r"多少|几|[吗呢]|[?？]")
GETS = re.compile(r"拨|拿|领|到手|到账|给|补|发")


def portion_asked(profile: Profile, words: str) -> tuple[str, Decimal] | None:
    """Return which portion of a sum is asked for, by its name and its share of the whole; None where none is.

    Args:
        profile: what is told and asked.
        words: what a measure pays.
    """
    body = arabic(re.sub(r"\s+", "", words)).replace("：", ":")
    parts = _parts(body)
    if not parts:
        return None
    asked = {
        int(numeral(match["n"] or "1")): match.group()
        for clause in CLAUSE.finditer(profile.text)
        if GETS.search(clause.group()) and ASKS.search(profile.text[clause.start() : clause.end() + 1])
        for match in NTH.finditer(clause.group())
    }
    if len(asked) != 1 or (place := next(iter(asked))) > len(parts):
        return None
    return asked[place], parts[place - 1] / sum(parts)


def _parts(body: str) -> list[Decimal]:
    """The portions of the one ratio, or the one list of shares, in which words say that a sum is paid out."""
    ratios = [match["parts"].split(":") for match in RATIO.finditer(body)] if PAID_OUT.search(body) else []
    found = ratios or [re.findall(r"\d+", match["parts"]) for match in SHARES.finditer(body)]
    return [Decimal(part) for part in found[0]] if len(found) == 1 else []
