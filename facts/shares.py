"""A share that a rule asks for (软件业务收入占营业收入50%以上) and a profile that tells both sums -> the share told."""

import re
from decimal import Decimal

from facts.figures import MORE, quantity
from facts.likeness import core
from facts.profile import Profile
from facts.told import Told, unit_class

YEAR = re.compile(r"20\d{2}|[去前今]年")
SAID_ABOVE = re.compile(r"(?:上述|前述|该类?|相关)(?:业务|产品|领域|行业|服务)*(?:的)?(?:销售|营业)?收入$")
OF_REVENUE = re.compile(r"^(?!.*(?:研发|r&d)).*占[^,;]{0,8}(?:收入|营收|销售)")
WHOLE = re.compile(r"(?:全部|所有)[^,;。]{0,4}(?:收入|营收)(?:都|全)?(?:来自|是)|(?:收入|营收)(?:全部?|都)(?:来自|是)")
LEAST = 3  # characters of the name of a part


def share_told(profile: Profile, noun: str) -> Told | None:
    """Return what two sums told of one year come to, None where either is not told under its name, or not surely.

    Args:
        profile: what is told.
        noun: what the share is of: 软件业务收入占营业收入.
    """
    part, found, whole = noun.partition("占")
    if found and SAID_ABOVE.match(part):
        return _of_business(profile, noun)
    name = core(re.sub(r"^(?:上1?一?年度?|上年|年度|当年)", "", part))
    if not any(name in core(item.words) for item in profile.told):
        name = name.replace("业务收入", "收入")  # 软件收入
    if not found or len(name) < LEAST:
        return None
    parts = [item for item in profile.told if unit_class(item.unit) == "元" and name in core(item.words)]
    parts = [item for item in parts if not MORE.search(item.words)]
    all_ = quantity(profile, re.sub(r"的?(?:比重|比例)$", "", whole))
    if all_ is None or not all_.value or len({item.value for item in parts}) != 1:
        return None
    one = parts[0]
    years = [YEAR.findall(item.words) for item in (one, all_)]
    if one.value > all_.value or (years[0] and years[1] and years[0] != years[1]):
        return None
    return Told(noun, one.value / all_.value * 100, "%", f"{one.value:f}万元÷{all_.value:f}万元")


def _of_business(profile: Profile, noun: str) -> Told | None:
    """The share that a profile tells its own line of business to have in its revenue, where it tells one alone."""
    told = [item for item in profile.told if item.unit == "%" and OF_REVENUE.search(item.words)]
    if len(told) == 1:
        return told[0]
    return Told(noun, Decimal(100), "%") if not told and WHOLE.search(profile.text) else None
