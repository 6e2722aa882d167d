"""A noun of a rule that is narrower than the common one (实缴资本, 区级税收贡献), and a profile -> without the figures of the wider."""

import re
from dataclasses import replace

from facts.profile import Profile

NARROWER = (  # what a rule asks for, the wider figure, and what tells the narrower
    (re.compile(r"实缴|实收资本|到位资[本金]"), re.compile(r"资[本金]|实缴"), re.compile(r"实缴|实收|到位|到账")),
    (
        re.compile(r"(?:[区县市]级|本级|地方(?:级|财政)?|[区县]本级|形成的?[区县市]?[级]?)(?:税收|财政|经济|财力)?贡献|地方留成"),
        re.compile(r"税|贡献"),
        re.compile(r"[区县市](?:级|里|上)|本级|地方|贡献|留成|留存"),
    ),
)
ON_THE_NET = re.compile(r"网络零售|网上零售|线上"), re.compile(r"卖|零售|销售|线下|营收|收入"), re.compile(r"网|线上|电商|直播")

EACH_OF = re.compile(r"亩均|人均|户均|每亩|每人")  # a sum for each is none of all


def narrowed(profile: Profile, noun: str) -> Profile:
    """Return a profile without the figures told of something wider than a noun names: 注册资本 where 实缴资本 is asked for.

    Args:
        profile: what is told.
        noun: what a threshold is of.
    """
    if any(EACH_OF.search(item.words) for item in profile.told):
        per = EACH_OF.search(noun) is not None
        profile = replace(profile, told=tuple(item for item in profile.told if (EACH_OF.search(item.words) is not None) == per))
    for asked, wider, own in (*NARROWER, ON_THE_NET):
        if asked.search(noun) and (
            asked is not ON_THE_NET[0] or any(own.search(item.words) for item in profile.told if item.unit == "万元")
        ):
            kept = tuple(item for item in profile.told if not wider.search(item.words) or own.search(item.words))
            return replace(profile, told=kept)
    return profile
