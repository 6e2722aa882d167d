"""A question that tells an amount, and a quoted measure that pays a rate of one -> a line with the sum and its formula."""

import re
from collections.abc import Iterable
from decimal import Decimal

from answer.wishes import TELLS
from facts.attributes import wanted
from facts.matched import Match

TEN_THOUSAND = 10_000
BELOW = re.compile(r"(?<![\d.])(?P<n>0\.\d{1,4})万元")
SUM = re.compile(
    r"(?:补|奖|贴|(?<!支)配(?!备|置|套)|给|拿|领|退|返|减|免|抵|资助|报销|到手|到账)[^，。？?家个名件项]{0,6}(?:多少(?![家个名件项套间台户亩位])|(?<!哪)几(?:万(?!吨)|成|块|百|个点|个百分点))|"
    r"多少(?:补贴|补助|奖励|资助)|[补奖贴]几|申[请领报](?:(?:到|得)?(?:多少|几)(?:钱|万|块|资金)|[到得]多少(?=[?？]|$))|"
    r"能[补拿领得贴报兑][^，。？?]{0,6}(?:多少|几)|拿到手(?:是|有)?多少|how much (?:money|subsid|support|can)",
    re.I,
)
PAID = re.compile(r"(?:补[助贴]?|奖[励补金]?|资助|贴息|配套|抵扣?|报销|给)(?:多少(?![家个名件项套间台户亩位人])|几(?:万(?!吨)|成|块))")
IS_THERE = re.compile(
    r"有没有[^，。？?]{0,8}(?:补贴|补助|奖励|资助)|(?:有|给|发)[^，。？?]{0,8}(?:补贴|补助|奖励|奖金|资助)(?:可[拿领]|拿)?[吗么没]"
    r"|能不能(?:拿|领|享受|申[请领报])[^，。？?]{0,6}[补奖贴]|能?帮[^，。？?]{0,6}[出补报][^，。？?]{0,3}[不吗]?|[给补奖]不[给补奖]"
)
STATED = re.compile(r"^([\d.]+万?元)=\1(?=（|$)")  # a sum that is reckoned of nothing
SMALL = re.compile(r"(?P<sum>[\d.]+元)=[\d.]+万元(?P<time>/[年月天])")  # what is paid each month, in the text's own unit
KNOWN = re.compile(
    r"(?:^|\+)[^+]*\d[^+（]*(?:\+[^+]*（未说明）)|（未说明）[^+]*\+[^+（]*\d[^+（]*(?:$|\+)"
)  # a part is told, another is not


def asks_sum(text: str) -> bool:
    """Tell whether a sum of money or a rate is asked for that somebody gets, so that its conditions belong to the answer.

    >>> asks_sum("评上高企奖多少钱"), asks_sum("高企有多少家")
    (True, False)
    """
    return bool(SUM.search(text)) or any(kind.name in ("金额", "比例") for kind in wanted(text))


def asks_support(text: str) -> bool:
    """Tell whether a sum is asked for, or whether one is given at all.

    >>> asks_support("买保险有补贴吗"), asks_support("补贴什么时候发")
    (True, False)
    """
    return asks_sum(text) or bool(IS_THERE.search(text))


def asks_own_sum(text: str) -> bool:
    """Tell whether somebody asks what they themselves get, which no figure of a plan answers.

    >>> asks_own_sum("我们公司首次评上高企能拿多少"), asks_own_sum("2025年高企要有多少家")
    (True, False)
    """
    return asks_sum(text) and bool(TELLS.search(text))


def answers_sum(text: str, units: Iterable[str]) -> bool:
    """Tell whether figures in some units may answer a question: where a sum or a rate is asked for, money or shares do.

    >>> answers_sum("数字化改造能补多少", ["家"]), answers_sum("数字化改造能补多少", ["万元"]), answers_sum("要改造多少家", ["家"])
    (False, True, True)
    >>> answers_sum("评上高企市里给多少", ["家"])
    False
    """
    return not PAID.search(text) or any("元" in unit or "%" in unit for unit in units)


def in_yuan(words: str) -> str:
    """Return words with sums below 10,000 yuan in yuan, as people say them.

    >>> in_yuan("0.9万元×50%=0.45万元"), in_yuan("10.5万元")
    ('9000元×50%=4500元', '10.5万元')
    """
    return BELOW.sub(lambda match: f"{Decimal(match['n']) * TEN_THOUSAND:f}".split(".")[0] + "元", words)


def sum_words(item: Match) -> str:
    """Return what a match pays with its formula, "" where no sum was reckoned or the profile does not get it."""
    return in_yuan(_sum_words(item))


def _is_chosen(item: Match) -> bool:
    """Tell whether a sum is one of several that a measure states, for grades or thresholds of their own."""
    stated = {(one.fixed, one.unit) for one in item.measure.amounts if one.fixed and one.when and not one.per}
    return len(stated) > 1 and item.worth is not None and bool(item.worth.value)


def _sum_words(item: Match) -> str:
    paid = item.worth
    over = item.group == "not_met" and bool(item.closed) and all(one.verdict != "not_met" for one in item.judged)
    if paid is None or not (paid.formula or _is_chosen(item)) or (item.group not in ("applies", "conditional") and not over):
        return ""
    if not paid.value:
        return f"还不能算出，缺少的以“未说明”标出：{paid.formula}" if KNOWN.search(paid.formula) else ""
    lead = "按所述情况可得" if item.group == "applies" else "条件都符合时可得"
    lead = "按所述情况（申报期或有效期已过，仅供参考）可得" if over else lead
    formula, left_out, remark = paid.formula.partition("（未计")
    if small := SMALL.fullmatch(formula):
        return f"{lead}{small['sum']}{small['time']}{left_out}{remark}"
    formula = STATED.sub("", formula)
    how = formula if not formula or formula.startswith("（") else f"（{formula}）"
    return f"{lead}{paid.value}{paid.unit}{how}{left_out}{remark}{'，以上限为准' if paid.capped else ''}"
