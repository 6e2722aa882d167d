"""Sizes of things by name (大型无人驾驶航空器, 大中型无人机), and a profile -> whether it names its own thing as one of them."""

import re

from facts.profile import Profile
from facts.verdict import Verdict

SIZED = re.compile(r"(?P<sizes>(?:[大中小微重轻]、?)+)型(?!企业|公司|单位|工业|微|[、和及或])(?P<thing>[\u4e00-\u9fff]{2,10})")
TAIL = 2  # characters of the name's end, by which a thing is known: 无人|机


def sized(profile: Profile, body: str) -> Verdict | None:
    """Return whether a profile's thing is of a size that words name, None where either names no size of that thing.

    Args:
        profile: what is told.
        body: a single thing asked for.

    >>> from datetime import date
    >>> from facts.profile import read_profile
    >>> told = read_profile("用小型无人机送货", date(2026, 1, 1))
    >>> sized(told, "大中型无人机"), sized(told, "小型无人机"), sized(told, "大型无人机"), sized(told, "大型客机")
    ('not_met', 'met', 'not_met', None)
    """
    asked = SIZED.search(body)
    if asked is None:
        return None
    thing = asked["thing"]
    for told in SIZED.finditer(profile.text):
        if told["thing"][:TAIL] == thing[:TAIL]:
            return "met" if set(told["sizes"]) & set(asked["sizes"]) else "not_met"
    return "unknown" if len(thing) > TAIL and thing[: TAIL + 1] in profile.text else None
