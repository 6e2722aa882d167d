"""A sum paid out in portions (按4:3:3分三年拨付), and a profile -> the portion that it asks for: 第一年能拿多少."""

import re
from decimal import Decimal

from facts.judging import Judge
from facts.numerals import arabic
from facts.profile import Profile
from facts.traits import CLAUSE
from index.numerals import numeral

RATIO = re.compile(r"(?<![\d:])(?P<parts>\d{1,2}(?::\d{1,2}){1,4})(?![\d:])")
SHARES = re.compile(r"(?P<parts>\d{1,2}[%％](?:、\d{1,2}[%％]){1,4})的?(?:比例)?(?:分[^，。；]{1,8})?(?:拨付|兑付|发放|到位|支付)")
STAGES = re.compile(
    r"(?:^|[，。；：])(?P<when>[^，。；：]{2,24}?)的?，?(?:拨付|兑付|发放|支付|兑现)(?:补助|奖励|资金|总额的?)*(?P<share>\d{1,2})[%％]"
)
YEARLY = re.compile(
    r"(?:第[1一]年|首年|当年)[^，。；\d]{0,6}(?P<one>\d{1,2})[%％][^。；]{0,4}(?:第[2二]年|次年)[^。；\d]{0,16}(?:\d+[%％]以上[^。；\d]{0,8})?(?P<two>\d{1,2})[%％]"
)  # 第一年60%，第二年成活率达90%以上再发40%
ALIKE = re.compile(
    r"分(?P<n>[2-5两二三四五])(?:年|次|期|批)[^，。；\d]{0,4}，?(?:每[年次期批]|各)[^，。；\d]{0,3}(?P<share>\d{1,2})[%％]"
)  # 分两年拨付，各50%
IN_ALL = re.compile(r"一共|总共|合计|两年|全部")
WHOLE = 100  # per cent
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


def asks_whole_too(profile: Profile) -> bool:
    """Tell whether the whole sum is asked for in a clause of its own, beside a portion: 两年一共能拿多少，头一年先给多少."""
    clauses = [(match.group(), profile.text[match.start() : match.end() + 1]) for match in CLAUSE.finditer(profile.text)]
    return any(IN_ALL.search(words) and GETS.search(words) and ASKS.search(whole) and not NTH.search(words) for words, whole in clauses)


def portion_left(judge: Judge, words: str) -> tuple[str, Decimal] | None:
    """Return what share of a sum is left, where it is paid out in portions and the terms of one are not met; with those terms.

    Args:
        judge: judges words against a profile.
        words: what a measure pays.
    """
    found = [(match["when"], Decimal(match["share"])) for match in STAGES.finditer(arabic(re.sub(r"\s+", "", words)))]
    if len(found) < 2 or sum(share for _, share in found) != WHOLE:  # noqa: PLR2004
        return None
    missed = [(when, share) for when, share in found if judge.verdict(when) == "not_met"]
    if not missed or len(missed) == len(found):
        return None
    return "、".join(when for when, _ in missed), (WHOLE - sum((share for _, share in missed), Decimal(0))) / WHOLE


def _parts(body: str) -> list[Decimal]:
    """The portions of the one ratio, or the one list of shares, in which words say that a sum is paid out."""
    ratios = [match["parts"].split(":") for match in RATIO.finditer(body)] if PAID_OUT.search(body) else []
    found = ratios or [re.findall(r"\d+", match["parts"]) for match in SHARES.finditer(body)]
    found = found or [[match["share"]] * numeral(match["n"]) for match in ALIKE.finditer(body)]
    found = found or [[match["one"], match["two"]] for match in YEARLY.finditer(body) if int(match["one"]) + int(match["two"]) == WHOLE]
    return [Decimal(part) for part in found[0]] if len(found) == 1 else []
