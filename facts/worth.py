"""A measure and a profile -> the sum that is paid, with its formula."""

import re
from dataclasses import dataclass
from decimal import Decimal

from facts.figures import quantity, spent
from facts.graded_tables import GRADE
from facts.judging import Judge
from facts.likeness import overlap
from facts.measure import Amount, Measure
from facts.profile import Profile
from facts.sums import Sum, by_parts, cap_of, plain_sum
from facts.told import Told, in_ten_thousands
from facts.traits import CLAUSE, load_traits, said_in
from facts.verdict import Verdict, either

RECEIVED = re.compile(r"拿过|领过|获得过|已拿|已获|享受过|已享受|得过|奖励过|给过|(?:已经?|先)[奖补]了")
PRINCIPAL = re.compile(r"贷款|借款")
MORE = re.compile(r"入统后|再|另|次年|连续")  # what comes on top later
ONLY_MORE = re.compile(r"属于|其中|部分|\d|由.{2,6}(?:升|晋)")  # more for those who have the first
SAME = 0.9  # share of the words of a tier that its conditions hold, from which it asks for nothing more
LEAD = 8  # characters between the stop and what a sum is for: 新获得, 首次被认定为
STARS = re.compile(r"([1-5])a")
RELATED = re.compile(r"无关联|非关联|关联[^，。；]{0,10}不计")
KIN = re.compile(r"母公司|子公司|旗下|关联[方企公]|兄弟公司")
AGAIN = re.compile(r"再(?:奖励|给予|补助)[\d一二三四五六七八九十百]")
ALONE = ("辆", "间", "平方米", "千瓦时")  # units of which a profile that tells one figure tells what is counted
FIRST = re.compile(r"首次|新(?:认定|获评)")
PAID = re.compile(r"\d(?:万|亿)?元，")  # after which another sum can follow: 小巨人企业奖励50万元，专精特新企业奖励15万元
RENEWED = re.compile(r"重新|复审|再次|期满")  # a tier for those who are again what the first one names
SERVICE = re.compile(r"服务费")
INTEREST = re.compile(r"利息")


@dataclass(frozen=True, slots=True)
class Worth:
    """What a measure pays a profile.

    Attributes:
        formula: how it was reckoned, "" for a stated sum or where it cannot be reckoned.
        value: in `unit`, the cap kept; "" where it cannot be reckoned.
        unit: 万元 or 元.
        words: what the text pays, in short.
        capped: the formula came to more than the cap.
    """

    formula: str
    value: str
    unit: str
    words: str
    capped: bool = False


def reached(measure: Measure, judge: Judge) -> Verdict | None:
    """Return whether the profile reaches any tier of a measure that pays by tiers alone; None where it has a ground tier or none."""
    if not measure.amounts or any(not amount.when or "部分" in amount.when for amount in measure.amounts):
        return None
    asked = "".join(item.reading for item in measure.conditions if item.kind == "clause")
    if len(measure.amounts) == 1 and overlap(measure.amounts[0].when, asked) >= SAME:
        return None  # its conditions say it already
    return either(_reached(measure, amount, judge) for amount in measure.amounts)


def alternative(measure: Measure, judge: Judge) -> bool:
    """Tell whether the profile reaches a sum that stands beside the first, for something else: 在新三板挂牌的，奖励80万元."""
    text = re.sub(r"\s+", "", measure.text)
    for amount in measure.amounts[1:]:
        at = text.find(amount.when[:8]) if len(amount.when) >= 4 and not ONLY_MORE.search(amount.when) else -1
        opens = max(text.rfind("；", 0, at), text.rfind("。", 0, at))
        if RENEWED.search(amount.when) or {said.id for said in said_in(amount.when)} & load_traits().statuses:
            opens = max(opens, *(match.end() - 1 for match in PAID.finditer(text, 0, max(at, 0))), -1)
        if at < 0 or opens < 0 or at - opens > LEAD or "其中" in text[opens:at] or re.match(r"[^，。；]*，?(?:另|再(?!次))", text[at:]):
            continue
        if _reached(measure, amount, judge) == "met":
            return True
    return False


def worth(measure: Measure, judge: Judge) -> Worth | None:
    """Return what a measure pays to a profile, None where it names no sum."""
    if not measure.amounts:
        return None
    if RELATED.search(measure.text + "".join(item.reading for item in measure.conditions)) and KIN.search(judge.profile.text):
        return Worth("", "", "", "；".join(_words(amount) for amount in measure.amounts))  # what is dealt with kin does not count
    staged = len(AGAIN.findall(re.sub(r"\s", "", measure.text))) == len(measure.amounts) - 1 and all(item.when for item in measure.amounts)
    if "依次" in measure.text or (staged and len(measure.amounts) > 1):
        return _stages(measure, judge)
    if parts := by_parts(measure.amounts, judge):
        paid = min(parts.value, parts.cap) if parts.cap is not None else parts.value
        return Worth(parts.formula, plain_sum(paid), parts.unit, "；".join(map(_words, measure.amounts)), paid < parts.value)
    tier = _tier(measure, judge)
    if tier is None:
        return Worth("", "", "", "；".join(_words(amount) for amount in measure.amounts))
    found = _scaled(measure, _reckoned(measure, tier, judge), judge)
    if found is None:
        return Worth("", "", "", _words(tier))
    capped = found.cap is not None and found.value > found.cap
    value = found.cap if capped and found.cap is not None else found.value
    return Worth(found.formula, plain_sum(value), found.unit, _words(tier), capped)


def _stages(measure: Measure, judge: Judge) -> Worth:
    """The sum of all stages that were reached, where each is paid by itself."""
    amounts = measure.amounts
    verdicts = [_reached(measure, amount, judge) if amount.when else "unknown" for amount in amounts]
    met = [amount for amount, verdict in zip(amounts, verdicts, strict=True) if amount.fixed and verdict == "met"]
    open_ = "unknown" in verdicts[: len(met) + 1] and len(met) < len(amounts)  # whether the next stage was reached is not told
    words = "；".join(_words(amount) for amount in amounts)
    if not met or open_ or amounts[0] not in met or len({amount.unit for amount in met}) > 1:
        return Worth("", "", "", words)  # which stages were paid before is not told
    total = sum((Decimal(amount.fixed) for amount in met), Decimal(0))
    terms = "+".join(f"{amount.fixed}{amount.unit}" for amount in met)
    return Worth(f"{terms}={plain_sum(total)}{met[0].unit}", plain_sum(total), met[0].unit, "；".join(_words(amount) for amount in met))


def _tier(measure: Measure, judge: Judge) -> Amount | None:
    """The tier that the profile reaches: the highest whose words hold, else the ground tier; None where grades are not told."""
    amounts = measure.amounts
    if not any(amount.when for amount in amounts):
        return amounts[0]
    met = [amount for amount in amounts if amount.when and _reached(measure, amount, judge) == "met"]
    met = [amount for amount in met if not _again(measure, amount, judge)] or met
    met = [amount for amount in met if _bare(amount.when) in judge.profile.text] or met  # of kin names, the one that is told
    if met:
        return max(met, key=_size)
    open_ = any(amount.when and _reached(measure, amount, judge) == "unknown" and not MORE.match(amount.when) for amount in amounts[1:])
    return amounts[0] if not amounts[0].when and not open_ else None


def _again(measure: Measure, amount: Amount, judge: Judge) -> bool:
    """Tell whether a tier is for who has something the first time, and the profile has it again."""
    text = re.sub(r"\s+", "", measure.text)
    part = next((part for part in re.split("[；。]", text) if amount.when in part), "")
    return bool(FIRST.search(part.partition(amount.when)[0])) and judge.verdict(f"首次认定的{amount.when}") == "not_met"


def _bare(name: str) -> str:
    """A name without its grade: 省级数字化车间 -> 数字化车间."""
    return re.sub(rf"^(?:{GRADE.pattern})", "", name)


def _size(amount: Amount) -> Decimal:
    """What tiers are compared by: their sums in 万元, or their rates."""
    return in_ten_thousands(Decimal(amount.fixed), amount.unit) if amount.fixed else Decimal(amount.rate or 0)


def _reached(measure: Measure, amount: Amount, judge: Judge) -> Verdict:
    if GRADE.fullmatch(amount.when):
        return "met" if amount.when in _grades_held(measure, judge.profile) else "unknown"
    verdict = judge.verdict(amount.when)
    if verdict == "unknown" and RENEWED.search(amount.when) and not said_in(amount.when):
        first = next((said for said in said_in(measure.text) if load_traits().statuses & {said.id}), None)
        verdict = judge.verdict(f"{amount.when}的{load_traits().traits[first.id].label}") if first else verdict
    return verdict


def _grades_held(measure: Measure, profile: Profile) -> set[str]:
    """The grades that a profile tells of what a measure is for: by its traits, or by the name that a table's row gives it."""
    named = re.finditer(rf"(?P<grade>{GRADE.pattern})[^，,。；;、]{{0,4}}{re.escape(measure.name.partition('·')[0])}", profile.text)
    if grades := {match["grade"] for match in named}:
        return grades
    kinds = {said.id for said in said_in(measure.name + measure.text)}
    return {grade for said in profile.traits if said.holds and (said.id in kinds or not kinds) for grade in said.grades}


def _reckoned(measure: Measure, tier: Amount, judge: Judge) -> Sum | None:
    if tier.fixed:
        return _fixed(measure, tier, judge)
    if not tier.rate:
        return None  # no more than a cap is stated
    each = "/" in tier.unit
    if tier.per and not each:
        return None
    told = quantity(judge.profile, tier.base, "千瓦时" if "千瓦时" in tier.unit else "元") or spent(judge.profile, tier.base, measure.text)
    if told is None or (SERVICE.search(tier.base) and _of_another(told, tier.base, measure.text)):
        return None
    rate = Decimal(tier.rate)
    if each:
        paid = told.value * rate
        return Sum(f"{plain_sum(told.value)}{told.unit}×{tier.rate}元={plain_sum(paid)}元", paid / 10000, "万元", cap_of(tier.cap, "万元"))
    value, terms = told.value * rate, f"{told.terms or plain_sum(told.value) + '万元'}×{plain_sum(rate * 100)}%"
    loan = _loan(judge.profile) if INTEREST.search(tier.base) and tier.principal_cap else None
    if loan and loan.value > Decimal(tier.principal_cap):
        value = told.value * Decimal(tier.principal_cap) / loan.value * rate
        terms = f"{plain_sum(told.value)}万元×{tier.principal_cap}万元÷{plain_sum(loan.value)}万元×{plain_sum(rate * 100)}%"
    return Sum(
        f"{terms}{'=' if value == Decimal(plain_sum(value)) else '≈'}{plain_sum(value)}万元", value, "万元", cap_of(tier.cap, tier.unit)
    )


def _of_another(told: Told, base: str, text: str) -> bool:
    """Tell whether a fee told is for something that a measure does not speak of: 云服务费 of 检测的服务费."""
    kind = re.search(r"([\u4e00-\u9fff]{1,4})服务费", told.words)
    own = re.sub(r"^.*?(?:[付交花缴]了?|支付|实际|年度|去年|今年|前年)", "", kind[1]) if kind else ""
    return bool(own) and own not in base and own not in re.sub(r"\s", "", text)


def _scaled(measure: Measure, found: Sum | None, judge: Judge) -> Sum | None:
    """A sum of which a rating gets only a part; none where the rating is not told but could be such a one."""
    for who, share in measure.scales:
        if found and judge.verdict(who) == "met":
            part = Decimal(share) / 100
            value = min(found.value, found.cap) if found.cap is not None else found.value
            head = found.formula.split("=")[0] or f"{plain_sum(value)}{found.unit}"
            return Sum(f"{head}×{share}%={plain_sum(value * part)}{found.unit}", value * part, found.unit, None)
    return found


def _fixed(measure: Measure, tier: Amount, judge: Judge) -> Sum | None:
    value = Decimal(tier.fixed)
    if tier.per in ALONE and len({item.value for item in judge.profile.told if item.unit == tier.per}) == 1:
        only = next(item for item in judge.profile.told if item.unit == tier.per)
        if ("发电" in measure.text and "发" not in only.words) or "部分" in measure.text or len(measure.amounts) > 1:
            return None
        paid = only.value * value
        formula = f"{plain_sum(only.value)}{tier.per}×{tier.fixed}{tier.unit}={plain_sum(paid)}{tier.unit}"
        return Sum(formula, in_ten_thousands(paid, tier.unit), "万元", cap_of(tier.cap, tier.unit))
    if tier.per in ("件", "个", "项", "台", "列", "趟", "间", "人次"):
        if len(measure.amounts) > 1 and tier.when and not re.search(r"\d", tier.when):
            return None  # how many there are of each tier is not told
        units = ("列", "趟") if tier.per in ("列", "趟") else (tier.per,)
        told = next((item for item in judge.profile.told if item.unit in units and overlap(item.words, measure.text) > 0), None)
        if told is None:
            return None
        paid = told.value * value
        formula = f"{plain_sum(told.value)}{tier.per}×{tier.fixed}{tier.unit}={plain_sum(paid)}{tier.unit}"
        return Sum(formula, in_ten_thousands(paid, tier.unit), "万元", cap_of(tier.cap, tier.unit))
    if tier.per:
        return None
    had = _received(measure, judge.profile) if measure.upgrade else None
    full = in_ten_thousands(value, tier.unit)
    if had and had.value < full:
        return Sum(f"{plain_sum(full)}万元-{plain_sum(had.value)}万元={plain_sum(full - had.value)}万元", full - had.value, "万元", None)
    return Sum("", value, tier.unit, None)


def _received(measure: Measure, profile: Profile) -> Told | None:
    """What the profile tells to have had before for the same kind of recognition."""
    kinds = {said.id for said in said_in(measure.name + measure.text)}
    before = ""
    for match in CLAUSE.finditer(profile.text):
        around, before = before + match.group(), match.group()
        stars = set(STARS.findall(match.group())) & set(STARS.findall(measure.text.lower()))
        if RECEIVED.search(match.group()) and (stars or kinds & {said.id for said in said_in(around)}):
            return next((item for item in profile.told if item.unit == "万元" and item.words in match.group()), None)
    return None


def _loan(profile: Profile) -> Told | None:
    return next((item for item in profile.told if item.unit == "万元" and PRINCIPAL.search(item.words)), None)


def _words(amount: Amount) -> str:
    """The tier in words: 研发费用的6%，最高200万元."""
    if not amount.fixed and not amount.rate:
        return (f"{amount.when}：" if amount.when else "") + f"最高{amount.cap}{amount.unit}"
    if amount.fixed:
        paid = f"{'每' + amount.per if amount.per else ''}{amount.fixed}{amount.unit}"
    elif "/" in amount.unit:
        paid = f"{amount.base}每{amount.per}{amount.rate}元"
    else:
        paid = f"{amount.base or '基数'}的{plain_sum(Decimal(amount.rate) * 100)}%"
    unit = "万元" if "/" in amount.unit else amount.unit
    each = f"每{amount.per}" if amount.per and amount.rate and "/" not in amount.unit else ""
    most = f"，{each}最高{amount.cap}{unit}" if amount.cap else ""
    return (f"{amount.when}：" if amount.when else "") + paid + most
