"""Sums that are paid for each of something, and a case -> the parts of the whole."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from facts.case import Case
from facts.classes import classes_in, classes_told
from facts.counts import count_of
from facts.counts_meant import MEASURES
from facts.payment import Payment
from facts.spans_told import months_told
from facts.sums import plain_sum
from facts.term import Term
from facts.told import in_ten_thousands

TIMED = ("月", "年", "天")
BY_NUMBER = re.compile(r"按照?(?:实际)?(?P<noun>[^，。；\d]{2,16}?)(?:的)?(?:数量?|户数|家数|个数|件数|项数|台数|人数)(?:，|$|给予)")
OF_WHAT = re.compile(r"^(?:按照?|对|实际|年度?|其|给予)+")


def counted(case: Case, payments: Sequence[Payment]) -> list[Term]:
    """The parts that are paid for each of something, by classes where several are named; none told gives a part with a gap."""
    payments = [named(case, one) for one in payments]
    classes = _classes(payments)
    found = [_count(case, one, own) for one, own in zip(payments, classes, strict=True)]
    if len(payments) > 1 and not all(classes):
        return [Term("或".join(term.formula for term in found), None)]
    told = classes_told(case.judge.profile, case.about)
    kept = [
        term for term, own in zip(found, classes, strict=True) if term.value is not None or (own & told and len(payments) > 1)
    ]  # a class that is told of without its number leaves a gap
    return kept or found


def named(case: Case, one: Payment) -> Payment:
    """Return a sum of a list, 分别给予150万元、80万元, with the words of its tier, which name its class."""
    own = own_classes(one)
    fits = [item.when for item in case.measure.amounts if item.fixed and in_ten_thousands(Decimal(item.fixed), item.unit) == one.fixed]
    if len(fits) != 1 or not fits[0]:
        return one
    named = classes_in(fits[0])
    return replace(one, when=fits[0]) if not own or (named and named < own) else one


def _count(case: Case, one: Payment, classes: frozenset[str]) -> Term:
    factors, value, missing = [], one.fixed or Decimal(0), False
    left_out = [item.reading for item in case.measure.conditions if item.kind == "exclusion"]
    for unit in one.per:
        if unit in TIMED:
            continue
        noun = one.noun or (
            OF_WHAT.sub("", re.split(r"[，、]", one.when)[-1])
            if unit in MEASURES and "部分" not in one.when and not one.when.endswith("面积")
            else ""
        )
        noun = noun or (by["noun"] if (by := BY_NUMBER.search(one.when)) else "")
        told = count_of(case.judge.profile, unit, noun, classes, case.about, one.when, left_out)
        if told is None:
            factors.append(f"{one.noun or one.when or ''}{unit}数（未说明）")
            missing = True
            continue
        number, words = _within(case, told.value, unit, one)
        factors.append(words)
        value *= number
    sums = plain_sum((one.fixed or Decimal(0)) * 10000) + "元" if one.unit == "元" else f"{plain_sum(one.fixed or Decimal(0))}万元"
    time, months = _time(case, one), None
    if time == "月" and (months := months_told(case.judge.profile, case.about)) is not None:
        months = min(months, case.terms.limits.months) if case.terms.limits.months else months
        value, time = value * months, ""
    formula = "×".join([*factors, sums, *([f"{plain_sum(months)}个月"] if months is not None else [])])
    return Term(formula, None if missing else value, time)


def _within(case: Case, told: Decimal, unit: str, one: Payment) -> tuple[Decimal, str]:
    """How many count: those of a part, and no more than the most."""
    number = told
    if one.low is not None or one.high is not None:
        number = max(Decimal(0), min(told, one.high) if one.high is not None else told) - (one.low or Decimal(0))
        number = max(Decimal(0), number)
        words = f"({plain_sum(told)}{unit}-{plain_sum(one.low)}{unit})" if one.low else f"{plain_sum(number)}{unit}"
        return number, words
    most = next((count for name, count in case.terms.limits.most if name == unit or {name, unit} <= {"人", "名"}), None)
    if most is not None and told > most:
        return most, f"{plain_sum(most)}{unit}"
    return number, f"{plain_sum(number)}{unit}"


def _time(case: Case, one: Payment) -> str:
    return next((unit for unit in ("月", "年") if unit in one.per), "")


def own_classes(one: Payment) -> frozenset[str]:
    """Return the classes that a sum is paid for, by the words nearest to it: 按博士、正高级每人6万元."""
    return classes_in(re.split(r"，|按照?|对", one.when)[-1] + one.noun) or classes_in(one.when)


def _classes(payments: Sequence[Payment]) -> list[frozenset[str]]:
    """The classes that each of several sums is paid for; empty for one sum alone, or where the words name none that tells them apart."""
    if len(payments) == 1:
        return [frozenset()]
    own = [own_classes(one) for one in payments]
    return [mine - frozenset.intersection(*own) for mine in own]
