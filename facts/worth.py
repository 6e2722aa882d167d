"""A measure and a profile -> the sum that is paid, with its formula."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from facts.judging import Judge, overlap
from facts.measure import Amount, Measure
from facts.profile import Profile, Told, in_ten_thousands, load_gauges
from facts.traits import CLAUSE, said_in

RECEIVED = re.compile(r"拿过|领过|获得过|已拿|已获|享受过|已享受|得过|奖励过|给过")
PRINCIPAL = re.compile(r"贷款|借款")
INTEREST = re.compile(r"利息")


@dataclass(frozen=True, slots=True)
class Worth:
    """What a measure pays: the formula, its value and unit; "" where it cannot be reckoned, with what it pays in words."""

    formula: str
    value: str
    unit: str
    words: str


def worth(measure: Measure, judge: Judge) -> Worth | None:
    """Return what a measure pays to a profile, None where it names no sum."""
    if not measure.amounts:
        return None
    tier = _tier(measure.amounts, judge)
    if tier is None:
        return Worth("", "", "", "；".join(_words(amount) for amount in measure.amounts))
    formula, value, unit = _reckoned(measure, tier, judge)
    return Worth(formula, value, unit, _words(tier))


def _tier(amounts: Sequence[Amount], judge: Judge) -> Amount | None:
    """The tier that the profile reaches: the highest whose words hold, else the ground tier; None where grades are not told."""
    if not any(amount.when for amount in amounts):
        return amounts[0]
    met = [amount for amount in amounts if amount.when and _reached(amount, judge) == "met"]
    if met:
        return max(met, key=lambda amount: Decimal(amount.fixed or amount.rate or 0))
    return amounts[0] if not amounts[0].when else None


def _reached(amount: Amount, judge: Judge) -> str:
    if re.fullmatch(r"(?:国家|省|市|区|县)级", amount.when):
        held = {grade for said in judge.profile.traits if said.holds for grade in said.grades}
        return "met" if amount.when in held else "unknown"
    return judge.verdict(amount.when)


def _reckoned(measure: Measure, tier: Amount, judge: Judge) -> tuple[str, str, str]:
    if tier.fixed:
        return _fixed(measure, tier, judge)
    if tier.per and "/" not in tier.unit:
        return "", "", ""
    told = judge.quantity(tier.base, "千瓦时" if "千瓦时" in tier.unit else "元")
    if told is None:
        return "", "", ""
    rate = Decimal(tier.rate)
    if "/" in tier.unit:
        value = told.value * rate / 10000
        return _limited(f"{_plain(told.value)} × {tier.rate} 元 ÷ 10000", value, tier.cap, "万元")
    value, formula = told.value * rate, f"{_plain(told.value)} 万元 × {_plain(rate * 100)}%"
    loan = _loan(judge.profile) if INTEREST.search(tier.base) and tier.principal_cap else None
    if loan and loan.value > Decimal(tier.principal_cap):
        value = told.value * Decimal(tier.principal_cap) / loan.value * rate
        formula = f"{_plain(told.value)} 万元 × {tier.principal_cap} ÷ {_plain(loan.value)} × {_plain(rate * 100)}%"
    cap = tier.cap and _plain(in_ten_thousands(Decimal(tier.cap), tier.unit))
    return _limited(formula, value, cap, "万元")


def _fixed(measure: Measure, tier: Amount, judge: Judge) -> tuple[str, str, str]:
    value = Decimal(tier.fixed)
    if tier.per in ("件", "个", "项", "台"):
        told = next((item for item in judge.profile.told if item.unit == tier.per and overlap(item.words, measure.text) > 0), None)
        if told is None:
            return "", "", ""
        return _limited(f"{_plain(told.value)} {tier.per} × {tier.fixed} {tier.unit}", told.value * value, tier.cap, tier.unit)
    if tier.per:
        return "", "", ""
    had = _received(measure, judge.profile) if measure.upgrade else None
    if had and had.value < in_ten_thousands(value, tier.unit):
        total = in_ten_thousands(value, tier.unit) - had.value
        return f"{_plain(in_ten_thousands(value, tier.unit))} 万元 − {_plain(had.value)} 万元", _plain(total), "万元"
    return f"{tier.fixed} {tier.unit}", _plain(value), tier.unit


def _received(measure: Measure, profile: Profile) -> Told | None:
    """What the profile tells to have had before for the same kind of recognition."""
    kinds = {said.id for said in said_in(measure.name + measure.text)}
    for match in CLAUSE.finditer(profile.text):
        if RECEIVED.search(match.group()) and kinds & {said.id for said in said_in(match.group())}:
            return next((item for item in profile.told if item.unit == "万元" and item.words in match.group()), None)
    return None


def _loan(profile: Profile) -> Told | None:
    return next((item for item in profile.told if item.unit == "万元" and PRINCIPAL.search(item.words)), None)


def _limited(formula: str, value: Decimal, cap: str, unit: str) -> tuple[str, str, str]:
    if cap:
        return f"min({formula}，上限 {cap} {unit})", _plain(min(value, Decimal(cap))), unit
    return formula, _plain(value), unit


def _words(amount: Amount) -> str:
    """The tier in words: 研发费用的6%，最高200万元."""
    if amount.fixed:
        paid = f"{'每' + amount.per if amount.per else ''}{amount.fixed}{amount.unit}"
    elif "/" in amount.unit:
        paid = f"{amount.base}每{amount.per}{amount.rate}元"
    else:
        paid = f"{amount.base or '基数'}的{_plain(Decimal(amount.rate) * 100)}%"
    unit = "万元" if "/" in amount.unit else amount.unit
    each = f"每{amount.per}" if amount.per and amount.rate and "/" not in amount.unit else ""
    most = f"，{each}最高{amount.cap}{unit}" if amount.cap else ""
    return (f"{amount.when}：" if amount.when else "") + paid + most


def _plain(value: Decimal) -> str:
    text = f"{round(value, 4):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def gauge_label(words: str) -> str:
    """Return the name of the quantity that some words are about, for a question back."""
    return next((gauge.label for gauge in load_gauges() if gauge.words.search(words)), words)
