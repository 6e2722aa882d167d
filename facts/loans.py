"""A profile -> the one loan that it tells of: how much was lent, at which rate, for how many months."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from facts.profile import Profile
from facts.spans_told import months_told

LENT = re.compile(r"贷|借")
RATE = re.compile(r"(?<!市场报价)利率[^,;。\d]{0,4}(?P<rate>\d+(?:\.\d+)?)%")
_LENGTH = r"(?P<{0}>\d{{1,2}}|半)(?P<{0}_unit>个月|年)"
LASTS = re.compile(
    "期限?(?:是|为|正好|一共|总共|整整)*" + _LENGTH.format("term") + "|" + _LENGTH.format("lent") + "(?:期|后?就?还)"
)  # 期限18个月, 1年期, 半年就还了
MONTHS = {"个月": 1, "年": 12}  # half a month counts as none
SENTENCE = re.compile(r"[^。;；？?！!]+")


@dataclass(frozen=True, slots=True)
class Loan:
    """What is told of a loan; None for what is not told, or not told plainly: principal in 万元, yearly rate in per cent, months."""

    principal: Decimal | None
    rate: Decimal | None
    months: Decimal | None


def loan_told(profile: Profile, about: str) -> Loan:
    """Return what a profile tells of its loan.

    Args:
        profile: what is told.
        about: the words of the whole rule.

    >>> from datetime import date
    >>> from facts.profile import read_profile
    >>> loan = loan_told(read_profile("贷了300万,年利率4%,半年就还了", date(2027, 4, 1)), "贷款贴息")
    >>> str(loan.principal), str(loan.rate), str(loan.months)
    ('300', '4', '6')
    """
    sums = [item.value for item in profile.told if item.unit == "万元" and LENT.search(item.words)]
    rates = {Decimal(match["rate"]) for match in RATE.finditer(profile.text)}
    months = months_told(profile, about)
    lasts = set(_lengths(profile)) if months is None else {months}
    return Loan(sums[0] if sums else None, next(iter(rates)) if len(rates) == 1 else None, next(iter(lasts)) if len(lasts) == 1 else None)


def _lengths(profile: Profile) -> Iterator[Decimal]:
    """For how many months the sentences that speak of a loan say that it is or was lent."""
    for sentence in SENTENCE.finditer(profile.text):
        for match in LASTS.finditer(sentence.group()) if LENT.search(sentence.group()) else ():
            count, unit = (match["term"], match["term_unit"]) if match["term"] else (match["lent"], match["lent_unit"])
            yield Decimal(MONTHS[unit] // 2) if count == "半" else Decimal(count) * MONTHS[unit]
