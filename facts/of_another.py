"""A rule that pays several things apart, and what is told -> whether the sum that was reckoned is of another one, or of one of several."""

import re
from decimal import Decimal

from facts.likeness import pairs, shared_run
from facts.measure import Amount, Measure
from facts.numerals import arabic
from facts.profile import Profile
from facts.states import state

OWN_SUM = re.compile(r"(?P<sum>\d+(?:\.\d+)?)(?P<unit>万元|元)")
NUMBER = re.compile(r"\d+(?:\.\d+)?")
CAPPED = re.compile(r"(?:最高|不超过|上限|超过|达到?|每[^，。；\d]{0,8})(?:分别)?为?$")
JOINED = re.compile(r"[、和及]|之和|合计")
OF_COST = re.compile(r"(?:实际)?(?:支出|支付|发生|缴纳)?的?|[费额款金]用?$")
BOUND = re.compile(r"[（(]含|以[上下内]|至|部分|及|为限|起")
ANYBODY = re.compile(r"企业|单位|机构|项目|给予|奖励|补[助贴]|资助|标准|[每按]|型(?=企业)|(?:认定|评定|获得|通过|入选)")
ROLES = (
    (re.compile(r"主导|牵头|主持|第[1一](?:完成|起草)|排名?第[1一]"), re.compile(r"参与|参加(?!境?[内外]?展)")),
    (re.compile(r"卖方|转让方|输出方|卖出|卖给|转让给"), re.compile(r"买方|受让方|吸纳方|买了|购买了|买入|受让了")),
)
RATE = re.compile(r"(?P<number>\d+(?:\.\d+)?)%")
EACH_OF = re.compile(r"每[个台套座辆间桩根](?:是|有|都是)?(?P<number>\d+(?:\.\d+)?)(?P<unit>[\u4e00-\u9fff]{1,3}?)(?=[,，。;；]|$)")
TOTAL = re.compile(r"可累计|可叠加|分别享受|可同时享受|累计(?:享受|计算)")
ABOVE = re.compile(r"超过\d+[^，。；]{0,4}的?部分|\d[^，。；]{0,4}以上的?部分|\d(?:至|到|-|—|~)\d[^，。；]{0,4}的?部分")
HIGHER = re.compile(r"孰高|孰低|取高|取低|较高者|较低者|高的?1项")
TWICE = 2
SHORT = 2  # characters that a telling shares with words to be about them


def of_another_thing(words: str, measure: Measure, profile: Profile, formula: str, value: Decimal) -> bool:
    """Tell whether a sum is that of another tier, role or base than is told, or of one of several things that are told.

    Args:
        words: the rule with the rest of its paragraph, numbers in digits.
        measure: the rule.
        profile: what is told.
        formula: how the sum was reckoned.
        value: the sum in 万元.
    """
    return (
        _other_tier(words, measure, profile, formula)
        or later_tier(measure, profile, formula)
        or _other_role(words, profile, formula, value)
        or _several_things(words, measure, profile, formula)
        or _other_base(measure, profile, formula)
    )


def _other_tier(words: str, measure: Measure, profile: Profile, formula: str) -> bool:
    """Tell whether a clause that is about what is told pays a sum which was not read."""
    read = {number for one in measure.amounts for number in (one.fixed, one.cap, one.rate) if number}
    read |= set(NUMBER.findall(formula))
    read |= set(NUMBER.findall(arabic("".join([*(one.when for one in measure.amounts), *(one.reading for one in measure.conditions)]))))
    for clause in re.split("[，。；：、]", words):
        at = 0
        for found in OWN_SUM.finditer(clause):
            label, at = clause[at : found.start()], found.end()
            own = found["sum"] in read or BOUND.match(clause[at:]) or CAPPED.search(label)
            if not own and len(shared_run(ANYBODY.sub("", label), profile.text)) >= SHORT:
                return True
    return False


def later_tier(measure: Measure, profile: Profile, formula: str) -> bool:
    """Tell whether the first sum for each of something was taken where only the words of a later one are told: 新建…；改扩建的，."""
    first, *later = measure.amounts or (None,)
    if first is None or not first.per or first.when or not formula or "+" in formula:
        return False
    body = arabic(re.sub(r"\s", "", measure.text))
    others = [one for one in later if one.when and one.per == first.per and _number(one) not in NUMBER.findall(formula)]
    told = [run for one in others if len(run := shared_run(one.when, profile.text)) >= SHORT and run not in body.partition(one.when)[0]]
    return any(state(profile.text, at := profile.text.find(run), at + len(run)) == "met" for run in told)


def _number(amount: Amount) -> str:
    """The number by which a sum stands in a formula: itself, or its share in per cent."""
    return amount.fixed or f"{(Decimal(amount.rate or 0) * 100).normalize():f}"


def _other_role(words: str, profile: Profile, formula: str, value: Decimal) -> bool:
    """Tell whether a rule pays two roles apart (主导, 参与), and the one whose sum was taken is not the one that is told."""
    for sides in ROLES if "+" not in formula else ():
        if not all(side.search(words) for side in sides):
            continue
        told = [side for side in sides if side.search(profile.text)]
        rate = RATE.search(formula)
        number = rate["number"] if rate else f"{value.normalize():f}"
        before = words[: max(words.find(number), 0)]
        last = max(sides, key=lambda side: max((match.end() for match in side.finditer(before)), default=-1))
        if len(told) != 1 or told[0] is not last:
            return True
    return False


def _several_things(words: str, measure: Measure, profile: Profile, formula: str) -> bool:
    """Tell whether a sum is of one of several things that count together, or was taken for each where only what is above counts."""
    counted = EACH_OF.search(profile.text)
    of_each = bool(counted and f"{counted['number']}{counted['unit']}" in formula and formula.count("×") < TWICE)
    own = [pairs(one.when).difference(*(pairs(two.when) for two in measure.amounts if two is not one)) for one in measure.amounts]
    labels = [found for found in own if len(found & pairs(profile.text)) >= TWICE]
    together = TOTAL.search(words) and len(labels) > 1 and "+" not in formula
    return (
        of_each or bool(together) or bool(ABOVE.search(words) and "-" not in formula) or bool(HIGHER.search(words) and "就" not in formula)
    )


def _other_base(measure: Measure, profile: Profile, formula: str) -> bool:
    """Tell whether a rate is taken of several things together of which more are told than were added."""
    for one in measure.amounts:
        items = [OF_COST.sub("", item) for item in JOINED.split(one.base)] if one.rate and JOINED.search(one.base) else []
        found = (re.search(rf"{re.escape(item[-SHORT:])}[^，。；,;\d]{{0,6}}(?=\d)", profile.text) for item in items if len(item) >= SHORT)
        told = {match.end() for match in found if match}  # where the figure of each begins
        if len(told) > 1 and "+" not in formula:
            return True
    return False
