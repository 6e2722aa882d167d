"""Sizes of enterprises by name (小型、微型工业企业), and a profile -> whether it names its own as one of them."""

import re
from collections.abc import Iterator

from facts.profile import Profile
from facts.states import doubtful
from facts.traits import CLAUSE
from facts.verdict import Verdict

ASKED = re.compile(r"(?P<more>中)?(?P<size>[大中小微])型(?=[、和及或]|[^,;。、]{0,4}(?:企业|单位|公司))")
TOLD = re.compile(
    r"(?P<not>(?:不是|不算|非|算不算)[^,;。，]{0,4})?(?<![大中小])"
    r"(?:(?P<size>[大中小微])型(?:的)?(?:企业|公司|规模|厂)|(?<=[,;。，是家])(?P<own>[中小微])型(?:的)?[^,;。，、\d]{1,6}?(?:企业|公司|厂)|"
    r"(?<=[,;。，是家])(?P<bare>[小微])企业)(?!(?:科|主管|窗|公共|服务))"
)
UNSURE = re.compile(r"类型|划型|规模|[大中小微]型")


def own_size(profile: Profile) -> str:
    """Return the size that an enterprise says to be of, 大 to 微; "" where it says none, or what it is not.

    >>> from datetime import date
    >>> from facts.profile import read_profile
    >>> own_size(read_profile("小型五金厂,做把手", date(2026, 1, 1))), own_size(read_profile("做小型电机", date(2026, 1, 1)))
    ('小', '')
    """
    match = TOLD.search("," + profile.text)
    return "" if not match or match["not"] else match["size"] or match["own"] or match["bare"]


def size(profile: Profile, body: str) -> Iterator[Verdict]:
    """Yield whether an enterprise is of a size that words name; nothing where they name none.

    Args:
        profile: what is told.
        body: a single thing asked for.
    """
    wanted = {mark for match in ASKED.finditer(body) for mark in (match["more"], match["size"]) if mark}
    if not wanted or "科技型" in body:
        return
    unsure = any(UNSURE.search(clause.group()) and doubtful(clause.group()) for clause in CLAUSE.finditer(profile.text))
    own = "" if unsure else own_size(profile)
    yield "unknown" if not own else "met" if own in wanted else "not_met"
