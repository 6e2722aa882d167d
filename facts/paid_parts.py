"""A stretch of a measure's words -> the sums in it that are given, and those that are the most that is given."""

import re
from dataclasses import dataclass, field

from facts.quantities import Quantity, find_quantities, plain_decimal
from facts.told import in_ten_thousands

CAPPED = re.compile(
    r"(?:最高|最多|上限|封顶|限额|限)(?:为|达|不超过|资助|补助|奖励)?[^0-9，。；]{0,6}$|(?:不超过|不高于)[^0-9，。；]{0,4}$"
)
OF_WHOM = re.compile(r"^(?:的|以内的)(?![^，。；]{0,4}(?:奖励|补助|补贴|资助|补))")  # a limit that says which: 不超过200平方米的部分
PRINCIPAL = re.compile(r"本金|贷款(?:金额|总额|额度?|规模)")  # how much of a loan counts
THRESHOLD_AFTER = re.compile(
    r"^(?:[（(]不?含[^）)]{0,12}[）)])?(?:至|到|-|—|~|－|～)\d|^[（(]?含?[）)]?(?:及)?(?:以上|以下|以内|之内)|^、不足|^(?:[（(]含[）)])?的(?:，|企业|项目|单位|规|部分|中小|机构|技术)"
)
THRESHOLD_BEFORE = re.compile(r"(?:[不未]?[低少小]于|不足|达到?|累计|大于|高于|满|超过|突破|跨越|[跨迈站]上|增长|占[^，。；]{0,10})$")
PAYS = re.compile(r"(?:奖励?|奖补|补助|补贴|给予|资助|补|贴息|贴|减免|兑付|配套|承担|支持|发放|标准|按)[^，。；%％]{0,18}$")
PAYS_AFTER = re.compile(r"^[^，。；]{0,8}(?:奖励|补助|补贴|资助|贴息|支持|配套)|^/")
OF_OTHERS = re.compile(r"^(?:每个?)?(?:团队|个人|机构)")
REWARDED = re.compile(
    r"(?:的|以上|及以上)*，?(?:奖励|给予|补助|补贴|资助|奖)(?:一次性)?\d"
)  # 5亿元奖励20万元: who has the first gets the second

NEXT = re.compile(r"(?:/[人月年])?、[^，。；、\d]{1,20}")  # between two sums of a list


@dataclass(slots=True)
class PaidPart:
    """A rule's stretch between semicolons or full stops."""

    text: str
    first: bool
    caps: list[Quantity] = field(default_factory=list)
    given: list[Quantity] = field(default_factory=list)
    principal: str = ""


def read_part(words: str, *, first: bool, cell: bool) -> PaidPart:
    """Return a stretch with the sums in it that are given and those that are caps."""
    part = PaidPart(words, first)
    mark = -1  # where the last threshold of a list of several ends: 突破1000万元、5000万元
    for item in find_quantities(words, 0, len(words)):
        before, after = words[: item.start], words[item.end :]
        if "元" not in item.unit or re.search(r"每(?:出口|吸纳|新增|引进|培育|接收|增加|增长|满|完成)?$", before) or REWARDED.match(after):
            continue
        if mark == item.start - 1 and words[mark] == "、":
            mark = item.end
            continue
        goes_on = part.caps and words[part.caps[-1].end : item.start] == "、"
        if (CAPPED.search(before) or goes_on) and not OF_WHOM.match(after):
            if PRINCIPAL.search(re.split(r"[，。；]", before)[-1]):
                part.principal = plain_decimal(in_ten_thousands(item.value, item.unit))
            else:
                part.caps.append(item)
        elif THRESHOLD_AFTER.match(after) or THRESHOLD_BEFORE.search(before):
            mark = item.end if THRESHOLD_BEFORE.search(before) else mark
            if PRINCIPAL.search(re.split(r"[，。；]", before)[-1]):
                part.principal = plain_decimal(in_ten_thousands(item.value, item.unit))
        elif item.unit != "亿元" and (PAYS.search(before) or PAYS_AFTER.match(after) or _listed(before) or cell or _next(part, item)):
            part.given.append(item)
    return part


def _next(part: PaidPart, item: Quantity) -> bool:
    """Tell whether a sum is the next of a list of grades: 按博士每月3000元、硕士每月1500元、本科每月800元."""
    return bool(part.given and NEXT.fullmatch(part.text, part.given[-1].end, item.start))


def _listed(before: str) -> bool:
    """Tell whether a sum goes on with others that are paid: 分别给予200万元、100万元."""
    if re.search(r"元[^，。；]{0,6}，[^，。；\d]{2,16}(?:\d年内)?[^，。；\d]{0,8}每[人月年]$", before):
        return True  # 博士每月2000元，硕士每月1200元
    if re.search(r"(?:奖励|补助|补贴|资助)(?:，|：)(?:其中)?(?:[^，。；]{2,40}元，)*[^，。；\d]{2,20}每[件项个家台人名款]$", before):
        return True  # 给予奖励，其中国内专利每件3000元
    if re.search(r"(?:奖励|补助|补贴|资助|奖补)(?:，|：)每(?!年|家|户|个企业)[\u4e00-\u9fff]{1,4}$", before):
        return True  # 给予补助，每千瓦100元
    if re.search(r"的，每1?(?![家户个])[\u4e00-\u9fff]{1,4}$", before):
        return True  # 利用旧屋改造的，每间6000元
    return bool(re.search(r"(?:奖励?|补助|补贴|给予|资助)[^，。；]*[、和]$", before) or not before)


def lowest_cap(part: PaidPart) -> Quantity | None:
    """The lowest of several caps: of one thing, not of all in a year; those of teams and persons beside enterprises left out."""
    own = [item for item in part.caps if not OF_OTHERS.search(re.split(r"[，：]", part.text[: item.start])[-1])] or part.caps
    return min(own, key=lambda item: in_ten_thousands(item.value, item.unit), default=None)
