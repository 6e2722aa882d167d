"""A profile -> for how many months something that is paid by the month has gone on."""

import re
from decimal import Decimal

from facts.episodes import episodes
from facts.profile import Profile

LASTED = re.compile(r"租|社保|缴|交|入住|实习|见习|培训|在岗|就业|住|用了|干了|上班|贷|借|满|参保|工作")
RENT, INTERN = re.compile(r"租|住"), re.compile(r"实习|见习|都是|每人|各")
OTHER = re.compile(r"租期|年期|期$|合同|签|成立|注册|有效|办了|开了|办厂|期限|前$|以后|后$|就业协议")

FROM_TO = re.compile(r"(?:(?P<year>\d{4})年)?(?P<first>\d{1,2})月(?:份)?(?:到|至)(?:(?P<later>\d{4})年)?(?P<last>\d{1,2})月")


def months_told(profile: Profile, about: str) -> Decimal | None:
    """Return the months told of what a rule is about, None where none or several are told.

    Args:
        profile: what is told.
        about: the words of the whole rule.
    """
    lasted = RENT if "租" in about else INTERN if re.search("实习|见习", about) else LASTED
    near = max((item.nearness for item in episodes(profile.text, about)), default=0)
    stretches = [profile.text[item.start : item.end] for item in episodes(profile.text, about) if near and item.nearness == near]
    for stretch in stretches:
        if (span := FROM_TO.search(stretch)) and lasted.search(stretch):
            years = int(span["later"] or span["year"] or 0) - int(span["year"] or 0)
            return Decimal(years * 12 + int(span["last"]) - int(span["first"]) + 1)
    found = {
        item.value
        for item in profile.told
        if item.unit == "月" and lasted.search(item.words) and not OTHER.search(item.words) and _stands(item.words, stretches)
    }
    return next(iter(found)) if len(found) == 1 else None


def _stands(words: str, stretches: list[str]) -> bool:
    """Tell whether the words around a figure stand in one of some stretches."""
    ends = words[:2], words[-2:]
    return any(all(end in stretch for end in ends) for stretch in stretches) or not stretches
