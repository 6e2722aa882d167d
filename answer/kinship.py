"""Question whether two indicators are one and the same, or may be compared -> why they are apart, with the figures of each."""

import re
from collections.abc import Sequence

from answer.quantity import decimal
from answer.series import Series, gather_series
from answer.telling import Teller, titled
from facts.fact import Fact
from facts.indicators import link, why_apart
from retriever.slots import Slots

ASKED = re.compile(
    r"(?:能|可以?)(?:不能|否|不可以)?(?:直接|放在?一[起块]|相互|拿来)*(?:去|来|作|做)?(?:比(?!较?[高低多少大小])|相比|对比|比较)|可比|可不可比|"
    r"一回事|同一?(?:个|项|种)?(?:指标|概念|口径|意思|东西)|一个(?:指标|概念|意思|东西)|口径[^，。？?]{0,4}(?:一样|一致|相同|统一)|"
    r"(?:有)?(?:什么|啥|何)(?:区别|不同|差别|两样)|(?:区别|差别)(?:在哪|是什么|是啥)|等同|混(?:为一谈|着用|用)|换算"
)
TWO = 2


def asks_kinship(text: str) -> bool:
    """Tell whether a question asks if two indicators that it names are the same or may be compared.

    >>> asks_kinship("技术交易额和技术合同成交额是一回事吗"), asks_kinship("高企和科小各有多少")
    (True, False)
    """
    return bool(ASKED.search(text)) and len(set(link(text))) == TWO


def kin_words(one: str, other: str, reason: str) -> str:
    """Return the sentence that says why two indicators are not one.

    >>> kin_words("甲", "乙", "一个是占比，一个是金额")
    '“甲”与“乙”是不同的指标：一个是占比，一个是金额，不能直接相比或互相代替'
    """
    apart = "" if "不宜" in reason else "，不宜直接相比" if "没有写明" in reason else "，不能直接相比或互相代替"
    return f"“{one}”与“{other}”是不同的指标：{reason}{apart}"


def tell_kinship(teller: Teller, slots: Slots, facts: Sequence[Fact], regions: Sequence[str]) -> bool:
    """Tell why two near indicators are not one, then the figures of each; say whether any was told.

    Args:
        teller: the answer in the making.
        slots: what is asked.
        facts: all facts.
        regions: the regions asked about.
    """
    ids = list(dict.fromkeys(link(slots.text)))
    reason = why_apart(*ids)
    if len(ids) != TWO or not reason:
        return False
    teller.draft.say(f"{kin_words(ids[0], ids[1], reason)}。")
    told = [_tell(teller, one) for indicator in ids for one in gather_series(facts, [indicator], regions)]
    for indicator in ids if len(regions) == 1 else ():
        if not gather_series(facts, [indicator], regions):
            teller.draft.say(f"资料中没有找到{regions[0]}的“{indicator}”。")
    return any(told)


def _tell(teller: Teller, series: Series) -> bool:
    """Tell the last figure reached and the targets of one indicator in one region."""
    years = series.years
    reached = [year for year in years if series.at(year, targets=False)][-1:]
    aims = [year for year in years if series.at(year, targets=True) and year not in reached and (not reached or year > reached[0])]
    told = [fact for year in (*reached, *aims) for fact in series.values(year)[:1] if decimal(fact.value) is not None]
    return bool(told) and teller.tell(f"{titled(series, told[0].name)}：{'，'.join(map(teller.dated, told))}", told)
