"""A profile -> for how many months something that is paid by the month has gone on."""

import re
from collections.abc import Iterator
from decimal import Decimal

from facts.episodes import episodes
from facts.limits import Limits
from facts.profile import Profile
from facts.traits import CLAUSE

LASTED = re.compile(r"租|社保|缴|交|入住|实习|见习|培训|在岗|就业|住|用了|干了|上班|贷|借|满|参保|工作")
WITHOUT_INSURANCE = re.compile(r"租|入住|实习|见习|培训|贷|借|领了|拿了|发了")
CONDITION = re.compile(r"(?:社保|社会保险|养老保险|就业|工作)[^，。；\d]{0,6}满\d")
INSURANCE = re.compile(r"(?:社会?保险?|保险)费?[^，。；]{0,4}补[贴助]")
IN_ALL = re.compile(r"[1一]共|总共|合计|总计|最多|加起来|全部|到期")
OF_YEAR = re.compile(
    r"(?:每|[1一])年(?:[1一]?共|总共|合计|下来|大概|能|可以?|该|是)*(?:拿|补贴?|补助|领|有|得|给|算)?(?:到|下来)?(?:多少|几)"
)  # 一年多少
LENT, REPAID = re.compile(r"贷|借"), re.compile(r"还清|还完|还掉|结清|还了")
ALONE = re.compile(r"(?:用了|整整|正好|一共|总共|前后|为期)*\d{1,2}(?:个月|年)")  # of a loan that has been paid back, how long it was held
RENT, INTERN = re.compile(r"租|住|满"), re.compile(r"实习|见习|都是|每人|各|满|干")
LENGTH = re.compile(r"(?<!\d)(?P<count>\d{1,2})(?P<unit>年|个月)(?!以?[前后]|级|期|底|初)")
OTHER = re.compile(r"租期|年期|期$|合同|签|成立|注册|有效|办了|开了|办厂|期限|就业协议")

ASKED_FOR = re.compile(
    r"(?:头|先(?:报|算|申请|申领|领)|(?:只|就)?(?:报|算|申领|申请))(?:了|前|头|这|的)?(?P<count>\d{1,2})个月"
)  # what is applied for
ALL = re.compile(r"(?:整个|全部)(?:租期|合同期|补贴期|期限)[^。；;]{0,8}(?:多少|几)|(?:租期|合同期)[内里]?(?:一共|总共|合计)")
AGREED = re.compile(r"租期|租约|租赁合同|合同")  # how long something is to last, which counts where the whole of it is asked for
ENDED = re.compile(r"退租|退了|退房|搬走|搬[出离]|离职|辞职|走了|不租|停租|解除|提前|只[租住交干]|就[租住干]了|还(?:清|完|掉|了)")
FROM_TO = re.compile(r"(?:(?P<year>\d{4})年)?(?P<first>\d{1,2})月(?:份)?(?:到|至)(?:(?P<later>\d{4})年)?(?P<last>\d{1,2})月")


def months_paid(profile: Profile, about: str, limits: Limits, asked: str = "") -> Decimal | None:
    """Return for how many months something is paid: for its whole term, unless it is told to have ended; else as told, up to the most.

    >>> from datetime import date
    >>> from facts.limits import read_limits
    >>> from facts.profile import read_profile
    >>> told = read_profile("租了600平,签了三年", date(2027, 4, 1))
    >>> months_paid(told, "按每月每平方米10元给予租金补贴", read_limits("按每月每平方米10元给予补贴，补贴期限12个月"))
    Decimal('12')
    """
    if limits.term is not None and not ENDED.search(profile.text):
        return limits.term
    waited = CONDITION.search(f"{about}，{asked}") and not INSURANCE.search(about)  # 社保满6个月 says from when on one gets it
    months = months_told(profile, about, WITHOUT_INSURANCE if waited else None)
    if months is None and limits.months and IN_ALL.search(profile.text) and not ENDED.search(profile.text):
        return limits.months  # 一共能拿多少: for as long as it is paid at most
    if months is None and OF_YEAR.search(profile.text) and not ENDED.search(profile.text):
        months = Decimal(12)
    return min(months, limits.months) if months is not None and limits.months else months


def months_told(profile: Profile, about: str, lasting: re.Pattern[str] | None = None) -> Decimal | None:
    """Return the months told of what a rule is about, None where none or several are told.

    Args:
        profile: what is told.
        about: the words of the whole rule.
        lasting: what a clause must speak of whose length counts; by the rule where it is not given.
    """
    if asked := ASKED_FOR.search(profile.text):
        return Decimal(asked["count"])
    lasted = lasting if lasting else RENT if "租" in about else INTERN if re.search("实习|见习", about) else LASTED
    near = max((item.nearness for item in episodes(profile.text, about)), default=0)
    stretches = [profile.text[item.start : item.end] for item in episodes(profile.text, about) if near and item.nearness == near]
    for stretch in stretches:
        if (span := FROM_TO.search(stretch)) and lasted.search(stretch):
            years = int(span["later"] or span["year"] or 0) - int(span["year"] or 0)
            return Decimal(years * 12 + int(span["last"]) - int(span["first"]) + 1)
    found = {months for stretch in stretches for months in _lengths(stretch, lasted)}
    found = found or set(_lengths(profile.text, lasted))
    if not found and ALL.search(profile.text):
        found = {months for match in CLAUSE.finditer(profile.text) if AGREED.search(match.group()) for months in _of(match.group())}
    return next(iter(found)) if len(found) == 1 else None


def _lengths(stretch: str, lasted: re.Pattern[str]) -> Iterator[Decimal]:
    """The lengths of time, in months, of the clauses of a stretch that tell how long something has gone on."""
    for match in CLAUSE.finditer(stretch):
        if not lasted.search(match.group()) or OTHER.search(match.group()):
            continue
        yield from _of(match.group())
    if LENT.search(stretch) and REPAID.search(stretch):
        for match in CLAUSE.finditer(stretch):
            if ALONE.fullmatch(match.group()):
                yield from _of(match.group())


def _of(clause: str) -> Iterator[Decimal]:
    """The lengths of time, in months, that a clause tells."""
    for length in LENGTH.finditer(clause):
        yield Decimal(length["count"]) * (12 if length["unit"] == "年" else 1)
