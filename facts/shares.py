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
OF_STAFF = re.compile(r"^(?:企业)?(?:当年)?(?:职工|员工|从业人员|总人数|全部?(?:职工|员工|人员))")
PEOPLE = re.compile(r"(?:专职|专业|技术)*人[员数才]$")
ALL = re.compile(r"职工|员工|全[厂公司]|公司|一共|总共|厂里|人手|团队|我们")
KIND = 2  # last characters of what kind of people a share is of
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
    if found and OF_STAFF.search(whole):
        return _of_staff(profile, noun, part)
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


def _of_staff(profile: Profile, noun: str, part: str) -> Told | None:
    """The share of some people in all, where both are counted: 全厂500人,研发的30人."""
    kind = PEOPLE.sub("", core(part))[-KIND:]
    people = [item for item in profile.told if unit_class(item.unit) == "人" or (item.unit == "个" and kind in item.words)]
    own = {item.value for item in people if kind and kind in item.words}
    all_ = {item.value for item in people if ALL.search(item.words) and not (kind and kind in item.words)}
    if len(own) != 1 or len(all_) != 1 or not (whole := all_.pop()):
        return None
    one = own.pop()
    return Told(noun, one / whole * 100, "%", f"{one:f}人÷{whole:f}人") if one <= whole else None


def _of_business(profile: Profile, noun: str) -> Told | None:
    """The share that a profile tells its own line of business to have in its revenue, where it tells one alone."""
    told = [item for item in profile.told if item.unit == "%" and OF_REVENUE.search(item.words)]
    if len(told) == 1:
        return told[0]
    return Told(noun, Decimal(100), "%") if not told and WHOLE.search(profile.text) else None
