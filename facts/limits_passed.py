"""A rule, a sum and what is told -> whether a limit of the rule lies below what was reckoned with."""

import re
from decimal import Decimal

from facts.likeness import shared_run
from facts.measure import Measure
from facts.profile import Profile
from facts.told import in_ten_thousands, unit_class

LIMIT = re.compile(
    r"(?P<noun>[\u4e00-\u9fff]{2,12}?)(?:最多|最高|不超过|不高于|上限为?)(?P<number>\d+(?:\.\d+)?)(?P<unit>亿元|万元|元|%|平方米|人|个月|年|台|件|家)"
)
EXPENSE = re.compile(r"不(?:得)?(?:超过|高于|大于)[^，。；\d]{0,16}(?:支出|支付|缴纳|投入|费用|成本|经费)")
PAID = re.compile(r"补|奖|资助|单[个家户场项笔位]|每[个家户场项笔年人]|机构|企业|项目|年度|全年|累计")  # a cap of the sum itself
MOST = re.compile(
    r"(?:最高|最多|最长|不超过|不高于|上限为?)[^，。；\d]{0,6}(?P<number>\d+(?:\.\d+)?)(?P<unit>亿元|万元|元|个月|年|人|平方米|[个家台件场项])"
)
APIECE = re.compile(r"每[次个场]|同[1一]")
OF_ALL = re.compile(
    r"单[个家户位]|每[个家户年]?|同[1一]|企业|单位|机构|项目|主体|年度?|全年|累计|合计|总额|补[贴助]|奖励|资助|期限|面积|给予|计算|按|的|可|本金|贷款|贴息"
)
LITTLE = re.compile(r"[额金费款用本总年月度实际]")
SHORT = 2  # characters that a telling shares with a kind of applicant to be of it


def passes_limit(words: str, measure: Measure, profile: Profile, formula: str, value: Decimal) -> bool:
    """Tell whether a sum is more than the most that is paid, or is of more than a limit of the rule lets count.

    Args:
        words: the rule with the rest of its paragraph, numbers in digits.
        measure: the rule.
        profile: what is told.
        formula: how the sum was reckoned.
        value: the sum in 万元.
    """
    return _of_too_much(words, profile, formula, value) or _too_large(words, measure, profile, formula, value)


def _of_too_much(words: str, profile: Profile, formula: str, value: Decimal) -> bool:
    """Tell whether a limit on something else than the sum lies below what is told of it, or below what was really spent."""
    for match in (one for one in LIMIT.finditer(words) if not PAID.search(one["noun"])):
        limit, kind = in_ten_thousands(Decimal(match["number"]), match["unit"]), unit_class(match["unit"])
        for item in profile.told:
            above = unit_class(item.unit) == kind and item.value > limit and f"{match['number']}{match['unit']}" not in formula
            if above and LITTLE.sub("", shared_run(match["noun"], item.words)) and item.value != value:
                return True
    return bool(EXPENSE.search(words)) and any(unit_class(item.unit) == "元" and item.value < value for item in profile.told)


def _too_large(words: str, measure: Measure, profile: Profile, formula: str, value: Decimal) -> bool:
    """Tell whether a sum is more than the most that is paid, or is of more months or square metres than are paid for."""
    kept = {one.cap for one in measure.amounts if one.cap}
    for match in MOST.finditer(words):
        number, unit = Decimal(match["number"]), match["unit"]
        lead = re.split("[，。；]", words[: match.start()])[-1]
        if _of_another(lead, profile):
            continue
        if "元" in unit and match["number"] not in kept and in_ten_thousands(number, unit) < value:
            return True
        if (
            "元" not in unit
            and not APIECE.search(lead)
            and any(Decimal(one) > number for one in re.findall(rf"(\d+(?:\.\d+)?){unit}", formula))
        ):
            return True
    return False


def _of_another(lead: str, profile: Profile) -> bool:
    """Tell whether the words before a limit name a kind of applicant that is not told of: 合作社最高30万元."""
    kind = OF_ALL.sub("", lead)
    return len(kind) >= SHORT and len(shared_run(kind, profile.text)) < SHORT
