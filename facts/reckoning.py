"""All that a measure pays, and a profile -> the whole sum with its formula, or the formula with what is missing in it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from facts.bases import base_told
from facts.classes import classes_in, classes_told
from facts.counts import MEASURES, count_of
from facts.judging import Judge
from facts.likeness import overlap
from facts.limits import Limits
from facts.measure import Measure
from facts.payments import Payment, Terms
from facts.premiums import Premium, premiums
from facts.quantities import find_quantities
from facts.spans_told import months_told
from facts.spoken import with_yuan
from facts.sums import plain_sum
from facts.told import MONEY, Told, in_ten_thousands
from facts.traits import CLAUSE

TIMED = ("月", "年", "天")
LOAN = re.compile(r"贷款|借款|本金")
BETWEEN = re.compile(r"[、和及与]?(?:另|还有)?(?:一[个场次项款笔台]|1[个场次项款笔台])?(?:是|为)?")
OF_WHAT = re.compile(r"^(?:按照?|对|实际|年度?|其|给予)+")
MARKET = re.compile(r"LPR|贷款市场报价利率", re.I)
LPR = re.compile(r"(?:lpr|报价利率)[^,;。\d]{0,6}(?P<rate>\d+(?:\.\d+)?)%")
SOLD = re.compile(r"销售额|卖了|卖出|售价|展位费|票房")
LENT = re.compile(r"贷|借")
YEARLY = re.compile(r"年利率|年化|年利|利率|贴息")


@dataclass(frozen=True, slots=True)
class Term:
    """One part of a sum: its formula, and its value in 万元, None where something in it is not told; `time`: 月 or 年 where it is for each."""

    formula: str
    value: Decimal | None
    time: str = ""


@dataclass(frozen=True, slots=True)
class Reckoner:
    """Reckons what one measure pays one profile."""

    measure: Measure
    judge: Judge
    terms: Terms
    about: str

    def counted(self, payments: Sequence[Payment]) -> list[Term]:
        """The parts that are paid for each of something, by classes where several are named; none told gives a part with a gap."""
        payments = [self.named(one) for one in payments]
        classes = _classes(payments)
        found = [self._count(one, own) for one, own in zip(payments, classes, strict=True)]
        if len(payments) > 1 and not all(classes):
            return [Term("或".join(term.formula for term in found), None)]
        told = classes_told(self.judge.profile, self.about)
        kept = [
            term for term, own in zip(found, classes, strict=True) if term.value is not None or (own & told and len(payments) > 1)
        ]  # a class that is told of without its number leaves a gap
        return kept or found

    def named(self, one: Payment) -> Payment:
        """Return a sum of a list, 分别给予150万元、80万元, with the words of its tier, which name its class."""
        own = own_classes(one)
        fits = [item.when for item in self.measure.amounts if item.fixed and in_ten_thousands(Decimal(item.fixed), item.unit) == one.fixed]
        if len(fits) != 1 or not fits[0]:
            return one
        named = classes_in(fits[0])
        return replace(one, when=fits[0]) if not own or (named and named < own) else one

    def _count(self, one: Payment, classes: frozenset[str]) -> Term:
        factors, value, missing = [], one.fixed or Decimal(0), False
        for unit in one.per:
            if unit in TIMED:
                continue
            noun = one.noun or (
                OF_WHAT.sub("", re.split(r"[，、]", one.when)[-1])
                if unit in MEASURES and "部分" not in one.when and not one.when.endswith("面积")
                else ""
            )
            told = count_of(self.judge.profile, unit, noun, classes, self.about, one.when)
            if told is None:
                factors.append(f"{one.noun or one.when or ''}{unit}数（未说明）")
                missing = True
                continue
            number, words = self._within(told.value, unit, one)
            factors.append(words)
            value *= number
        sums = plain_sum((one.fixed or Decimal(0)) * 10000) + "元" if one.unit == "元" else f"{plain_sum(one.fixed or Decimal(0))}万元"
        time, months = self._time(one), None
        if time == "月" and (months := months_told(self.judge.profile, self.about)) is not None:
            months = min(months, self.terms.limits.months) if self.terms.limits.months else months
            value, time = value * months, ""
        formula = "×".join([*factors, sums, *([f"{plain_sum(months)}个月"] if months is not None else [])])
        return Term(formula, None if missing else value, time)

    def _within(self, told: Decimal, unit: str, one: Payment) -> tuple[Decimal, str]:
        """How many count: those of a part, and no more than the most."""
        number = told
        if one.low is not None or one.high is not None:
            number = max(Decimal(0), min(told, one.high) if one.high is not None else told) - (one.low or Decimal(0))
            number = max(Decimal(0), number)
            words = f"({plain_sum(told)}-{plain_sum(one.low)}){unit}" if one.low else f"{plain_sum(number)}{unit}"
            return number, words
        most = next((count for name, count in self.terms.limits.most if name == unit or {name, unit} <= {"人", "名"}), None)
        if most is not None and told > most:
            return most, f"{plain_sum(most)}{unit}（上限）"
        return number, f"{plain_sum(number)}{unit}"

    def _time(self, one: Payment) -> str:
        return next((unit for unit in ("月", "年") if unit in one.per), "")

    def by_parts(self, payments: Sequence[Payment]) -> list[Term]:
        """The parts of one base, each at its own rate."""
        base = next((one.base for one in payments if one.base), "") or _noun_of_parts(payments)
        told = base_told(self.judge.profile, self.measure, base)
        if told is None:
            shares = "+".join(f"{_range(one)}部分×{plain_sum((one.rate or Decimal(0)) * 100)}%" for one in payments)
            return [Term(f"{base or '基数'}（未说明）：{shares}", None)]
        found = []
        for one in payments:
            low, high = one.low or Decimal(0), one.high
            part = max(Decimal(0), (min(told.value, high) if high is not None else told.value) - low)
            if part:
                words = (
                    f"({plain_sum(min(told.value, high) if high is not None else told.value)}-{plain_sum(low)})" if low else plain_sum(part)
                )
                found.append(Term(f"{words}万元×{plain_sum((one.rate or Decimal(0)) * 100)}%", part * (one.rate or Decimal(0))))
        return found

    def bases(self, payments: Sequence[Payment]) -> list[Term]:
        """Several bases, each with its own rate, that are added."""
        found = []
        for one in payments:
            told = base_told(self.judge.profile, self.measure, one.base)
            share = f"{plain_sum((one.rate or Decimal(0)) * 100)}%"
            if told is None:
                found.append(Term(f"{one.base}（未说明）×{share}", None))
            else:
                found.append(Term(f"{plain_sum(told.value)}万元×{share}", told.value * (one.rate or Decimal(0))))
        return found

    def rate(self, one: Payment, each: Decimal | None) -> Term:
        """A share of one base, of each item no more than its cap in 万元."""
        share = f"{plain_sum((one.rate or Decimal(0)) * 100)}%"
        if MARKET.search(self.measure.paying or self.measure.text):
            market = LPR.search(self.judge.profile.text)
            if not market:
                return Term(f"贷款本金×贷款市场报价利率（未说明）×{share}", None)
            rate = (one.rate or Decimal(0)) * Decimal(market["rate"]) / 100
            return self._interest(replace(one, rate=rate), f"{market['rate']}%×{share}")
        if self.of_loan(one):
            return self._interest(one, share)
        told = base_told(self.judge.profile, self.measure, one.base)
        if told is None:
            return Term(f"{one.base or '基数'}（未说明）×{share}", None)
        value, formula = told.value * (one.rate or Decimal(0)), f"{told.terms or plain_sum(told.value) + '万元'}×{share}"
        if each is None:
            return Term(formula, value)
        if sums := self._items(told):
            words = "+".join(f"min({plain_sum(base)}万元×{share}，{plain_sum(each)}万元)" for base in sums)
            return Term(words, sum((min(base * (one.rate or Decimal(0)), each) for base in sums), Decimal(0)))
        return self._each(told, value, formula, each)

    def _each(self, told: Told, value: Decimal, formula: str, each: Decimal) -> Term:
        """A share of what was spent on one or several items, of each no more than its cap."""
        number = self._number(told.value)
        least = f"min({formula}，{plain_sum(each)}万元)"
        if self._others_like(told) or (number is None and value > each):
            return Term(f"{formula}（每项最高{plain_sum(each)}万元，各自的数额未说明）", None)
        if number is not None and re.search(r"每|各|都是", told.words) and number > 1:
            return Term(f"{plain_sum(number)}×{least}", number * min(value, each))
        if number is None or number <= 1 or value <= each:
            return Term(formula if value <= each else least, min(value, each))
        return Term(f"{formula}（每项最高{plain_sum(each)}万元，各自的数额未说明）", None)

    def _others_like(self, told: Told) -> bool:
        """Tell whether another sum is told of the same kind, of another item: 卖了450万, 另一种销售额200万."""
        like = (item for item in self.judge.profile.told if item.unit == "万元" and item.value != told.value)
        return any(SOLD.search(item.words) and SOLD.search(told.words) for item in like)

    def _number(self, base: Decimal) -> Decimal | None:
        """How many items a base is of, as the profile tells; one where it tells no number of things, None of people."""
        item = re.match(r"台套|台|套|个|家|项|件|场|次|笔|部|款|人|名|届|期|班|艘|辆|例|集|店", self.terms.limits.item)
        unit = item.group() if item else "个"
        count = count_of(self.judge.profile, unit, self.terms.limits.item.removeprefix(unit), frozenset(), self.about)
        if count is None and unit in ("人", "名"):
            return None
        return count.value if count is not None and count.value != base else Decimal(1)

    def _items(self, told: Told) -> list[Decimal]:
        """The sums of several items, each told by itself in one clause: 展位费分别是5万元和8万元; none where there is but one."""
        for match in CLAUSE.finditer(self.judge.profile.text):
            clause = with_yuan(match.group())
            sums = [item for item in find_quantities(clause, 0, len(clause)) if item.unit in MONEY]
            values = [in_ten_thousands(item.value, item.unit) for item in sums]
            gaps = [clause[one.end : other.start] for one, other in zip(sums, sums[1:], strict=False)]
            if len(sums) > 1 and told.value in values and all(BETWEEN.fullmatch(gap) for gap in gaps):
                return values
        return []

    def of_loan(self, one: Payment) -> bool:
        """Tell whether a share is the rate of interest on a loan."""
        words = self.measure.paying or self.measure.text
        return bool(
            YEARLY.search(words)
            and (one.rate or 1) <= Decimal("0.06")
            and LOAN.search(one.base + self.about)
            and not re.search("利息|担保|保费|评估", one.base)
        )

    def _interest(self, one: Payment, share: str) -> Term:
        """Interest on a loan at a rate that the words state, on no more than the principal that counts."""
        loan = next((item for item in self.judge.profile.told if item.unit == "万元" and LENT.search(item.words)), None)
        if loan is None:
            return Term(f"贷款本金（未说明）×{share}", None)
        most = self.terms.limits.principal
        principal = min(loan.value, most) if most else loan.value
        months = months_told(self.judge.profile, self.about)
        if self.terms.limits.months and months is not None:
            months = min(months, self.terms.limits.months)
        words = f"{plain_sum(principal)}万元×{share}"
        value = principal * (one.rate or Decimal(0))
        if months is None or months == 12:
            return Term(words, value, "年" if months is None else "")
        return Term(f"{words}×{plain_sum(months)}个月÷12", value * months / 12)

    def raised(self, terms: Sequence[Term], payments: Sequence[Payment]) -> tuple[list[Term], list[str]]:
        """The parts with what is paid on top to some, and remarks on what is not reckoned."""
        remarks: list[str] = []
        found = list(terms)
        for premium in premiums(re.sub(r"[\s|]", "", self.measure.paying or self.measure.text), self.judge):
            if premium.verdict == "met":
                found = [self._raise(term, premium, payments) for term in found]
            elif premium.verdict == "unknown":
                if overlap(premium.who, self.judge.profile.text) > 0:
                    found = [replace(term, value=None) for term in found]  # it may be one of them
                remarks.append(f"未计：{premium.words.strip('，；')}")
        return found, remarks

    def _raise(self, term: Term, premium: Premium, payments: Sequence[Payment]) -> Term:
        if premium.points:
            rate = next((one.rate for one in payments if one.rate), None)
            if not rate:
                return term
            more = rate + premium.share
            old, new = f"×{plain_sum(rate * 100)}%", f"×{plain_sum(more * 100)}%"
            return replace(term, formula=term.formula.replace(old, new), value=term.value / rate * more if term.value is not None else None)
        factor = 1 + premium.share
        formula = f"({term.formula})" if "+" in term.formula or "-" in term.formula.split("×")[0] else term.formula
        return Term(f"{formula}×{plain_sum(factor * 100)}%", term.value * factor if term.value is not None else None, term.time)


def own_classes(one: Payment) -> frozenset[str]:
    """Return the classes that a sum is paid for, by the words nearest to it: 按博士、正高级每人6万元."""
    return classes_in(re.split(r"，|按照?|对", one.when)[-1] + one.noun) or classes_in(one.when)


def _classes(payments: Sequence[Payment]) -> list[frozenset[str]]:
    """The classes that each of several sums is paid for; empty for one sum alone, or where the words name none that tells them apart."""
    if len(payments) == 1:
        return [frozenset()]
    own = [own_classes(one) for one in payments]
    return [mine - frozenset.intersection(*own) for mine in own]


def total(terms: Sequence[Term], limits: Limits) -> tuple[str, Decimal | None, str, bool]:
    """Return formula, value in 万元 (None with a gap), what it is for each of (月, 年, "") and whether the cap cut it.

    Parts for different times are not added.
    """
    formula = "+".join(term.formula for term in terms)
    times = {term.time for term in terms}
    if any(term.value is None for term in terms) or len(times) > 1:
        return formula, None, "", False
    value = sum((term.value for term in terms if term.value is not None), Decimal(0))
    time = next(iter(times), "")
    capped = limits.whole is not None and value > limits.whole
    if limits.partial is not None and value > limits.partial:
        return formula, None, "", False
    paid = limits.whole if capped and limits.whole is not None else value
    each = f"/{time}" if time else ""
    exact = "=" if value == Decimal(plain_sum(value)) else "≈"
    return f"{formula}{exact}{plain_sum(value)}万元{each}", paid, time, capped


def _noun_of_parts(payments: Sequence[Payment]) -> str:
    """What parts are parts of, by the words before the first limit: 研发费用300万元以内部分."""
    found = (re.split(r"\d|不?超过|高于|低于", one.when)[0] for one in payments)
    return next((re.sub(r"^(?:对|按照?|其中|企业|年度|实际)+|(?:在|的|给予|为)+$", "", words) for words in found if len(words) > 1), "")


def _range(one: Payment) -> str:
    low, high = one.low or Decimal(0), one.high
    if high is None:
        return f"超过{plain_sum(low)}万元"
    return f"{plain_sum(low)}万元至{plain_sum(high)}万元" if low else f"{plain_sum(high)}万元以内"


def kinds_of(terms: Terms) -> Iterator[tuple[str, list[Payment]]]:
    """Yield the payments by how they are reckoned: parts, bases, counted, rate, fixed; those on top by themselves."""
    own = [one for one in terms.payments if not one.added]
    parts = [one for one in own if one.rate is not None and ((one.low is not None or one.high is not None) and one.bounded in ("元", ""))]
    counted = [one for one in own if one.fixed is not None and one.per]
    rates = [one for one in own if one.rate is not None and one not in parts]
    fixed = [one for one in own if one.fixed is not None and not one.per]
    for name, group in (("parts", parts), ("counted", counted), ("rates", rates), ("fixed", fixed)):
        if group:
            yield name, group
    if added := [one for one in terms.payments if one.added]:
        yield "added", added
