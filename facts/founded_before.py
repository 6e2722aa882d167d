"""A day before which one must have been registered (2025年6月30日前在本市登记注册), held against when an enterprise began."""

import re
from datetime import date

from facts.profile import Profile
from facts.verdict import Verdict

BEFORE = re.compile(
    r"(?P<year>\d{4})年(?:(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日)?)?(?:底|末)?(?:\(含\))?(?:之|以)?前(?:已|就|依法|在|于|[^,;\d前后]){0,24}?(?:登记注册|注册|登记|成立|设立)"
)


def founded_before(profile: Profile, body: str) -> Verdict | None:
    """Return whether an enterprise began before the day that words name; None where they name none, or it does not tell when.

    A month or a year that is named alone counts with its last day.
    """
    match = BEFORE.search(body)
    if not match or not profile.founded:
        return None
    year, month = int(match["year"]), int(match["month"] or 12)
    last = date(year + month // 12, month % 12 + 1, 1) if not match["day"] else date(year, month, int(match["day"]))
    within = profile.founded < last if not match["day"] else profile.founded <= last
    return "met" if within else "not_met"
