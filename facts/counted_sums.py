"""Sums that are paid for each of something, and a case -> the parts of the whole."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from facts.case import Case
from facts.classes import classes_in, classes_told
from facts.counts import count_of
from facts.counts_meant import MEASURES, labels_of
from facts.counts_told import PEOPLE, Count, clause_with, counts_told
from facts.days_told import days_told
from facts.event_counts import over_events
from facts.kernels import distinct, listed, plainly, told_among
from facts.payment import Payment
from facts.spans_told import months_paid
from facts.sums import plain_sum
from facts.term import Term
from facts.told import in_ten_thousands

DAY = "天"
SHOPS = (("店", "家", "间"), ("台", "套", "台套", "辆"))
TIMED = ("月", "年", DAY)
BY_NUMBER = re.compile(r"按照?(?:实际)?(?P<noun>[^，。；\d]{2,16}?)(?:的)?(?:数量?|户数|家数|个数|件数|项数|台数|人数)(?:，|$|给予)")
SAME, APART = re.compile(r"同1?一?[项件个种款]"), re.compile(r"不同的?|各[在不是]|每[项件个](?:都?只|各)|都只|没有?重复")
SINGLE = re.compile(r"(?<![\d第])[一1](?:台|个|项|张|件|款|种|套|只)")
BOUNDED = re.compile(r"\d[^\d]{0,6}(?:以上|以下|以内)")
PERSON = re.compile(r"(?:[初中]级工|高级工|高级技师|技师|博士|硕士|本科|大专|专科|中专)(?:研究生|毕业生|生)?")
PAID_TO = re.compile(r"(?:给予|发给|补贴给|补助给|奖励).*$")  # 按发电量给予屋顶所有人
OF_WHAT = re.compile(r"^(?:按照?|对|实际|年度?|其|给予)+")


def counted(case: Case, payments: Sequence[Payment]) -> list[Term]:
    """The parts that are paid for each of something, by classes where several are named; none told gives a part with a gap."""
    payments = [named(case, one) for one in payments]
    classes, bars = _classes(payments)
    if len(payments) > 1 and not all(classes) and (by_names := _by_names(case, payments)):
        return by_names
    found = [_count(case, one, own, bar) for one, own, bar in zip(payments, classes, bars, strict=True)]
    if len(payments) > 1 and not all(classes):
        return [Term("或".join(term.formula for term in found), None)]
    told = classes_told(case.judge.profile, case.about)
    kept = [
        term
        for term, own, bar in zip(found, classes, bars, strict=True)
        if term.value is not None or (own & told and not bar & told and len(payments) > 1)
    ]  # a class that is told of without its number leaves a gap
    return kept or found


def for_each_class(case: Case) -> Case:
    """Sums of a list of classes of people (中级工1500元、技师3000元), as paid for each of them where their numbers are told."""
    listed = [one for one in case.terms.payments if one.fixed is not None and not one.per and PERSON.fullmatch(_class_of(one))]
    if len(listed) < 2:  # noqa: PLR2004
        return case
    told = [labels_of(case.judge.profile, one) for unit in PEOPLE[:1] for one in counts_told(case.judge.profile, unit, case.about)]
    named = {name for one in listed for name in own_classes(one)}
    if not any(labels & named for labels in told):
        return case
    payments = tuple(replace(one, per=("人",)) if one in listed else one for one in case.terms.payments)
    return replace(case, terms=replace(case.terms, payments=payments))


def _class_of(one: Payment) -> str:
    """The words of a sum that stand nearest to it."""
    return re.split(r"，|、|按照?|对", one.when)[-1]


def are_parts(payments: Sequence[Payment]) -> bool:
    """Tell whether sums are paid for the parts of one number: 5000至10000标箱部分每标箱40元，10000标箱以上部分每标箱60元."""
    return (
        len(payments) > 1
        and all(one.low is not None and "部分" in one.when for one in payments)
        and len({one.per for one in payments}) == 1
    )


def by_count_parts(case: Case, payments: Sequence[Payment]) -> list[Term]:
    """The parts of one number, each at its own sum; those that are not reached are left out."""
    found = [_count(case, one, frozenset(), frozenset()) for one in payments]
    return [term for term in found if term.value is None or term.value > 0] or found


def _by_names(case: Case, payments: Sequence[Payment]) -> list[Term]:
    """The parts for things that are listed side by side and told by their own words (第三类、第二类注册证); none where it is not so."""
    names = listed(case.measure.amounts, re.sub(r"\s", "", case.measure.paying or case.measure.text))
    if len(names) != len(payments) or any(len(one.per) != 1 or one.per[0] in TIMED for one in payments):
        return []
    terms = []
    for place in sorted(told_among(case.judge.profile, names)):
        one, own = payments[place], distinct(names[place], names)
        beside = [count for count in counts_told(case.judge.profile, one.per[0]) if own in plainly(clause_with(case.judge.profile, count))]
        single = SINGLE.search(case.judge.profile.text) and not beside
        numbers = {count.value for count in beside} or ({Decimal(1)} if single else set())
        number = next(iter(numbers)) if len(numbers) == 1 else None
        paid = f"{plain_sum(one.fixed or Decimal(0))}万元"
        if number is None:
            terms.append(Term(f"{names[place]}{one.per[0]}数（未说明）×{paid}", None))
        else:
            terms.append(Term(f"{plain_sum(number)}{one.per[0]}×{paid}", number * (one.fixed or Decimal(0))))
    return terms


def named(case: Case, one: Payment) -> Payment:
    """Return a sum of a list, 分别给予150万元、80万元, with the words of its tier, which name its class."""
    own = own_classes(one)
    fits = [item.when for item in case.measure.amounts if item.fixed and in_ten_thousands(Decimal(item.fixed), item.unit) == one.fixed]
    if len(fits) != 1 or not fits[0]:
        return one
    named = classes_in(fits[0])
    return replace(one, when=fits[0]) if not own or (named and named < own) else one


def _count(case: Case, one: Payment, classes: frozenset[str], bars: frozenset[str]) -> Term:
    factors, value, missing = [], one.fixed or Decimal(0), False
    for unit in one.per:
        if unit == DAY:
            days = days_told(case.judge.profile, case.measure.paying or case.measure.text)
            factors.append(f"{plain_sum(days)}天" if days else "天数（未说明）")
            value, missing = value * (days or 1), missing or days is None
            continue
        if unit in TIMED:
            continue
        events = over_events(case.judge.profile, unit, re.sub(r"\s", "", case.measure.paying or case.measure.text))
        if events is not None and events is not False:
            factors.append(f"{plain_sum(events)}{unit}")
            value *= events
            continue
        told = None if events is False else _told(case, one, unit, classes, bars)
        if told is None:
            factors.append(f"{one.noun or one.when or ''}{unit}数（未说明）")
            missing = True
            continue
        number, words = _within(case, told.value, unit, one)
        kept = _of_one(case, number, one)
        missing = missing or kept is None
        factors.append(words if kept is None or kept == number else f"{plain_sum(kept)}{unit}")
        value *= kept or number
    sums = plain_sum((one.fixed or Decimal(0)) * 10000) + "元" if one.unit == "元" else f"{plain_sum(one.fixed or Decimal(0))}万元"
    formula = "×".join([*factors, sums])
    return over_months(case, Term(formula, None if missing else value, _time(case, one)))


def over_months(case: Case, term: Term) -> Term:
    """A part that is paid by the month, over as many months as are told; as it is where none are."""
    asked = "，".join(item.reading for item in case.measure.conditions)
    months = months_paid(case.judge.profile, case.about, case.terms.limits, asked) if term.time == "月" else None
    if months is None:
        return term
    return Term(f"{term.formula}×{plain_sum(months)}个月", None if term.value is None else term.value * months, "", term.note)


def _told(case: Case, one: Payment, unit: str, classes: frozenset[str], bars: frozenset[str]) -> Count | None:
    """How many of a unit a profile tells of what a sum is paid for."""
    noun = one.noun or (
        OF_WHAT.sub("", re.split(r"[，、]", one.when)[-1])
        if unit in MEASURES and "部分" not in one.when and not one.when.endswith("面积")
        else ""
    )
    noun = "" if BOUNDED.search(noun) else PAID_TO.sub("", noun)  # 面积在90平方米以上 tells which, no thing that is counted
    noun = noun or (by["noun"] if (by := BY_NUMBER.search(one.when)) else "")
    left_out = [item.reading for item in case.measure.conditions if item.kind == "exclusion"]
    return count_of(case.judge.profile, unit, noun, classes, case.about, one.when, left_out, bars)


def _within(case: Case, told: Decimal, unit: str, one: Payment) -> tuple[Decimal, str]:
    """How many count: those of a part, and no more than the most."""
    number = told
    if one.low is not None or one.high is not None:
        number = max(Decimal(0), min(told, one.high) if one.high is not None else told) - (one.low or Decimal(0))
        number = max(Decimal(0), number)
        top = min(told, one.high) if one.high is not None else told
        words = f"({plain_sum(top)}{unit}-{plain_sum(one.low)}{unit})" if one.low else f"{plain_sum(number)}{unit}"
        return number, words
    most = next((count for name, count in case.terms.limits.most if _is_kin(name, unit)), None)
    if most is not None and told > most:
        return most, f"{plain_sum(most)}{unit}"
    return number, f"{plain_sum(number)}{unit}"


def _is_kin(name: str, unit: str) -> bool:
    """Whether two words count the same: of 店 no more than 5家."""
    return name == unit or {name, unit} <= {"人", "名"} or any({name, unit} <= set(kin) for kin in SHOPS)


def _of_one(case: Case, number: Decimal, one: Payment) -> Decimal | None:
    """How many count where but so many of one thing do (同一项发明最多资助2个国家); None where it is not plain."""
    limits = (
        most
        for name, most in case.terms.limits.most
        if not any(_is_kin(name, unit) for unit in one.per) and not {name, *one.per} & set(PEOPLE)
    )
    least = min(limits, default=number)
    if number <= least or APART.search(case.judge.profile.text):
        return number
    return least if SAME.search(case.judge.profile.text) else None


def _time(case: Case, one: Payment) -> str:
    return next((unit for unit in ("月", "年") if unit in one.per), "")


def own_classes(one: Payment) -> frozenset[str]:
    """Return the classes that a sum is paid for, by the words nearest to it: 按博士、正高级每人6万元."""
    return classes_in(re.split(r"，|按照?|对", one.when)[-1] + one.noun) or classes_in(one.when)


def _classes(payments: Sequence[Payment]) -> tuple[list[frozenset[str]], list[frozenset[str]]]:
    """The classes that each of several sums is paid for, and those that another of them pays for: 绿色食品 beside 绿色食品续展.

    Empty for one sum alone, or where the words name none that tells them apart.
    """
    if len(payments) == 1:
        return [frozenset()], [frozenset()]
    own = [own_classes(one) for one in payments]
    if not all(mine - frozenset.intersection(*own) for mine in own):  # 美国、日本专利局 beside 国内
        own = [mine | classes_in(one.when, places=True) for mine, one in zip(own, payments, strict=True)]
    bars = [frozenset[str]().union(*(other - mine for other in own if mine < other)) for mine in own]
    less = [frozenset[str]().union(*(other for other in own if other < mine)) for mine in own]
    common = frozenset.intersection(*own)
    return [(mine - common - low) or (mine if bar else frozenset()) for mine, low, bar in zip(own, less, bars, strict=True)], bars
