"""Shares of one or several bases, and a case -> the parts of the whole."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from facts.bases import base_told
from facts.case import Case
from facts.counts import count_of
from facts.interest_sums import interest, interest_share, of_loan
from facts.likeness import pairs
from facts.payment import Payment
from facts.quantities import find_quantities
from facts.spoken import with_yuan
from facts.sums import plain_sum
from facts.term import Term
from facts.told import MONEY, Told, in_ten_thousands
from facts.traits import CLAUSE

BETWEEN = re.compile(r"[、和及与]?(?:另|还有)?(?:一[个场次项款笔台]|1[个场次项款笔台])?(?:是|为)?")
MARKET = re.compile(r"LPR|贷款市场报价利率", re.I)
LPR = re.compile(r"(?:lpr|报价利率)[^,;。\d]{0,6}(?P<rate>\d+(?:\.\d+)?)%")
SOLD = re.compile(r"销售额|卖了|卖出|售价|展位费|票房")


def by_parts(case: Case, payments: Sequence[Payment]) -> list[Term]:
    """The parts of one base, each at its own rate."""
    base = next((one.base for one in payments if one.base), "") or _noun_of_parts(payments)
    told = base_told(case.judge.profile, case.measure, base)
    if told is None:
        shares = "+".join(f"{_range(one)}部分×{plain_sum((one.rate or Decimal(0)) * 100)}%" for one in payments)
        return [Term(f"{base or '基数'}（未说明）：{shares}", None)]
    found = []
    for one in payments:
        low, high = one.low or Decimal(0), one.high
        part = max(Decimal(0), (min(told.value, high) if high is not None else told.value) - low)
        if part:
            top = plain_sum(min(told.value, high) if high is not None else told.value)
            words = f"({top}万元-{plain_sum(low)}万元)" if low else f"{plain_sum(part)}万元"
            found.append(Term(f"{words}×{plain_sum((one.rate or Decimal(0)) * 100)}%", part * (one.rate or Decimal(0))))
    return found


def bases(case: Case, payments: Sequence[Payment]) -> list[Term]:
    """Several bases, each with its own rate, that are added."""
    found = []
    for one in payments:
        told = base_told(case.judge.profile, case.measure, one.base)
        own = pairs(one.base).difference(*(pairs(other.base) for other in payments if other is not one))
        if told and own and not own & pairs(told.words):
            told = None  # it is of another of them
        share = f"{plain_sum((one.rate or Decimal(0)) * 100)}%"
        if told is None:
            found.append(Term(f"{one.base}（未说明）×{share}", None))
        else:
            found.append(Term(f"{plain_sum(told.value)}万元×{share}", told.value * (one.rate or Decimal(0))))
    return found


def rate_of(case: Case, one: Payment, each: Decimal | None) -> Term:
    """A share of one base, of each item no more than its cap in 万元."""
    share = f"{plain_sum((one.rate or Decimal(0)) * 100)}%"
    if MARKET.search(case.measure.paying or case.measure.text):
        market = LPR.search(case.judge.profile.text)
        if not market:
            return Term(f"贷款本金×贷款市场报价利率（未说明）×{share}", None)
        rate = (one.rate or Decimal(0)) * Decimal(market["rate"]) / 100
        return interest(case, replace(one, rate=rate), f"{market['rate']}%×{share}")
    if of_loan(case, one):
        return interest(case, one, share)
    told = base_told(case.judge.profile, case.measure, one.base)
    if told is None:
        return interest_share(case, one, share) or Term(f"{one.base or '基数'}（未说明）×{share}", None)
    value, formula = told.value * (one.rate or Decimal(0)), f"{told.terms or plain_sum(told.value) + '万元'}×{share}"
    if each is None:
        return Term(formula, value)
    if sums := _items(case, told):
        paid = [(base, min(base * (one.rate or Decimal(0)), each)) for base in sums]
        words = "+".join(f"{plain_sum(each)}万元" if sum_ == each else f"{plain_sum(base)}万元×{share}" for base, sum_ in paid)
        cut = any(base * (one.rate or Decimal(0)) > each for base in sums)
        return Term(words, sum((sum_ for _, sum_ in paid), Decimal(0)), note=f"单项最高{plain_sum(each)}万元" if cut else "")
    return _each(case, told, value, formula, each)


def _each(case: Case, told: Told, value: Decimal, formula: str, each: Decimal) -> Term:
    """A share of what was spent on one or several items, of each no more than its cap."""
    number = _number(case, told.value)
    most = next((count for name, count in case.terms.limits.most if case.terms.limits.item.startswith(name)), None)
    number = min(number, most) if number is not None and most is not None else number
    least, note = (formula, "") if value <= each else (f"{plain_sum(each)}万元", f"{formula}，单项最高{plain_sum(each)}万元")
    if _others_like(case, told) or (number is None and value > each):
        return Term(f"{formula}（每项最高{plain_sum(each)}万元，各自的数额未说明）", None)
    if number is not None and re.search(r"每|各|都是", told.words) and number > 1:
        return Term(f"{least}×{plain_sum(number)}", number * min(value, each), note=note)
    if number is None or number <= 1 or value <= each:
        return Term(least, min(value, each), note=note)
    return Term(f"{formula}（每项最高{plain_sum(each)}万元，各自的数额未说明）", None)


def _others_like(case: Case, told: Told) -> bool:
    """Tell whether another sum is told of the same kind, of another item: 卖了450万, 另一种销售额200万."""
    like = (item for item in case.judge.profile.told if item.unit == "万元" and item.value != told.value)
    return any(SOLD.search(item.words) and SOLD.search(told.words) for item in like)


def _number(case: Case, base: Decimal) -> Decimal | None:
    """How many items a base is of, as the profile tells; one where it tells no number of things, None of people."""
    item = re.match(r"台套|台|套|个|家|项|件|场|次|笔|部|款|人|名|届|期|班|艘|辆|例|集|店", case.terms.limits.item)
    unit = item.group() if item else "个"
    count = count_of(case.judge.profile, unit, case.terms.limits.item.removeprefix(unit), frozenset(), case.about)
    if count is None and unit in ("人", "名"):
        return None
    return count.value if count is not None and count.value != base else Decimal(1)


def _items(case: Case, told: Told) -> list[Decimal]:
    """The sums of several items, each told by itself in one clause: 展位费分别是5万元和8万元; none where there is but one."""
    for match in CLAUSE.finditer(case.judge.profile.text):
        clause = with_yuan(match.group())
        sums = [item for item in find_quantities(clause, 0, len(clause)) if item.unit in MONEY]
        values = [in_ten_thousands(item.value, item.unit) for item in sums]
        gaps = [clause[one.end : other.start] for one, other in zip(sums, sums[1:], strict=False)]
        if len(sums) > 1 and told.value in values and all(BETWEEN.fullmatch(gap) for gap in gaps):
            return values
    return []


def _noun_of_parts(payments: Sequence[Payment]) -> str:
    """What parts are parts of, by the words before the first limit: 研发费用300万元以内部分."""
    found = (re.split(r"\d|不?超过|高于|低于", one.when)[0] for one in payments)
    return next((re.sub(r"^(?:对|按照?|其中|企业|年度|实际)+|(?:在|的|给予|为)+$", "", words) for words in found if len(words) > 1), "")


def _range(one: Payment) -> str:
    low, high = one.low or Decimal(0), one.high
    if high is None:
        return f"超过{plain_sum(low)}万元"
    return f"{plain_sum(low)}万元至{plain_sum(high)}万元" if low else f"{plain_sum(high)}万元以内"
